#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# How well papers in house styles of all kinds are read (score_styles.py; README.md): the figures of seen/, held at what
# was reached. A form that the program cannot read yet is told as skipped. blind/ is not asked: its first reading is taken
# by hand and written down.
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
styles=$MINUTEBOOK_SRCDIR/tests/styles
exec python3 "$styles/score_styles.py" --program "$MINUTEBOOK_BIN" --tap refused=0 items=100 titles=100 date=100 time=100 \
    venue=100 committee=100 status=100 flags=100 texts=100 attachments=100 pages=100 \
    meetings=100 committees=100 people=100 "$styles/seen"
