#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# The follow-ups found in the seeds, scored against hand-made annotations (actions.py). The papers are not
# part of the project; without them this is skipped, and says so.
if [ ! -d "$MINUTEBOOK_SHARED/seeds" ] || [ ! -f "$MINUTEBOOK_SHARED/gold/score.py" ]; then
    echo "1..0 # SKIP no seeds in ${MINUTEBOOK_SHARED:-MINUTEBOOK_SHARED, which is not set}"
    exit 0
fi
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
exec python3 "$MINUTEBOOK_SRCDIR/tests/real/actions.py" "$MINUTEBOOK_BIN" "$MINUTEBOOK_SHARED"
