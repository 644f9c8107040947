# libxml2 is included here and nowhere else (tests/gates/rooms.sh).
noinst_LIBRARIES += src/intake/libintake.a
src_intake_libintake_a_CFLAGS = $(AM_CFLAGS) $(XML2_CFLAGS)
src_intake_libintake_a_SOURCES = include/minutebook/intake.h \
	src/intake/agenda.h src/intake/agenda_again.c src/intake/agenda_below.c src/intake/agenda_columns.c src/intake/agenda_entries.c src/intake/agenda_find.c src/intake/agenda_line.c src/intake/agenda_middle.c \
	src/intake/agenda_number.c src/intake/agenda_pages.c src/intake/agenda_title.c src/intake/agenda_unnumbered.c \
	src/intake/body.c src/intake/body_marks.c src/intake/bytes.c src/intake/bytes.h src/intake/chain.c src/intake/chain.h src/intake/chain_renumber.c src/intake/choose.c src/intake/committee_html.c src/intake/document.c src/intake/drawn.c src/intake/excluded.c src/intake/exempt_legend.c src/intake/exempt_own.c src/intake/exempt_says.c src/intake/head_lines.c src/intake/head_place.c src/intake/head_said.c src/intake/head_values.c src/intake/html_form.c src/intake/import.c \
	src/intake/item_html.c src/intake/links_in_text.c src/intake/list_html.c src/intake/list_html.h src/intake/markup.c src/intake/markup_form.c \
	src/intake/mhtml.c src/intake/body_text.c src/intake/committee_name.c src/intake/mend.c src/intake/notice.c \
	src/intake/pack.c src/intake/pack.h src/intake/pack_agenda.c src/intake/pack_call.c src/intake/pack_cells.c src/intake/pack_columns.c \
	src/intake/pack_contact.c src/intake/pack_entity.c src/intake/front.h src/intake/front_committee.c src/intake/front_day.c src/intake/head_time.c src/intake/pack_front.c src/intake/pack_links.c src/intake/pack_listed.c src/intake/pack_marks.c \
	src/intake/pack_markup.c src/intake/pack_mend.c src/intake/pack_people.c src/intake/pack_pieces.c \
	src/intake/pack_subject.c src/intake/pack_words.c \
	src/intake/pdf.c src/intake/pdf.h src/intake/pdf_agenda.c src/intake/pdf_cells.c src/intake/pdf_edges.c src/intake/pdf_flow.c src/intake/pdf_printed.c src/intake/pdf_grid.c src/intake/pdf_lines.c src/intake/pdf_measure.c src/intake/pdf_spread.c src/intake/pdf_turned.c \
	src/intake/pdf_notes.c src/intake/pdf_parts.c src/intake/pdf_parts.h src/intake/pdf_rows.c src/intake/pdf_settle.c src/intake/pdf_xml.c \
	src/intake/printed.c src/intake/printed_below.c src/intake/printed_columns.c src/intake/printed_committee.c src/intake/printed.h src/intake/printed_head.c src/intake/printed_items.c src/intake/printed_number.c src/intake/printed_actions.c src/intake/printed_record.c \
	src/intake/printed_lines.c src/intake/printed_people.c src/intake/printed_place.c src/intake/printed_rows.c src/intake/printed_titles.c \
	src/intake/programme.c src/intake/programme.h src/intake/programme_cells.c src/intake/programme_columns.c \
	src/intake/programme_rows.c src/intake/report.c src/intake/report.h src/intake/report_asked.c \
	src/intake/report_blocks.c src/intake/report_find.c src/intake/report_invited.c src/intake/report_single.c src/intake/report_table.c \
	src/intake/page.h src/intake/page_below.c src/intake/page_bodies.c src/intake/page_columns.c src/intake/page_committee.c src/intake/page_contact.c src/intake/page_cut.c src/intake/page_date.c src/intake/page_files.c src/intake/page_foot.c src/intake/page_head.c src/intake/page_meeting.c \
	src/intake/page_html.c src/intake/page_html.h src/intake/page_html_cell.c src/intake/page_html_files.c src/intake/page_html_links.c \
	src/intake/page_html_facts.c src/intake/page_html_loose.c src/intake/page_html_rows.c src/intake/page_html_votes.c \
	src/intake/page_item.c src/intake/page_items.c src/intake/page_lines.c src/intake/page_links.c src/intake/page_marks.c src/intake/private_part.c src/intake/page_mend.c src/intake/page_mend_numbers.c \
	src/intake/page_number.c src/intake/page_one.c src/intake/page_rows.c src/intake/page_text.c src/intake/page_title.c src/intake/page_titles.c src/intake/page_votes.c \
	src/intake/page_words.c src/intake/people.c src/intake/people.h src/intake/read.c src/intake/readers.h src/intake/service.c src/intake/service.h \
	src/intake/service_head.c src/intake/service_item.c src/intake/service_list.c src/intake/site_path.c src/intake/sniff.c src/intake/tables_in_text.c src/intake/traces.c \
	src/intake/tree.c src/intake/tree.h src/intake/tree_private.h src/intake/tree_text.c src/intake/walk.c src/intake/weigh.c src/intake/weigh.h src/intake/worker.c src/intake/worker.h
nodist_src_intake_libintake_a_SOURCES = src/intake/page_words_data.c src/intake/pack_words_data.c
src/intake/page_words_data.c: $(top_srcdir)/assets/words/page-words $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/intake && \
	$(AWK) -v name=page_words -v groups=1 -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/page-words > $@-t && mv $@-t $@
CLEANFILES += src/intake/page_words_data.c
EXTRA_DIST += assets/words/page-words
src/intake/pack_words_data.c: $(top_srcdir)/assets/words/pack-words $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/intake && \
	$(AWK) -v name=pack_words -v groups=1 -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/pack-words > $@-t && mv $@-t $@
CLEANFILES += src/intake/pack_words_data.c
EXTRA_DIST += assets/words/pack-words
