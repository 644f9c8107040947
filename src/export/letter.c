/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The letter from the Chairman, or the Chair, as the papers say: whom it goes to, what the minutes say, what is asked and by
 * when. Nothing stands in it that neither the row, the papers nor the member's own list says. */
#include "config.h"

#include "chase.h"
#include "prose.h"

#include <ctype.h>
#include <string.h>

/* ---- who writes ---------------------------------------------------------------------------------------- */

/* Is ROLE that of the one who chairs, in whatever word: "Chairman", "Chair", "Convener"? */
static bool chairs(const char *role)
{
    char *folded = text_fold(NULL, role ? role : "");
    bool so = (text_starts(folded, "chair") || text_starts(folded, "convener")) && !strstr(folded, "vice");
    talloc_free(folded);
    return so;
}

/* How often TEXT says WORD as a word by itself. */
static int times_said(const char *text, const char *word)
{
    int times = 0;
    size_t n = strlen(word);
    for (const char *at = text ? strstr(text, word) : NULL; at; at = strstr(at + n, word))
        times += !(at[n] >= 'a' && at[n] <= 'z');
    return times;
}

/* The word for who chairs, and the name where the papers give it. */
struct writer {
    const char *word, *name;
};
static struct writer writer_of(const struct meeting *meeting)
{
    int chairman = 0, chair = 0;
    for (size_t i = 0; i < meeting->n_people; i++)
        if (chairs(meeting->people[i].role))
            return (struct writer){meeting->people[i].role, meeting->people[i].name};
    for (size_t i = 0; i < meeting->n_items; i++) {
        chairman += times_said(meeting->items[i].minutes_text, "Chairman");
        chair += times_said(meeting->items[i].minutes_text, "Chair");
    }
    return (struct writer){chairman > chair ? "Chairman" : chair > 0 ? "Chair" : "[Chairman or Chair]", NULL};
}

/* ---- what is written ------------------------------------------------------------------------------------- */

static void write_to(struct prose *prose, const void *scratch, const struct role *role, const char *who)
{
    const char *named = who ? role_without_article(who) : "[to whom: not stated]";
    const char *holder = role ? role->holder : NULL, *post = role ? role->post : NULL;
    char *lines = mem_printf(scratch, "%s%s%s%s%s", holder ? holder : "", holder ? "\n" : "", named, post ? "\n" : "", post ? post : "");
    prose_paragraph(prose, lines, 0);
    prose_paragraph(prose, mem_printf(scratch, "Dear %s,", role && role->dear ? role->dear : holder ? holder : named), 0);
}

/* "minute 214(b)", "item 5"; "" where neither is known. */
static char *place_words(const void *parent, const struct action *action)
{
    if (action->minute_number && action->limb)
        return mem_printf(parent, "minute %s(%s)", action->minute_number, action->limb);
    if (action->minute_number)
        return mem_printf(parent, "minute %s", action->minute_number);
    return action->agenda_number ? mem_printf(parent, "item %s", action->agenda_number) : mem_strdup(parent, "");
}

char *chase_place(const void *parent, const struct action *action)
{
    char *place = place_words(parent, action);
    struct buf out;
    buf_init(&out, parent, 4000);
    buf_puts(&out, action->item_title ? action->item_title : "");
    if (*place)
        buf_printf(&out, "%s%s", out.len ? ", " : "", place);
    if (date_is_set(action->meeting_date))
        buf_printf(&out, "%s%s", out.len ? " of " : "", date_words(parent, action->meeting_date));
    return buf_take(&out);
}

/* By when, as it may be said to others: the member's own chase date is theirs. */
char *chase_when(const void *parent, const struct action *action, struct date as_at)
{
    bool day = date_is_set(action->due.to) && date_compare(action->due.from, action->due.to) == 0;
    bool asked = date_is_set(action->meeting_date) && date_compare(action->meeting_date, as_at) < 0;
    int ago = asked ? date_days(as_at) - date_days(action->meeting_date) : 0;
    if (day && date_compare(action->due.to, as_at) < 0)
        return mem_printf(parent, "It was due by %s, %d day%s ago.", date_words(parent, action->due.to), date_days(as_at) - date_days(action->due.to),
                          date_days(as_at) - date_days(action->due.to) == 1 ? "" : "s");
    if (day)
        return mem_printf(parent, "It is due by %s.", date_words(parent, action->due.to));
    if (action->due_text)
        return mem_printf(parent, "By when: \xE2\x80\x9C%s\xE2\x80\x9D.", action->due_text);
    return asked ? mem_printf(parent, "No date was given; it was asked %d day%s ago.", ago, ago == 1 ? "" : "s") : mem_strdup(parent, "No date was given.");
}

