# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# The tracker as a table, opened by spreadsheets: LibreOffice Calc and Gnumeric, where they are installed. Each cell shows what was
# written, also what looks like a day, a number or a formula and is none; and the same in the tables of HTML and Markdown.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
MINUTEBOOK_DATADIR=$MINUTEBOOK_SRCDIR/assets
export MINUTEBOOK_DATADIR
MINUTEBOOK_AS_AT=2025-12-03
LC_ALL=C.UTF-8
export LC_ALL

skip() { # NAME PROGRAM
    count=$((count + 1))
    echo "ok $count - $1 # SKIP $2 is not installed"
}

# One row for each of what a spreadsheet could take for something else.
row() { # TEXT OWNER RECIPIENT FIELD=VALUE...
    minutebook --demo action add 2025-10-09/m226 "Panel: $1"
    new=${out%% *}
    shift
    minutebook --demo action update "$new" "by=$1" "to=$2" "$3"
    check "a row is made" exits 0
}
row '"No" to the tolls, said twice, "here" and there' 007 12/3 'word=10.10'
row '"an open quote and Müller; Łódź | a bar, é' '=HYPERLINK("file:///etc","x")' '@SUM(A1)' 'word=-2'
row '+44 1905 is the number to ring' '-Smith, Jo' '1e5' 'word=4:30'
row '12/3' 79/1 2025-12 'word=0012'
row '214' '10.5' 226/2 'word=25/26'
minutebook --demo action chase 226/2 '14 Nov 2025: rang, "no" answer | twice'
minutebook --demo action chase 226/2 '=1+1'

# TABLE made a sheet by calc: as it opens one by itself, and where it is told to look for days and the like.
calc() { # SOURCE DELIMITER SPECIAL
    cp "$1" "$home/calc.csv"
    rm -f "$home/calc.ods"
    soffice "-env:UserInstallation=file://$home/office" --headless --infilter="CSV:$2,34,76,1,,2057,false,$3" --convert-to ods \
        --outdir "$home" "$home/calc.csv" >/dev/null 2>&1 </dev/null
}
same() { python3 "$MINUTEBOOK_SRCDIR/tests/cli/sheet_same.py" "$@"; }

office=
if command -v soffice >/dev/null && printf 'a,b\n1,2\n' >"$home/try" && calc "$home/try" 44 false && [ -s "$home/calc.ods" ]; then
    office=yes
fi
tab=$(printf '\t')
for profile in plain york maidstone city-of-london future-oxfordshire; do
    for format in csv tsv; do
        "$MINUTEBOOK_BIN" --demo export actions --profile $profile --format $format >"$home/tracker.$format"
    done
    for format in html md; do
        "$MINUTEBOOK_BIN" --demo export actions --profile $profile --format $format >"$home/tracker.$format"
    done
    check "$profile as HTML and Markdown has the cells of its CSV" python3 "$MINUTEBOOK_SRCDIR/tests/cli/sheet_pages.py" "$home/tracker"
    if [ "$office" ]; then
        for special in false true; do
            calc "$home/tracker.csv" 44 $special
            check "calc shows $profile as CSV as it was written, special numbers $special" same "$home/tracker.csv" , "$home/calc.ods"
            calc "$home/tracker.tsv" 9 $special
            check "and as TSV" same "$home/tracker.tsv" "$tab" "$home/calc.ods"
        done
    else
        skip "calc shows $profile as it was written" soffice
    fi
    if command -v ssconvert >/dev/null; then
        rm -f "$home/gnumeric.ods"
        ssconvert -I Gnumeric_stf:stf_csvtab "$home/tracker.csv" "$home/gnumeric.ods" >/dev/null 2>&1
        check "gnumeric shows $profile as CSV as it was written" same "$home/tracker.csv" , "$home/gnumeric.ods" american
    else
        skip "gnumeric shows $profile as it was written" ssconvert
    fi
done
finish
