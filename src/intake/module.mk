noinst_LIBRARIES += src/intake/libintake.a
src_intake_libintake_a_SOURCES = include/minutebook/intake.h
