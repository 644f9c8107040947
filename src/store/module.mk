noinst_LIBRARIES += src/store/libstore.a
src_store_libstore_a_SOURCES = include/minutebook/store.h include/minutebook/store_published.h include/minutebook/store_search.h include/minutebook/store_own.h include/minutebook/store_notes.h \
	src/store/index.h src/store/joining.h src/store/keep.h src/store/merge.h src/store/private.h src/store/publish.h \
	src/store/read.h src/store/reconcile.h src/store/schema_sql.h \
	src/store/authorizer.c src/store/connection.c src/store/db.c src/store/import.c src/store/index_check.c \
	src/store/index_acronyms.c src/store/index_mine.c src/store/index_passages.c src/store/index_schema.c src/store/index_meta.c src/store/index_range.c src/store/index_range.h src/store/index_rank.c src/store/index_scan.c src/store/index_scan.h src/store/index_search.c src/store/schema_8.c \
	src/store/healed.c src/store/index_words.c src/store/index_write.c src/store/join_offers.c src/store/offers.h src/store/part_offers.c src/store/keep.c src/store/lock.c \
	src/store/editions.c src/store/merge.c src/store/merge_item.c src/store/merge_pair.c src/store/names.c src/store/offers.c \
	src/store/path.c src/store/publish.c src/store/publish_scope.c src/store/publish_write.c src/store/read_found.c src/store/read_list.c \
	src/store/read_find.c src/store/read_meeting.c src/store/read_programme.c src/store/reasons.c src/store/reconcile.c src/store/rulings.c src/store/schema.c src/store/schema_2.c src/store/schema_3.c src/store/schema_4.c src/store/schema_5.c src/store/schema_6.c src/store/schema_7.c src/store/notes.c src/store/edit_note.c src/store/saved.c src/store/news.c src/store/marks.c src/store/listed_papers.c src/store/keys.c src/store/listed.h src/store/listed.c \
	src/store/schema_published.c src/store/sources.c src/store/store.c src/store/sweep.c src/store/transaction.c \
	src/store/user_schema.c
src_store_libstore_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir) $(SQLITE3_CFLAGS)
src_store_libstore_a_SOURCES += src/store/index_terms.c
src_store_libstore_a_SOURCES += src/store/entered.h src/store/wanted.h src/store/user.h src/store/user_rows.h \
	src/store/backup.c src/store/check.c src/store/check_published.c src/store/edit.c src/store/edit_action.c src/store/edit_entry.c src/store/edit_field.c src/store/entries.c src/store/look_back.c src/store/edit_meeting.c \
	src/store/edit_reference.c src/store/edit_wanted.c src/store/addresses.h src/store/addresses.c src/store/changes.c src/store/committees.h src/store/committees.c src/store/committee_names.c src/store/councils.h src/store/councils.c src/store/sites.c src/store/entered.c src/store/fuller.c src/store/placed.h src/store/placed.c src/store/near_name.c src/store/migrate.c src/store/prompt_history.c src/store/undo.c src/store/user_read.c src/store/user_rows.c \
	src/store/swept.c src/store/user_rules.c src/store/user_tables.c src/store/wanted.c src/store/wanted_marks.c src/store/wanted_count.c
