noinst_LIBRARIES += src/export/libexport.a
src_export_libexport_a_SOURCES = include/minutebook/export.h \
	include/minutebook/export_chase.h src/export/blocks.c src/export/blocks.h src/export/calendar.c src/export/chase.c src/export/chase.h src/export/letter.c \
	src/export/message.c src/export/message.h src/export/people.c src/export/people.h src/export/prose.c src/export/prose.h src/export/profile.c src/export/profile.h \
	src/export/profile_fields.c src/export/profile_words.c src/export/programme_draft.c src/export/sheet.c src/export/sheet.h src/export/tracker.c src/export/tracker.h \
	src/export/actions.c src/export/changes.c src/export/committees.c src/export/notes.c src/export/pairs.c src/export/documents.h src/export/draft.c src/export/file.c src/export/impact.c src/export/json.c src/export/json.h \
	src/export/lists.c src/export/meetings.c src/export/programme.c src/export/results.c src/export/store.c \
	src/export/numbers.c src/export/table.c src/export/table.h include/minutebook/export_take.h src/export/take.h src/export/take_actions.c \
	src/export/plan.c src/export/take_find.c src/export/take_frames.h src/export/take_heads.c src/export/take_read.h src/export/take_row.c src/export/take_worker.c \
	src/export/take_cells.c src/export/take_merge.c src/export/take_table.c src/export/wanted.c
src_export_libexport_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
nodist_src_export_libexport_a_SOURCES = src/export/profiles_data.c
# The profiles that are compiled in, in the order in which they are listed.
profile_paths = assets/profiles/plain.profile assets/profiles/york.profile assets/profiles/maidstone.profile \
	assets/profiles/city-of-london.profile assets/profiles/future-oxfordshire.profile
EXTRA_DIST += $(profile_paths)
src/export/profiles_data.c: $(profile_paths) assets/embed.awk src/export/module.mk
	$(AM_V_GEN)$(MKDIR_P) src/export && table= && \
	printf '#include "config.h"\n#include "src/export/profile.h"\n' > $@-t && for path in $(profile_paths); do \
		name=`basename $$path .profile` && id=`echo $$name | tr - _` && table="$$table{\"$$name.profile\", asset_profile_$$id}, " && \
		$(AWK) -v name=profile_$$id -v lines=1 -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/$$path >> $@-t || exit 1; \
	done && echo "const struct profile_file profile_files[] = {$$table{0}};" >> $@-t && mv $@-t $@
CLEANFILES += src/export/profiles_data.c
src_export_libexport_a_SOURCES += src/export/evidence.c src/export/exempt.c src/export/exempt.h
src_export_libexport_a_SOURCES += include/minutebook/export_explain.h src/export/explain.c
src_export_libexport_a_SOURCES += include/minutebook/export_topic.h src/export/brief.h src/export/brief_read.c src/export/brief_write.c src/export/leaf.c \
	src/export/leaf.h src/export/topic.h src/export/topic_json.c src/export/topic_named.c src/export/topic_past.c \
	src/export/topic_read.c src/export/topic_said.c src/export/topic_write.c
