# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# The house of HACKING.md: which floor each room stands on. Reads all sources as strip.awk writes them
# and prints the #include lines that point upward or sideways, or that name a library another room keeps
# to itself.
BEGIN {
    FS = "\t"
    n = split("base 0 text 1 box 1 model 2 store 3 actions 4 search 4 intake 5 export 5 command 6 screens 7 " \
              "terminal 8 cli 8 main 9", word, " ")
    for (i = 1; i < n; i += 2)
        floor[word[i]] = word[i + 1]
    keeper["curses"] = keeper["term"] = keeper["histedit"] = "terminal"
    keeper["sqlite"] = "store"
    keeper["libxml"] = "intake"
    keeper["jansson"] = "export"
    keeper["pcre"] = "actions search"
    keeper["seccomp"] = keeper["landlock"] = "box"
}

# The room a file belongs to: src/ROOM/x.c, include/minutebook/ROOM.h or ROOM_part.h, src/main.c.
function room_of(file,    part, k) {
    k = split(file, part, "/")
    sub(/(_.*)?\.[ch]$/, "", part[k])
    return part[1] == "src" && k > 2 ? part[2] : part[k]
}

# The family of a header that only one room may know, or "".
function family(header) {
    if (header ~ /^(ncursesw?\/|ncurses|curses|cursesw)/) return "curses"
    if (header ~ /^(term|panel|menu|form|termcap|unctrl)\.h$/) return "term"
    if (header ~ /^(histedit\.h|editline\/|readline\/)/) return "histedit"
    if (header ~ /^sqlite3/) return "sqlite"
    if (header ~ /^(libxml2?\/)/) return "libxml"
    if (header ~ /^jansson/) return "jansson"
    if (header ~ /^pcre/) return "pcre"
    if (header ~ /^(linux\/)?(seccomp|filter)/) return "seccomp"
    if (header ~ /^linux\/landlock/) return "landlock"
    return ""
}

function rooms_of(keepers) { gsub(/ /, " and src/", keepers); return keepers }
function complain(words) { print $1 ":" $2 ": " words }

$3 ~ /^[ ]*#[ ]*include/ {
    room = room_of($1)
    if (!(room in floor)) { complain("no room of the house is called " room); next }
    quoted = $3 ~ /^[^<]*"/
    if (!match($3, /[<"][^>"]*[>"]/)) { complain("an include that names no file: " $3); next }
    header = substr($3, RSTART + 1, RLENGTH - 2)
    kept = family(header)
    if (header ~ /^minutebook\//) {
        other = header
        sub(/^minutebook\//, "", other); sub(/(_.*)?\.h$/, "", other)
        if (!(other in floor))
            complain("includes " header ", which is no room")
        else if (other != room && floor[other] >= floor[room])
            complain("floor " floor[room] " includes " header " of floor " floor[other])
    } else if (kept != "" && !index(" " keeper[kept] " ", " " room " ")) {
        complain("includes " header ", which only src/" rooms_of(keeper[kept]) " may")
    } else if (header ~ /\.\./ || (quoted && header ~ /\// && index(header, "src/" room "/") != 1)) {
        complain("reaches into another folder: " header)
    }
}
