# tests/intake: papers of councils that do not exist, with the facts that are in them.
check_PROGRAMS += tests/intake/test_corpus
tests_intake_test_corpus_SOURCES = tests/intake/test_corpus.c tests/intake/papers.c tests/intake/corpus.h tests/intake/damage.c tests/intake/facts.c \
	tests/intake/damages.c tests/intake/damages.h tests/intake/sound.c tests/intake/sound.h
tests_intake_test_corpus_CPPFLAGS = $(TEST_CPPFLAGS)
tests_intake_test_corpus_CFLAGS = $(TEST_CFLAGS)
tests_intake_test_corpus_LDADD = $(INTAKE_LIBS) $(CMOCKA_LIBS)
# Damaged papers of every form; by the thousand with `make damage`, best in a build with sanitizers and in one without.
check_PROGRAMS += tests/intake/test_damage
tests_intake_test_damage_SOURCES = tests/intake/test_damage.c tests/intake/papers.c tests/intake/corpus.h \
	tests/intake/damages.c tests/intake/damages.h tests/intake/sound.c tests/intake/sound.h
tests_intake_test_damage_CPPFLAGS = $(TEST_CPPFLAGS)
tests_intake_test_damage_CFLAGS = $(TEST_CFLAGS)
tests_intake_test_damage_LDADD = $(INTAKE_LIBS) $(CMOCKA_LIBS)
damage: tests/intake/test_damage$(EXEEXT)
	$(AM_TESTS_ENVIRONMENT) MINUTEBOOK_DAMAGE=$${MINUTEBOOK_DAMAGE-10000} MINUTEBOOK_DAMAGE_BOXED=$${MINUTEBOOK_DAMAGE_BOXED-3000} \
		tests/intake/test_damage$(EXEEXT)
