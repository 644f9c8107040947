# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Puts the rows of SEARCH_FIELD_TABLE and SEARCH_IS_TABLE (first file, include/minutebook/search_fields.h) in the places of the
# lines @FIELDS@ and @STATES@ of the page (second file), as mdoc list items.

# One argument, its blanks within.
function whole(text) {
    text = word(text)
    gsub(/ /, "\\ ", text)
    return text
}

function sentence(text) { return toupper(substr(text, 1, 1)) plain(substr(text, 2)) "." }

FNR == NR {
    if (/#define SEARCH_FIELD_TABLE/) { table = "fields"; next }
    if (/#define SEARCH_IS_TABLE/) { table = "states"; next }
    if (table == "") next
    more = sub(/[ \t]*\\$/, "")
    alone = /BY_ALONE/
    n = 0
    while (match($0, /"([^"\\]|\\.)*"/)) {
        text[++n] = substr($0, RSTART + 1, RLENGTH - 2)
        $0 = substr($0, RSTART + RLENGTH)
    }
    if (n != (table == "fields" ? 3 : 2)) { print FILENAME ": a row of " table " with " n " texts" > "/dev/stderr"; exit 1 }
    if (table == "fields")
        fields = fields ".It Cm " whole(text[2]) "\n" sentence(text[3]) (alone ? "\nFor the whole search." : "") "\n"
    else
        states = states ".It Cm " whole("is:" text[1]) "\n" sentence(text[2]) (alone ? "\nFor the whole search." : "") "\n"
    if (!more) table = ""
    next
}
/^@FIELDS@$/ { printf "%s", fields; next }
/^@STATES@$/ { printf "%s", states; next }
{ print }
