check_LIBRARIES += tests/unit/store/libsupport.a
tests_unit_store_libsupport_a_SOURCES = tests/unit/store/papers.c tests/unit/store/papers.h \
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
