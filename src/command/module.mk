noinst_LIBRARIES += src/command/libcommand.a
src_command_libcommand_a_SOURCES = include/minutebook/command.h