EXTRA_DIST += tests/intake/papers/README.md \
	tests/intake/papers/adult-care-cp1252.txt tests/intake/papers/adult-care-cp1252.expect \
	tests/intake/papers/agenda-columns.txt tests/intake/papers/agenda-columns.expect \
	tests/intake/papers/agenda-dots.txt tests/intake/papers/agenda-dots.expect \
	tests/intake/papers/agenda-letters.txt tests/intake/papers/agenda-letters.expect \
	tests/intake/papers/agenda-lone-numbers.txt tests/intake/papers/agenda-lone-numbers.expect \
	tests/intake/papers/agenda-markdown-list.txt tests/intake/papers/agenda-markdown-list.expect \
	tests/intake/papers/agenda-parish.txt tests/intake/papers/agenda-parish.expect \
	tests/intake/papers/agenda-parts.txt tests/intake/papers/agenda-parts.expect \
	tests/intake/papers/agenda-points.txt tests/intake/papers/agenda-points.expect \
	tests/intake/papers/agenda-unnumbered.txt tests/intake/papers/agenda-unnumbered.expect \
	tests/intake/papers/agenda-welsh.txt tests/intake/papers/agenda-welsh.expect \
	tests/intake/papers/all-lost.txt tests/intake/papers/all-lost.expect \
	tests/intake/papers/bare-numbers.txt tests/intake/papers/bare-numbers.expect \
	tests/intake/papers/browser-dump-wrapped.txt tests/intake/papers/browser-dump-wrapped.expect \
	tests/intake/papers/budget-subitems.txt tests/intake/papers/budget-subitems.expect \
	tests/intake/papers/cancelled.txt tests/intake/papers/cancelled.expect \
	tests/intake/papers/craffu-bom-crlf.txt tests/intake/papers/craffu-bom-crlf.expect \
	tests/intake/papers/decisions-blocks.txt tests/intake/papers/decisions-blocks.expect \
	tests/intake/papers/decisions-cut.txt tests/intake/papers/decisions-cut.expect \
	tests/intake/papers/decisions-short.txt tests/intake/papers/decisions-short.expect \
	tests/intake/papers/decisions-table.txt tests/intake/papers/decisions-table.expect \
	tests/intake/papers/executive-scrutiny-bare.txt tests/intake/papers/executive-scrutiny-bare.expect \
	tests/intake/papers/exempt-links-christmas.txt tests/intake/papers/exempt-links-christmas.expect \
	tests/intake/papers/front-columns.txt tests/intake/papers/front-columns.expect \
	tests/intake/papers/front-letter.txt tests/intake/papers/front-letter.expect \
	tests/intake/papers/front-letter-bold.txt tests/intake/papers/front-letter-bold.expect \
	tests/intake/papers/front-run-on.txt tests/intake/papers/front-run-on.expect \
	tests/intake/papers/frontsheet-marks.txt tests/intake/papers/frontsheet-marks.expect \
	tests/intake/papers/highways-draft-minutes.txt tests/intake/papers/highways-draft-minutes.expect \
	tests/intake/papers/item-page.txt tests/intake/papers/item-page.expect \
	tests/intake/papers/item-page-details.txt tests/intake/papers/item-page-details.expect \
	tests/intake/papers/item-page-issue.txt tests/intake/papers/item-page-issue.expect \
	tests/intake/papers/item-page-issue-twice.txt tests/intake/papers/item-page-issue-twice.expect \
	tests/intake/papers/item-page-nameless.txt tests/intake/papers/item-page-nameless.expect \
	tests/intake/papers/markdown-page.txt tests/intake/papers/markdown-page.expect \
	tests/intake/papers/minutes-alone.txt tests/intake/papers/minutes-alone.expect \
	tests/intake/papers/minutes-bare-numbers.txt tests/intake/papers/minutes-bare-numbers.expect \
	tests/intake/papers/minutes-capitals.txt tests/intake/papers/minutes-capitals.expect \
	tests/intake/papers/minutes-columns.txt tests/intake/papers/minutes-columns.expect \
	tests/intake/papers/minutes-excluded.txt tests/intake/papers/minutes-excluded.expect \
	tests/intake/papers/minutes-markdown-headings.txt tests/intake/papers/minutes-markdown-headings.expect \
	tests/intake/papers/minutes-notes.txt tests/intake/papers/minutes-notes.expect \
	tests/intake/papers/minutes-numbers-behind.txt tests/intake/papers/minutes-numbers-behind.expect \
	tests/intake/papers/minutes-posts.txt tests/intake/papers/minutes-posts.expect \
	tests/intake/papers/minutes-run-in.txt tests/intake/papers/minutes-run-in.expect \
	tests/intake/papers/minutes-scottish.txt tests/intake/papers/minutes-scottish.expect \
	tests/intake/papers/minutes-welsh.txt tests/intake/papers/minutes-welsh.expect \
	tests/intake/papers/minutes-year-numbers.txt tests/intake/papers/minutes-year-numbers.expect \
	tests/intake/papers/no-numbers-decisions.txt tests/intake/papers/no-numbers-decisions.expect \
	tests/intake/papers/notice-easter.txt tests/intake/papers/notice-easter.expect \
	tests/intake/papers/one-line-items.txt tests/intake/papers/one-line-items.expect \
	tests/intake/papers/overview-letters.txt tests/intake/papers/overview-letters.expect \
	tests/intake/papers/pack-childrens-board.txt tests/intake/papers/pack-childrens-board.expect \
	tests/intake/papers/pack-growth-partnership.txt tests/intake/papers/pack-growth-partnership.expect \
	tests/intake/papers/pack-no-programme.txt tests/intake/papers/pack-no-programme.expect \
	tests/intake/papers/pack-place-scrutiny.txt tests/intake/papers/pack-place-scrutiny.expect \
	tests/intake/papers/pack-seasons.txt tests/intake/papers/pack-seasons.expect \
	tests/intake/papers/pack-standard-template.txt tests/intake/papers/pack-standard-template.expect \
	tests/intake/papers/postponed-agenda.txt tests/intake/papers/postponed-agenda.expect \
	tests/intake/papers/prefix-numbers.txt tests/intake/papers/prefix-numbers.expect \
	tests/intake/papers/printed-decisions.txt tests/intake/papers/printed-decisions.expect \
	tests/intake/papers/frontsheet-lines-pdf.xml tests/intake/papers/frontsheet-lines-pdf.expect \
	tests/intake/papers/frontsheet-table-pdf.xml tests/intake/papers/frontsheet-table-pdf.expect \
	tests/intake/papers/supplement-table-pdf.xml tests/intake/papers/supplement-table-pdf.expect \
	tests/intake/papers/supplement-lines-pdf.xml tests/intake/papers/supplement-lines-pdf.expect \
	tests/intake/papers/report-briefing.txt tests/intake/papers/report-briefing.expect \
	tests/intake/papers/report-footnotes.xml tests/intake/papers/report-footnotes.expect \
	tests/intake/papers/report-labels.txt tests/intake/papers/report-labels.expect \
	tests/intake/papers/report-markdown.txt tests/intake/papers/report-markdown.expect \
	tests/intake/papers/report-plain.txt tests/intake/papers/report-plain.expect \
	tests/intake/papers/report-torn-once.xml tests/intake/papers/report-torn-once.expect \
	tests/intake/papers/report-torn-rows.xml tests/intake/papers/report-torn-rows.expect \
	tests/intake/papers/printed-minutes-pdf.xml tests/intake/papers/printed-minutes-pdf.expect \
	tests/intake/papers/printed-minutes.txt tests/intake/papers/printed-minutes.expect \
	tests/intake/papers/printed-minutes-bold.txt tests/intake/papers/printed-minutes-bold.expect \
	tests/intake/papers/printed-minutes-plain.txt tests/intake/papers/printed-minutes-plain.expect \
	tests/intake/papers/supplement-late.txt tests/intake/papers/supplement-late.expect \
	tests/intake/papers/supplement-letter.txt tests/intake/papers/supplement-letter.expect \
	tests/intake/papers/supplement-list.txt tests/intake/papers/supplement-list.expect \
	tests/intake/papers/supplement-markdown.txt tests/intake/papers/supplement-markdown.expect \
	tests/intake/papers/undated-numbers-lost.txt tests/intake/papers/undated-numbers-lost.expect \
	tests/intake/papers/saved-cancelled.html tests/intake/papers/saved-cancelled.expect \
	tests/intake/papers/saved-harbour.html tests/intake/papers/saved-harbour.expect \
	tests/intake/papers/saved-item.html tests/intake/papers/saved-item.expect \
	tests/intake/papers/saved-item-links.html tests/intake/papers/saved-item-links.expect \
	tests/intake/papers/saved-one-file.html tests/intake/papers/saved-one-file.expect \
	tests/intake/papers/saved-rows.html tests/intake/papers/saved-rows.expect \
	tests/intake/papers/saved-plain.html tests/intake/papers/saved-plain.expect \
	tests/intake/papers/saved-two-days.html tests/intake/papers/saved-two-days.expect \
	tests/intake/papers/titled-bare-labels.txt tests/intake/papers/titled-bare-labels.expect \
	tests/intake/papers/welsh-two-languages.txt tests/intake/papers/welsh-two-languages.expect \
	tests/intake/papers/reply-committees.xml tests/intake/papers/reply-committees.expect \
	tests/intake/papers/reply-meeting.xml tests/intake/papers/reply-meeting.expect \
	tests/intake/papers/reply-meetings.xml tests/intake/papers/reply-meetings.expect \
	tests/intake/papers/saved-committee.html tests/intake/papers/saved-committee.expect \
	tests/intake/papers/saved-list.html tests/intake/papers/saved-list.expect
