check_LIBRARIES += tests/unit/store/libsupport.a
tests_unit_store_libsupport_a_SOURCES = tests/unit/store/many.c tests/unit/store/many.h tests/unit/store/papers.c tests/unit/store/papers.h \
	tests/unit/store/support.c tests/unit/store/support.h
tests_unit_store_libsupport_a_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_libsupport_a_CFLAGS = $(TEST_CFLAGS)
STORE_TEST_LIBS = tests/unit/store/libsupport.a $(STORE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/store/test_connection
tests_unit_store_test_connection_SOURCES = tests/unit/store/test_connection.c
tests_unit_store_test_connection_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_connection_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_connection_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_index
tests_unit_store_test_index_SOURCES = tests/unit/store/test_index.c
tests_unit_store_test_index_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_index_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_index_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_joining
tests_unit_store_test_joining_SOURCES = tests/unit/store/test_joining.c
tests_unit_store_test_joining_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_joining_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_joining_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_merge
tests_unit_store_test_merge_SOURCES = tests/unit/store/test_merge.c
tests_unit_store_test_merge_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_merge_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_merge_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_import
tests_unit_store_test_import_SOURCES = tests/unit/store/test_import.c
tests_unit_store_test_import_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_import_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_import_LDADD = $(STORE_TEST_LIBS)

check_LIBRARIES += tests/unit/store/librows.a
tests_unit_store_librows_a_SOURCES = tests/unit/store/rows.c tests/unit/store/rows.h
tests_unit_store_librows_a_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_librows_a_CFLAGS = $(TEST_CFLAGS)

check_PROGRAMS += tests/unit/store/test_edit
tests_unit_store_test_edit_SOURCES = tests/unit/store/test_edit.c
tests_unit_store_test_edit_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_edit_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_edit_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_undo
tests_unit_store_test_undo_SOURCES = tests/unit/store/test_undo.c
tests_unit_store_test_undo_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_undo_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_undo_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_tracker
tests_unit_store_test_tracker_SOURCES = tests/unit/store/test_tracker.c
tests_unit_store_test_tracker_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_tracker_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_tracker_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_moved
tests_unit_store_test_moved_SOURCES = tests/unit/store/test_moved.c
tests_unit_store_test_moved_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_moved_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_moved_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_care
tests_unit_store_test_care_SOURCES = tests/unit/store/test_care.c
tests_unit_store_test_care_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_care_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_care_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_rules
tests_unit_store_test_rules_SOURCES = tests/unit/store/test_rules.c
tests_unit_store_test_rules_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_rules_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_rules_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_orders
tests_unit_store_test_orders_SOURCES = tests/unit/store/test_orders.c
tests_unit_store_test_orders_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_orders_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_orders_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_crash
tests_unit_store_test_crash_SOURCES = tests/unit/store/test_crash.c
tests_unit_store_test_crash_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_crash_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_crash_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_schemas
tests_unit_store_test_schemas_SOURCES = tests/unit/store/test_schemas.c tests/unit/store/released.c tests/unit/store/released.h
tests_unit_store_test_schemas_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_schemas_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_schemas_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_migrate
tests_unit_store_test_migrate_SOURCES = tests/unit/store/test_migrate.c tests/unit/store/released.c tests/unit/store/released.h
tests_unit_store_test_migrate_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_migrate_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_migrate_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_swept
tests_unit_store_test_swept_SOURCES = tests/unit/store/test_swept.c
tests_unit_store_test_swept_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_swept_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_swept_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_decide
tests_unit_store_test_decide_SOURCES = tests/unit/store/test_decide.c
tests_unit_store_test_decide_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_decide_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_decide_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_entered
tests_unit_store_test_entered_SOURCES = tests/unit/store/test_entered.c
tests_unit_store_test_entered_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_entered_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_entered_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_wanted
tests_unit_store_test_wanted_SOURCES = tests/unit/store/test_wanted.c
tests_unit_store_test_wanted_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_wanted_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_wanted_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_prompts
tests_unit_store_test_prompts_SOURCES = tests/unit/store/test_prompts.c
tests_unit_store_test_prompts_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_prompts_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_prompts_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_listed
tests_unit_store_test_listed_SOURCES = tests/unit/store/test_listed.c
tests_unit_store_test_listed_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_listed_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_listed_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_committees
tests_unit_store_test_committees_SOURCES = tests/unit/store/test_committees.c
tests_unit_store_test_committees_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_committees_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_committees_LDADD = $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_fuller
tests_unit_store_test_fuller_SOURCES = tests/unit/store/test_fuller.c
tests_unit_store_test_fuller_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_fuller_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_fuller_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_placed
tests_unit_store_test_placed_SOURCES = tests/unit/store/test_placed.c
tests_unit_store_test_placed_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_placed_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_placed_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_supplement
tests_unit_store_test_supplement_SOURCES = tests/unit/store/test_supplement.c
tests_unit_store_test_supplement_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_supplement_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_supplement_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)

check_PROGRAMS += tests/unit/store/test_notes
tests_unit_store_test_notes_SOURCES = tests/unit/store/test_notes.c
tests_unit_store_test_notes_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_store_test_notes_CFLAGS = $(TEST_CFLAGS)
tests_unit_store_test_notes_LDADD = tests/unit/store/librows.a $(STORE_TEST_LIBS)
