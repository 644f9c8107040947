# The longest, and mostly waiting: it begins first, so that the others run beside it.
TESTS += tests/fault/test_kill.sh
EXTRA_DIST += tests/fault/test_kill.sh tests/fault/store/freeze.py tests/fault/store/schema-1.sql tests/fault/store/schema-2.sql
tests/fault/test_kill.log: src/minutebook$(EXEEXT)

if HAVE_CMOCKA
check_PROGRAMS += tests/fault/test_leaks
tests_fault_test_leaks_SOURCES = tests/fault/test_leaks.c
tests_fault_test_leaks_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_fault_test_leaks_CFLAGS = $(TEST_CFLAGS)
tests_fault_test_leaks_LDADD = src/terminal/libterminal.a $(CLI_LIBS) $(LIBEDIT_LIBS) $(NCURSESW_LIBS) $(CMOCKA_LIBS)
endif
