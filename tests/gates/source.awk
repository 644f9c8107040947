# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Source rules. Reads all sources as strip.awk writes them, joins the lines of each statement, and prints
# what breaks a rule; a statement that paints is printed as "paints FILE", for the gate to count files.
BEGIN {
    FS = "\t"
    word = "(^|[^A-Za-z0-9_])"
    banned = word "(strcpy|strcat|stpcpy|sprintf|vsprintf|strtok|strtok_r|atoi|atol|atoll|atof|localtime|" \
        "ctime|ctime_r|asctime|system|popen|gets|wordexp|tmpnam|mktemp|alloca|execlp|execvp)[ \t]*\\("
    clock = word "(localtime_r|time|gettimeofday)[ \t]*\\("
    memory = word "(malloc|calloc|realloc|reallocarray|strdup|strndup|asprintf|vasprintf)[ \t]*\\("
    paints = word "(mv)?w?(add(n|ch|chn)?str|addch|echochar|ins(n)?str|insch|add(n)?wstr|add_wch(n?str)?|" \
        "ins(n)?_wstr|ins_wch|printw|vwprintw|vw_printw|hline|vline|hline_set|vline_set)[ \t]*\\("
    speaks = word "(printf|vprintf|wprintf|puts|putchar|putwchar|perror|psignal|err|errx|warn|warnx|verr|vwarn)[ \t]*\\("
    stream = word "(fputs|fputc|putc|putwc|fputws|fputwc|fprintf|vfprintf|fwprintf|fwrite|write|dprintf|vdprintf)" \
        "[ \t]*\\(([^;]*[^A-Za-z0-9_])?(stdout|stderr|STDOUT_FILENO|STDERR_FILENO)([^A-Za-z0-9_]|$)"
    starts = word "(posix_spawnp?|v?fork|forkpty|execle?|execlp|execvp?e?|execve|execveat|fexecve|clone3?)[ \t]*\\("
    number = word "(write|dprintf|vdprintf)[ \t]*\\([ \t]*[12][ \t]*,"
}

function complain(words) { print file ":" first ": " words }

function begin_file(name) {
    file = name
    # display.c gives the terminal back with write(2) when a signal ends the program, or before it starts;
    # shut.c speaks to the parent, which keeps what it says as outside text
    may_speak = file == "src/cli/out.c" || file == "src/base/mem.c" || file == "src/main.c" || \
        file == "src/terminal/display.c" || file == "src/box/shut.c"
    # the day is read once in main and handed down (design.md 2); stamps of the user's rows are real time
    may_ask_the_day = file == "src/main.c" || file ~ /^src\/store\//
    may_allocate = file == "src/base/mem.c"
    may_start = file ~ /^src\/box\// # no shell, nothing of ours inherited, limits and a deadline
    may_make_safe = file == "src/text/safe.c"
}

# CODE is one statement without literals, TEXT the same with them.
function judge(code, text,    name) {
    if (text !~ /\(|"/)
        return
    if (match(code, banned)) {
        name = substr(code, RSTART, RLENGTH)
        gsub(/[^A-Za-z_]/, "", name)
        complain("calls " name "()")
    }
    if (code ~ clock && !may_ask_the_day)
        complain("asks the clock")
    if (code ~ memory && !may_allocate)
        complain("takes memory past base.h")
    if (code ~ starts && !may_start)
        complain("starts a process past box.h")
    if (code ~ paints)
        print "paints " file
    if ((code ~ speaks || code ~ stream || code ~ number) && !may_speak)
        complain("writes to standard output or error past the one writer")
    if (text ~ /sh[ \t]+-c|"-c"|\/bin\/(ba|da|k|z)?sh|"(ba|da|k|z)?sh"|_PATH_BSHELL/)
        complain("starts a shell")
    if (code ~ /\(struct safe\)[ \t]*\{|(^|[^A-Za-z0-9_])struct safe[ \t]+[A-Za-z0-9_]+[ \t]*=[ \t]*\{[ \t]*[^0 }\t]/ && !may_make_safe)
        complain("makes a struct safe without the gate")
}

# Literals out of a line that has no comments.
function bare(text) {
    if (text !~ /["']/)
        return text
    gsub(/\\./, "", text)
    gsub(/"[^"]*"/, "\"\"", text)
    gsub(/'[^']*'/, "''", text)
    return text
}

function end_statement() {
    judge(code, statement)
    statement = code = ""
}

$1 != file { end_statement(); begin_file($1) }
{
    line = substr($0, length($1) + length($2) + 3)
    if (statement == "")
        first = $2
    statement = statement " " line
    code = code " " bare(line)
    if (code ~ /[;{}][ \t]*$|^[ \t]*#/ && line !~ /\\$/)
        end_statement()
}
END { end_statement() }
