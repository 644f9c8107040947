/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The gate: the one place where foreign text is made fit for a terminal, by the table of reliability.md
 * section 3. It stands at the render edge, after all decoding; no other check replaces it. */
#include "config.h"

#include "classes.h"

#include <minutebook/text.h>

#include <string.h>
#include <unistr.h>
#include <wchar.h>

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */
#define NO_BASE "\xE2\x97\x8C"     /* U+25CC, the dotted circle */
#define TAB_STOP 8
#define GROWTH 16 /* bytes of output one byte may become at most: TAB 8, a mark on U+25CC 3 + its own */

struct gate {
    struct buf out;
    enum safe_mode mode;
    size_t column;     /* cells since the last line break, for TAB */
    unsigned alerts, quiet;
    bool after_cr;
    int room; /* marks the cluster before may still take; -1 if there is no base */
};

static void put_cells(struct gate *gate, const char *bytes, size_t n, int cells, bool base)
{
    buf_add(&gate->out, bytes, n);
    gate->column += (size_t)cells;
    gate->room = base ? TEXT_MAX_MARKS : -1;
}

static void put_blanks(struct gate *gate, size_t n)
{
    for (size_t i = 0; i < n; i++)
        put_cells(gate, " ", 1, 1, false);
}

static void put_break(struct gate *gate, uint32_t c)
{
    if (c == '\n' && gate->after_cr)
        return;
    if (gate->mode == SAFE_LINE) {
        put_blanks(gate, 1);
        return;
    }
    put_cells(gate, "\n", 1, 0, false);
    gate->column = 0;
}

/* A control character as ^X or <XX>: a plain word on the screen, and counted. */
static void put_control(struct gate *gate, uint32_t c)
{
    static const char digits[] = "0123456789ABCDEF";
    char caret[] = {'^', (char)(c ^ 0x40)}, hex[] = {'<', digits[c >> 4 & 15], digits[c & 15], '>'};
    if (c < 0x80)
        put_cells(gate, caret, sizeof caret, 2, false);
    else
        put_cells(gate, hex, sizeof hex, 4, false);
    gate->alerts++;
}

static void put_mark(struct gate *gate, const char *bytes, size_t n)
{
    if (gate->room == 0) {
        gate->alerts++;
        return;
    }
    if (gate->room < 0)
        put_cells(gate, NO_BASE, sizeof NO_BASE - 1, 1, true);
    buf_add(&gate->out, bytes, n);
    gate->room--;
}

static void put_character(struct gate *gate, uint32_t c, const char *bytes, size_t n)
{
    int width = wcwidth((wchar_t)c);
    switch (text_classify(c)) {
    case CLASS_PLAIN:
        put_cells(gate, bytes, n, width > 0 ? width : 0, true);
        break;
    case CLASS_MARK:
        put_mark(gate, bytes, n);
        break;
    case CLASS_BLANK:
        put_blanks(gate, c == 0x3000 ? 2 : 1);
        break;
    case CLASS_BREAK:
        put_break(gate, c);
        break;
    case CLASS_TAB:
        put_blanks(gate, gate->mode == SAFE_LINE ? 1 : TAB_STOP - gate->column % TAB_STOP);
        break;
    case CLASS_CONTROL:
    case CLASS_C1:
        put_control(gate, c);
        break;
    case CLASS_HIDDEN:
        gate->alerts++;
        break;
    case CLASS_IGNORED:
        gate->quiet++;
        break;
    case CLASS_REPLACED:
        put_cells(gate, REPLACEMENT, sizeof REPLACEMENT - 1, 1, true);
        gate->quiet++;
        break;
    }
    gate->after_cr = c == '\r';
}

/* Copy the printable ASCII at the start of TEXT, which is nearly all there ever is: its length. */
static size_t put_ascii(struct gate *gate, const char *text, size_t n)
{
    size_t run = 0;
    while (run < n && text[run] >= ' ' && text[run] < 0x7F)
        run++;
    if (run) {
        put_cells(gate, text, run, (int)run, text[run - 1] != ' ');
        gate->after_cr = false;
    }
    return run;
}

struct safe safe_text(const void *parent, const char *text, size_t n, enum safe_mode mode)
{
    struct gate gate = {.mode = mode, .room = -1};
    buf_init(&gate.out, parent, GROWTH * n);
    for (size_t i = 0; i < n;) {
        size_t used = put_ascii(&gate, text + i, n - i);
        if (used == 0) {
            uint32_t c;
            used = text_decode_one(&c, text + i, n - i);
            if (used) {
                put_character(&gate, c, text + i, used);
            } else {
                put_cells(&gate, REPLACEMENT, sizeof REPLACEMENT - 1, 1, true);
                gate.alerts++;
                gate.after_cr = false;
                used = 1;
            }
        }
        i += used;
    }
    struct safe safe = {.len = gate.out.len, .alerts = gate.alerts, .quiet = gate.quiet};
    safe.text = buf_take(&gate.out);
    return safe;
}

struct safe safe_line(const void *parent, const char *text)
{
    return safe_text(parent, text ? text : "", text ? strlen(text) : 0, SAFE_LINE);
}
