/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a search could not see (screens.md 3.7): papers that are not held, and minutes that are cut off. Where little was found these stand
 * meeting by meeting, to be opened; they are looked for as any text is, by the fields that the search itself was narrowed with. */
#include "config.h"

#include "search.h"

#include <string.h>

#define THIN 10     /* fewer hits are a thin answer */
#define CUT_READ 60 /* texts; a minute has one or several */
#define MEETINGS_SHOWN 6
#define NAME_LEAST 8 /* cells */
#define CUT_KEY "cut:" /* of a row, before the meeting */
#define TO_GET_KEY "to-get:"

/* ---- reading ------------------------------------------------------------------------------------------------ */

/* Fields that say where was looked, not what for. */
static bool says_where(const struct query_node *node)
{
    static const enum search_field fields[] = {BY_COMMITTEE, BY_COUNCIL, BY_KIND, BY_DATE, BY_AFTER, BY_BEFORE, BY_MEMBER};
    for (size_t i = 0; node->kind == QUERY_FIELD && i < MB_LENGTH(fields); i++)
        if (node->field == fields[i])
            return true;
    return false;
}

/* The words that find the minutes cut off there; NARROWED: not in everything. */
static char *words_for_cut(const void *parent, const struct searching *searching, bool *narrowed)
{
    const struct query_node *root = searching->query->root;
    const struct query_node *const alone[] = {root};
    const struct query_node *const *parts = root->kind == QUERY_ALL ? (const struct query_node *const *)root->parts : alone;
    size_t n = root->kind == QUERY_ALL ? root->n_parts : 1;
    struct buf words;
    buf_init(&words, parent, BUF_MAX_DOCUMENT);
    buf_puts(&words, "kind:minute is:cut");
    *narrowed = false;
    for (size_t i = 0; i < n; i++)
        if (says_where(parts[i])) {
            buf_printf(&words, " %.*s", (int)(parts[i]->to - parts[i]->from), searching->words + parts[i]->from);
            *narrowed = true;
        }
    return buf_take(&words);
}

static bool same_minute(const struct search_row *a, const struct search_row *b)
{
    return a->position == b->position && strcmp(a->meeting_id, b->meeting_id) == 0;
}

/* Of each minute the last of its texts, which is where it stops. */
static void keep_last(struct search_rows *rows)
{
    size_t n = 0;
    for (size_t i = 0; i < rows->n; i++) {
        n += n == 0 || !same_minute(&rows->at[n - 1], &rows->at[i]);
        rows->at[n - 1] = rows->at[i];
    }
    rows->more = rows->total > (int)rows->n;
    rows->n = n;
}

/* An index that does not know yet what is cut leaves it at the counts. */
static enum status read_cut(struct blind *blind, struct browser *browser, struct err *err)
{
    struct query *query;
    const struct search_wish wish = {.limit = CUT_READ, .options = {.routine = true}};
    char *words = words_for_cut(blind, browser->searching, &blind->narrowed);
    enum status status = search_run(blind, browser->store, words, wish, &query, &blind->cut, err);
    blind->looked = status == STATUS_OK || status == STATUS_NONE;
    if (status == STATUS_OK)
        keep_last(&blind->cut);
    return blind->looked || status == STATUS_USAGE ? STATUS_OK : status;
}

enum status blind_read(const void *parent, struct browser *browser, struct blind **out, struct err *err)
{
    struct blind *blind = mem_new(parent, struct blind);
    bool thin = browser->searching->rows.total < THIN && !search_is_live(browser);
    enum status status = store_count(browser->store, &blind->counts, err);
    if (status == STATUS_OK && thin && blind->counts.minutes_cut > 0)
        status = read_cut(blind, browser, err);
    if (status == STATUS_OK)
        *out = blind;
    else
        talloc_free(blind);
    return status;
}

/* ---- as lines ------------------------------------------------------------------------------------------------- */

static void say(struct page *page, enum style style, const char *words)
{
    page_wrap(page, HIT_INDENT, HIT_INDENT, page->width - HIT_INDENT - 1, style, words);
}

/* "minutes 553, 554, 555" of the N rows at FROM, which are of one meeting. */
static char *numbers_of(const void *parent, const struct search_row *from, size_t n)
{
    struct strings numbers = {0};
    for (size_t i = 0; i < n; i++)
        if (from[i].minute_number)
            strings_add(parent, &numbers, mem_strdup(parent, from[i].minute_number));
    if (numbers.n < n)
        return words_count(parent, (int)n, "minute", "minutes");
    return mem_printf(parent, "minute%s %s", n == 1 ? "" : "s", words_join(parent, &numbers, ", "));
}

