# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Reads "FLOOR ROOM NAME KIND" of every global symbol of the archives (KIND U: wanted, else defined) and
# prints what a room wants from a room that is not below it, names two rooms define, and names without
# an underscore, which a library could have too (curses has filter, move, clear...).
$4 == "U" { wanted[$1 " " $2 " " $3] = 1; next }
$3 ~ /^__/ { next } # of the compiler: sanitizers, coverage
{
    if ($3 in room && room[$3] != $2)
        print $3 " is defined in " room[$3] " and in " $2
    if ($3 !~ /_/)
        print $3 " of " $2 " is a bare word as a global name"
    floor[$3] = $1; room[$3] = $2
}
END {
    for (line in wanted) {
        split(line, w, " ")
        if (w[3] in room && room[w[3]] != w[2] && floor[w[3]] >= w[1])
            print w[2] " (floor " w[1] ") wants " w[3] " of " room[w[3]] " (floor " floor[w[3]] ")"
    }
}
