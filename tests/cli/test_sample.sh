# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# The sample council shows every pane filled, and stays so: what it holds on purpose (assets/sample/README)
# is counted in the program's own exports.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
council=$MINUTEBOOK_SRCDIR/assets/sample
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets
export MINUTEBOOK_DATADIR
unset MINUTEBOOK_AS_AT

minutebook --demo meetings --format json
check "the sample is made from its papers and its follow-ups" exits 0
cp "$home/out" "$home/meetings.json"
minutebook --demo programme --format json
cp "$home/out" "$home/programme.json"
minutebook --demo actions --format json
cp "$home/out" "$home/actions.json"
python3 "$MINUTEBOOK_SRCDIR/tests/cli/sample_facts.py" "$home/meetings.json" "$home/programme.json" "$home/actions.json" >"$home/facts" 2>"$home/err"
code=$?
err=$(cat "$home/err")
out=$(cat "$home/facts")
check "its facts can be counted" exits 0

# fact NAME OPERATOR NUMBER
fact() {
    value=$(sed -n "s/^$1 //p" "$home/facts")
    check "$1 is $value, $2 $3" [ "${value:-none}" "$2" "$3" ] 2>/dev/null
}
fact meetings -ge 10
fact committees -eq 2
fact days -ge 530
fact fewest-items -ge 6
fact most-items -le 10
fact meetings-without-a-day-or-committee -eq 0
fact packs -eq 3
fact packs-joined-with-a-page -eq 2
fact next-meetings -eq 1
fact editions -eq 3
fact editions-with-undated-rows -eq 3
fact slips -ge 2
fact cut-minutes -ge 2
fact short-cut-minutes -eq 0
fact long-minutes -ge 5
fact exempt-reports-with-a-public-minute -ge 1
fact exempt-reports-with-a-text -eq 0
fact exclusions -ge 2
fact declarations -ge 6
fact quarters -ge 4
fact reports-of-four-quarters -ge 3
fact percentages-to-ask-about -ge 1
fact totals-to-ask-about -ge 1
fact meetings-cited-not-held -ge 3
fact reports-to-follow -ge 1
fact reports-published-not-held -ge 1
fact papers-with-a-size-not-held -ge 20
fact answers-to-earlier-requests -ge 5
fact chased-in-the-minutes -ge 4
fact decisions -ge 1
fact draft-minutes -ge 1
fact kept -ge 5
fact kept-with-their-sentence -ge 5
fact overdue -ge 2
fact most-days-overdue -le 60
fact complete -ge 1
fact awaiting-response -ge 1
for wording in letters undertakings requests recommendations programme-changes tags resolutions-noting; do
    fact wording-$wording -ge 1
done

# A sample that an older program made gives way, and is kept.
mkdir -p "$home/older/sample/papers" && cp "$sample"/*.txt "$home/older/sample/papers" && echo 2025-11-12 >"$home/older/sample/as-at"
printf '# none\n' >"$home/older/sample/follow-ups"
(
    XDG_DATA_HOME=$home/upgraded MINUTEBOOK_DATADIR=$home/older "$MINUTEBOOK_BIN" --demo action add "Chairman: a note of one's own"
    XDG_DATA_HOME=$home/upgraded "$MINUTEBOOK_BIN" --demo meetings --format csv
    XDG_DATA_HOME=$home/upgraded "$MINUTEBOOK_BIN" --demo meetings --format csv
) >"$home/out" 2>"$home/err"
out=$(cat "$home/out") err=$(cat "$home/err")
check "a newer program shows its own sample" says "2025-12-11"
check "and makes it once" is "$(ls "$home/upgraded/minutebook" | grep -c old)" 1
minutebook --store "$home/upgraded/minutebook/sample.db.old" actions
check "the older one is kept with what was written in it" says "a note of one's own"

# A cut minute, and the fuller paper that heals it.
minutebook import "$council/papers/2025-05-08-minutes-page.txt"
minutebook show 2025-05-08/m206
check "the page of 8 May 2025 has cut its longest minute" says "Cut off on the council's page"
check "with the resolution" not says "Resolved"
minutebook import "$council/papers/2025-05-08-page-in-full.txt"
minutebook show 2025-05-08/m206
check "the fuller page has the resolution" says "Resolved: That"
check "and the minute is whole" not says "Cut off"

# The pack as PDF: twice, small, without a trace of the machine that made it, and saying what the text says.
for producer in weasyprint libreoffice; do
    pdf=$council/pdf/2025-10-09-agenda-pack-$producer.pdf
    out=$(head -c 5 "$pdf")
    check "$producer made a PDF" is "$out" "%PDF-"
    check "of less than 300 KB" [ "$(wc -c <"$pdf")" -lt 300000 ]
    check "that names no folder and no user" not grep -qaE '/home/|/tmp/|/root/|/work/|/Author|file:' "$pdf"
    if command -v pdftotext >/dev/null 2>&1; then
        pdftotext -layout "$pdf" "$home/pdf.txt"
        out=$(python3 - "$council/papers/2025-10-09-agenda-pack.txt" "$home/pdf.txt" <<'END'
import collections, re, sys
text, pdf = (collections.Counter(re.findall(r"[\w£%,.:;()'@-]*\w[\w£%,.:;()'@-]*", re.sub("</?b>", " ", open(path, encoding="utf-8").read())))
             for path in sys.argv[1:])
print(*sorted((text - pdf).elements()))
END
        )
        check "and has every word of the text, as often" is "$out" ""
    else
        count=$((count + 1))
        echo "ok $count - and has every word of the text, as often # SKIP no pdftotext"
    fi
done

# Nobody's: names that are nobody's address, numbers that nobody has (Ofcom keeps 01632 960000 to 960999 for fiction).
out=$(cat "$council"/papers/*.txt | grep -o '[A-Za-z0-9.]*@[a-z.]*' | grep -v '\.example$')
check "no address of anybody's" is "$out" ""
out=$(cat "$council"/papers/*.txt | grep -oE '0[0-9]{4} [0-9]{6}' | grep -vE '^01632 960[0-9]{3}$')
check "no telephone of anybody's" is "$out" ""
finish
