/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One row of the list of follow-ups: what was asked or promised, by whom, when and how it stands, in columns where there is
 * room, else below each other. */
#include "config.h"

#include "actions.h"

#include <string.h>

#define REFERENCE 7      /* cells of a reference at least: "555/7" */
#define REFERENCE_MOST 16 /* at most: "2025-10-09 555/7" */
#define WHEN_NARROW 24   /* cells of the last column where there are two */
#define SENTENCE_MOST 3  /* lines a sentence takes in the list; all of it stands below */
#define NARROW_MOST 2    /* the same where there is no column but the time's; very narrow lines are short */
#define WHEN_MOST 3      /* lines a time takes with its reason in brackets where it has a column; in more it stands without */
#define VERY_NARROW 72   /* columns of a page below which the time stands under the sentence */

/* The widest reference is shown whole: it is what people type. */
int actions_reference(const struct actions *actions)
{
    int cells = REFERENCE;
    for (size_t i = 0; i < actions->n; i++) {
        const char *reference = actions->at[i]->reference;
        int own = reference ? text_width(reference, strlen(reference)) : 0;
        cells = own > cells ? own : cells;
    }
    return cells < REFERENCE_MOST ? cells : REFERENCE_MOST;
}

struct action_columns action_columns_of(int width, const struct actions_shown *shown)
{
    int reference = actions_reference(shown->actions);
    struct action_columns columns = {.wide = width >= SIDE_BY_SIDE_FROM,
                                     .as_at = shown->as_at,
                                     .reference = shown->reference > reference ? shown->reference : reference};
    columns.what = 2 + columns.reference + 1;
    if (columns.wide) {
        columns.whom = width * 57 / 120;
        columns.when = width * 80 / 120;
        columns.state = width * 102 / 120;
    } else {
        columns.when = width < VERY_NARROW ? width : width - WHEN_NARROW - 1;
    }
    return columns;
}

/* Put TEXT wrapped within a column, beginning on line FIRST of the page, over at most MOST lines (0: all). */
static void put_column(struct page *page, size_t first, int x, int width, enum style style, const char *text, size_t most)
{
    struct page *column = page_new(NULL, width);
    page_wrap_most(column, 0, 0, 0, style, text, most);
    for (size_t i = 0; i < column->n_lines; i++) {
        while (page->n_lines <= first + i)
            page_line(page);
        struct line *onto = &page->lines[first + i];
        for (size_t s = 0; s < column->lines[i].n_spans; s++) {
            const struct span *from = &column->lines[i].spans[s];
            struct span *span = mem_append(page, onto->spans, onto->n_spans);
            *span = (struct span){from->x + x, from->style, mem_strdup(page, from->text)};
        }
    }
    talloc_free(column);
}

#define DAMAGED "[damaged] "

static bool begins_with(const char *text, const char *start)
{
    char *folded = text_fold(NULL, text), *begin = text_fold(folded, start);
    bool begins = *begin && strncmp(folded, begin, strlen(begin)) == 0;
    talloc_free(folded);
    return begins;
}

/* Printed: what the row is about, and by whom where that is not its beginning. */
static char *what_words(const void *parent, const struct action *action, bool with_owner)
{
    char *what = fact_summary(NULL, action, 0), *words;
    const char *damaged = action->damaged ? DAMAGED : "";
    if (!with_owner || (action->owner && begins_with(what, action->owner)))
        words = mem_printf(parent, "%s%s", damaged, what);
    else
        words = mem_printf(parent, "%s%s: %s", damaged, action->owner ? fact_owner(what, action->owner) : "By whom not stated",
                           what);
    talloc_free(what);
    return words;
}

/* By whom, and how far it is where something has been done. NULL: that is said elsewhere. */
static char *whom_words(const void *parent, const struct action *action, const char *what)
{
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "whom");
    bool kept = action->state == ACTION_KEPT, named = action->owner && begins_with(what, action->owner);
    if (kept && !named)
        strings_add(local, &parts, action->owner ? fact_owner(local, action->owner) : "by whom not stated");
    if (kept && action->status && strcmp(action->status, action_statuses[0]) != 0)
        strings_add(local, &parts, fact_follow_up_state(local, action));
    char *words = parts.n ? words_join(parent, &parts, " · ") : NULL;
    talloc_free(local);
    return words;
}

/* Of what is to check the paper's own words for the time; how long ago it was asked is for the tracker. */
static char *when_words(const void *parent, const struct action_row *row, struct date as_at)
{
    const struct action *action = row->action;
    if (row->dated_above)
        return mem_strdup(parent, action->due_text ? action->due_text : "none given");
    if (action->state == ACTION_KEPT)
        return action_when_words(parent, action, as_at);
    return mem_strdup(parent, action->due_text ? action->due_text : "none given");
}

static bool fits(const void *local, const char *when, int width, size_t lines)
{
    struct page *column = page_new(local, width);
    page_wrap(column, 0, 0, 0, STYLE_TEXT, when);
    return column->n_lines <= lines;
}

