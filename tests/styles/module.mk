# tests/styles: papers in many councils' house styles, of which some folders are closed to who writes readers (README.md there).
dist_check_SCRIPTS += tests/styles/test_gold.sh tests/styles/test_styles.sh tests/styles/test_vary.sh
EXTRA_DIST += tests/styles/README.md tests/styles/check_gold.py tests/styles/score_styles.py tests/styles/vary.py tests/styles/vary_paper.py \
	tests/styles/vary_text.py tests/styles/vary_html.py tests/styles/seen tests/styles/blind \
	tests/styles/unseen tests/styles/fresh tests/styles/fresh2 tests/styles/third tests/styles/fourth tests/styles/fifth \
	tests/styles/sixth tests/styles/seventh tests/styles/eighth tests/styles/ninth tests/styles/tenth tests/styles/eleventh tests/styles/twelfth tests/styles/thirteenth tests/styles/fourteenth tests/styles/fifteenth tests/styles/sixteenth tests/styles/seventeenth tests/styles/eighteenth
