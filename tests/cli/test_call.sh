# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# How the program is called: help, usage, exit codes, files, and what may reach a terminal.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"

minutebook --help
check "help" exits 0
for subcommand in $(printf '%s\n' "$out" | sed -n '/^  import /,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    minutebook "$subcommand" --help
    check "help of $subcommand" exits 0
    check "help of $subcommand names it" says "$subcommand"
done
minutebook --version
check "version" says "minutebook"
minutebook nonsense
check "an unknown subcommand is a usage error" exits 2
minutebook --nonsense
check "an unknown option is a usage error" exits 2
minutebook meetings --format nonsense
check "an unknown format is a usage error" exits 2
minutebook --as-at 2025-02-30 meetings
check "a day that does not exist is a usage error" exits 2

minutebook
check "without a terminal: an overview, exit 0" exits 0
check "which says how to begin" says "No papers yet"
check "and nothing that controls a terminal" not controls "$home/out"
MINUTEBOOK_LAUNCHER="./bootstrap run" "$MINUTEBOOK_BIN" nonsense 2>"$home/err"
check "hints are spelt as the program was started" grep -q './bootstrap run --help' "$home/err"

minutebook export actions --format csv "$home/none.csv"
check "a list of an empty store is written" exits 0
check "with how many rows it has" says "none.csv, 0 rows"
check "and whose store that is" complains "your own store"
check "and where the sample is" complains "which is empty; --demo"

minutebook import "$sample"
minutebook
check "the overview shows the meetings" says "9 Oct 2025"
minutebook search nowhereatall
check "nothing found is exit 1" exits 1
check "nothing found is said" says "nothing found"
check "nothing found is said once" is "$err" ""
minutebook search --format json nowhereatall
check "beside data for programs people are told that nothing was found" complains "nothing found"
minutebook search carers
check "something found is exit 0" exits 0
minutebook search --count carers
check "all places are counted, with their meetings" says "places in "
places=${out%% *}
check "as many as there are hits" is "$("$MINUTEBOOK_BIN" search --limit 1000 --format json carers | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["hits"]))')" "$places"
minutebook search --count nowhereatall
check "none is exit 1" exits 1
newest=$("$MINUTEBOOK_BIN" search --limit 1000 --format json carers | python3 -c 'import json,sys; print([h["date"] for h in json.load(sys.stdin)["hits"]])')
oldest=$("$MINUTEBOOK_BIN" search --limit 1000 --sort oldest --format json carers | python3 -c 'import json,sys; print([h["date"] for h in reversed(json.load(sys.stdin)["hits"])])')
check "the oldest first is the newest backwards" is "$oldest" "$newest"
minutebook search --sort oldest --limit 1 carers
check "and it is said" says "the oldest 1 shown · oldest first"
minutebook search --sort best --limit 1 carers
check "the best are said to be" says "the best 1 shown · best first"
best=$("$MINUTEBOOK_BIN" search --limit 1000 --sort best --format json carers | python3 -c 'import json,sys; h=json.load(sys.stdin)["hits"]; print("carers" in h[0]["title"].lower(), sorted(h["date"] for h in h))')
check "the best has the word in its title, and no hit is lost" is "$best" "True $(echo "$newest" | python3 -c 'import ast,sys; print(sorted(ast.literal_eval(sys.stdin.read())))')"
minutebook search --cite --limit 1 --sort best carers
check "a citation is one line" is "$(printf '%s\n' "$out" | wc -l)" 1
check "it quotes, and says where" says ' Panel, '
check "the quotation stands first" is "${out%"${out#“}"}" “
check "data has the same" is "$("$MINUTEBOOK_BIN" search --limit 1 --sort best --format json carers | python3 -c 'import json,sys; print(json.load(sys.stdin)["hits"][0]["citation"])')" "${out##*” }"
minutebook search --cite nowhereatall
check "nothing to cite is exit 1" exits 1
check "and said beside" complains "nothing found"
minutebook search --cite --count carers
check "a citation is no count" exits 2
minutebook search --sort length carers
check "an order that is none is refused" complains "--sort takes best, newest or oldest"
minutebook search '"open'
check "a wrong query is a usage error" exits 2
minutebook search 'carers AND (schools'
check "a bracket that is not closed is a usage error, with its place" complains "“(” is not closed, at character 12"
minutebook search 'title:carers^2 +a {b}'
check "a field that there is not is said" complains "there is no field “title:”"
minutebook search 'rank^2' '+a {b} near(c, 2)' 'or'
check "words of the index's own language are words" not exits 2
minutebook search carers 'committee:no such panel'
check "and so is a committee that the store has not" complains "the store has no committee “no such panel”"

minutebook export meetings --format json "$home/meetings.json"
check "an export to a file" exits 0
minutebook export meetings --format json "$home/meetings.json"
check "never overwrites" exits 2
for list in meetings actions programme to-get committees pairs; do
    for format in csv tsv; do
        "$MINUTEBOOK_BIN" --as-at 2025-11-30 export $list --format $format >"$home/list"
        check "$list as $format say as at which day in a column of their own" python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline=""), delimiter=sys.argv[2]))
