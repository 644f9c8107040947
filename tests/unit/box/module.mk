check_PROGRAMS += tests/unit/box/test_box tests/unit/box/test_evil tests/unit/box/test_program
tests_unit_box_test_box_SOURCES = tests/unit/box/test_box.c
tests_unit_box_test_box_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_box_test_box_CFLAGS = $(TEST_CFLAGS)
tests_unit_box_test_box_LDADD = $(BOX_LIBS) $(CMOCKA_LIBS)
tests_unit_box_test_evil_SOURCES = tests/unit/box/test_evil.c tests/unit/box/evil.c tests/unit/box/evil.h
tests_unit_box_test_evil_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_box_test_evil_CFLAGS = $(TEST_CFLAGS)
tests_unit_box_test_evil_LDADD = $(BOX_LIBS) $(CMOCKA_LIBS)
EXTRA_tests_unit_box_test_evil_DEPENDENCIES = tests/unit/box/evil_program$(EXEEXT)
tests_unit_box_test_program_SOURCES = tests/unit/box/test_program.c
tests_unit_box_test_program_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_box_test_program_CFLAGS = $(TEST_CFLAGS)
tests_unit_box_test_program_LDADD = $(BOX_LIBS) $(CMOCKA_LIBS)

# A program of the system as test_evil knows one: built without sanitizers and coverage, whatever the rest is.
EXTRA_PROGRAMS += tests/unit/box/evil_program
CLEANFILES += tests/unit/box/evil_program$(EXEEXT)
tests_unit_box_evil_program_SOURCES = tests/unit/box/evil_program.c tests/unit/box/evil.c tests/unit/box/evil.h
tests_unit_box_evil_program_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_box_evil_program_CFLAGS = $(WARN_CFLAGS) $(TALLOC_CFLAGS)
tests_unit_box_evil_program_LDFLAGS =
tests_unit_box_evil_program_LDADD =
