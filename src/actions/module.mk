noinst_LIBRARIES += src/actions/libactions.a
src_actions_libactions_a_SOURCES = include/minutebook/actions.h src/actions/private.h \
	include/minutebook/actions_impact.h src/actions/alike.c src/actions/alike.h src/actions/asked.c src/actions/cited.c src/actions/clocks.c src/actions/cue_atoms.c src/actions/cue_sets.c src/actions/cues.c src/actions/cues.h src/actions/cues_read.h src/actions/deeds.c src/actions/due.c src/actions/follow.c src/actions/follow_ups.c src/actions/follow_ups.h src/actions/impact.c src/actions/impact.h src/actions/impact_rows.c src/actions/impact_topics.c src/actions/judge.c src/actions/judge.h src/actions/line.c src/actions/look.c src/actions/look.h src/actions/noted.c src/actions/ours.c src/actions/pattern.c \
	src/actions/pattern.h src/actions/place.c src/actions/restated.c src/actions/rows.c \
	src/actions/rules.c src/actions/rules.h src/actions/rules_own.c src/actions/rules_read.c src/actions/rules_try.c src/actions/set.c \
	src/actions/standing.c src/actions/survey.c src/actions/sweep.c src/actions/sweep.h src/actions/tags.c src/actions/units.c \
	src/actions/units.h src/actions/view.c src/actions/view.h src/actions/words.c
src_actions_libactions_a_SOURCES += include/minutebook/actions_explain.h src/actions/explain.c src/actions/limbs.c src/actions/marks.c src/actions/marks.h src/actions/parts.c
nodist_src_actions_libactions_a_SOURCES = src/actions/rules_data.c
src_actions_libactions_a_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS)
# All rules, in the order in which they are read: shared words first.
rule_paths = assets/rules/words.rules assets/rules/agreed.rules assets/rules/narrative.rules assets/rules/clauses.rules \
	assets/rules/promised.rules assets/rules/passive.rules assets/rules/assent.rules \
	assets/rules/bidden.rules assets/rules/notes.rules assets/rules/owners.rules assets/rules/requests.rules assets/rules/resolutions.rules \
	assets/rules/recommendations.rules assets/rules/programme.rules assets/rules/tags.rules assets/rules/traps.rules \
	assets/rules/when.rules assets/rules/welsh.rules assets/rules/parts.rules assets/rules/plain.rules \
	assets/rules/manners.rules assets/rules/spoken.rules assets/rules/timetable.rules
EXTRA_DIST += assets/rules/README $(rule_paths)
src/actions/rules_data.c: $(rule_paths) assets/embed.awk src/actions/module.mk
	$(AM_V_GEN)$(MKDIR_P) src/actions && table= && \
	printf '#include "config.h"\n#include "src/actions/rules.h"\n' > $@-t && for path in $(rule_paths); do \
		name=`basename $$path .rules` && table="$$table{\"$$name.rules\", asset_rules_$$name}, " && \
		$(AWK) -v name=rules_$$name -v lines=1 -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/$$path >> $@-t || exit 1; \
	done && echo "const struct rule_file rule_files[] = {$$table{0}};" >> $@-t && mv $@-t $@
CLEANFILES += src/actions/rules_data.c
# Did it happen?
src_actions_libactions_a_SOURCES += include/minutebook/actions_evidence.h src/actions/evidence.c src/actions/evidence.h \
	src/actions/evidence_asked.c src/actions/evidence_cited.c src/actions/evidence_judge.c src/actions/evidence_lexicon.c src/actions/evidence_said.c src/actions/evidence_take.c \
	src/actions/evidence_topic.c src/actions/evidence_units.c src/actions/evidence_words.c
nodist_src_actions_libactions_a_SOURCES += src/actions/evidence_words_data.c
src/actions/evidence_words_data.c: $(top_srcdir)/assets/words/evidence-words $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/actions && \
	$(AWK) -v name=evidence_words -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/evidence-words > $@-t && mv $@-t $@
CLEANFILES += src/actions/evidence_words_data.c
EXTRA_DIST += assets/words/evidence-words
src_actions_libactions_a_SOURCES += include/minutebook/actions_theme.h src/actions/theme.c
