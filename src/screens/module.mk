noinst_LIBRARIES += src/screens/libscreens.a
src_screens_libscreens_a_SOURCES = include/minutebook/screens.h
