# tests/unit/search
check_PROGRAMS += tests/unit/search/test_query
tests_unit_search_test_query_SOURCES = tests/unit/search/test_query.c
tests_unit_search_test_query_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_search_test_query_CFLAGS = $(TEST_CFLAGS)
tests_unit_search_test_query_LDADD = $(SEARCH_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/search/test_run
tests_unit_search_test_run_SOURCES = tests/unit/search/test_run.c
tests_unit_search_test_run_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_unit_search_test_run_CFLAGS = $(TEST_CFLAGS)
tests_unit_search_test_run_LDADD = tests/unit/store/libsupport.a $(SEARCH_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/search/test_fields
tests_unit_search_test_fields_SOURCES = tests/unit/search/test_fields.c
tests_unit_search_test_fields_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_search_test_fields_CFLAGS = $(TEST_CFLAGS)
tests_unit_search_test_fields_LDADD = $(SEARCH_LIBS) $(CMOCKA_LIBS)
