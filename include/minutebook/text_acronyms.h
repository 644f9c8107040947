/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* text, acronyms: where a text itself says what its abbreviations stand for, "Elective Home Education (EHE)" or "EHE (Elective Home
 * Education)". Pure; time grows with the text. */
#ifndef MINUTEBOOK_TEXT_ACRONYMS_H
#define MINUTEBOOK_TEXT_ACRONYMS_H

#include <minutebook/base.h>

struct acronym {
    size_t brief, brief_n; /* bytes of the text: "EHE", without the s of "EHCPs" */
    size_t words, words_n; /* "Elective Home Education" */
};
/* The first that TEXT, N bytes, explains from byte FROM on; false where there is none. To go on, FROM is behind both. Each letter of the
 * abbreviation, of which two at least are capitals, begins a word, in their order; small words (of, and, the) may stand between. */
bool text_acronym(const char *text, size_t n, size_t from, struct acronym *out);

/* Whether WORD, N bytes, is written as an abbreviation: two to eight letters, two of them capitals at least, "EHE", "O&S", "SENDs". */
bool text_is_acronym(const char *word, size_t n);

#endif
