#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# minutebook(1) and --help say the same: every subcommand and option of one is in the other, and every
# command of the browser is in the page.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
page=$MINUTEBOOK_BUILDDIR/assets/man/minutebook.1

minutebook --help
cp "$home/out" "$home/help"
sed -n '/^Options before/q; s/^  \([a-z][a-z-]*\)  .*/\1/p' "$home/help" >"$home/subcommands"
sed -n 's/^  --\([a-z-]*\).*/\1/p' "$home/help" >"$home/options"
while read -r name; do
    minutebook "$name" --help
    sed -n 's/^  --\([a-z-]*\).*/\1/p' "$home/out" >>"$home/options"
done <"$home/subcommands"
sort -u "$home/options" -o "$home/options"
sed 's/\\&//g' "$page" >"$home/page"

lacks() { # the words of file $2 that no line of the page has after $1
    while read -r word; do
        grep -Eq "^\.(It|Op|Bl|Cm|Fl|Ic)? ?.*$1 $word( |\$)|^\.$1 $word( |\$)" "$home/page" || echo "$word"
    done <"$2"
}
check "there are subcommands to compare" [ "$(wc -l <"$home/subcommands")" -gt 15 ]
check "there are options to compare" [ "$(wc -l <"$home/options")" -gt 15 ]
out=$(while read -r word; do grep -Eq "^\.It Cm (.*[| ] ?)?$word( |\$)" "$home/page" || echo "$word"; done <"$home/subcommands")
check "every subcommand is in the page" is "$out" ""
out=$(lacks "Fl Fl" "$home/options")
check "every option is in the page" is "$out" ""
grep -o 'Fl Fl [a-z-]*' "$home/page" | sed 's/Fl Fl //' | sort -u >"$home/named"
out=$(comm -13 "$home/options" "$home/named" | grep -vx help)
check "the page names no option that does not exist" is "$out" ""
minutebook keys
columns=$(awk '{ match($0, / :[a-z]/); print RSTART }' "$home/out" | sort -u)
check "keys and commands stand in columns, however many keys there are" is "$(printf '%s\n' "$columns" | wc -l)" 1
out=$(sed -n 's/.* :\([a-z-]*\) .*/\1/p' "$home/out" | while read -r word; do
    grep -q "Cm :$word\( \|\$\)" "$home/page" || echo "$word"
done)
check "every command of the browser is in the page" is "$out" ""
out=$(sed -n 's/.*X(BY_[A-Z]*, "\([a-z]*\)".*/\1/p' "$MINUTEBOOK_SRCDIR/include/minutebook/search_fields.h" | while read -r word; do
    grep -q "^\.It Cm .*$word:" "$MINUTEBOOK_BUILDDIR/assets/man/minutebook-query.7" || echo "$word"
done)
check "every field of the search is in its page" is "$out" ""
if command -v mandoc >/dev/null; then
    out=$(mandoc -T lint -W warning "$page" "$MINUTEBOOK_SRCDIR/assets/man/minutebook-json.5" \
        "$MINUTEBOOK_SRCDIR/assets/man/minutebook-profiles.5" "$MINUTEBOOK_SRCDIR/assets/man/minutebook-people.5" \
        "$MINUTEBOOK_SRCDIR/assets/man/minutebook-rules.5" "$MINUTEBOOK_BUILDDIR/assets/man/minutebook-query.7" 2>&1 | grep -v 'mandoc.db')
    check "the pages are sound mdoc" is "$out" ""
fi
finish
