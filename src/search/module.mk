noinst_LIBRARIES += src/search/libsearch.a
src_search_libsearch_a_SOURCES = include/minutebook/search.h include/minutebook/search_fields.h include/minutebook/search_live.h \
	src/search/days.c src/search/fields.c src/search/lex.c src/search/lex.h src/search/match.c src/search/match.h src/search/names.c \
	src/search/names.h src/search/parse.c src/search/parse.h src/search/plan.c src/search/query.c src/search/run.c src/search/searcher.c src/search/snippet.c \
	src/search/values.c src/search/values.h