/* A time within LINES of WIDTH cells: where it has no room for all of its reason in brackets, which stands below the list too, what is
 * said there beside whose date it is gives way first, then the reason. */
static const char *when_in(const void *local, const char *when, int width, size_t lines)
{
    size_t n = strlen(when), reason = n;
    if (n == 0 || when[n - 1] != ')' || fits(local, when, width, lines))
        return when;
    while (reason > 0 && when[reason] != '(')
        reason--;
    const char *more = strchr(when + reason, ';');
    const char *shorter = more ? mem_printf(local, "%.*s)", (int)(more - when), when) : NULL;
    if (shorter && fits(local, shorter, width, lines))
        return shorter;
    return reason > 1 ? mem_strndup(local, when, reason - 1) : when;
}

/* How it stands and what was done: "in progress; chased 2x, last 4 Nov". Of what hangs under another that it waits; whoever was chased is
 * waited for. */
static char *state_words(const void *parent, const struct action_row *row, struct date as_at)
{
    const struct action *action = row->action;
    void *local = talloc_named_const(NULL, 0, "state");
    char *progress = action->state == ACTION_KEPT ? fact_progress(local, action, as_at) : NULL;
    bool begun = action->status && strcmp(action->status, action_statuses[0]) != 0;
    struct strings parts = {0};
    if (row->answered)
        strings_add(local, &parts, row->answered);
    if (row->hangs && !begun && !action_is_answered(action))
        strings_add(local, &parts, "no answer yet");
    else if (progress && action->entries.chases > 0 && strcmp(action->status ? action->status : "", "awaiting response") == 0)
        begun = true;
    else if (begun || (!row->answered && !(row->hangs && progress)))
        strings_add(local, &parts, fact_follow_up_state(local, action));
    if (progress)
        strings_add(local, &parts, progress);
    char *words = words_join(parent, &parts, "; ");
    talloc_free(local);
    return words;
}

static void put_wide(struct page *page, const struct action_row *row, const struct action_columns *columns,
                     const char *when, size_t first, bool whole)
{
    const struct action *action = row->action;
    enum style style = row->style;
    int width = columns->whom - columns->what - 2, when_width = columns->state - columns->when - 2;
    void *local = talloc_named_const(NULL, 0, "wide");
    char *what = fact_summary(local, action, whole ? 0 : (SENTENCE_MOST * width * 9) / 10);
    if (action->damaged)
        what = mem_printf(local, DAMAGED "%s", what);
    if (row->hangs)
        put_column(page, first, columns->what, 2, style, "·", 1);
    int hang = row->hangs ? 2 : 0;
    put_column(page, first, columns->what + hang, width - hang, style, what, whole ? 0 : SENTENCE_MOST);
    if (!row->hangs || action->owner)
        put_column(page, first, columns->whom, columns->when - columns->whom - 2, style,
                   action->owner ? fact_owner(local, action->owner) : "not stated", SENTENCE_MOST);
    if (!row->hangs || action->due_text)
        put_column(page, first, columns->when, when_width, style, when_in(local, when, when_width, WHEN_MOST), SENTENCE_MOST);
    put_column(page, first, columns->state, page->width - columns->state - 1, style, state_words(local, row, columns->as_at), SENTENCE_MOST);
    talloc_free(local);
}

/* WHAT cut to LINES of WIDTH cells; that the council's page cuts it off is said even so. */
static char *cut_what(const void *parent, const char *what, int width, size_t lines)
{
    static const char mark[] = CUT_OFF;
    size_t n = strlen(what), end = strlen(mark);
    bool marked = n > end && strcmp(what + n - end, mark) == 0;
    int room = (int)lines * width - (lines > 1 ? width / 8 : 0); /* lines end with a word */
    if (!marked || text_width(what, n) <= room || room < 2 * (int)end)
        return mem_strdup(parent, what);
    char *words = text_cut(parent, mem_strndup(parent, what, n - end), room - (int)end, false);
    return mem_printf(parent, "%s%s", words, mark);
}

/* What was done, where there is no column for how it stands; NULL where nothing was. */
static const char *progress_words(const void *local, const struct action_row *row, struct date as_at)
{
    const char *done = row->action->state == ACTION_KEPT ? fact_progress(local, row->action, as_at) : NULL;
    if (row->answered)
        return done ? mem_printf(local, "%s, %s", row->answered, done) : row->answered;
    return row->hangs && !action_is_answered(row->action) ? "no answer yet" : done;
}

/* Of what is overdue whose date has passed, where TIME, which is what there is room for of WHEN, leaves it out: "(your own date)". NULL else. */
static const char *whose_words(const void *local, const struct action *action, struct date as_at, const char *when, const char *time)
{
    const char *reason = strrchr(when, '(');
    if (!reason || strchr(time, '(') || !action_is_overdue(action, as_at))
        return NULL;
    size_t n = strcspn(reason, ";)");
    return mem_printf(local, "%.*s)", (int)n, reason);
}

