#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Why is a sentence a follow-up, or none? What `explain` says of each, also by a rule of the member's own.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
cat >"$home/page.txt" <<'END'
Agenda and minutes

Harbour Overview and Scrutiny Panel - Thursday, 3rd July, 2025 10.00 am

Venue: Customs House

Items

No. Item

1.

Ferry

Minutes:

The Head of Ferries agreed to circulate the table of tolls. The Panel had agreed that the Clerk would send a map. The bell is old.

2.

Pier

Minutes:

The Almoner is charged to write to the tenants.
END
minutebook import "$home/page.txt"
check "a page is held" exits 0
minutebook explain last/1
check "what is found is told with its rule" says "(who-agreed-to, agreed.rules:"
check "what is none is told with what speaks against it" says 'tells of what was done before: "had agreed that'
check "what no rule knows says so" says "no rule knows such words"
check "and all is counted" says "3 sentences: 1 to check, 0 for the record, 0 said twice; 1 read like a follow-up and are none"
minutebook explain last/2
check "a wording of the council's own is not known" says "0 to check"
mkdir -p "$XDG_CONFIG_HOME/minutebook/rules"
printf 'rule is-charged-to\n  class action\n  confidence 85\n  pattern (?<owner>the Almoner) (?<deed>is charged) to (?<topic>)\\w\n  example The Almoner is charged to write.\n  counter It is charged.\n' \
    >"$XDG_CONFIG_HOME/minutebook/rules/mine.rules"
minutebook explain last/2
check "until the member has a rule for it" says "is-charged-to"
minutebook explain last/2 --format json
check "as JSON it says that the rule is the member's own" says '"own_rule":true'
minutebook explain
check "it needs a meeting" exits 2
minutebook explain last --format csv
check "it has no table" exits 2
minutebook explain last/9
check "an item that is not there is named" exits 2
finish
