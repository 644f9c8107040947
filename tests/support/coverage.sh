#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# coverage.sh DIR: how many lines of each room of src/ the tests ran, from the counters that a build in
# DIR with --enable-coverage left. First the files with the most lines nobody ran, then the table.
# Needs gcov only (GCOV names another, such as "llvm-cov gcov").
set -eu
LC_ALL=C; export LC_ALL
cd "$1"
objects=$(find src -name '*.gcno' | sort)
[ -n "$objects" ] || { echo "coverage: no counters below $1/src: was it built with --enable-coverage?" >&2; exit 2; }

# gcov says "File 'X'" and then "Lines executed:P% of N"; P has digits enough to give the number back.
for object in $objects; do
    ${GCOV-gcov} -n -o "$(dirname "$object")" "$object" 2>/dev/null
done | ${AWK-awk} -v worst=10 '
    /^File / {
        file = $0
        gsub(/^File .|.$/, "", file)
        sub(/^.*src\//, "src/", file)
    }
    /^Lines executed:/ && file ~ /^src\/.*\.c$/ && !(file in lines) {
        split($0, part, /[:%]/)
        lines[file] = $NF
        run[file] = int(part[2] * $NF / 100 + 0.5)
        room = file
        sub(/^src\//, "", room)
        sub(/\/.*/, "", room) # main.c stands for itself
        rooms[room]++
        room_lines[room] += lines[file]
        room_run[room] += run[file]
    }
    /^$/ { file = "" }
    function percent(n, of) { return of ? sprintf("%5.1f", 100 * n / of) : "    -" }
    END {
        printf "lines not run    of  file\n"
        for (i = 0; i < worst; i++) {
            most = ""
            for (file in lines)
                if (lines[file] > run[file] && (most == "" || lines[file] - run[file] > lines[most] - run[most] ||
                    (lines[file] - run[file] == lines[most] - run[most] && file < most)))
                    most = file
            if (most == "")
                break
            printf "%13d %5d  %s\n", lines[most] - run[most], lines[most], most
            delete lines[most]
        }
        printf "\n%-12s %5s %7s %7s %7s\n", "room", "files", "lines", "run", "percent"
        order = "base text model store actions search intake export command screens terminal cli main.c"
        n = split(order, name, " ")
        for (room in rooms)
            if (index(" " order " ", " " room " ") == 0)
                name[++n] = room
        for (i = 1; i <= n; i++) {
            room = name[i]
            printf "%-12s %5d %7d %7d %7s\n", room, rooms[room], room_lines[room], room_run[room], percent(room_run[room], room_lines[room])
            files += rooms[room]; all += room_lines[room]; ran += room_run[room]
        }
        printf "%-12s %5d %7d %7d %7s\n", "all", files, all, ran, percent(ran, all)
    }'
