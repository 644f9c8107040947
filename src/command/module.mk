noinst_LIBRARIES += src/command/libcommand.a
src_command_libcommand_a_SOURCES = include/minutebook/command.h include/minutebook/command_table.h \
	src/command/complete.c src/command/config.c src/command/keymap.c src/command/keys.c src/command/keys.h src/command/line.c \
	src/command/settings.c src/command/settings.h src/command/table.c
