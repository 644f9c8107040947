/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The list of follow-ups by how they stand, and what is said of one of them below it (screens.md 3.3, 3.4).
 * Pages only: the Actions screen and the printed list show the same. */
#include "config.h"

#include "actions.h"

#include <string.h>

#define REFERENCE 7      /* cells of a reference at least: "555/7" */
#define REFERENCE_MOST 16 /* at most: "2025-10-09 555/7" */
#define WHEN_NARROW 24   /* cells of the last column where there are two */
#define SENTENCE_MOST 3  /* lines a sentence takes in the list; all of it stands below */
#define NARROW_MOST 2    /* the same where there is no column but the time's; very narrow lines are short */
#define WHEN_MOST 2      /* lines a time takes with its reason in brackets; in more it stands without */
#define VERY_NARROW 72   /* columns of a page below which the time stands under the sentence */

/* ---- groups ------------------------------------------------------------------------------------------ */

enum group {
    GROUP_OVERDUE,
    GROUP_DUE,
    GROUP_UNDATED,
    GROUP_PROGRAMME,
    GROUP_TO_CHECK,
    GROUP_CLOSED,
    GROUP_UNTRACKED,
    GROUP_REFUSED,
    GROUPS
};

static const struct {
    const char *name;
    bool by_meeting; /* one group a meeting, which says how many */
} groups[GROUPS] = {
    [GROUP_OVERDUE] = {"Overdue", false},
    [GROUP_DUE] = {"Due", false},
    [GROUP_UNDATED] = {"No date given", false},
    [GROUP_PROGRAMME] = {"Changes to the work programme", false},
    [GROUP_TO_CHECK] = {"To check", true},
    [GROUP_CLOSED] = {"Closed", false},
    [GROUP_UNTRACKED] = {"Resolutions with nothing to follow", true},
    [GROUP_REFUSED] = {"Not follow-ups", false},
};

static enum group group_of(const struct action *action, struct date as_at)
{
    static const enum group standings[] = {[STANDING_OVERDUE] = GROUP_OVERDUE,
                                           [STANDING_DUE] = GROUP_DUE,
                                           [STANDING_UNDATED] = GROUP_UNDATED,
                                           [STANDING_CLOSED] = GROUP_CLOSED};
    if (action->state == ACTION_REFUSED)
        return GROUP_REFUSED;
    if (action->state == ACTION_TO_CHECK)
        return action->untracked ? GROUP_UNTRACKED : GROUP_TO_CHECK;
    enum group group = standings[action_standing(action, as_at)];
    return follow_up_is_change(action) && (group == GROUP_DUE || group == GROUP_UNDATED) ? GROUP_PROGRAMME : group;
}

enum piece_kind action_piece(const struct action *action, struct date as_at)
{
    static const enum piece_kind pieces[GROUPS] = {[GROUP_OVERDUE] = PIECE_OPEN,   [GROUP_DUE] = PIECE_OPEN,
                                                   [GROUP_UNDATED] = PIECE_OPEN,   [GROUP_PROGRAMME] = PIECE_OPEN,
                                                   [GROUP_TO_CHECK] = PIECE_TO_CHECK, [GROUP_CLOSED] = PIECE_CLOSED,
                                                   [GROUP_UNTRACKED] = PIECE_UNTRACKED, [GROUP_REFUSED] = PIECE_REFUSED};
    return pieces[group_of(action, as_at)];
}

static bool same_meeting(const struct action *a, const struct action *b)
{
    return a->meeting_id == b->meeting_id || (a->meeting_id && b->meeting_id && strcmp(a->meeting_id, b->meeting_id) == 0);
}

