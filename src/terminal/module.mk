noinst_LIBRARIES += src/terminal/libterminal.a
src_terminal_libterminal_a_SOURCES = include/minutebook/terminal.h
src_terminal_libterminal_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSESW_CFLAGS) $(LIBEDIT_CFLAGS)
