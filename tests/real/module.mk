# tests/real: the papers in MINUTEBOOK_SHARED against annotations; skips where they are absent.
dist_check_SCRIPTS += tests/real/test_seeds.sh tests/real/test_actions.sh tests/real/test_pages.sh tests/real/test_pdf.sh \
	tests/real/test_service.sh
EXTRA_DIST += tests/real/compare.py tests/real/actions.py tests/real/pages.py tests/real/pdf.py tests/real/pdf_print.py tests/real/service.py
