# tests/screens
SCREENS_TEST_LDADD = $(SCREENS_LIBS) $(CMOCKA_LIBS)
EXTRA_DIST += tests/screens/golden
WALK_SOURCES = tests/screens/walk.c tests/screens/walk.h tests/screens/golden.c tests/screens/golden.h \
	tests/screens/town.c tests/screens/town.h

check_PROGRAMS += tests/screens/test_lines
tests_screens_test_lines_SOURCES = tests/screens/test_lines.c tests/screens/golden.c tests/screens/golden.h
tests_screens_test_lines_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_lines_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_lines_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_desk
tests_screens_test_desk_SOURCES = tests/screens/test_desk.c
tests_screens_test_desk_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_desk_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_desk_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_facts
tests_screens_test_facts_SOURCES = tests/screens/test_facts.c
tests_screens_test_facts_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_facts_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_facts_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_screens
tests_screens_test_screens_SOURCES = tests/screens/test_screens.c $(WALK_SOURCES)
tests_screens_test_screens_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_screens_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_screens_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_print
tests_screens_test_print_SOURCES = tests/screens/test_print.c tests/screens/golden.c tests/screens/golden.h \
	tests/screens/town.c tests/screens/town.h
tests_screens_test_print_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_print_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_print_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_foot
tests_screens_test_foot_SOURCES = tests/screens/test_foot.c tests/screens/town.c tests/screens/town.h
tests_screens_test_foot_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_foot_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_foot_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_reading
tests_screens_test_reading_SOURCES = tests/screens/test_reading.c $(WALK_SOURCES)
tests_screens_test_reading_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_reading_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_reading_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_memory
tests_screens_test_memory_SOURCES = tests/screens/test_memory.c $(WALK_SOURCES)
tests_screens_test_memory_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_memory_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_memory_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_begin
tests_screens_test_begin_SOURCES = tests/screens/test_begin.c $(WALK_SOURCES)
tests_screens_test_begin_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_begin_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_begin_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_toget
tests_screens_test_toget_SOURCES = tests/screens/test_toget.c $(WALK_SOURCES)
tests_screens_test_toget_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_toget_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_toget_LDADD = $(SCREENS_TEST_LDADD)
check_PROGRAMS += tests/screens/test_typing
tests_screens_test_typing_SOURCES = tests/screens/test_typing.c $(WALK_SOURCES)
tests_screens_test_typing_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_typing_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_typing_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_follow_ups
tests_screens_test_follow_ups_SOURCES = tests/screens/test_follow_ups.c $(WALK_SOURCES)
tests_screens_test_follow_ups_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_follow_ups_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_follow_ups_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_moving
tests_screens_test_moving_SOURCES = tests/screens/test_moving.c $(WALK_SOURCES)
tests_screens_test_moving_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_moving_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_moving_LDADD = $(SCREENS_TEST_LDADD)
check_PROGRAMS += tests/screens/test_tracker
tests_screens_test_tracker_SOURCES = tests/screens/test_tracker.c $(WALK_SOURCES)
tests_screens_test_tracker_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_tracker_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_tracker_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_many
tests_screens_test_many_SOURCES = tests/screens/test_many.c $(WALK_SOURCES)
tests_screens_test_many_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_many_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_many_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_wide
tests_screens_test_wide_SOURCES = tests/screens/test_wide.c $(WALK_SOURCES)
tests_screens_test_wide_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_wide_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_wide_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_numbers
tests_screens_test_numbers_SOURCES = tests/screens/test_numbers.c $(WALK_SOURCES)
tests_screens_test_numbers_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_numbers_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_numbers_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)

# The screens as text, written anew after screens were changed on purpose: `make goldens`, then read the difference.
GOLDEN_TESTS = tests/screens/test_lines tests/screens/test_screens tests/screens/test_print tests/screens/test_reading \
	tests/screens/test_begin tests/screens/test_toget tests/screens/test_follow_ups tests/screens/test_pace tests/screens/test_details \
	tests/screens/test_wide tests/screens/test_changes tests/screens/test_topic
