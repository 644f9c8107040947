#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Who includes whom: arrows point downward only (HACKING.md, the house), and curses, libedit, SQLite and
# libxml2 each live in one room, and so does what shuts the box.
. "$(dirname "$0")/gate.sh"

includes() (
    cd "$1" || exit 99
    $AWK -f "$gates/strip.awk" $(sources src include) | $AWK -f "$gates/rooms.awk"
)

clean "arrows point downward only" includes "$srcdir"

plant src/base/planted.c '#include <minutebook/text.h>'
caught 'src/base/planted.c:1: floor 0 includes minutebook/text.h' "base may not know text" includes "$tree"
plant src/model/planted.h '  #  include "minutebook/store.h"'
caught 'src/model/planted.h:1: floor 2 includes' "a private header is held to it too" includes "$tree"
plant include/minutebook/model.h '#include <minutebook/screens.h>'
caught 'model.h:[0-9]*: floor 2 includes' "a public header is held to it too" includes "$tree"
plant src/cli/planted.c '#include <minutebook/terminal.h>'
caught 'src/cli/planted.c:1: floor 8 includes' "the two faces do not know each other" includes "$tree"
plant src/actions/planted.c '#include <minutebook/search.h>'
caught 'src/actions/planted.c:1: floor 4 includes' "rooms of one floor do not know each other" includes "$tree"
plant src/screens/planted.c '#include <ncursesw/curses.h>'
caught 'only src/terminal may' "curses stays in the terminal" includes "$tree"
plant src/cli/planted.c '#include <histedit.h>'
caught 'only src/terminal may' "libedit stays in the terminal" includes "$tree"
plant src/search/planted.c '#include <sqlite3.h>'
caught 'only src/store may' "SQLite stays in the store" includes "$tree"
plant src/store/planted.c '#include <libxml/parser.h>'
caught 'only src/intake may' "libxml2 stays in intake" includes "$tree"
plant src/screens/planted.c '#include <pcre2.h>'
caught 'only src/actions and src/search may' "PCRE2 stays with the rules and the search" includes "$tree"
plant src/intake/planted.c '#include <seccomp.h>'
caught 'only src/box may' "libseccomp stays in the box" includes "$tree"
plant src/intake/planted.c '#include <linux/landlock.h>'
caught 'only src/box may' "Landlock stays in the box" includes "$tree"
plant src/box/planted.c '#include <minutebook/text.h>'
caught 'src/box/planted.c:1: floor 1 includes minutebook/text.h' "the box may not know text" includes "$tree"
plant src/screens/planted.c '#include "../store/private.h"'
caught 'reaches into another folder' "private headers stay in their room" includes "$tree"
plant src/attic/planted.c '#include <minutebook/base.h>'
caught 'no room of the house is called attic' "there is no room beside the house" includes "$tree"
plant src/base/planted.c '#include <minutebook/attic.h>'
caught 'which is no room' "every header of ours is a room's" includes "$tree"
plant src/base/planted.c '/* #include <minutebook/text.h> */ // #include <sqlite3.h>'
clean "what a comment says is no include" includes "$tree"
plant src/cli/planted.c '#include "src/cli/out.h"'
clean "a room's own header may be named from the top" includes "$tree"
plant src/model/planted.h '#include <minutebook/store_own.h>'
caught 'floor 2 includes minutebook/store_own.h' "a header in parts stands on its room's floor" includes "$tree"
plant src/text/planted.c '#include <minutebook/base.h>'
clean "text may know base" includes "$tree"

done_testing