/* "We asked again on 14 October 2025 and 12 November 2025."; NULL where nobody did. */
char *chase_before(const void *parent, const struct action_entries *entries)
{
    size_t n = 0, left = 0;
    struct buf out;
    buf_init(&out, parent, 4000);
    for (size_t i = 0; i < entries->n; i++)
        left += entries->at[i]->kind == ENTRY_CHASE;
    for (size_t i = 0; i < entries->n; i++) {
        if (entries->at[i]->kind != ENTRY_CHASE)
            continue;
        left--;
        buf_printf(&out, "%s%s", n == 0 ? "We asked again on " : left ? ", " : " and ", date_words(parent, entries->at[i]->date));
        n++;
    }
    buf_puts(&out, ".");
    return n ? buf_take(&out) : NULL;
}

/* Where WORDS say that it is written: write, writing, written, but no underwriting; NULL nowhere. */
static const char *writes_in(const char *words)
{
    const char *at = strstr(words, "writ");
    while (at && at > words && isalpha((unsigned char)at[-1]))
        at = strstr(at + 1, "writ");
    return at;
}

/* What stands in WRITES, "write to ... asking for X", behind the first of OPENINGS; NULL: none is there. */
static const char *behind(const char *writes, const char *const *openings)
{
    const char *first = NULL, *found = NULL;
    for (; *openings; openings++) {
        const char *at = strstr(writes, *openings);
        if (at && (!first || at < first)) {
            first = at;
            found = at + strlen(*openings);
        }
    }
    return found;
}

/* That who chairs would write is no news in the letter itself: of such words stands what is asked by it, or its matter; all of them
 * where nothing else is there. */
char *chase_asked(const void *parent, const struct action *action, const struct export_options *options)
{
    static const char *const asking[] = {" asking for ", " to ask for ", " requesting ", " to request ", " asking ", " to ask ", " seeking ",
                                         " urging ", " to urge ", NULL};
    static const char *const about[] = {" about ", " regarding ", " concerning ", " in respect of ", " on the subject of ", NULL};
    const char *words = action->subject ? action->subject : action->quote ? NULL : action_own_words(parent, action, false);
    if (!words || (exempt_subject(action) && !options->exempt))
        return NULL;
    const char *writes = action->owner && chairs(role_without_article(action->owner)) ? writes_in(words) : NULL;
    if (!writes)
        return mem_printf(parent, "What is asked: %s.", words);
    const char *asked = behind(writes, asking), *matter = behind(writes, about);
    if (asked && (!matter || asked < matter))
        return mem_printf(parent, "What is asked: %s.", asked);
    if (matter)
        return mem_printf(parent, "The matter: %s.", matter);
    return action->quote ? NULL : mem_printf(parent, "What is asked: %s.", words);
}

char *chase_quote(const void *parent, const struct action *action, const struct export_options *options)
{
    if (!action->quote)
        return NULL;
    const char *cut = action->quote_truncated ? " [cut off]" : "";
    return exempt_guarded(parent, mem_printf(parent, "%s%s", action->quote, cut), action->quote_exempt, options);
}

static void write_row(struct prose *prose, const void *scratch, const struct chase_row *row, const struct letter *letter)
{
    const struct action *action = row->action;
    char *place = place_words(scratch, action), *day = date_words(scratch, action->meeting_date);
    char *title = action->item_title ? mem_printf(scratch, ", \xE2\x80\x9C%s\xE2\x80\x9D", action->item_title) : mem_strdup(scratch, "");
    char *quote = chase_quote(scratch, action, letter->options);
    if (quote) {
        prose_paragraph(prose, mem_printf(scratch, "The minutes of the meeting of %s say (%s%s):", *day ? day : "[day not known]",
                                          *place ? place : "number not known", title), 0);
        prose_quote(prose, quote, 0);
    } else {
        prose_paragraph(prose, mem_printf(scratch, "At the meeting of %s (%s%s) this was asked:", *day ? day : "[day not known]",
                                          *place ? place : "no minute yet", title), 0);
    }
    prose_paragraph(prose, chase_asked(scratch, action, letter->options), 0);
    prose_paragraph(prose, chase_when(scratch, action, letter->options->as_at), 0);
    prose_paragraph(prose, chase_before(scratch, row->entries), 0);
}

