#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# PDFs through the real program, its boxes and pdftohtml: the pack of the sample, made by three producers, says what its
# text says; what cannot be read is told in one sentence, and no damage ends in anything worse.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
if ! command -v pdftohtml >/dev/null || ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP pdftohtml (of poppler-utils) or python3 is missing"
    exit 0
fi
council=$MINUTEBOOK_SRCDIR/assets/sample
tools=$MINUTEBOOK_SRCDIR/tests/cli

# ---- three producers ----
minutebook import --dry-run --format json "$council/papers/2025-10-09-agenda-pack.txt"
printf '%s\n' "$out" >"$home/text.json"
for producer in weasyprint chromium libreoffice; do
    minutebook import --dry-run --format json "$council/pdf/2025-10-09-agenda-pack-$producer.pdf"
    check "the pack of $producer is read" exits 0
    check "as a pack" says '"form":"pack-pdf"'
    printf '%s\n' "$out" >"$home/pdf.json"
    out=$(python3 "$tools/pdf_same.py" "$home/text.json" "$home/pdf.json")
    printf '%s\n' "$out" | sed "s/^/# $producer: /"
    check "$producer: committee, day, time, venue, contact and members as in the text" says "meeting 8 of 8"
    check "$producer: titles, timings, papers to follow, what is asked and who is invited" says "items 40 of 40"
    check "$producer: the pages that the agenda names" says "pages 4 of 4"
    check "$producer: each cell of the work programme's 18 rows" says "programme rows 114 of 114"
    check "$producer: as many tables, each with its rows" says "tables 7 of 7"
    check "$producer: the same cells at the same places" says "table cells 201 of 201"
    check "$producer: the same words in paragraphs, lists and headings" says "words 732 of 732"
    check "$producer: each report begins on the page that the agenda names" says "first pages 4 of 4"
    check "$producer: the printed page of every paragraph" says "paragraphs with a page 74 of 74"
done

# ---- stored, shown and found ----
pack=$council/pdf/2025-10-09-agenda-pack-weasyprint.pdf
minutebook import "$pack"
check "a pack is stored" exits 0
minutebook import "$pack"
check "and known again" says "unchanged"
minutebook search "Thornleigh"
check "its tables are searched" exits 0
minutebook import "$council/papers/2025-10-09-agenda-pack.txt"
minutebook meetings
check "its text is the same meeting" is "$(printf '%s\n' "$out" | grep -c ' 9 Oct 2025')" 1

# ---- a single report, and what has no text ----
python3 "$tools/pdf_make.py" "$home"
minutebook import --dry-run --format json "$home/text.pdf"
check "a report is read" says '"form":"report-pdf"'
check "with its committee" says '"committee":"Harbour and Ferries Scrutiny Panel"'
check "its day" says '"date":"2025-03-12"'
check "its title" says '"title":"Ferries in Winter"'
check "and its author" says '"author":"Report of the Head of Piers"'
minutebook import --dry-run "$home/drawing.pdf"
check "a page without words is no failure" exits 0
check "and says so" says "no text found on page 1 (a scan, or a font we cannot read)"
minutebook import --dry-run --format json "$home/mixed.pdf"
check "pages around it are kept" says "The Panel heard nothing more of it."

# ---- what is not read ----
minutebook import --dry-run "$home/locked.pdf"
check "a PDF with a password is refused" exits 3
check "and says what to do" complains "a PDF that only a password opens"
printf '%%PDF-1.7\nno more than that\n' >"$home/stump.pdf"
minutebook import --dry-run "$home/stump.pdf"
check "a stump is refused" exits 3
check "as damaged" complains "a damaged PDF, or one whose end is missing"
(PATH=/nowhere && export PATH && "$MINUTEBOOK_BIN" import --dry-run "$home/text.pdf" 2>"$home/err") && code=0 || code=$?
err=$(cat "$home/err")
check "without pdftohtml a PDF is refused" exits 3
check "and the package is named" complains "is not read without the program pdftohtml; install the package poppler-utils"
minutebook import --dry-run --form page-text "$home/text.pdf"
check "a PDF is no page" exits 3

# ---- damage ----
mkdir "$home/damaged"
seed=${MB_SEED:-$(date +%j)}
python3 "$tools/pdf_make.py" --damage "$pack" "$home/damaged" 40 "$seed"
worst=0 read=0
for paper in "$home"/damaged/*.pdf; do
    minutebook import --dry-run "$paper"
    case $code in
    0) read=$((read + 1)) ;;
    3) case $err in *crash* | *signal* | *"its own test"*) worst=1 && echo "# $paper: $err" ;; esac ;;
    *) worst=1 && echo "# $paper: exit $code: $err" ;;
    esac
done
echo "# $read of 40 damaged PDFs were read, seed $seed"
check "40 damaged PDFs are read or refused in a sentence" is "$worst" 0
finish
