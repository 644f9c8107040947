#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# The golds of the promises agree with their papers, and the scorer with the golds. What the program finds is not asked here:
# its figures are read by whoever runs score_promises.py (README.md).
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
promises=$MINUTEBOOK_SRCDIR/tests/promises
exec python3 "$promises/check_gold.py" "$promises"
