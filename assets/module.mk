# What is installed beside the program: the sample papers.
sampledir = $(pkgdatadir)/sample
dist_sample_DATA = assets/sample/as-at assets/sample/follow-ups assets/sample/people
samplepapersdir = $(pkgdatadir)/sample/papers
dist_samplepapers_DATA = \
	assets/sample/papers/2024-06-20-minutes-page.txt \
	assets/sample/papers/2024-07-10-minutes-page.txt \
	assets/sample/papers/2024-09-19-minutes-page.txt \
	assets/sample/papers/2024-11-06-minutes-page.txt \
	assets/sample/papers/2025-02-13-agenda-pack.txt \
	assets/sample/papers/2025-02-13-minutes-page.txt \
	assets/sample/papers/2025-03-05-minutes-page.txt \
	assets/sample/papers/2025-05-08-minutes-page.txt \
	assets/sample/papers/2025-05-08-page-in-full.txt \
	assets/sample/papers/2025-06-25-minutes-page.txt \
	assets/sample/papers/2025-07-10-minutes-page.txt \
	assets/sample/papers/2025-09-17-minutes-page.txt \
	assets/sample/papers/2025-10-09-agenda-pack.txt \
	assets/sample/papers/2025-10-09-minutes-page.txt \
	assets/sample/papers/2025-11-12-minutes-page.txt \
	assets/sample/papers/2025-11-27-minutes-page.txt \
	assets/sample/papers/2025-12-11-agenda-pack.txt
# One of the packs as a council would publish it, by three producers, for tests. The build does not make them.
samplepdfdir = $(pkgdatadir)/sample/pdf
dist_samplepdf_DATA = \
	assets/sample/pdf/2025-10-09-agenda-pack-chromium.pdf \
	assets/sample/pdf/2025-10-09-agenda-pack-libreoffice.pdf \
	assets/sample/pdf/2025-10-09-agenda-pack-weasyprint.pdf
EXTRA_DIST += assets/sample/README assets/sample/pdf/make.py

# The README's pictures (make pictures).
EXTRA_DIST += assets/pictures/actions.svg assets/pictures/meeting.svg
