noinst_LIBRARIES += src/terminal/libterminal.a
src_terminal_libterminal_a_SOURCES = include/minutebook/terminal.h \
	src/terminal/display.c src/terminal/display.h \
	src/terminal/keys.c src/terminal/keys.h \
	src/terminal/line.c src/terminal/loop.c src/terminal/loop.h src/terminal/loop_private.h \
	src/terminal/paint.c src/terminal/paint.h \
	src/terminal/prompt.c src/terminal/prompt.h src/terminal/prompt_complete.c src/terminal/prompt_feed.c \
	src/terminal/prompt_private.h src/terminal/prompt_recall.c \
	src/terminal/play.c src/terminal/react.c src/terminal/script.c src/terminal/script.h \
	src/terminal/signals.c src/terminal/signals.h \
	src/terminal/terminal.c \
	src/terminal/worker.c src/terminal/worker.h
src_terminal_libterminal_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSESW_CFLAGS) $(LIBEDIT_CFLAGS)
