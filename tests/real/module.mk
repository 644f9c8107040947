# tests/real: the seeds in MINUTEBOOK_SHARED against their annotations; skips where they are absent.
dist_check_SCRIPTS += tests/real/test_seeds.sh tests/real/test_actions.sh
EXTRA_DIST += tests/real/compare.py tests/real/actions.py
