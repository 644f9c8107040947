#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Papers of seen/ changed in manners that keep their meaning (vary.py; README.md) are still read as what they are. KIND=PERCENT/PAPERS:
# what is kept of what the unvaried papers give, and the papers that the kind must have been made of. All kinds are asked by hand.
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
styles=$MINUTEBOOK_SRCDIR/tests/styles
exec python3 -B "$styles/vary.py" --program "$MINUTEBOOK_BIN" --tap number-item=99/10 value-running=99/8 value-year-first=99/8 title-capitals=99/8 wrap-72=98/8 wrap-60=98/8 indent-3=99/12 tabs=97/5 \
    blank-more=99/12 bytes-nbsp=97/12 stamp-feed=99/5 day-slash=99/12 time-24=99/10 around-menu=99/6 around-alert=99/6 \
    file-brackets=99/6 file-opens=99/6 label-3=99/6 headline-bar=98/3 headline-three=98/3 html-loud=99/3 html-no-class=99/8 html-hashed=99/8 "$styles/seen"
