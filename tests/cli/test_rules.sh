#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# A member's own rules: files beside the configuration add, replace and switch off, and what is wrong in them
# loses neither an import nor the other rules.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
own=$XDG_CONFIG_HOME/minutebook/rules
cat >"$home/page.txt" <<'END'
Agenda and minutes

Harbour Overview and Scrutiny Panel - Thursday, 3rd July, 2025 10.00 am

Venue: Customs House

Items

No. Item

1.

Ferry

Minutes:

The Almoner is charged to write to the tenants.

A request was made for a map.
END
charged='rule is-charged-to
  class action
  confidence 85
  pattern (?<owner>the Almoner) is charged to (?<topic>)\w
  example The Almoner is charged to write. => The Almoner
  counter The battery is charged.'

minutebook import "$home/page.txt"
check "without a folder the rules are ours alone" exits 0
minutebook actions
check "what our rules do not know is not found" not says "Almoner"
check "what they know is" says "made for a map"

mkdir -p "$own"
printf '%s\n' "$charged" >"$own/mine.rules"
minutebook actions
check "a rule of the member's own is used at the next list, on papers held" says "Almoner"
check "and ours go on" says "made for a map"
minutebook rules
check "it is listed as the member's, with its file" says "$own/mine.rules:1  yours"
check "beside ours, each with its family" says "agreed.rules:"
minutebook rules --check
check "a sound folder passes the check" exits 0

printf '%s\noff request-made\n' "$charged" >"$own/mine.rules"
minutebook actions
check "a rule that is switched off finds no more" not says "made for a map"
minutebook rules
check "and the list says where it was switched off" says "switched off at $own/mine.rules:7"

printf '%s\nrule broken\n  class action\n  pattern (\n  flavour mint\n' "$charged" >"$own/mine.rules"
cp "$home/page.txt" "$home/second.txt"
sed -i 's/Thursday, 3rd July/Friday, 4th July/; s/a map/a chart/' "$home/second.txt"
minutebook import "$home/second.txt"
check "an import with a rule that cannot be read is made" exits 0
check "it says file and line" complains "$own/mine.rules:10: a rule has no field \"flavour\""
check "and how to mend it" complains "rules --check"
check "once" is "$(printf '%s\n' "$err" | grep -c flavour)" 1
minutebook actions
check "what follows from the new paper is there" says "made for a chart"
check "by the member's sound rules too" says "Almoner"
minutebook rules --check
check "the check fails" exits 3
check "and names file and line" says "mine.rules:10: "

printf '%s\n' "$charged" | sed 's/write. => The Almoner/write. => the Verger/' >"$own/mine.rules"
minutebook rules --check
check "an example that is not met is told with its line" says 'mine.rules:5: is-charged-to takes "The Almoner", not "the Verger"'
check "and fails the check" exits 3
minutebook import "$home/page.txt"
check "but it is no fault of an import" is "$err" ""

printf 'words POST\n  (almoner\n' >"$own/mine.rules"
minutebook actions
check "words that break a rule of ours are blamed for it" complains "mine.rules:1: with these words in it, rule "
check "and ours stay whole" says "made for a map"
mkfifo "$own/waits.rules"
minutebook rules --check
check "what is no file is named and not waited for" says "waits.rules: is no file"
rm "$own/waits.rules"

printf '%s\n' "$charged" >"$own/mine.rules"
mkdir "$home/other" "$home/other/rules"
: >"$home/other/conf"
minutebook --config "$home/other/conf" actions
check "--config names the folder of the rules as well" not says "Almoner"
minutebook actions
check "and its own day has them again" says "Almoner"
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets "$MINUTEBOOK_BIN" --demo rules >"$home/out" 2>"$home/err"
out=$(tail -1 "$home/out")
check "the sample has none" says "the sample has none"
rm -r "$own"
minutebook actions
check "without the folder all is as before" not says "Almoner"
# The example of the manual page is a file of rules that loads and finds what it says.
mkdir -p "$own"
sed -n '/^\.Bd -literal/,/^\.Ed/p' "$MINUTEBOOK_SRCDIR/assets/man/minutebook-rules.5" | sed '/^\./d; s/\\e/\\/g; s/\\&//g' >"$own/page.rules"
minutebook rules --check
check "the example of minutebook-rules(5) has no fault" exits 0
minutebook rules
check "and is a rule of the member's own" says "is-charged-to"
for field in class kind confidence in pattern not above below not-above not-below title answered opens says cue behind example counter track; do
    grep -q "^\.It Ic $field" "$MINUTEBOOK_SRCDIR/assets/man/minutebook-rules.5" || echo "$field"
done >"$home/lacks"
check "every field of a rule is in the page" is "$(cat "$home/lacks")" ""
finish
