#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# A real report as PDF, and a real pack printed anew by the programs that are installed (pdf.py, pdf_print.py). The papers
# are not part of the project; without them, or without pdftohtml, this is skipped, and says so.
report=$MINUTEBOOK_SHARED/fixtures/reports/ManorgatePetition.pdf
if [ ! -f "$report" ]; then
    echo "1..0 # SKIP no report in ${MINUTEBOOK_SHARED:-MINUTEBOOK_SHARED, which is not set}"
    exit 0
fi
if ! command -v python3 >/dev/null || ! command -v pdftohtml >/dev/null; then
    echo "1..0 # SKIP python3 or pdftohtml (of poppler-utils) is missing"
    exit 0
fi
exec python3 "$MINUTEBOOK_SRCDIR/tests/real/pdf.py" "$MINUTEBOOK_BIN" "$report" "$MINUTEBOOK_SHARED"/seeds/002_*.txt
