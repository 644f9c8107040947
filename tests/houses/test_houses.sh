#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# How well what is owed is found in the eight houses: precision and recall of the outstanding list and
# invented owners, over the eight together (score_houses.py).
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
exec python3 "$MINUTEBOOK_SRCDIR/tests/houses/score_houses.py" "$MINUTEBOOK_BIN" "$MINUTEBOOK_SRCDIR/tests/houses"
