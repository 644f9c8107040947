# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Turn a text file of assets/ into C, so that its contents are compiled in as the default:
#   awk -v name=bank_holidays -f embed.awk FILE
# gives `const char *const asset_bank_holidays[]`, one string a line, NULL last. Lines that are empty
# or begin with '#' are comments and are left out; with -v lines=1 each is "", so that lines can be counted. With -v groups=1
# also `asset_bank_holidays_groups[]`, NULL last: where the lines stand that begin at the margin.
BEGIN {
    print "/* Made from assets/ by embed.awk; change the data file, not this. */"
    printf "extern const char *const asset_%s[];\nconst char *const asset_%s[] = {\n", name, name
}
/^[ \t]*(#|$)/ {
    if (lines)
        print "    \"\","
    next
}
groups && /^[^ \t]/ { heads = heads sprintf("    &asset_%s[%d],\n", name, n) }
{
    n++
    gsub(/\\/, "&&"); gsub(/"/, "\\\""); gsub(/\t/, "\\t"); gsub(/\r/, "")
    gsub(/[?][?]/, "?\"\"?") # no trigraphs
    printf "    \"%s\",\n", $0
}
END {
    print "    0};"
    if (groups)
        printf "extern const char *const *const asset_%s_groups[];\nconst char *const *const asset_%s_groups[] = {\n%s    0};\n", name, name, heads
}
