noinst_LIBRARIES += src/actions/libactions.a
src_actions_libactions_a_SOURCES = include/minutebook/actions.h
