noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = include/minutebook/base.h include/minutebook/base_lookup.h \
	src/base/buf.c src/base/err.c src/base/file.c src/base/lookup.c src/base/mem.c src/base/sha256.c
src_base_libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(NETTLE_CFLAGS)
