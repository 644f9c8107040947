#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Source rules (reliability.md 3 and 6): calls nobody may make, one writer for each face, no shell, no
# path of the machine it was written on.
. "$(dirname "$0")/gate.sh"

rules() (
    cd "$1" || exit 99
    $AWK -f "$gates/strip.awk" $(sources src include) | $AWK -f "$gates/source.awk" >"$scratch/raw"
    grep -v '^paints ' "$scratch/raw"
    painters=$(sed -n 's/^paints //p' "$scratch/raw" | sort -u)
    for file in $painters; do
        case $file in src/terminal/*) ;; *) echo "$file: paints outside src/terminal" ;; esac
    done
    [ "$(echo "$painters" | wc -w)" -le 1 ] || echo "more than one file paints:" $painters
    grep -rnE '(^|[^A-Za-z0-9_.])/(work|tmp|root|home)/' src include assets | sed 's/$/ (a path of one machine)/'
    LC_ALL=C $AWK 'length > 140 { print FILENAME ":" FNR ": longer than 140 columns" }' $(sources include)
    exit 0
)

clean "our sources keep the rules" rules "$srcdir"

# planted TEXT PATTERN [FILE]: TEXT in a file is caught as PATTERN.
planted() {
    plant "${3-src/model/planted.c}" "$1"
    caught "$2" "caught: $1" rules "$tree"
}
# allowed TEXT [FILE]: TEXT breaks no rule.
allowed() {
    plant "${2-src/model/planted.c}" "$1"
    clean "no fault: $1" rules "$tree"
}

for call in strcpy strcat sprintf strtok atoi localtime ctime system popen gets wordexp; do
    planted "void f(void) { x = $call (y); }" "planted.c:1: calls $call()"
done
planted 'static void f(void) { now = time(NULL); }' 'asks the clock'
planted 'static char *f(void) { return strdup(x); }' 'takes memory past base.h'
planted 'static void f(void) { mvwaddnstr(w, 0, 0, s, 1); }' 'paints outside src/terminal'
planted 'static void f(void) { printf("%s", s); }' 'past the one writer'
planted 'static void f(void) { perror("x"); }' 'past the one writer' src/cli/planted.c
planted 'static void f(void) { fputs(text, stdout); }' 'past the one writer'
planted 'static void f(void) { fwrite(text(s), 1,
    n,
    stderr); }' 'planted.c:1: writes to standard'
planted 'static void f(void) { write(1, s, n); }' 'past the one writer' src/terminal/planted.c
planted 'static const char *const a[] = {"sh", "-c", x};' 'starts a shell'
planted 'static const char a[] = "exec /bin/sh";' 'starts a shell'
planted 'static void f(void) { pid = fork(); }' 'starts a process past box.h' src/terminal/planted.c
planted 'static void f(void) { posix_spawnp(&p, a, 0, 0, b, c); }' 'starts a process past box.h'
planted 'static void f(void) { execve(a, b, c); }' 'starts a process past box.h' src/intake/planted.c
planted 'static struct safe f(char *s) { return (struct safe){.text = s}; }' 'without the gate' src/cli/planted.c
planted 'void f(void) { struct safe made = {text, 1, 0, 0}; }' 'without the gate' src/screens/planted.c
planted 'static const char a[] = "/home/user/x";' 'path of one machine'
planted 'see /tmp/list' 'path of one machine' assets/planted

planted "/* $(printf '%140s') */" 'longer than 140 columns' include/minutebook/planted.h

allowed '/* never strcpy(a, b), printf("x") or system("sh -c") */'
allowed 'static const char a[] = "printf(1) system(2) waddstr(3)";'
allowed 'static void f(void) { my_system(x); snprintf(b, n, "%d", 1); fputs(s, file); }'
allowed 'static void f(void) { localtime_r(&now, &day); }' src/main.c
allowed 'static void f(void) { fwrite(s, 1, n, stdout); }' src/cli/out.c
allowed 'static void f(void) { waddnstr(w, s.text, 1); newterm(0, stdout, stdin); }' src/terminal/paint.c
allowed 'static struct safe f(void) { struct safe none = {0}; return none; }'

allowed 'static void f(void) { posix_spawn(&p, a, 0, 0, b, c); execve(a, b, c); }' src/box/planted.c
allowed 'static void f(void) { my_fork(); talloc_execute(); row_clone_of(x); }'

fresh_tree
mkdir -p "$tree/src/terminal"
for file in one two; do echo 'static void f(void) { addstr(s); }' >"$tree/src/terminal/$file.c"; done
caught 'more than one file paints' "caught: two painters" rules "$tree"

done_testing
