# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers

# tests/fuzz: a target of libFuzzer for each family of parsers. `make fuzz` builds them in a folder of its own and runs
# them (fuzz.sh); `make check` does not know them.
FUZZ_TARGETS = any frames html list pack page pdf printed record service text tracker
FUZZ_BUILT = $(FUZZ_TARGETS:%=tests/fuzz/fuzz_%$(EXEEXT)) tests/fuzz/seed$(EXEEXT)
FUZZ_FLAGS = -fsanitize=fuzzer
FUZZ_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
FUZZ_SHARED = tests/fuzz/fuzz.c tests/fuzz/fuzz.h tests/intake/sound.c tests/intake/sound.h
EXTRA_DIST += tests/fuzz/trackers/colleague.json tests/fuzz/trackers/table.csv tests/fuzz/trackers/table.md tests/fuzz/trackers/table.tsv
EXTRA_DIST += tests/fuzz/dict/tracker.dict tests/fuzz/fuzz.sh tests/fuzz/dict/paper.dict tests/fuzz/dict/markup.dict
CLEANFILES += $(FUZZ_BUILT)
EXTRA_PROGRAMS += tests/fuzz/seed
tests_fuzz_seed_SOURCES = tests/fuzz/seed.c tests/fuzz/fuzz.h
tests_fuzz_seed_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_seed_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_any
tests_fuzz_fuzz_any_SOURCES = tests/fuzz/any.c $(FUZZ_SHARED)
tests_fuzz_fuzz_any_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_any_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_any_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_frames
tests_fuzz_fuzz_frames_SOURCES = tests/fuzz/frames.c $(FUZZ_SHARED)
tests_fuzz_fuzz_frames_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_frames_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_frames_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_html
tests_fuzz_fuzz_html_SOURCES = tests/fuzz/html.c $(FUZZ_SHARED)
tests_fuzz_fuzz_html_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_html_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_html_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_list
tests_fuzz_fuzz_list_SOURCES = tests/fuzz/list.c $(FUZZ_SHARED)
tests_fuzz_fuzz_list_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_list_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_list_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_pack
tests_fuzz_fuzz_pack_SOURCES = tests/fuzz/pack.c $(FUZZ_SHARED)
tests_fuzz_fuzz_pack_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_pack_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_pack_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_page
tests_fuzz_fuzz_page_SOURCES = tests/fuzz/page.c $(FUZZ_SHARED)
tests_fuzz_fuzz_page_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_page_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_page_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_pdf
tests_fuzz_fuzz_pdf_SOURCES = tests/fuzz/pdf.c $(FUZZ_SHARED)
tests_fuzz_fuzz_pdf_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_pdf_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_pdf_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_printed
tests_fuzz_fuzz_printed_SOURCES = tests/fuzz/printed.c $(FUZZ_SHARED)
tests_fuzz_fuzz_printed_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_printed_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_printed_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_record
tests_fuzz_fuzz_record_SOURCES = tests/fuzz/record.c $(FUZZ_SHARED)
tests_fuzz_fuzz_record_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_record_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_record_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_service
tests_fuzz_fuzz_service_SOURCES = tests/fuzz/service.c $(FUZZ_SHARED)
tests_fuzz_fuzz_service_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_service_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_service_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_text
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/text.c $(FUZZ_SHARED)
tests_fuzz_fuzz_text_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_text_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_text_LDADD = $(INTAKE_LIBS)
EXTRA_PROGRAMS += tests/fuzz/fuzz_tracker
tests_fuzz_fuzz_tracker_SOURCES = tests/fuzz/tracker.c $(FUZZ_SHARED)
tests_fuzz_fuzz_tracker_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_tracker_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_FLAGS)
tests_fuzz_fuzz_tracker_LDADD = $(INTAKE_LIBS) $(EXPORT_LIBS)
fuzz-programs: $(FUZZ_BUILT)
fuzz:
	@$(SHELL) $(srcdir)/tests/fuzz/fuzz.sh '$(abs_srcdir)' '$(abs_builddir)'
.PHONY: damage fuzz fuzz-programs
