# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers

# tests/bench: figures, never a test. `make bench`; what they mean stands at the head of bench.sh.
BENCH_TOOLS = tests/bench/bench$(EXEEXT) tests/bench/insert$(EXEEXT) tests/bench/papers$(EXEEXT) tests/bench/smallest$(EXEEXT) tests/bench/sweep$(EXEEXT) \
	tests/bench/passages$(EXEEXT) tests/bench/search$(EXEEXT) tests/bench/turns$(EXEEXT) tests/bench/typing$(EXEEXT)
EXTRA_PROGRAMS += tests/bench/bench tests/bench/insert tests/bench/papers tests/bench/smallest tests/bench/sweep tests/bench/passages tests/bench/search tests/bench/turns tests/bench/typing
EXTRA_DIST += tests/bench/bench.sh tests/bench/search.sh
CLEANFILES += $(BENCH_TOOLS)
tests_bench_bench_SOURCES = tests/bench/bench.c tests/bench/figures.c tests/bench/figures.h tests/bench/imports.c tests/bench/imports.h \
	tests/bench/watch.c tests/bench/watch.h
tests_bench_bench_CPPFLAGS = $(TEST_CPPFLAGS)
tests_bench_insert_SOURCES = tests/bench/insert.c
tests_bench_insert_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_bench_insert_LDADD = $(SQLITE3_LIBS)
tests_bench_papers_SOURCES = tests/bench/papers.c tests/bench/words.c tests/bench/words.h
tests_bench_papers_CPPFLAGS = $(TEST_CPPFLAGS)
tests_bench_papers_LDADD = -lm
tests_bench_passages_SOURCES = tests/bench/passages.c tests/bench/words.c tests/bench/words.h
tests_bench_passages_CPPFLAGS = $(TEST_CPPFLAGS)
tests_bench_passages_LDADD = $(STORE_LIBS) -lm
tests_bench_search_SOURCES = tests/bench/search.c tests/bench/figures.c tests/bench/figures.h tests/bench/watch.c tests/bench/watch.h \
	tests/bench/words.c tests/bench/words.h
tests_bench_search_CPPFLAGS = $(TEST_CPPFLAGS) $(SQLITE3_CFLAGS)
tests_bench_search_LDADD = $(SEARCH_LIBS) -lm
tests_bench_typing_SOURCES = tests/bench/typing.c tests/bench/figures.c tests/bench/figures.h tests/bench/watch.c tests/bench/watch.h \
	tests/bench/words.c tests/bench/words.h
tests_bench_typing_CPPFLAGS = $(TEST_CPPFLAGS)
tests_bench_typing_LDADD = -lm
tests_bench_turns_SOURCES = tests/bench/turns.c tests/bench/figures.c tests/bench/figures.h tests/bench/watch.c tests/bench/watch.h
tests_bench_turns_CPPFLAGS = $(TEST_CPPFLAGS)
tests_bench_smallest_SOURCES = tests/bench/smallest.c
tests_bench_smallest_CPPFLAGS = $(TEST_CPPFLAGS) $(NCURSESW_CFLAGS)
tests_bench_smallest_LDADD = $(NCURSESW_LIBS)
tests_bench_sweep_SOURCES = tests/bench/sweep.c
tests_bench_sweep_CPPFLAGS = $(TEST_CPPFLAGS)
tests_bench_sweep_LDADD = $(ACTIONS_LIBS)
bench: src/minutebook$(EXEEXT) $(BENCH_TOOLS)
	@$(SHELL) $(srcdir)/tests/bench/bench.sh '$(abs_srcdir)' '$(abs_builddir)'
bench-search: src/minutebook$(EXEEXT) $(BENCH_TOOLS)
	@$(SHELL) $(srcdir)/tests/bench/search.sh '$(abs_srcdir)' '$(abs_builddir)'
.PHONY: bench bench-search
