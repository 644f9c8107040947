/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of `meta`: what a text is, for whoever filters. Each begins with a private character, which no text brings into the index
 * (index_clean) and no member types, and a letter that says what it is about; the rest are letters and digits, one word for the
 * tokenizer. */
#include "config.h"

#include "index_range.h"

#include <ctype.h>

static const char letters[] = {
    [META_KIND] = 'k',    [META_COMMITTEE] = 'c', [META_COUNCIL] = 'u', [META_ITEM] = 'i',      [META_PAGE] = 'g',
    [META_ROUTINE] = 'r', [META_EXEMPT] = 'x',    [META_CUT] = 'z',     [META_TO_FOLLOW] = 'w', [META_TABLE] = 'b',
};

/* A name as its slug without hyphens. */
static char *name_letters(const void *parent, const char *name)
{
    char *slug = text_slug(parent, name ? name : ""), *to = slug;
    for (const char *from = slug; *from; from++)
        if (*from != '-')
            *to++ = *from;
    *to = '\0';
    return slug;
}

/* A number as printed: "7.1" is not "71", "(5)" is 5. */
static char *number_letters(const void *parent, const char *number)
{
    char *word = mem_strdup(parent, number ? number : ""), *to = word;
    for (const char *from = word; *from; from++) {
        if (isalnum((unsigned char)*from))
            *to++ = (char)tolower((unsigned char)*from);
        else if (to > word && isalnum((unsigned char)from[1]))
            *to++ = 'q';
    }
    *to = '\0';
    return word;
}

char *store_search_word(const void *parent, enum search_meta meta, const char *value)
{
    bool number = meta == META_ITEM || meta == META_PAGE;
    char *rest = number ? number_letters(NULL, value) : name_letters(NULL, value);
    char *word = mem_printf(parent, INDEX_OWN_MARK "%c%s", letters[meta], rest);
    talloc_free(rest);
    return word;
}

char *index_committee_word(const void *parent, const char *committee)
{
    return store_search_word(parent, META_COMMITTEE, committee);
}

bool store_search_knows(const struct store *store, enum search_meta meta, bool mine)
{
    static const bool of_mine[] = {[META_KIND] = true, [META_COMMITTEE] = true, [META_ITEM] = true, [META_EXEMPT] = true,
                                   [META_CUT] = true,  [META_TABLE] = false}; /* the last names its length */
    if (mine)
        return store->schema >= INDEX_MINE_META && of_mine[meta];
    return store->schema >= INDEX_RANGES || meta == META_KIND || meta == META_COMMITTEE;
}

char *index_meta(const void *parent, const struct meta_word *words, size_t n)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < n; i++) {
        char *word = words[i].value ? store_search_word(NULL, words[i].meta, words[i].value) : NULL;
        if (word)
            buf_printf(&out, "%s%s", out.len ? " " : "", word);
        talloc_free(word);
    }
    return buf_take(&out);
}

char *index_meta_of_passage(const void *parent, const struct meeting *meeting, const struct index_passage *passage)
{
    const struct meta_word words[] = {
        {META_KIND, passage_kind_name(passage->kind)},
        {META_COMMITTEE, meeting->committee ? meeting->committee : ""},
        {META_COUNCIL, meeting->council},
        {META_ITEM, passage->agenda_number},
        {META_ITEM, passage->minute_number},
        {META_PAGE, passage->page},
        {META_ROUTINE, passage->routine ? "" : NULL},
        {META_EXEMPT, passage->exempt ? "" : NULL},
        {META_CUT, passage->truncated ? "" : NULL},
        {META_TO_FOLLOW, passage->to_follow ? "" : NULL},
        {META_TABLE, passage->table ? "" : NULL},
    };
    char *meta = index_meta(NULL, words, MB_LENGTH(words)), *learned = index_acronym_words(NULL, passage->body, passage->n);
    char *all = mem_printf(parent, "%s%s", meta, learned);
    talloc_free(meta);
    talloc_free(learned);
    return all;
}