static size_t rows_of_meeting(const struct search_rows *rows, size_t from)
{
    size_t n = 1;
    while (from + n < rows->n && strcmp(rows->at[from].meeting_id, rows->at[from + n].meeting_id) == 0)
        n++;
    return n;
}

static void put_cut_meeting(struct page *page, const struct search_row *from, size_t n)
{
    void *local = talloc_named_const(NULL, 0, "cut");
    const char *day = date_is_set(from->date) ? date_words(local, from->date) : "day not known";
    const char *numbers = numbers_of(local, from, n);
    int room = page->width - HIT_INDENT - 7 - text_width(day, strlen(day)) - text_width(numbers, strlen(numbers));
    page_row(page, mem_printf(local, CUT_KEY "%s", from->meeting_id), 0);
    page_wrap(page, HIT_INDENT, HIT_INDENT + 2, page->width - 1, STYLE_TEXT,
              mem_printf(local, "%s   %s   %s", day, name_in_list(local, from->committee, room > NAME_LEAST ? room : NAME_LEAST), numbers));
    page_no_row(page);
    talloc_free(local);
}

static void put_to_get(struct page *page, const char *key, const char *words)
{
    page_row(page, key, 0);
    say(page, STYLE_TEXT, words);
    page_no_row(page);
}

static void put_cut_meetings(struct page *page, const struct search_rows *cut)
{
    size_t shown = 0, i = 0;
    say(page, STYLE_QUIET, "Enter opens one; F there says how to get the rest.");
    for (; i < cut->n && shown < MEETINGS_SHOWN; shown++) {
        size_t n = rows_of_meeting(cut, i);
        put_cut_meeting(page, &cut->at[i], n);
        i += n;
    }
    if (i < cut->n || cut->more)
        put_to_get(page, TO_GET_KEY "older", "older ones: Enter lists all that is missing");
}

static void put_cut(struct page *page, const struct blind *blind)
{
    char *words;
    const struct store_counts *counts = &blind->counts;
    if (blind->looked && blind->narrowed)
        words = mem_printf(NULL, "%s%zu of the minutes that it looked in %s cut off, and the words may be in the missing part",
                           blind->cut.more ? "more than " : "", blind->cut.n, blind->cut.n == 1 ? "is" : "are");
    else
        words = mem_printf(NULL, "%d of the %d minutes held %s cut off, and the words may be in the missing part", counts->minutes_cut,
                           counts->minutes, counts->minutes_cut == 1 ? "is" : "are");
    say(page, STYLE_TEXT, words);
    talloc_free(words);
    if (blind->looked)
        put_cut_meetings(page, &blind->cut);
}

void blind_page(struct page *page, const struct blind *blind)
{
    int papers = blind->counts.papers_to_get;
    bool cut = blind->looked ? blind->cut.n > 0 : blind->counts.minutes_cut > 0;
    if (!cut && papers == 0)
        return;
    page_heading(page, 1, "What this search could not see");
    if (cut)
        put_cut(page, blind);
    if (papers == 0)
        return;
    char *count = words_count(NULL, papers, "paper", "papers");
    char *words = mem_printf(count, "%s named in your papers %s not held: Enter lists %s", count, papers == 1 ? "is" : "are",
                             papers == 1 ? "it" : "them");
    put_to_get(page, TO_GET_KEY "papers", words);
    talloc_free(count);
}

/* ---- opening ---------------------------------------------------------------------------------------------------- */

bool blind_is_row(const char *key)
{
    return key && (text_starts(key, CUT_KEY) || text_starts(key, TO_GET_KEY));
}

/* The first minute of the meeting that KEY names. */
static const struct search_row *cut_row(const struct blind *blind, const char *key)
{
    const struct search_row *found = NULL;
    for (size_t i = 0; key && text_starts(key, CUT_KEY) && i < blind->cut.n && !found; i++)
        if (strcmp(blind->cut.at[i].meeting_id, key + strlen(CUT_KEY)) == 0)
            found = &blind->cut.at[i];
    return found;
}

const char *blind_meeting(const struct blind *blind, const char *key)
{
    const struct search_row *row = cut_row(blind, key);
    return row ? row->meeting_id : NULL;
}

unsigned blind_open(struct browser *browser, const struct blind *blind, const char *key)
{
    const struct search_row *row = cut_row(blind, key);
    if (!row)
        return browser_push(browser, to_get_new(browser));
    size_t end = (size_t)row->offset + (row->body ? strlen(row->body) : 0);
    return browser_push(browser, meeting_at(browser, row->meeting_id, row->position, PASSAGE_MINUTES, end));
}
