#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What only the member decides: meetings that may be one, committees under several names, where a council publishes.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
panel='Children and Young People Scrutiny Panel'
minutebook pairs
check "without papers there is nothing to decide" says "Nothing to decide."
minutebook committees
check "and no committee" says "No committee yet"
minutebook import "$sample"

# The same committee and day, with other titles: joined without the member by nobody.
sed 's/Young Carers/Bridges of the Town/; s/^Apologies.*/Welcome/' "$sample/2025-10-09-minutes-page.txt" >"$home/other.txt"
minutebook import "$home/other.txt" --committee "$panel" --date 2025-10-09
check "the import says that they may be one" says "May be one meeting with"
check "and how to see both" says "minutebook pairs"
minutebook
check "so does the overview" says "1 pair of meetings may be one (minutebook pairs)"
minutebook pairs
check "both sides are told" says "other.txt · 8 items"
check "with what speaks for it" says "six of eight titles"
check "and against" says "only one names the time"
check "with the items that one has alone" says "second    Welcome"
minutebook pairs --format csv
check "they are rows, too" is "$(wc -l <"$home/out")" 2
one=$(sed -n '2s/,.*//p' "$home/out")
other=$(sed -n '2s/^[^,]*,\([^,]*\),.*/\1/p' "$home/out")
minutebook pair apart "$one" "$other"
check "two meetings" says "kept apart: $panel, 9 October 2025"
minutebook pairs
check "are not asked about again" says "Nothing to decide."
minutebook undo
minutebook pairs
check "until that is undone" says "1 to decide"
minutebook pair join "$one" "$other"
check "one meeting" says "joined as one meeting"
minutebook meetings --format csv
check "is one row" is "$(grep -c 2025-10-09 "$home/out")" 1
minutebook undo
minutebook meetings --format csv
check "and two again when undone" is "$(grep -c 2025-10-09 "$home/out")" 2
minutebook pair join "$one"
check "a pair has two" exits 2
minutebook pair marry "$one" "$other"
check "and is joined or kept apart" exits 2
minutebook pair join "$one" no-such-meeting
check "a meeting that is not there is named" complains "no-such-meeting"

printf '%s\n' 'Agenda and minutes' '' 'Venue: Town Hall, Heronsgate' '' Items 'No. Item' '' 51. '' 'Street Lamps' '' Minutes: '' \
    'The Panel noted the lamps.' '' 52. '' 'Harbour Walls' '' Minutes: '' 'The Panel noted the walls.' >"$home/panel.txt"
minutebook import "$home/panel.txt" --committee 'Young People Panel' --council 'Heronsgate County Council' --date 2025-05-08
check "a paper of the same panel under another name" exits 0
minutebook committees
check "both are committees" says "Young People Panel"
minutebook committee merge 'Young People Panel' "$panel"
check "one committee" says "one committee: Young People Panel is $panel"
minutebook committees --format json
check "has the other name" says '"other_names":["Young People Panel"],"merged":true'
minutebook committee split "$panel"
check "which is split off" says "two committees: $panel and Young People Panel"
minutebook undo
minutebook committees --format csv
check "and undone: one again" says 'Young People Panel,yes'
minutebook undo
minutebook committees --format csv
check "and two again" not says 'Young People Panel,yes'
minutebook committee merge 'Parks Panel' "$panel"
check "a name that no committee has" complains 'no committee is called "Parks Panel"'
minutebook committee merge "$panel"
check "a merge needs two" exits 2

minutebook meeting details 2025-07-10 --time '2 pm'
check "a time that papers do not say is stated" says "time of $panel, 10 July 2025: 14:00"
minutebook show 2025-07-10 --format json
check "and is the meeting's" says '"time":"14:00"'
minutebook meeting details 2025-07-10 --time lunch
check "what is no time is refused" complains '"lunch" is not a time'
minutebook undo

minutebook site
check "no site is entered" says "Heronsgate County Council: not entered"
minutebook site 'heronsgate county council' 'https://democracy.heronsgate.example/ieListMeetings.aspx?CId=9'
check "it is entered by any address of it" says "site of Heronsgate County Council: https://democracy.heronsgate.example"
minutebook site 'Heronsgate County Council'
check "and printed" says "Heronsgate County Council: https://democracy.heronsgate.example"
minutebook site 'Heronsgate County Council' none
minutebook site
check "none takes it back" says "Heronsgate County Council: not entered"
minutebook site https://papers.example
check "papers that name no council have one, too" says "https://papers.example"
printf '%s\n' 'Agenda and minutes' 'Lantern Panel - Thursday 6th November 2025 2:30pm' '' Items 'No. Item' '' 51. '' 'Street Lamps' '' Minutes: '' 'Noted.' '' \
    52. '' 'Oil' '' Minutes: '' 'The Panel noted ... view the full minutes text for item 52.' >"$home/lantern.txt"
minutebook import "$home/lantern.txt"
minutebook site 'lantern panel' https://lanterns.example/mgAi.aspx?ID=9
check "a committee whose papers name no council has a site, too" says "site of Lantern Panel: https://lanterns.example"
minutebook site 'Lantern Panel'
check "which is printed" says "Lantern Panel: https://lanterns.example"
minutebook site
check "and listed" says "Lantern Panel: https://lanterns.example"
minutebook to-get
check "and used" says "begin at https://lanterns.example"
minutebook site 'Lantern Panel' none
minutebook site
check "until it is taken back" not says "Lantern Panel"
minutebook site 'Nowhere Council' https://papers.example
check "a council that no paper names is refused" complains "no paper held names the council"
minutebook site 'Heronsgate County Council' papers
check "an address is one" exits 2
minutebook --read-only pair join "$one" "$other"
check "nothing is decided where nothing may be changed" complains "--read-only"
finish
