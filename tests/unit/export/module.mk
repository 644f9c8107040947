# tests/unit/export
check_PROGRAMS += tests/unit/export/test_json tests/unit/export/test_draft
tests_unit_export_test_json_SOURCES = tests/unit/export/test_json.c tests/unit/export/memory_sink.h
tests_unit_export_test_json_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_export_test_json_CFLAGS = $(TEST_CFLAGS)
tests_unit_export_test_json_LDADD = $(EXPORT_LIBS) $(CMOCKA_LIBS)
tests_unit_export_test_draft_SOURCES = tests/unit/export/test_draft.c
tests_unit_export_test_draft_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_export_test_draft_CFLAGS = $(TEST_CFLAGS)
tests_unit_export_test_draft_LDADD = $(EXPORT_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/export/test_rows
tests_unit_export_test_rows_SOURCES = tests/unit/export/test_rows.c
tests_unit_export_test_rows_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_export_test_rows_CFLAGS = $(TEST_CFLAGS)
tests_unit_export_test_rows_LDADD = $(EXPORT_LIBS) $(CMOCKA_LIBS)
