# The manual pages. The keys of minutebook(1) come from the command table, the fields of minutebook-query(7) from that of the search.
dist_man5_MANS = assets/man/minutebook-json.5 assets/man/minutebook-people.5 assets/man/minutebook-profiles.5 assets/man/minutebook-rules.5
nodist_man1_MANS = assets/man/minutebook.1
nodist_man7_MANS = assets/man/minutebook-query.7
EXTRA_DIST += assets/man/minutebook.1.in assets/man/mdoc.awk assets/man/keys.awk assets/man/minutebook-query.7.in assets/man/query.awk
CLEANFILES += assets/man/minutebook.1 assets/man/minutebook-query.7
assets/man/minutebook.1: assets/man/minutebook.1.in assets/man/mdoc.awk assets/man/keys.awk include/minutebook/command_table.h
	$(AM_V_GEN)$(MKDIR_P) assets/man && $(AWK) -f $(top_srcdir)/assets/man/mdoc.awk -f $(top_srcdir)/assets/man/keys.awk \
		$(top_srcdir)/include/minutebook/command_table.h $(top_srcdir)/assets/man/minutebook.1.in > $@-t && mv $@-t $@
assets/man/minutebook-query.7: assets/man/minutebook-query.7.in assets/man/mdoc.awk assets/man/query.awk include/minutebook/search_fields.h
	$(AM_V_GEN)$(MKDIR_P) assets/man && $(AWK) -f $(top_srcdir)/assets/man/mdoc.awk -f $(top_srcdir)/assets/man/query.awk \
		$(top_srcdir)/include/minutebook/search_fields.h $(top_srcdir)/assets/man/minutebook-query.7.in > $@-t && mv $@-t $@
