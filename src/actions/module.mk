noinst_LIBRARIES += src/actions/libactions.a
src_actions_libactions_a_SOURCES = include/minutebook/actions.h src/actions/private.h \
	src/actions/cited.c src/actions/due.c src/actions/follow_ups.c src/actions/follow_ups.h src/actions/judge.c src/actions/judge.h src/actions/line.c src/actions/ours.c src/actions/pattern.c \
	src/actions/pattern.h src/actions/place.c src/actions/restated.c src/actions/rows.c src/actions/rule_files.c \
	src/actions/rules.c src/actions/rules.h src/actions/rules_read.c src/actions/sentence.c src/actions/set.c \
	src/actions/standing.c src/actions/sweep.c src/actions/sweep.h src/actions/tags.c src/actions/units.c \
	src/actions/units.h src/actions/view.c src/actions/view.h src/actions/words.c
nodist_src_actions_libactions_a_SOURCES = src/actions/rules_data.c
src_actions_libactions_a_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS)
rule_names = words agreed requests resolutions recommendations programme tags traps when welsh
EXTRA_DIST += assets/rules/README assets/rules/words.rules assets/rules/agreed.rules assets/rules/requests.rules \
	assets/rules/resolutions.rules assets/rules/recommendations.rules assets/rules/programme.rules assets/rules/tags.rules \
	assets/rules/traps.rules assets/rules/when.rules assets/rules/welsh.rules
rule_folder = $(top_srcdir)/assets/rules
src/actions/rules_data.c: $(rule_folder)/words.rules $(rule_folder)/agreed.rules $(rule_folder)/requests.rules \
	$(rule_folder)/resolutions.rules $(rule_folder)/recommendations.rules $(rule_folder)/programme.rules $(rule_folder)/tags.rules \
	$(rule_folder)/traps.rules $(rule_folder)/when.rules $(rule_folder)/welsh.rules $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/actions && : > $@-t && for file in $(rule_names); do \
		$(AWK) -v name=rules_$$file -v lines=1 -f $(top_srcdir)/assets/embed.awk $(rule_folder)/$$file.rules >> $@-t || exit 1; \
	done && mv $@-t $@
CLEANFILES += src/actions/rules_data.c
