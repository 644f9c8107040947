/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sentences that name a topic in papers on other things. The index brings where its words stand in one text; a sentence that says them
 * all, or its acronym in capitals, is the one that is quoted. */
#include "config.h"

#include "topic.h"

#include <string.h>

#define ROWS_MOST 200
#define MENTIONS_MOST 12
#define WORDS_MOST 6
#define AROUND 60 /* bytes before the word, of a long sentence */

static bool has_place(const struct topic_card *card, const struct search_row *row)
{
    for (size_t i = 0; i < card->n_times; i++)
        if (card->times[i].position == row->position && text_same(card->times[i].meeting_id, row->meeting_id))
            return true;
    for (size_t i = 0; i < card->n_mentions; i++)
        if (card->mentions[i].position == row->position && text_same(card->mentions[i].meeting_id, row->meeting_id))
            return true;
    return false;
}

/* A work programme is told entry by entry, not as the text of its report. */
static bool may_name(const struct topic_search *search, const struct topic_card *card, const struct search_row *row)
{
    const char *kind = item_kind_of_title(row->title ? row->title : "");
    bool before = !date_is_set(search->before) || (date_is_set(row->date) && date_compare(row->date, search->before) < 0);
    return row->body && before && row->kind != PASSAGE_ACTION && row->kind != PASSAGE_PROGRAMME && !has_place(card, row) &&
           !(kind && (strcmp(kind, "routine") == 0 || (topic_is_routine(kind) && row->kind == PASSAGE_REPORT)));
}

/* SENTENCE from a word before byte AT on, where that byte would be cut away. */
static char *around(const void *parent, const char *sentence, size_t n, size_t at)
{
    size_t from = at > AROUND ? at - AROUND : 0;
    while (from > 0 && from < at && sentence[from] != ' ')
        from++;
    bool cut = n > TOPIC_POINT_CELLS && at > TOPIC_POINT_CELLS / 2 && from > 0;
    char *words = text_squeeze(parent, sentence + (cut ? from : 0), n - (cut ? from : 0));
    return cut ? mem_printf(parent, "\xE2\x80\xA6%s", words) : words;
}

/* The first sentence of ROW that says it; NULL where none does. */
static char *sentence_of(const void *parent, const struct topic_search *search, const struct search_row *row)
{
    struct sentence sentence;
    size_t at = 0, n = strlen(row->body), said;
    while (sentence_next(row->body, n, &at, &sentence)) {
        const char *words = row->body + sentence.words.start;
        if (sentence.words.len && theme_is_said(search->past->themes, search->theme, words, sentence.words.len, &said))
            return around(parent, words, sentence.words.len, said);
    }
    return NULL;
}

static void add_mention(const struct topic_search *search, struct topic_card *card, const struct search_row *row)
{
    bool held_back = row->exempt && !search->past->options->exempt;
    char *said = may_name(search, card, row) ? sentence_of(card, search, row) : NULL;
    if (!said)
        return;
    struct topic_mention *mention = mem_append(card, card->mentions, card->n_mentions);
    *mention = (struct topic_mention){.meeting_id = mem_strdup(card, row->meeting_id), .committee = mem_strdup(card, row->committee),
                                      .date = row->date, .kind = row->kind, .position = row->position,
                                      .agenda_number = mem_strdup(card, row->agenda_number),
                                      .minute_number = mem_strdup(card, row->minute_number), .title = mem_strdup(card, row->title),
                                      .sentence = held_back ? NULL : said, .exempt = row->exempt};
}

/* All words that tell something, or the acronyms, each in quotes: none of them is an operator of the query. NULL where there is none. */
static char *words_of(const void *parent, const struct topic_search *search, bool acronyms)
{
    const struct strings words = theme_words(parent, search->past->themes, search->theme, acronyms);
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < words.n && i < (acronyms ? 1 : WORDS_MOST); i++)
        buf_printf(&out, "%s\"%s\"", i ? " " : "", words.at[i]);
    return out.len ? buf_take(&out) : NULL;
}

static enum status search_for(const struct topic_search *search, struct topic_card *card, const char *words, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "mentions");
    struct query *query;
    struct search_rows rows = {0};
    struct search_wish wish = {.limit = ROWS_MOST, .options = {.as_at = search->past->options->as_at}};
    enum status status = *words ? search_run(scratch, search->past->store, words, wish, &query, &rows, err) : STATUS_NONE;
    for (size_t i = 0; status == STATUS_OK && i < rows.n && card->n_mentions < MENTIONS_MOST; i++)
        add_mention(search, card, &rows.at[i]);
    talloc_free(scratch);
    return status == STATUS_NONE ? STATUS_OK : status;
}

enum status topic_mentions(const struct topic_search *search, struct topic_card *card, const char *words, struct err *err)
{
    if (words)
        return search_for(search, card, words, err);
    if (!theme_is_sharp(search->theme))
        return STATUS_OK;
    void *local = talloc_named_const(NULL, 0, "words");
    const char *telling = words_of(local, search, false), *acronym = words_of(local, search, true);
    enum status status = acronym ? search_for(search, card, acronym, err) : STATUS_OK;
    if (status == STATUS_OK && telling && card->n_mentions < MENTIONS_MOST)
        status = search_for(search, card, telling, err);
    talloc_free(local);
    return status;
}
