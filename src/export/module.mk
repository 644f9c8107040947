noinst_LIBRARIES += src/export/libexport.a
src_export_libexport_a_SOURCES = include/minutebook/export.h \
	src/export/actions.c src/export/changes.c src/export/committees.c src/export/pairs.c src/export/documents.h src/export/draft.c src/export/file.c src/export/json.c src/export/json.h \
	src/export/lists.c src/export/meetings.c src/export/programme.c src/export/results.c src/export/store.c \
	src/export/table.c src/export/table.h src/export/wanted.c
