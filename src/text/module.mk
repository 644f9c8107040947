noinst_LIBRARIES += src/text/libtext.a
src_text_libtext_a_SOURCES = include/minutebook/text.h include/minutebook/text_acronyms.h src/text/acronyms.c \
	src/text/cells.c src/text/changes.c src/text/changed_words.c src/text/classes.c src/text/classes.h src/text/clock.c src/text/compare.c src/text/day.c \
	src/text/day_list.c src/text/day_scan.c src/text/day_span.c src/text/decode.c src/text/holidays.c \
	src/text/json.c src/text/safe.c src/text/scan.c src/text/scan.h src/text/sentence.c src/text/web.c
nodist_src_text_libtext_a_SOURCES = src/text/holidays_data.c

# The exceptions among England's bank holidays, compiled in.
EXTRA_DIST += assets/calendar/bank-holidays-england
CLEANFILES += src/text/holidays_data.c
src/text/holidays_data.c: $(srcdir)/assets/calendar/bank-holidays-england $(srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/text && $(AWK) -v name=bank_holidays -f $(srcdir)/assets/embed.awk \
		$(srcdir)/assets/calendar/bank-holidays-england >$@-t && mv -f $@-t $@
