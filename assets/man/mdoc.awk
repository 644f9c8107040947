# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What the scripts beside it share: rows of a table in C as words of mdoc.

# Text as mdoc takes it: no backslash of its own, and no word that begins with a dot or a quote acts.
function plain(text) {
    gsub(/\\\\/, "\\", text)
    gsub(/\\"/, "\"", text)
    gsub(/\\/, "\\e", text)
    return text
}

# An argument of a macro: what roff would act on is quoted.
function word(text) {
    text = plain(text)
    gsub(/"/, "\\(dq", text)
    return "\\&" text "\\&"
}
