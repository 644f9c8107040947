# tests/promises: the exam of the finder: pages with their follow-ups, those for work and one half opened for a figure only (README.md there).
dist_check_SCRIPTS += tests/promises/test_gold.sh
EXTRA_DIST += tests/promises/README.md tests/promises/check_gold.py tests/promises/score_promises.py tests/promises/due_words.py \
	tests/promises/work tests/promises/blind tests/promises/second tests/promises/third \
	tests/promises/fourth tests/promises/fifth
