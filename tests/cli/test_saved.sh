#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Searches under a name: what papers bring that come later is new until it is looked at, and nothing else is.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
places() { # of WORDS
    minutebook search --count "$1"
    printf '%s' "${out%% *}"
}
minutebook saved
check "none yet" says 'No searches saved yet.'
minutebook import "$sample/2025-10-09-agenda-pack.txt"
before=$(places carers)
check "the pack tells of it" [ "$before" -ge 1 ]
minutebook saved add Carers carers
check "saved" says 'search saved: Carers'
minutebook saved
check "what was there is not new" says 'Carers: carers (nothing new)'
minutebook import "$sample/2025-07-10-minutes-page.txt"
minutebook import "$sample/2025-10-09-minutes-page.txt"
after=$(places carers)
check "more is held" [ "$after" -gt "$before" ]
minutebook saved
check "what came is new, and that alone" says "Carers: carers ($((after - before)) new)"
minutebook --read-only search --saved carers
check "found by its name" says '[Carers]'
minutebook saved list
check "where nothing is written it was not looked at" says "$((after - before)) new"
minutebook search --saved Carers
check "a look" exits 0
minutebook saved
check "after it nothing is new" says 'Carers: carers (nothing new)'
minutebook import --again
minutebook import "$sample"/*.txt
minutebook saved
check "papers that are held bring nothing new" says 'Carers: carers (nothing new)'
minutebook news
check "never looked: all that is held is new" says 'nothing of it was held before'
minutebook news --seen
minutebook news
check "seen" says 'Nothing new.'
sed 's/Young Carers/Old Bridges/g' "$sample/2025-10-09-minutes-page.txt" >"$home/again.txt"
minutebook import "$home/again.txt" --committee 'Children and Young People Scrutiny Panel' --date 2025-12-09
minutebook news
check "a meeting that came" says 'nothing of it was held before'
check "and no other" [ "$(printf '%s\n' "$out" | grep -c 'Scrutiny Panel')" = 1 ]
minutebook saved add Wrong 'NEAR/'
minutebook saved add Late 'committee:moon carers'
minutebook saved
check "a search that cannot be made says so and hides no other" says 'Carers: carers (1 new)'
minutebook saved delete Carers
check "taken away" says 'saved search taken away: Carers'
minutebook search --saved Carers
check "and found no more" exits 2
minutebook undo
minutebook search --saved Carers
check "undo brings it back" exits 0
minutebook saved add Empty
check "without words there is none" exits 2
minutebook search --saved Carers more words
check "either words or a name" exits 2
minutebook check
check "the store is sound" exits 0
finish
