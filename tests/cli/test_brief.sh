#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# The two pages for the pre-meeting: what stands on them, where it comes from, and that nothing leaves that must not.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
mkdir "$home/papers"
lacks() { ! says "$1"; }
held() { # NAME DAY NUMBER, items on standard input
    { printf 'Agenda and minutes\n\nHarbour Panel - %s 10.00 am\n\nItems\n\nNo. Item\n\n' "$2"; cat; } >"$home/papers/$1.txt"
}
held first 'Thursday, 3rd April, 2031' <<'END'
11.

Apologies for Absence

Minutes:

There were none.

12.

Dredging of the Inner Basin

Minutes:

It was agreed that the Harbour Master would send Members the depths of the Inner Basin by 1 June 2031.

13.

Lights on the Outer Mole

Minutes:

The Panel agreed that the Clerk would write to the Lighthouse Service.
END
held second 'Thursday, 4th September, 2031' <<'END'
21.

Apologies for Absence

Minutes:

There were none.

22.

Keeping the Basin Open: Mud & <Stones>

Minutes:

The Clerk had gone through the minutes of the meetings held on 6 February 2031 and 3 April 2031.

23.

Inner Basin: Progress Report on Dredging

Minutes:

The report was noted.

24.

Oyster Beds

Minutes:

The report was noted.
END
minutebook import "$home/papers"
check "two meetings are held" exits 0
minutebook action confirm 12/1
check "a promise is on the tracker" exits 0
minutebook action note 12/1 'she will not like it'
check "with a private note" exits 0

minutebook --as-at 2031-09-01 brief 2031-09-04
check "the brief is printed" exits 0
cp "$home/out" "$home/brief.txt"
check "headed by its committee and day" says 'Harbour Panel, Thursday 4 September 2031'
check "what is on every agenda is left out" says '1 routine item is left out'
check "and not printed" lacks Apologies
check "when a topic came up last, under the title it had" says '3 April 2031, minute 12: “Dredging of the Inner Basin”'
check "what is owed, with its reference" says '12/1  '
check "and since when it is late" says '92 days ago.'
check "the same day under another title, where a minute names the day" says '3 April 2031, minute 12: “Dredging of the Inner Basin”'
check "a topic of which nothing is held says so" says 'nothing held is about it'
check "a meeting that is named and not held" says 'named, not held: 6 February 2031'
check "another topic of that day is not listed" lacks 'Outer Mole'
check "private notes stay at home" lacks 'not like it'
check "no more than two pages" [ "$(wc -l <"$home/brief.txt")" -le 120 ]
check "and there is room to write" says ____________
minutebook --as-at 2031-09-01 brief 2031-09-04 --notes
check "with the note where it is asked for" says 'not like it'
minutebook note add 2031-09-04/m23 --question --for 'the Harbour Master' 'How deep is it now?'
check "a question is noted" exits 0
minutebook note add 2031-09-04/m23 'he was vague'
minutebook note add 2031-09-04 --question 'Who takes the minutes?'
minutebook --as-at 2031-09-01 brief 2031-09-04
check "the question stands at its item" says '· How deep is it now? (for the Harbour Master)'
check "one on the whole meeting at the end" says 'Who takes the minutes?'
check "a private note does not" lacks vague
minutebook --as-at 2031-09-01 brief 2031-09-04 --notes
check "unless it is asked for" says 'Your notes   · he was vague'
minutebook topic 2031-09-04/m23
check "nor is it on the topic card" lacks vague
minutebook topic 2031-09-04/m23 --notes
check "unless it is asked for there" says 'your note: he was vague'
check "with the question" says 'your question: How deep is it now?'
minutebook --as-at 2031-03-20 brief 2031-04-03
check "before the first meeting nothing was" exits 0
check "later meetings are no past" lacks 'September'

