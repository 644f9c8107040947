# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Links of a pasted page: numbered where an item is shown, kept in exports, and no words of the text.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"

minutebook import --council Tidewick "$MINUTEBOOK_SRCDIR/tests/intake/papers/page-links.txt"
check "the page is imported" exits 0

minutebook show 2023-04-04/m33
check "a link has its number behind its words" says "the survey[1] and the old chart[2], which was noted."
check "so has one in a cell" says "North    View[5]  1,200"
check "and an address that is text" says "https://tidewick.example/plain [4]"
check "the list says where they lead" says "[2]  and the old chart: https://tidewick.example/chart"
check "in the order of the text" says "[7]  the ladders: https://tidewick.example/ladders"
check "what runs or leads nowhere has none" not says "[8]"
check "nothing of it reaches the terminal" not controls "$home/out"

minutebook show 2023-04-04/m33 --format json
check "the text has no numbers" says 'The Panel looked at the survey and the old chart, which was noted.'
check "the links stand beside it" says '{"text":"the survey","url":"https://tidewick.example/survey_(east)"}'
check "a file has its address" says '"url":"documents/s7002/Slipways.pdf"'

minutebook search '"the survey and the old chart"'
check "words are found as they are written" exits 0
minutebook search '"ladders https"'
check "an address that left the text is no word of it" exits 1

minutebook actions --format json
check "a follow-up quotes its sentence" says '"quote":"The Chairman agreed to write to the harbour master about the ladders."'
finish
