EXTRA_DIST += tests/terminal/standin.h tests/terminal/standin_mark.h tests/terminal/papers.h \
	tests/terminal/MODEL-BUGS.md tests/terminal/papers/pack.txt tests/terminal/papers/page.txt \
	tests/terminal/papers/closed.txt tests/terminal/golden
if HAVE_VTERM
check_LIBRARIES += tests/terminal/libtty.a
tests_terminal_libtty_a_SOURCES = tests/terminal/tty.c tests/terminal/tty.h tests/terminal/tty_private.h \
	tests/terminal/tty_svg.c tests/terminal/tty_view.c
tests_terminal_libtty_a_CPPFLAGS = $(TEST_CPPFLAGS) $(VTERM_CFLAGS)
tests_terminal_libtty_a_CFLAGS = $(TEST_CFLAGS)
TTY_CPPFLAGS = $(TEST_CPPFLAGS) $(VTERM_CFLAGS)
TTY_LIBS = tests/terminal/libtty.a $(BASE_LIBS) $(CMOCKA_LIBS) $(VTERM_LIBS)

# The face on a browser of forty rows: not a test, but the program that some tests run.
EXTRA_PROGRAMS += tests/terminal/standin
CLEANFILES += tests/terminal/standin$(EXEEXT) tests/terminal/editrc-vi
tests_terminal_standin_SOURCES = tests/terminal/standin.c
tests_terminal_standin_CPPFLAGS = $(TEST_CPPFLAGS)
tests_terminal_standin_LDADD = src/terminal/libterminal.a $(COMMAND_LIBS) $(LIBEDIT_LIBS) $(NCURSESW_LIBS)

check_PROGRAMS += tests/terminal/test_keys tests/terminal/test_loop tests/terminal/test_terminals
tests_terminal_test_keys_SOURCES = tests/terminal/test_keys.c
tests_terminal_test_keys_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_keys_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_keys_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_keys_DEPENDENCIES = tests/terminal/standin$(EXEEXT)
check_PROGRAMS += tests/terminal/test_prompt
tests_terminal_test_prompt_SOURCES = tests/terminal/test_prompt.c
tests_terminal_test_prompt_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_prompt_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_prompt_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_prompt_DEPENDENCIES = tests/terminal/standin$(EXEEXT)
tests_terminal_test_loop_SOURCES = tests/terminal/test_loop.c
tests_terminal_test_loop_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_loop_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_loop_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_loop_DEPENDENCIES = tests/terminal/standin$(EXEEXT)
tests_terminal_test_terminals_SOURCES = tests/terminal/test_terminals.c
tests_terminal_test_terminals_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_terminals_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_terminals_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_terminals_DEPENDENCIES = tests/terminal/standin$(EXEEXT)

# The real program on papers.
check_PROGRAMS += tests/terminal/test_browser tests/terminal/test_hostile tests/terminal/test_walk
tests_terminal_test_browser_SOURCES = tests/terminal/test_browser.c tests/terminal/papers.c
tests_terminal_test_browser_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_browser_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_browser_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_browser_DEPENDENCIES = src/minutebook$(EXEEXT)
tests_terminal_test_hostile_SOURCES = tests/terminal/test_hostile.c tests/terminal/papers.c
tests_terminal_test_hostile_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_hostile_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_hostile_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_hostile_DEPENDENCIES = src/minutebook$(EXEEXT)
check_PROGRAMS += tests/terminal/test_script
tests_terminal_test_script_SOURCES = tests/terminal/test_script.c tests/terminal/papers.c
tests_terminal_test_script_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_script_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_script_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_script_DEPENDENCIES = src/minutebook$(EXEEXT)
check_PROGRAMS += tests/terminal/test_typed
tests_terminal_test_typed_SOURCES = tests/terminal/test_typed.c tests/terminal/papers.c
tests_terminal_test_typed_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_typed_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_typed_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_typed_DEPENDENCIES = src/minutebook$(EXEEXT)
tests_terminal_test_walk_SOURCES = tests/terminal/test_walk.c tests/terminal/papers.c
tests_terminal_test_walk_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_walk_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_walk_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_walk_DEPENDENCIES = src/minutebook$(EXEEXT)

# The bugs of other programs that nothing above holds; MODEL-BUGS.md names the test of each.
check_PROGRAMS += tests/terminal/test_model_bugs
tests_terminal_test_model_bugs_SOURCES = tests/terminal/test_model_bugs.c tests/terminal/papers.c
tests_terminal_test_model_bugs_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_model_bugs_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_model_bugs_LDADD = tests/terminal/libtty.a src/text/libtext.a $(BASE_LIBS) $(UNISTRING_LIBS) $(CMOCKA_LIBS) $(VTERM_LIBS)
EXTRA_tests_terminal_test_model_bugs_DEPENDENCIES = src/minutebook$(EXEEXT)

check_PROGRAMS += tests/terminal/test_chase_walk
tests_terminal_test_chase_walk_SOURCES = tests/terminal/test_chase_walk.c
tests_terminal_test_chase_walk_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_chase_walk_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_chase_walk_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_chase_walk_DEPENDENCIES = src/minutebook$(EXEEXT)
check_PROGRAMS += tests/terminal/test_reading_walk
tests_terminal_test_reading_walk_SOURCES = tests/terminal/test_reading_walk.c tests/terminal/papers.c
tests_terminal_test_reading_walk_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_reading_walk_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_reading_walk_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_reading_walk_DEPENDENCIES = src/minutebook$(EXEEXT)

check_PROGRAMS += tests/terminal/test_colours
tests_terminal_test_colours_SOURCES = tests/terminal/test_colours.c tests/terminal/papers.c \
	tests/screens/golden.c tests/screens/golden.h
tests_terminal_test_colours_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_colours_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_colours_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_colours_DEPENDENCIES = src/minutebook$(EXEEXT)
GOLDEN_TESTS += tests/terminal/test_colours

# The README's pictures, by hand: `make pictures` writes them anew into assets/pictures of the source.
EXTRA_PROGRAMS += tests/terminal/pictures
CLEANFILES += tests/terminal/pictures$(EXEEXT)
tests_terminal_pictures_SOURCES = tests/terminal/pictures.c
tests_terminal_pictures_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_pictures_CFLAGS = $(TEST_CFLAGS)
tests_terminal_pictures_LDADD = $(TTY_LIBS)
pictures: tests/terminal/pictures$(EXEEXT) src/minutebook$(EXEEXT)
	$(AM_TESTS_ENVIRONMENT) MINUTEBOOK_PICTURES='$(abs_top_srcdir)/assets/pictures' tests/terminal/pictures$(EXEEXT)

check_PROGRAMS += tests/terminal/test_changes_walk
tests_terminal_test_changes_walk_SOURCES = tests/terminal/test_changes_walk.c tests/terminal/papers.c
tests_terminal_test_changes_walk_CPPFLAGS = $(TTY_CPPFLAGS)
tests_terminal_test_changes_walk_CFLAGS = $(TEST_CFLAGS)
tests_terminal_test_changes_walk_LDADD = $(TTY_LIBS)
EXTRA_tests_terminal_test_changes_walk_DEPENDENCIES = src/minutebook$(EXEEXT)
endif
