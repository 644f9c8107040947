#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Real saved pages that none of us wrote (pages.py). They are not part of the project; without them this is
# skipped, and says so.
pages=$MINUTEBOOK_SHARED/fixtures/moderngov-pages
if [ ! -f "$pages/Agenda_151.html" ]; then
    echo "1..0 # SKIP no saved pages in ${MINUTEBOOK_SHARED:-MINUTEBOOK_SHARED, which is not set}"
    exit 0
fi
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
facts=$MINUTEBOOK_BUILDDIR/tests/intake/test_corpus
[ -x "$facts" ] || facts=
exec python3 "$MINUTEBOOK_SRCDIR/tests/real/pages.py" "$MINUTEBOOK_BIN" "$pages" ${facts:+"$facts"}
