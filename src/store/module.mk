noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_SOURCES = include/minutebook/store.h
src_store_libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE3_CFLAGS)
