/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The rows of the table in reliability.md section 3. The classes are libunistring's; only what the table
 * itself names by number stands here by number. */
#include "config.h"

#include "classes.h"

#include <minutebook/base.h>

#include <unictype.h>
#include <unistr.h>
#include <wchar.h>

struct range {
    uint32_t first, last;
};

/* Direction marks, tags and annotation: they change what a reader sees without being seen. */
static const struct range hidden[] = {
    {0x061C, 0x061C}, {0x200E, 0x200F}, {0x202A, 0x202E},   {0x2066, 0x206F},
    {0xFFF9, 0xFFFB}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F},
};

/* Format characters with a shape of their own that encloses what follows (Prepended_Concatenation_Mark). */
static const struct range enclosing[] = {
    {0x0600, 0x0605}, {0x06DD, 0x06DD}, {0x070F, 0x070F},   {0x0890, 0x0891},
    {0x08E2, 0x08E2}, {0x110BD, 0x110BD}, {0x110CD, 0x110CD},
};

static bool in_ranges(uint32_t c, const struct range *at, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (c >= at[i].first && c <= at[i].last)
            return true;
    return false;
}

/* The common letters and punctuation of English papers, known to be plain: a short way round the tables. */
static bool is_common(uint32_t c)
{
    return (c >= 0x20 && c < 0x7F && c != ' ') || (c >= 0xA1 && c <= 0x17F && c != 0xAD) ||
           (c >= 0x2010 && c <= 0x2027);
}

static enum text_class classify_ascii(uint32_t c)
{
    if (c == ' ')
        return CLASS_BLANK;
    if (c == '\n' || c == '\r')
        return CLASS_BREAK;
    return c == '\t' ? CLASS_TAB : CLASS_CONTROL;
}

enum text_class text_classify(uint32_t c)
{
    if (is_common(c))
        return CLASS_PLAIN;
    if (c < 0x80)
        return classify_ascii(c);
    if (c < 0xA0)
        return CLASS_C1;
    if (in_ranges(c, hidden, MB_LENGTH(hidden)))
        return CLASS_HIDDEN;
    if (in_ranges(c, enclosing, MB_LENGTH(enclosing)))
        return CLASS_REPLACED;
    if (uc_is_property_default_ignorable_code_point(c) || uc_is_general_category(c, UC_FORMAT))
        return CLASS_IGNORED;
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp))
        return CLASS_BREAK;
    if (uc_is_general_category(c, UC_SPACE_SEPARATOR))
        return CLASS_BLANK;
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn))
        return CLASS_REPLACED;
    int width = wcwidth((wchar_t)c);
    return width < 0 ? CLASS_REPLACED : width == 0 ? CLASS_MARK : CLASS_PLAIN;
}

size_t text_decode_one(uint32_t *c, const char *text, size_t n)
{
    ucs4_t read = 0;
    int used = u8_mbtoucr(&read, (const uint8_t *)text, n);
    *c = read;
    return used > 0 ? (size_t)used : 0;
}

bool text_is_space(uint32_t c)
{
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0xA0 && uc_is_property_white_space(c));
}
