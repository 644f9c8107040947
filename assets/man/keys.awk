# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Puts the rows of COMMAND_TABLE (first file, include/minutebook/command_table.h) in the place of the line @KEYS@
# of the page (second file), as mdoc list items: keys, name and arguments, help sentence.

# "C on actions" is one word.
function spaced(text) {
    gsub(/\001/, "\\ ", text)
    return text
}

function item(keys, name, arguments, help,    n, part, i, line) {
    line = ".It "
    gsub(/@/, " on ", keys) # a key of one screen alone
    gsub(/ on /, "\001on\001", keys)
    n = split(keys, part, " ")
    for (i = 1; i <= n; i++)
        line = line "Ic " spaced(word(part[i])) " "
    line = line "Cm " word(":" name)
    if (arguments != "") {
        gsub(/ /, "\\ ", arguments)
        line = line " Ar " word(arguments)
    }
    list = list line "\n" toupper(substr(help, 1, 1)) plain(substr(help, 2)) ".\n"
}

FNR == NR {
    if (/#define COMMAND_TABLE/) { inside = 1; next }
    if (!inside) next
    more = sub(/[ \t]*\\$/, "")
    row = row $0
    if (row ~ /\)[ \t]*$/) {
        n = 0
        while (match(row, /"([^"\\]|\\.)*"/)) {
            n++
            text[n] = substr(row, RSTART + 1, RLENGTH - 2)
            row = substr(row, RSTART + RLENGTH)
            # adjacent literals are one
            if (n > 1 && joined) { text[n - 1] = text[n - 1] text[n]; n-- }
            joined = row ~ /^[ \t]*"/
        }
        if (n != 5) { print FILENAME ": a row of the command table with " n " texts" > "/dev/stderr"; exit 1 }
        item(text[3], text[1], text[2], text[5])
        row = ""
    }
    if (!more) inside = 0
    next
}
/^@KEYS@$/ { printf "%s", list; next }
{ print }