/* The time, below it whose date has passed, and below that what was done. */
static void put_beside(struct page *page, const struct action_row *row, const struct action_columns *columns, const char *when,
                       const char *progress, size_t first)
{
    int right = page->width - columns->when;
    const char *time = when_in(page, when, right, 1), *whose = whose_words(page, row->action, columns->as_at, when, time);
    size_t lines = text_width(time, strlen(time)) > right ? NARROW_MOST : 1;
    bool timeless = progress && (row->hangs || (row->answered && row->dated_above && !row->action->due_text));
    if (!timeless)
        put_column(page, first, columns->when, right, row->style, time, NARROW_MOST);
    if (!timeless && whose)
        put_column(page, first + lines++, columns->when, right, row->style, whose, 1);
    if (progress)
        put_column(page, timeless ? first : first + lines, columns->when, right, row->style, progress, 1);
}

/* What was asked or promised comes first and has its lines; by whom follows where there is room. The time stands
 * beside it, on a very narrow page below it. */
static void put_narrow(struct page *page, const struct action_row *row, const struct action_columns *columns,
                       const char *when, size_t first)
{
    const struct action *action = row->action;
    bool beside = page->width >= VERY_NARROW, timed = action->state == ACTION_KEPT || action->due_text;
    size_t lines = beside ? NARROW_MOST : SENTENCE_MOST;
    int width = (beside && timed ? columns->when - 2 : page->width - 1) - columns->what;
    void *local = talloc_named_const(NULL, 0, "narrow");
    char *told = fact_summary(local, action, ((int)lines * width * 9) / 10);
    char *what = cut_what(local, told, width, lines), *whom = whom_words(local, action, told);
    if (action->damaged)
        what = mem_printf(local, DAMAGED "%s", what);
    if (row->hangs)
        what = mem_printf(local, "· %s", what);
    else if (beside && whom)
        what = mem_printf(local, "%s · %s", what, whom);
    put_column(page, first, columns->what, width, row->style, what, lines);
    const char *progress = progress_words(local, row, columns->as_at);
    if (beside && timed) {
        put_beside(page, row, columns, when, progress, first);
    } else if (timed) {
        struct strings parts = {0};
        if (!row->hangs || action->due_text)
            strings_add(local, &parts, when_in(local, when, width, 1));
        if (progress)
            strings_add(local, &parts, progress);
        if (whom && !row->hangs)
            strings_add(local, &parts, whom);
        page_wrap_most(page, columns->what, columns->what, width, STYLE_QUIET, words_join(local, &parts, " · "), 1);
    }
    talloc_free(local);
}

/* Printed: the whole sentence, and below it who and when. */
static void put_whole(struct page *page, const struct action_row *row, const struct action_columns *columns,
                      const char *when, size_t first)
{
    const struct action *action = row->action;
    bool kept = action->state == ACTION_KEPT;
    char *what = what_words(NULL, action, kept);
    struct strings stated = {0};
    put_column(page, first, columns->what, page->width - columns->what, STYLE_TEXT, what, 0);
    if (!kept && action->owner)
        strings_add(what, &stated, mem_printf(what, "by whom: %s", fact_owner(what, action->owner)));
    if (kept || action->due_text)
        strings_add(what, &stated, kept ? when : mem_printf(what, "when: %s", when));
    const char *progress = progress_words(what, row, columns->as_at);
    if (progress)
        strings_add(what, &stated, progress);
    if (stated.n)
        page_wrap(page, columns->what, columns->what, 0, STYLE_QUIET, words_join(what, &stated, " · "));
    talloc_free(what);
}

/* "555/2", of what hangs under the row above it "  /2". */
static void put_reference(struct page *page, const struct action_row *row, const struct action_columns *columns)
{
    const char *reference = row->action->reference ? row->action->reference : "-", *stroke = strrchr(reference, '/');
    int x = row->hangs && stroke ? 2 + (int)(stroke - reference) : 2;
    page_put(page, x, columns->reference + 2 - x, row->style, row->hangs && stroke ? stroke : reference);
}

void action_put(struct page *page, const struct actions_shown *shown, const struct action_row *row, const struct action_columns *columns)
{
    const struct action *action = row->action;
    void *local = talloc_named_const(NULL, 0, "action");
    char *when = when_words(local, row, shown->as_at);
    page_row(page, action->id, 0);
    page_line(page);
    size_t first = page->n_lines - 1;
    if (shown->marks && id_set_has(shown->marks, action->id))
        page_put(page, 1, 0, STYLE_TEXT, "*");
    put_reference(page, row, columns);
    if (columns->wide)
        put_wide(page, row, columns, when, first, shown->whole);
    else if (shown->whole)
        put_whole(page, row, columns, when, first);
    else
        put_narrow(page, row, columns, when, first);
    page_no_row(page);
    talloc_free(local);
}
