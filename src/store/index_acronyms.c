/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Short forms that a text explains are words of its `meta` (index_meta.c): one from the short form to what it stands for, one back. So
 * they come and go with its edition, are counted in `terms` with all words, and are asked for there by how they begin: no table, and
 * nothing to be done at an import beside the writing of the text. The own mark parts the words within one. */
#include "config.h"

#include "index.h"

#include <minutebook/text_acronyms.h>

#include <unictype.h>
#include <unistr.h>

#define FROM_BRIEF INDEX_OWN_MARK "a"
#define FROM_WORDS INDEX_OWN_MARK "l"
#define WORDS_END INDEX_OWN_MARK INDEX_OWN_MARK /* between the two halves */

/* ---- writing -------------------------------------------------------------------------------------------------- */

/* The words of the N bytes of TEXT, parted as the tokenizer parts them and joined by the own mark. */
static char *joined_words(const void *parent, const char *text, size_t n)
{
    struct index_shifts shifts;
    size_t clean_n;
    char *clean = index_clean(NULL, text, n, &clean_n, &shifts);
    struct buf out;
    bool parted = false;
    buf_init(&out, parent, SIZE_MAX / 2);
    for (size_t at = 0; at < clean_n;) {
        ucs4_t c = 0;
        int bytes = u8_mbtouc(&c, (const uint8_t *)clean + at, clean_n - at);
        bool letter = uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
        if (letter && parted && out.len > 0)
            buf_puts(&out, INDEX_OWN_MARK);
        if (letter)
            buf_add(&out, clean + at, (size_t)bytes);
        parted = !letter;
        at += (size_t)bytes;
    }
    talloc_free(shifts.at);
    talloc_free(clean);
    return buf_take(&out);
}

static void add_pair(struct buf *out, const char *text, const struct acronym *found)
{
    char *brief = joined_words(NULL, text + found->brief, found->brief_n);
    char *words = joined_words(NULL, text + found->words, found->words_n);
    buf_printf(out, " " FROM_BRIEF "%s" WORDS_END "%s " FROM_WORDS "%s" WORDS_END "%s", brief, words, words, brief);
    talloc_free(brief);
    talloc_free(words);
}

char *index_acronym_words(const void *parent, const char *text, size_t n)
{
    struct acronym found;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    buf_puts(&out, "");
    for (size_t at = 0; text_acronym(text, n, at, &found);) {
        size_t brief = found.brief + found.brief_n, words = found.words + found.words_n;
        add_pair(&out, text, &found);
        at = brief > words ? brief : words;
    }
    return buf_take(&out);
}

/* ---- asking --------------------------------------------------------------------------------------------------- */

/* BETWEEN stands between the words from now on, where OLD did. */
static char *rejoined(const void *parent, const char *words, const char *old, const char *between)
{
    struct buf out;
    buf_init(&out, parent, SIZE_MAX / 2);
    for (const char *at = words, *next; at; at = next ? next + strlen(old) : NULL) {
        next = strstr(at, old);
        buf_add(&out, at, next ? (size_t)(next - at) : strlen(at));
        if (next)
            buf_puts(&out, between);
    }
    return buf_take(&out);
}

static char *joined(const void *parent, const char *const *words, size_t n)
{
    struct buf out;
    buf_init(&out, parent, SIZE_MAX / 2);
    for (size_t i = 0; i < n; i++)
        buf_printf(&out, "%s%s", i ? INDEX_OWN_MARK : "", words[i]);
    return buf_take(&out);
}

enum status store_acronyms(const void *parent, struct store *store, const char *const *words, size_t n, int most, struct strings *out,
                           struct err *err)
{
    static const char SQL_MEANS[] =
        "SELECT substr(term, length(?1) + 1) FROM terms WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) ORDER BY df DESC, term LIMIT ?2";
    *out = (struct strings){0};
    if (n == 0)
        return STATUS_OK;
    char *whole = joined(NULL, words, n), *beginning = mem_printf(whole, "%s%s" WORDS_END, n == 1 ? FROM_BRIEF : FROM_WORDS, whole);
    struct rows rows = db_select(store->db, SQL_MEANS, err, v_text(beginning), v_int(most));
    while (rows_next(&rows)) {
        char *means = rejoined(NULL, rows_text(whole, &rows, 0), INDEX_OWN_MARK, " ");
        strings_add(parent, out, means);
        talloc_free(means);
    }
    talloc_free(whole);
    return rows_end(&rows);
}

char *store_acronym_word(const void *parent, const char *acronym, const char *words)
{
    char *whole = rejoined(NULL, words, " ", INDEX_OWN_MARK);
    char *word = mem_printf(parent, FROM_BRIEF "%s" WORDS_END "%s", acronym, whole);
    talloc_free(whole);
    return word;
}
