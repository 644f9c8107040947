noinst_LIBRARIES += src/actions/libactions.a
src_actions_libactions_a_SOURCES = include/minutebook/actions.h src/actions/private.h \
	src/actions/due.c src/actions/line.c src/actions/place.c src/actions/sentence.c src/actions/set.c src/actions/standing.c \
	src/actions/words.c
src_actions_libactions_a_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS)