minutebook --as-at 2031-09-01 brief 2031-09-04 --format md
check "Markdown" exits 0
check "has headings" says '## 23  Inner Basin'
check "and no text of a paper is mark-up in it" says 'Mud \& \<Stones\>'
minutebook --as-at 2031-09-01 brief 2031-09-04 --format html
check "HTML" says '<!DOCTYPE html>'
check "in which no text is mark-up" says 'Mud &amp; &lt;Stones&gt;'
check "and no text opens an element" lacks '<Stones>'
minutebook --as-at 2031-09-01 brief 2031-09-04 --format html --out "$home/brief.html"
check "it goes into a file" test -s "$home/brief.html"
minutebook --as-at 2031-09-01 brief 2031-09-04 --format html --out "$home/brief.html"
check "which is never written over" exits 2
minutebook brief 2031-09-04 --format csv
check "a brief is no table" exits 2
minutebook brief
check "which meeting must be said" exits 2
minutebook brief 2031-12-24
check "one that is not held is refused" exits 2

# ---- the topic card ----
minutebook --as-at 2031-09-20 topic 2031-09-04/m23
check "the card of an item" exits 0
check "says when it came up" says 'When it came up (2), under 2 titles'
check "newest first" says '4 September 2031, minute 23'
check "under another title" says '“Dredging of the Inner Basin”'
check "what is owed" says '12/1  It was agreed'
check "not when it is late by the member's own day" lacks 'your own'
minutebook --as-at 2031-09-20 topic 2031-09-04 m22
check "meeting and item may be two words" exits 0
check "a meeting that is named and held" says '3 April 2031: held'
check "and one that is not" says '6 February 2031: not held'
minutebook topic inner basin
check "words that titles hold" says 'When it came up (2)'
check "with the committee beside each" says 'minute 12, Harbour Panel'
minutebook topic basin outer
check "words that no title holds together are found nowhere" exits 1
minutebook topic '"mole'
check "a quote that is not closed is refused" exits 2
minutebook topic
check "of what must be said" exits 2
minutebook topic 2031-09-04/m99
check "an item that a meeting lacks is no word" exits 2
minutebook topic 2031-09-04/m22 --format md
check "as Markdown no text is mark-up" says '# Keeping the Basin Open: Mud \& \<Stones\>'
minutebook topic 2031-09-04/m23 --out "$home/card.md" --format md
check "it goes into a file" test -s "$home/card.md"

# A hostile title reaches no terminal as it is.
held third 'Thursday, 2nd October, 2031' <<END
31.

Tides $(printf '\033[31m')red$(printf '\302\233') tides

Minutes:

The report was noted.
END
minutebook import "$home/papers"
for format in text md html; do
    minutebook brief 2031-10-02 --format $format
    check "no control byte leaves as $format" not controls "$home/out"
done
minutebook meeting add --committee 'Harbour Panel' --date 2032-01-08
minutebook brief 2032-01-08
check "of a meeting without papers it says so" says 'no agenda of this meeting is held'

# The sample: one page tells nothing twice, and what is exempt stays out.
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets
export MINUTEBOOK_DATADIR
unset MINUTEBOOK_AS_AT
minutebook --demo brief 2025-12-11
check "a topic with two items is told once" says 'the same topic as “Larkfield House: One Year On” above'
minutebook --demo brief 2025-10-09
check "a day that a report names leads to the other name" says '20 June 2024, minute 174: “Home to School Transport”'
check "two titles that share a word stay two topics" lacks 'School Attendance'
minutebook --demo topic 2025-05-08/m207
check "a programme put it off" says '(no item of that day has its name)'
minutebook --demo topic 2025-10-09/5
check "another sort of carers is another topic" lacks Kinship
check "tables of its report" says 'What young carers asked for'
minutebook --demo topic 2025-12-11/a10
check "an exempt item has a card" exits 0
cp "$home/out" "$home/card"
minutebook --demo topic 2025-12-11/a10 --exempt
check "in which its own texts are left out" [ "$(wc -c <"$home/card")" -le "$(wc -c <"$home/out")" ]
finish