heads = rows.pop(0)
sys.exit(not (heads[-1] == "as_at" and all(len(row) == len(heads) and row[-1] == "2025-11-30" for row in rows)))' "$home/list" \
            "$(test $format = csv && echo , || printf '\t')"
    done
done
minutebook export to-get --format csv "$home/to-get.csv"
check "an exported table says how many rows it has" says "to-get.csv, $(($(grep -c . "$home/to-get.csv") - 1)) row"
check "of a store with papers nothing is said" is "$err" ""
minutebook export meetings --format csv
check "csv has a header" says "committee"
minutebook show 2025-10-09/m226 --format csv
check "an item as a row" says "position,agenda_number,minute_number"
check "with its numbers" says "5,5,226,Young Carers"
minutebook search carers --format tsv
check "hits as rows" says "date	committee	meeting_id"
check "newest first" says "2025-10-09	Children and Young People"

minutebook changes
check "papers that agree have no changes" says "No two papers of a meeting differ"
sed 's/Indicative timing: 10.3/Indicative timing: 10.4/' "$sample/2025-10-09-agenda-pack.txt" >"$home/issued-again.txt"
minutebook import "$home/issued-again.txt"
minutebook changes 2025-10-09
check "a pack issued again: what is gone and what is new" says "[-10.3"
check "between their signs" says "{+10.4"
check "from which paper to which" says "issued-again.txt"
minutebook --ascii changes
check "of every meeting, in ASCII" says "{+10.4"
check "and nothing else" not grep -q '[^ -~]' "$home/out"
minutebook changes 2025-10-09 --format csv
check "as rows" says "meeting_id,date,agenda_number"
minutebook changes 1999-01-01
check "of a meeting that is not held: a usage error" exits 2
minutebook changes last extra
check "of one meeting at a time" exits 2
minutebook forget --yes issued-again.txt
{
    "$MINUTEBOOK_BIN" export meetings 2>/dev/null
    echo $? >"$home/code"
} | :
check "a reader that goes away is no failure" is "$(cat "$home/code")" 0
for format in json csv; do
    "$MINUTEBOOK_BIN" export meetings --format $format >/dev/full 2>"$home/err"
    code=$?
    check "a $format export to a full disk is no success" exits 3
done

printf 'no store of ours' >"$home/foreign.db"
chmod 600 "$home/foreign.db"
minutebook --store "$home/foreign.db" meetings
check "a foreign file is refused with 4" exits 4
check "and left as it was" is "$(cat "$home/foreign.db")" "no store of ours"
esc=$(printf '\033')
minutebook "x${esc}]52;c;AAAA"
check "an escape sequence in a word does not reach stderr" not controls "$home/err"
minutebook import "/nowhere/${esc}[31mred"
check "nor in a file's name" not controls "$home/err"
minutebook backup "$home/copy.db"
check "a verified backup" exits 0
minutebook --store "$home/copy.db" meetings
check "that is a store" says "9 Oct"
finish
