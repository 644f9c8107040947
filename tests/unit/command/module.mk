check_PROGRAMS += tests/unit/command/test_command
tests_unit_command_test_command_SOURCES = tests/unit/command/test_command.c
tests_unit_command_test_command_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_command_test_command_CFLAGS = $(TEST_CFLAGS)
tests_unit_command_test_command_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)