/* "To check · Safeguarding, 1 September 2022 · 6" */
static char *meeting_heading(const void *parent, const struct actions_shown *shown, size_t first, enum group group)
{
    const struct action *action = shown->actions->at[first];
    int n = 0;
    for (size_t i = first; i < shown->actions->n; i++) {
        const struct action *other = shown->actions->at[i];
        n += !other->deleted && group_of(other, shown->as_at) == group && same_meeting(action, other);
    }
    char *name = name_stem(NULL, action->committee);
    char *day = date_is_set(action->meeting_date) ? date_words(name, action->meeting_date) : NULL;
    char *heading = mem_printf(parent, "%s · %s, %s · %d", groups[group].name, name, day ? day : "day not known", n);
    talloc_free(name);
    return heading;
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

/* Cells where the columns of the list begin; on a narrow page `whom` and `state` are not shown. */
struct action_columns {
    bool wide;
    struct date as_at;
    int reference, what, whom, when, state;
};

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

static struct action_columns columns_of(int width, const struct actions_shown *shown)
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
static void put_column(struct page *page, size_t first, int x, int width, const char *text, size_t most)
{
    struct page *column = page_new(NULL, width);
    page_wrap_most(column, 0, 0, 0, STYLE_TEXT, text, most);
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
static char *when_words(const void *parent, const struct action *action, struct date as_at)
{
    if (action->state == ACTION_KEPT)
        return action_when_words(parent, action, as_at);
    return mem_strdup(parent, action->due_text ? action->due_text : "no date given");
}

/* A time within LINES of WIDTH cells: its reason in brackets, which stands below the list too, gives way. */
static const char *when_in(const void *local, const char *when, int width, size_t lines)
{
    size_t n = strlen(when), reason = n;
    struct page *column = page_new(local, width);
    page_wrap(column, 0, 0, 0, STYLE_TEXT, when);
    if (column->n_lines <= lines || n == 0 || when[n - 1] != ')')
        return when;
    while (reason > 0 && when[reason] != '(')
        reason--;
    return reason > 1 ? mem_strndup(local, when, reason - 1) : when;
}

static void put_wide(struct page *page, const struct action *action, const struct action_columns *columns,
                     const char *when, size_t first, bool whole)
{
    int width = columns->whom - columns->what - 2, when_width = columns->state - columns->when - 2;
    void *local = talloc_named_const(NULL, 0, "wide");
    char *what = fact_summary(local, action, whole ? 0 : (SENTENCE_MOST * width * 9) / 10);
    if (action->damaged)
        what = mem_printf(local, DAMAGED "%s", what);
    put_column(page, first, columns->what, width, what, whole ? 0 : SENTENCE_MOST);
    put_column(page, first, columns->whom, columns->when - columns->whom - 2,
               action->owner ? fact_owner(local, action->owner) : "not stated", SENTENCE_MOST);
    put_column(page, first, columns->when, when_width, when_in(local, when, when_width, WHEN_MOST), SENTENCE_MOST);
    char *progress = action->state == ACTION_KEPT ? fact_progress(local, action, columns->as_at) : NULL;
    char *state = fact_follow_up_state(local, action);
    put_column(page, first, columns->state, page->width - columns->state - 1,
               progress ? mem_printf(local, "%s; %s", state, progress) : state, SENTENCE_MOST);
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

/* What was asked or promised comes first and has its lines; by whom follows where there is room. The time stands
 * beside it, on a very narrow page below it. */
static void put_narrow(struct page *page, const struct action *action, const struct action_columns *columns,
                       const char *when, size_t first)
{
    bool beside = page->width >= VERY_NARROW, timed = action->state == ACTION_KEPT || action->due_text;
    size_t lines = beside ? NARROW_MOST : SENTENCE_MOST;
    int width = (beside && timed ? columns->when - 2 : page->width - 1) - columns->what;
    void *local = talloc_named_const(NULL, 0, "narrow");
    char *told = fact_summary(local, action, ((int)lines * width * 9) / 10);
    char *what = cut_what(local, told, width, lines), *whom = whom_words(local, action, told);
    if (action->damaged)
        what = mem_printf(local, DAMAGED "%s", what);
    char *progress = action->state == ACTION_KEPT ? fact_progress(local, action, columns->as_at) : NULL;
    if (beside && whom)
        what = mem_printf(local, "%s · %s", what, whom);
    put_column(page, first, columns->what, width, what, lines);
    if (beside && timed) {
        int right = page->width - columns->when;
        const char *timed_by = when_in(local, when, right, 1);
        put_column(page, first, columns->when, right, timed_by, NARROW_MOST);
        if (progress)
            put_column(page, first + (text_width(timed_by, strlen(timed_by)) > right ? NARROW_MOST : 1), columns->when, right, progress, 1);
    } else if (timed) {
        const char *below = mem_printf(local, "%s%s%s%s%s", when_in(local, when, width, 1), progress ? " · " : "", progress ? progress : "",
                                       whom ? " · " : "", whom ? whom : "");
        page_wrap_most(page, columns->what, columns->what, width, STYLE_QUIET, below, 1);
    }
    talloc_free(local);
}

/* Printed: the whole sentence, and below it who and when. */
static void put_whole(struct page *page, const struct action *action, const struct action_columns *columns,
                      const char *when, size_t first)
{
    bool kept = action->state == ACTION_KEPT;
    char *what = what_words(NULL, action, kept);
    struct strings stated = {0};
    put_column(page, first, columns->what, page->width - columns->what, what, 0);
    if (!kept && action->owner)
        strings_add(what, &stated, mem_printf(what, "by whom: %s", fact_owner(what, action->owner)));
    if (kept || action->due_text)
        strings_add(what, &stated, kept ? when : mem_printf(what, "when: %s", when));
    char *progress = kept ? fact_progress(what, action, columns->as_at) : NULL;
    if (progress)
        strings_add(what, &stated, progress);
    if (stated.n)
        page_wrap(page, columns->what, columns->what, 0, STYLE_QUIET, words_join(what, &stated, " · "));
    talloc_free(what);
}

static void put_action(struct page *page, const struct actions_shown *shown, const struct action *action,
                       const struct action_columns *columns)
{
    void *local = talloc_named_const(NULL, 0, "action");
    char *when = when_words(local, action, shown->as_at);
    page_row(page, action->id, 0);
    page_line(page);
    size_t first = page->n_lines - 1;
    if (shown->marks && marks_has(shown->marks, action->id))
        page_put(page, 1, 0, STYLE_TEXT, "*");
    page_put(page, 2, columns->reference, STYLE_TEXT, action->reference ? action->reference : "-");
    if (columns->wide)
        put_wide(page, action, columns, when, first, shown->whole);
    else if (shown->whole)
        put_whole(page, action, columns, when, first);
    else
        put_narrow(page, action, columns, when, first);
    page_no_row(page);
    talloc_free(local);
}

/* ---- the list -------------------------------------------------------------------------------------------- */

static bool is_shown(const struct actions_shown *shown, const struct action *action, enum group group)
{
    return !action->deleted && group_of(action, shown->as_at) == group &&
           (shown->all || (group != GROUP_REFUSED && group != GROUP_UNTRACKED));
}

/* The rows of GROUP; true if there was one. */
static bool put_group(struct page *page, const struct actions_shown *shown, const struct action_columns *columns,
                      enum group group, bool any)
{
    const struct action *before = NULL;
    for (size_t i = 0; i < shown->actions->n; i++) {
        const struct action *action = shown->actions->at[i];
        if (!is_shown(shown, action, group))
            continue;
        if (!before || (groups[group].by_meeting && !same_meeting(before, action))) {
            char *heading = groups[group].by_meeting ? meeting_heading(NULL, shown, i, group)
                                                     : mem_strdup(NULL, groups[group].name);
            if (any)
                page_blank(page);
            page_say(page, 1, STYLE_HEADING, heading);
            talloc_free(heading);
        }
        any = true;
        before = action;
        put_action(page, shown, action, columns);
    }
    return before != NULL;
}

/* The actions of SHOWN with what is longest overdue first, in a group of its own; all else stays in its order. */
static struct actions worst_first(const void *local, const struct actions_shown *shown)
{
    struct actions sorted = {0}, late = {0};
    for (size_t i = 0; i < shown->actions->n; i++) {
        struct action *action = shown->actions->at[i];
        struct date since = action_overdue_since(action, shown->as_at);
        if (action->deleted || group_of(action, shown->as_at) != GROUP_OVERDUE) {
            *mem_append(local, sorted.at, sorted.n) = action;
            continue;
        }
        size_t at = late.n;
        *mem_append(local, late.at, late.n) = action;
        for (; at > 0 && date_compare(action_overdue_since(late.at[at - 1], shown->as_at), since) > 0; at--)
            late.at[at] = late.at[at - 1];
        late.at[at] = action;
    }
    for (size_t i = 0; i < late.n; i++)
        *mem_append(local, sorted.at, sorted.n) = late.at[i];
    return sorted;
}

void actions_page(struct page *page, const struct actions_shown *given)
{
    void *local = talloc_named_const(NULL, 0, "actions");
    struct actions sorted = worst_first(local, given);
    struct actions_shown now = *given, *shown = &now;
    now.actions = &sorted;
    struct action_columns columns = columns_of(page->width, shown);
    bool any = false;
    if (columns.wide && shown->actions->n) {
        page_say(page, 2, STYLE_TABLE_HEAD, "Ref");
        page_put(page, columns.what, 0, STYLE_TABLE_HEAD, "What was asked or promised");
        page_put(page, columns.whom, 0, STYLE_TABLE_HEAD, "By whom");
        page_put(page, columns.when, 0, STYLE_TABLE_HEAD, "When");
        page_put(page, columns.state, 0, STYLE_TABLE_HEAD, "State now");
    }
    for (int group = 0; group < GROUPS; group++)
        any = put_group(page, shown, &columns, (enum group)group, any) || any;
    if (!any)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
                  "Nothing on the tracker yet. In a minute, a adds a follow-up from the sentence under the cursor.");
    talloc_free(local);
}

/* How many of the kept rows stand how, the most pressing first. */
struct standing_counts {
    int of[GROUPS], all;
};

/* The first N of the kinds of COUNTS, in words as long as LONG_WORDS says; what is left out is counted as "more". */
static char *counted_words(const void *local, const struct standing_counts *counts, size_t n, bool long_words)
{
    static const struct {
        const char *one, *many, *brief;
    } words[] = {[GROUP_OVERDUE] = {"overdue", "overdue", "overdue"},
                 [GROUP_DUE] = {"due", "due", "due"},
                 [GROUP_UNDATED] = {"with no date given", "with no date given", "with no date"},
                 [GROUP_PROGRAMME] = {"work programme change", "work programme changes", "for the programme"},
                 [GROUP_TO_CHECK] = {NULL, NULL, NULL},
                 [GROUP_CLOSED] = {"closed", "closed", "closed"}};
    struct strings parts = {0};
    int more = 0;
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        int count = counts->of[i];
        if (count && parts.n < n)
            strings_add(local, &parts, long_words ? words_count(local, count, words[i].one, words[i].many)
                                                  : mem_printf(local, "%d %s", count, words[i].brief));
        else
            more += count;
    }
    if (more)
        strings_add(local, &parts, mem_printf(local, "%d more", more));
    return words_join(local, &parts, ", ");
}

char *actions_counted(const void *parent, const struct actions *actions, struct date as_at, int width)
{
    struct standing_counts counts = {0};
    void *local = talloc_named_const(NULL, 0, "counted");
    for (size_t i = 0; i < actions->n; i++)
        if (follow_up_is_kept(actions->at[i])) {
            counts.of[group_of(actions->at[i], as_at)]++;
            counts.all++;
        }
    const char *words = mem_printf(local, "%d on the tracker: %s", counts.all, counted_words(local, &counts, GROUPS, true));
    for (size_t n = GROUPS; width > 0 && n > 0 && text_width(words, strlen(words)) > width; n--) {
        char *brief = counted_words(local, &counts, n, false);
        words = n == GROUPS ? mem_printf(local, "%d on the tracker: %s", counts.all, brief) : brief;
    }
    if (counts.all == 0)
        words = width > 0 && width < 26 ? "none on the tracker" : "nothing on the tracker yet";
    char *counted = mem_strdup(parent, words);
    talloc_free(local);
    return counted;
}

/* ---- one follow-up ------------------------------------------------------------------------------------- */

/* "24/1   letter · minute 24, Fostering, 1 September 2022": what has no room gives way, the day last. */
static void put_head(struct page *page, const struct action *action)
{
    static const enum place_words places[] = {PLACE_WHOLE, PLACE_ITEM, PLACE_SHORT};
    void *local = talloc_named_const(NULL, 0, "head");
    char *head = NULL;
    for (size_t i = 0; i < MB_LENGTH(places); i++) {
        char *place = fact_follow_up_place(local, action, places[i]);
        head = mem_printf(local, "%s   %s · %s", action->reference ? action->reference : "-",
                          fact_follow_up_kind(action), place);
        if (text_width(head, strlen(head)) < page->width - 1)
            break;
    }
    page_say(page, 1, STYLE_HEADING, head);
    talloc_free(local);
}

/* "to check; by the Chairman; to the Cabinet Member. Not stated: by when." */
static char *stated_words(const void *parent, const struct action *action, struct date as_at)
{
    struct strings missing = {0}, stated = {0};
    void *local = talloc_named_const(NULL, 0, "stated");
    const struct {
        const char *before, *value, *missing;
    } parts[] = {{"by ", fact_owner(local, action->owner), "by whom"}, {"to ", action->recipient, "to whom"}, {"", action->due_text, "by when"}};
    char *progress = action->state == ACTION_KEPT ? fact_progress(local, action, as_at) : NULL;
    strings_add(local, &stated, fact_follow_up_state(local, action));
    if (progress)
        strings_add(local, &stated, progress);
    for (size_t i = 0; i < MB_LENGTH(parts); i++)
        if (parts[i].value)
            strings_add(local, &stated, mem_printf(local, "%s%s", parts[i].before, parts[i].value));
        else
            strings_add(local, &missing, parts[i].missing);
    if (date_is_set(action->chase_date))
        strings_add(local, &stated, mem_printf(local, "to chase %s (your own date)", date_words(local, action->chase_date)));
    char *words = words_join(local, &stated, "; ");
    words = missing.n ? mem_printf(parent, "%s. Not stated: %s.", words, words_join(local, &missing, ", "))
                      : mem_printf(parent, "%s.", words);
    talloc_free(local);
    return words;
}

void action_page(struct page *page, const struct action *action, struct date as_at, int lines, const struct fuller_quote *full, const char *key)
{
    struct page *below = page_new(NULL, page->width);
    char *stated = stated_words(below, action, as_at);
    page_wrap_most(below, 1, 1, page->width - 2, STYLE_TEXT, stated, 2);
    int room = lines - 1 - (int)below->n_lines;
    put_head(page, action);
    if (full && action->quote) {
        fuller_page(page, action, full, key, room > 1 ? (size_t)room : 1);
    } else if (action->quote) {
        char *quote = fact_quote(below, action, " [cut off on the council's page]");
        page_wrap_most(page, 1, 1, page->width - 2, STYLE_TEXT, quote, room > 1 ? (size_t)room : 1);
    }
    page_wrap_most(page, 1, 1, page->width - 2, STYLE_TEXT, stated, 2);
    if (action->note) {
        char *note = mem_printf(below, "Note: %s", action->note);
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, note);
    }
    talloc_free(below);
}
