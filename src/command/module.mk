noinst_LIBRARIES += src/command/libcommand.a
src_command_libcommand_a_SOURCES = include/minutebook/command.h \
	src/command/keys.c src/command/line.c src/command/table.c
