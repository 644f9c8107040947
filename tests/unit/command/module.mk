check_PROGRAMS += tests/unit/command/test_command
tests_unit_command_test_command_SOURCES = tests/unit/command/test_command.c
tests_unit_command_test_command_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_command_test_command_CFLAGS = $(TEST_CFLAGS)
tests_unit_command_test_command_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/command/test_keymap
tests_unit_command_test_keymap_SOURCES = tests/unit/command/test_keymap.c
tests_unit_command_test_keymap_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_command_test_keymap_CFLAGS = $(TEST_CFLAGS)
tests_unit_command_test_keymap_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/command/test_settings
tests_unit_command_test_settings_SOURCES = tests/unit/command/test_settings.c
tests_unit_command_test_settings_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_command_test_settings_CFLAGS = $(TEST_CFLAGS)
tests_unit_command_test_settings_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/command/test_complete
tests_unit_command_test_complete_SOURCES = tests/unit/command/test_complete.c
tests_unit_command_test_complete_CPPFLAGS = $(TEST_CPPFLAGS)
tests_unit_command_test_complete_CFLAGS = $(TEST_CFLAGS)
tests_unit_command_test_complete_LDADD = $(COMMAND_LIBS) $(CMOCKA_LIBS)
