#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What the golds of all the folders say stands in their papers; no council is in two of them (check_gold.py).
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
exec python3 "$MINUTEBOOK_SRCDIR/tests/styles/check_gold.py" "$MINUTEBOOK_SRCDIR/tests/styles"
