/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/text: what the gate does with each code point, the rows of the table in reliability.md
 * section 3, and the reading of one code point. */
#ifndef MINUTEBOOK_TEXT_CLASSES_H
#define MINUTEBOOK_TEXT_CLASSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum text_class {
    CLASS_PLAIN,    /* shown as it is; may carry marks */
    CLASS_MARK,     /* width 0: shown on the base before it */
    CLASS_BLANK,    /* category Zs, blank or no-break or wide */
    CLASS_BREAK,    /* LF, CR, U+2028, U+2029 */
    CLASS_TAB,
    CLASS_CONTROL,  /* other C0 and DEL: ^X */
    CLASS_C1,       /* <80> to <9F> */
    CLASS_HIDDEN,   /* direction, tags, annotation: removed, alert */
    CLASS_IGNORED,  /* other default-ignorable and format characters: removed, quiet */
    CLASS_REPLACED, /* U+FFFD, quiet */
};

/* Marks one base may carry; the next is surplus (CCHARW_MAX of curses is 5, base included). */
#define TEXT_MAX_MARKS 4

enum text_class text_classify(uint32_t c);

/* Decode the code point at the start of N > 0 bytes: its length, or 0 if the first byte belongs to no
 * valid UTF-8 sequence (overlong, surrogate, cut). */
size_t text_decode_one(uint32_t *c, const char *text, size_t n);

/* White space that separates words: Unicode's White_Space but the control U+0085. Line ends count. */
bool text_is_space(uint32_t c);

#endif
