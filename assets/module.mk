# What is installed beside the program: the sample papers.
sampledir = $(pkgdatadir)/sample
dist_sample_DATA = assets/sample/as-at assets/sample/follow-ups
samplepapersdir = $(pkgdatadir)/sample/papers
dist_samplepapers_DATA = \
	assets/sample/papers/2025-07-10-minutes-page.txt \
	assets/sample/papers/2025-10-09-agenda-pack.txt \
	assets/sample/papers/2025-10-09-minutes-page.txt
