noinst_LIBRARIES += src/box/libbox.a
src_box_libbox_a_SOURCES = include/minutebook/box.h \
	src/box/calls.c src/box/child.c src/box/frames.c src/box/landlock.c src/box/order.c src/box/private.h \
	src/box/program.c src/box/run.c src/box/serve.c src/box/shut.c src/box/watch.c
src_box_libbox_a_CPPFLAGS = $(AM_CPPFLAGS) $(SECCOMP_CFLAGS)
