dist_check_SCRIPTS += tests/cli/test_actions.sh tests/cli/test_call.sh tests/cli/test_chase.sh tests/cli/test_note.sh tests/cli/test_decide.sh tests/cli/test_edges.sh tests/cli/test_heal.sh tests/cli/test_import.sh \
	tests/cli/test_json.sh tests/cli/test_man.sh tests/cli/test_pdf.sh tests/cli/test_rules.sh \
	tests/cli/test_sample.sh tests/cli/test_saved.sh tests/cli/test_sheets.sh tests/cli/test_take.sh tests/cli/test_tasks.sh tests/cli/test_words.sh
EXTRA_DIST += tests/cli/lib.sh tests/cli/sample_facts.py tests/cli/test_json.py \
	tests/cli/pdf_make.py tests/cli/pdf_same.py tests/cli/sheet_pages.py tests/cli/sheet_same.py
# Three papers of two meetings that the scripts here count and take apart; the sample may grow beside them.
EXTRA_DIST += tests/cli/papers/2025-07-10-minutes-page.txt tests/cli/papers/2025-10-09-agenda-pack.txt \
	tests/cli/papers/2025-10-09-minutes-page.txt
tests/cli/test_actions.log tests/cli/test_call.log tests/cli/test_chase.log tests/cli/test_note.log tests/cli/test_decide.log tests/cli/test_edges.log tests/cli/test_heal.log tests/cli/test_import.log \
	tests/cli/test_json.log tests/cli/test_man.log tests/cli/test_pdf.log tests/cli/test_rules.log tests/cli/test_sample.log tests/cli/test_saved.log tests/cli/test_sheets.log tests/cli/test_take.log tests/cli/test_tasks.log tests/cli/test_words.log: src/minutebook$(EXEEXT)
tests/cli/test_man.log: assets/man/minutebook.1
dist_check_SCRIPTS += tests/cli/test_evidence.sh
tests/cli/test_evidence.log: src/minutebook$(EXEEXT)
dist_check_SCRIPTS += tests/cli/test_explain.sh
tests/cli/test_explain.log: src/minutebook$(EXEEXT)
dist_check_SCRIPTS += tests/cli/test_links.sh
tests/cli/test_links.log: src/minutebook$(EXEEXT)
dist_check_SCRIPTS += tests/cli/test_brief.sh
tests/cli/test_brief.log: src/minutebook$(EXEEXT)
