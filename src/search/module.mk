noinst_LIBRARIES += src/search/libsearch.a
src_search_libsearch_a_SOURCES = include/minutebook/search.h include/minutebook/search_fields.h include/minutebook/search_live.h \
	src/search/cite.c src/search/complete.c src/search/days.c src/search/fields.c src/search/lex.c src/search/lex.h src/search/match.c src/search/match.h src/search/names.c \
	src/search/names.h src/search/news.c src/search/parse.c src/search/parse.h src/search/plan.c src/search/plan.h src/search/plan_fields.c src/search/query.c src/search/run.c src/search/searcher.c src/search/snippet.c \
	src/search/values.c src/search/values.h
src_search_libsearch_a_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS)
src_search_libsearch_a_SOURCES += include/minutebook/search_pattern.h src/search/acronyms.c src/search/pattern.c
src_search_libsearch_a_SOURCES += include/minutebook/search_words.h src/search/expand.c src/search/expand.h src/search/forms.c src/search/related.c
nodist_src_search_libsearch_a_SOURCES = src/search/related_words_data.c src/search/word_forms_data.c
src/search/related_words_data.c: $(top_srcdir)/assets/words/related-words $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/search && \
	$(AWK) -v name=related_words -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/related-words > $@-t && mv $@-t $@
src/search/word_forms_data.c: $(top_srcdir)/assets/words/word-forms $(top_srcdir)/assets/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/search && \
	$(AWK) -v name=word_forms -v groups=1 -f $(top_srcdir)/assets/embed.awk $(top_srcdir)/assets/words/word-forms > $@-t && mv $@-t $@
CLEANFILES += src/search/related_words_data.c src/search/word_forms_data.c
EXTRA_DIST += assets/words/related-words assets/words/word-forms