static void write_letter(struct prose *prose, const void *scratch, const struct letter *letter)
{
    const struct action *first = letter->rows[0].action;
    const char *who = action_asked_of(first), *committee = first->committee ? first->committee : "committee";
    char *references = mem_strdup(scratch, "");
    prose_paragraph(prose, date_words(scratch, letter->options->as_at), 0);
    write_to(prose, scratch, people_find(letter->people, who), who);
    prose_heading(prose, letter->n == 1 ? mem_printf(scratch, "%s: %s", committee, chase_place(scratch, first)) : committee);
    for (size_t i = 0; i < letter->n; i++) {
        write_row(prose, scratch, &letter->rows[i], letter);
        references = mem_printf(scratch, "%s%s%s", references, i ? ", " : "", letter->rows[i].action->reference);
    }
    if (date_is_set(letter->by))
        prose_paragraph(prose, mem_printf(scratch, "I should be grateful for your answer by %s.", date_words(scratch, letter->by)), 0);
    else
        prose_paragraph(prose, "I should be grateful for your answer, or for the day by which we may expect it.", 0);
    struct writer writer = letter->meeting ? writer_of(letter->meeting) : (struct writer){"[Chairman or Chair]", NULL};
    prose_paragraph(prose, "Yours sincerely,", 0);
    prose_paragraph(prose, mem_printf(scratch, "%s%s%s, %s", writer.name ? writer.name : "", writer.name ? "\n" : "", writer.word, committee), 0);
    prose_paragraph(prose, mem_printf(scratch, "Our reference: %s, as at %s", references, date_words(scratch, letter->options->as_at)), 0);
}

/* ---- letters ------------------------------------------------------------------------------------------------ */

static bool same_letter(const struct action *a, const struct action *b)
{
    const char *one = action_asked_of(a), *two = action_asked_of(b);
    bool same_committee = a->committee && b->committee ? text_same_words(a->committee, b->committee) : a->committee == b->committee;
    return same_committee && (one && two ? text_same_words(role_without_article(one), role_without_article(two)) : one == two);
}

/* The meeting of the newest of the rows, whose papers say who chairs. */
static enum status read_meeting(const void *scratch, struct store *store, struct letter *letter, struct err *err)
{
    const struct action *newest = letter->rows[0].action;
    for (size_t i = 1; i < letter->n; i++)
        if (date_compare(letter->rows[i].action->meeting_date, newest->meeting_date) > 0)
            newest = letter->rows[i].action;
    struct meeting *meeting = NULL;
    enum status status = newest->meeting_id ? store_meeting(scratch, store, newest->meeting_id, &meeting, err) : STATUS_OK;
    letter->meeting = meeting;
    return status == STATUS_USAGE ? STATUS_OK : status; /* its papers were taken away: the row stays */
}

enum status export_letters(struct sink *sink, struct store *store, const struct actions *actions, const struct people *people, bool markdown,
                           struct date by, const struct export_options *options, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "letters");
    struct prose prose;
    struct chase_row *rows = NULL;
    size_t n = 0;
    prose_start(&prose, scratch, markdown);
    enum status status = chase_rows_of(scratch, store, actions, &rows, &n, err);
    bool *written = mem_zero_named(scratch, n + 1, "written");
    for (size_t i = 0; i < n && status == STATUS_OK; i++) {
        struct letter letter = {.people = people, .options = options, .by = by};
        for (size_t k = i; k < n && !written[i]; k++)
            if (!written[k] && same_letter(rows[i].action, rows[k].action))
                *mem_append(scratch, letter.rows, letter.n) = rows[k];
        if (letter.n == 0)
            continue;
        for (size_t k = i; k < n; k++)
            written[k] = written[k] || same_letter(rows[i].action, rows[k].action);
        status = read_meeting(scratch, store, &letter, err);
        if (prose.out.len)
            prose_rule(&prose);
        if (status == STATUS_OK)
            write_letter(&prose, scratch, &letter);
    }
    if (status == STATUS_OK && prose.out.len && !sink->write(sink->to, prose.out.data, prose.out.len - 1))
        status = err_set(err, STATUS_CANCELLED, "the export was stopped before its end");
    talloc_free(scratch);
    return status;
}
