noinst_LIBRARIES += src/screens/libscreens.a
src_screens_libscreens_a_SOURCES = include/minutebook/screens.h \
	src/screens/browser.h src/screens/meeting.h src/screens/page.h src/screens/private.h src/screens/programme.h \
	src/screens/search.h src/screens/wanted.h src/screens/words.h \
	src/screens/actions.h src/screens/actions_page.c src/screens/check.c src/screens/follow_up_words.c \
	src/screens/job_judge.c src/screens/meeting_found.c \
	src/screens/actions.c src/screens/actions_at_hand.c src/screens/actions_slice.c src/screens/as_at.c src/screens/begin.c src/screens/browser.c src/screens/browser_do.c src/screens/desk.c src/screens/desk.h src/screens/desk_page.c src/screens/import_words.c src/screens/meeting_row.c src/screens/edits.c src/screens/edits_meeting.c src/screens/facts.c \
	src/screens/find.c src/screens/row_words.c src/screens/flow.c src/screens/foot.c src/screens/frame.c src/screens/grid.c src/screens/help.c src/screens/hints.c src/screens/id_set.c src/screens/id_set.h src/screens/job.c \
	src/screens/layout.c src/screens/meeting.c src/screens/meeting_beside.c src/screens/meeting_load.c src/screens/meeting_numbers.c src/screens/meeting_offers.c \
	src/screens/meeting_panes.c src/screens/meetings.c src/screens/messages.c \
	src/screens/names.c src/screens/page.c src/screens/pair.c src/screens/print.c src/screens/print_import.c \
	src/screens/programme.c src/screens/programme_pages.c src/screens/programme_places.c src/screens/report.c src/screens/screen.c \
	src/screens/search.c src/screens/search_blind.c src/screens/search_hit.c src/screens/search_live.c src/screens/search_more.c src/screens/search_step.c src/screens/search_panes.c src/screens/columns.c src/screens/table.c src/screens/table.h src/screens/flow_tables.c src/screens/links.c src/screens/links.h src/screens/shown.c src/screens/wide.c src/screens/text_search.c src/screens/view.c src/screens/wanted_words.c

src_screens_libscreens_a_SOURCES += src/screens/attach.c src/screens/enter.c src/screens/job.h src/screens/job_export.c src/screens/job_mail.c src/screens/job_papers.c src/screens/to_get.c
src_screens_libscreens_a_SOURCES += src/screens/complete.c src/screens/options.c src/screens/standing.c
src_screens_libscreens_a_SOURCES += src/screens/committees.c src/screens/committees.h src/screens/committees_page.c src/screens/details.c src/screens/pairs.c src/screens/pairs.h src/screens/pairs_page.c src/screens/site.c src/screens/meeting_page.c src/screens/pace.c src/screens/pace_pane.c src/screens/print_needs.c src/screens/print_needs.h src/screens/print_papers.c src/screens/print_papers.h
src_screens_libscreens_a_SOURCES += src/screens/meeting_about.c src/screens/change_report.c src/screens/change_table.c src/screens/change_words.c src/screens/disagree.c src/screens/fuller.c src/screens/print_changes.c src/screens/changes.c src/screens/changes.h src/screens/changes_page.c
src_screens_libscreens_a_SOURCES += src/screens/print_evidence.c
src_screens_libscreens_a_SOURCES += src/screens/details.h src/screens/details_names.c
src_screens_libscreens_a_SOURCES += src/screens/follow.c src/screens/follow_up.c src/screens/follow_up.h src/screens/follow_up_page.c src/screens/job_follow.c
src_screens_libscreens_a_SOURCES += src/screens/actions_below.c src/screens/actions_filter.c src/screens/actions_groups.c src/screens/actions_order.c src/screens/actions_row.c
src_screens_libscreens_a_SOURCES += src/screens/evidence.c src/screens/evidence.h src/screens/evidence_page.c src/screens/going.c src/screens/impact.c src/screens/job_evidence.c src/screens/job_explain.c
src_screens_libscreens_a_SOURCES += src/screens/topic.c
src_screens_libscreens_a_SOURCES += src/screens/notes.h src/screens/notes.c src/screens/notes_list.c src/screens/print_notes.c src/screens/saved.c src/screens/news.c
