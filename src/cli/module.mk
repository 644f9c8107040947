noinst_LIBRARIES += src/cli/libcli.a
src_cli_libcli_a_SOURCES = include/minutebook/cli.h src/cli/out.h src/cli/subcommand.h \
	src/cli/action.c src/cli/call.c src/cli/care.c src/cli/changes.c src/cli/decide.c src/cli/despatch.c src/cli/follow.c src/cli/cli.c src/cli/impact.c src/cli/import.c src/cli/letter.c src/cli/lists.c src/cli/search.c \
	src/cli/meeting.c src/cli/note.c src/cli/saved.c src/cli/news.c src/cli/out.c src/cli/rules.c src/cli/sample.c src/cli/subcommands.c src/cli/take.c src/cli/tracker.c
src_cli_libcli_a_SOURCES += src/cli/evidence.c
src_cli_libcli_a_SOURCES += src/cli/explain.c
src_cli_libcli_a_SOURCES += src/cli/brief.c
