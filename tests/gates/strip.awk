# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# C files without their comments: "FILE<TAB>NUMBER<TAB>LINE" for each line. Literals stay.
function literal(quote,    start) { # i stands on the opening quote; leaves i on the closing one
    start = i
    for (i++; i <= n && substr(line, i, 1) != quote; i++)
        if (substr(line, i, 1) == "\\")
            i++
    return substr(line, start, i - start + 1)
}
function put(text) { print FILENAME "\t" FNR "\t" text }
FNR == 1 { inside = 0 }
inside && !/\*\// { put(""); next }
!inside && !/\/[*\/]/ { put($0); next }
{
    line = $0; n = length(line); out = ""
    for (i = 1; i <= n; i++) {
        c = substr(line, i, 1); two = substr(line, i, 2)
        if (inside) {
            if (two == "*/") { inside = 0; i++; out = out " " }
        } else if (two == "/*") {
            inside = 1; i++
        } else if (two == "//") {
            break
        } else if (c == "\"" || c == "'") {
            out = out literal(c)
        } else {
            out = out c
        }
    }
    put(out)
}
