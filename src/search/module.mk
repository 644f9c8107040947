noinst_LIBRARIES += src/search/libsearch.a
src_search_libsearch_a_SOURCES = include/minutebook/search.h \
	src/search/match.c src/search/match.h src/search/query.c src/search/run.c src/search/snippet.c