goldens: $(GOLDEN_TESTS) src/minutebook$(EXEEXT)
	$(AM_TESTS_ENVIRONMENT) UPDATE_SNAPSHOTS=1; export UPDATE_SNAPSHOTS; \
	for test in $(GOLDEN_TESTS); do $$test || exit 1; done

check_PROGRAMS += tests/screens/test_hints
tests_screens_test_hints_SOURCES = tests/screens/test_hints.c $(WALK_SOURCES)
tests_screens_test_hints_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_hints_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_hints_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_pace tests/screens/test_details
tests_screens_test_pace_SOURCES = tests/screens/test_pace.c $(WALK_SOURCES)
tests_screens_test_pace_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_pace_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_pace_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_details
tests_screens_test_details_SOURCES = tests/screens/test_details.c $(WALK_SOURCES)
tests_screens_test_details_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_details_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_details_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_pairs
GOLDEN_TESTS += tests/screens/test_pairs
tests_screens_test_pairs_SOURCES = tests/screens/test_pairs.c $(WALK_SOURCES)
tests_screens_test_pairs_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_pairs_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_pairs_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_committees
GOLDEN_TESTS += tests/screens/test_committees
tests_screens_test_committees_SOURCES = tests/screens/test_committees.c $(WALK_SOURCES)
tests_screens_test_committees_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_committees_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_committees_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)
check_PROGRAMS += tests/screens/test_changes
GOLDEN_TESTS += tests/screens/test_changes
tests_screens_test_changes_SOURCES = tests/screens/test_changes.c tests/screens/editions.c tests/screens/editions.h $(WALK_SOURCES)
tests_screens_test_changes_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_changes_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_changes_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_known
tests_screens_test_known_SOURCES = tests/screens/test_known.c $(WALK_SOURCES)
tests_screens_test_known_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_known_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_known_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_attach
GOLDEN_TESTS += tests/screens/test_attach
tests_screens_test_attach_SOURCES = tests/screens/test_attach.c $(WALK_SOURCES)
tests_screens_test_attach_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_attach_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_attach_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_follow
tests_screens_test_follow_SOURCES = tests/screens/test_follow.c $(WALK_SOURCES)
tests_screens_test_follow_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_follow_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_follow_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_evidence
tests_screens_test_evidence_SOURCES = tests/screens/test_evidence.c $(WALK_SOURCES)
tests_screens_test_evidence_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_evidence_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_evidence_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_going
tests_screens_test_going_SOURCES = tests/screens/test_going.c $(WALK_SOURCES)
tests_screens_test_going_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_going_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_going_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_impact
tests_screens_test_impact_SOURCES = tests/screens/test_impact.c $(WALK_SOURCES)
tests_screens_test_impact_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_impact_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_impact_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_found
tests_screens_test_found_SOURCES = tests/screens/test_found.c $(WALK_SOURCES)
tests_screens_test_found_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_found_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_found_LDADD = tests/unit/store/libsupport.a $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_live
tests_screens_test_live_SOURCES = tests/screens/test_live.c $(WALK_SOURCES)
tests_screens_test_live_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_live_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_live_LDADD = $(SCREENS_TEST_LDADD)
check_PROGRAMS += tests/screens/test_topic
tests_screens_test_topic_SOURCES = tests/screens/test_topic.c $(WALK_SOURCES)
tests_screens_test_topic_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_topic_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_topic_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_notes
tests_screens_test_notes_SOURCES = tests/screens/test_notes.c $(WALK_SOURCES)
tests_screens_test_notes_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_notes_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_notes_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_saved
tests_screens_test_saved_SOURCES = tests/screens/test_saved.c $(WALK_SOURCES)
tests_screens_test_saved_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_saved_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_saved_LDADD = $(SCREENS_TEST_LDADD)

check_PROGRAMS += tests/screens/test_intext
tests_screens_test_intext_SOURCES = tests/screens/test_intext.c $(WALK_SOURCES)
tests_screens_test_intext_CPPFLAGS = $(TEST_CPPFLAGS)
tests_screens_test_intext_CFLAGS = $(TEST_CFLAGS)
tests_screens_test_intext_LDADD = $(SCREENS_TEST_LDADD)
