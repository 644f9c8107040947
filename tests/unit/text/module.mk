check_PROGRAMS += tests/unit/text/test_days
tests_unit_text_test_days_SOURCES = tests/unit/text/test_days.c
tests_unit_text_test_days_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_text_test_days_CFLAGS = $(TEST_CFLAGS)
tests_unit_text_test_days_LDADD = $(TEXT_LIBS) $(CMOCKA_LIBS)
