/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a column of a tracker may show: the fields of a follow-up by name, each as the text of a cell. Here stands what may
 * leave: words of exempt texts, private notes and the member's own chase date only where the options ask for them. */
#include "config.h"

#include "chase.h"
#include "profile.h"

#include <string.h>

static char *day(const void *parent, const struct tracked *tracked, struct date date)
{
    return date_is_set(date) ? profile_date(parent, tracked->profile, date) : NULL;
}

static char *guarded(const void *parent, const struct tracked *tracked, const char *text, bool exempt)
{
    return exempt_guarded(parent, text, exempt, tracked->options);
}

/* ---- texts as they are -------------------------------------------------------------------------------- */

#define PLAIN(name, value)                                                                        \
    static char *name(const void *parent, const struct tracked *tracked)                          \
    {                                                                                             \
        return mem_strdup(parent, tracked->action->value);                                        \
    }
PLAIN(f_reference, reference)
PLAIN(f_id, id)
PLAIN(f_agenda_number, agenda_number)
PLAIN(f_minute_number, minute_number)
PLAIN(f_limb, limb)
PLAIN(f_item, item_title)
PLAIN(f_owner, owner)
PLAIN(f_recipient, recipient)
PLAIN(f_portfolio, portfolio)
PLAIN(f_raised_by, raised_by)
PLAIN(f_status_word, status_word)
PLAIN(f_rag, rag)
PLAIN(f_step, step)
PLAIN(f_outcome, outcome)
PLAIN(f_closed_by, closed_by)
PLAIN(f_superseded_by, superseded_by)
PLAIN(f_carried_to, carried_to)
PLAIN(f_class, class)
PLAIN(f_kind, kind)
PLAIN(f_tags, tags)

static char *f_committee(const void *parent, const struct tracked *tracked)
{
    return action_follower_words(parent, tracked->action);
}

#define DAY(name, value)                                                                          \
    static char *name(const void *parent, const struct tracked *tracked)                          \
    {                                                                                             \
        return day(parent, tracked, tracked->action->value);                                      \
    }
DAY(f_meeting_date, meeting_date)
DAY(f_executive_date, executive_date)
DAY(f_response_date, response_date)
DAY(f_closed_on, closed_on)

static char *f_note(const void *parent, const struct tracked *tracked)
{
    return tracked->options->notes ? mem_strdup(parent, tracked->action->note) : NULL;
}

static char *f_as_at(const void *parent, const struct tracked *tracked)
{
    return day(parent, tracked, tracked->options->as_at);
}

/* ---- what it is about ------------------------------------------------------------------------------------ */

static char *f_quote(const void *parent, const struct tracked *tracked)
{
    const struct action *action = tracked->action;
    const char *cut = action->quote_truncated ? " [cut off]" : "";
    char *quote = action->quote ? mem_printf(parent, "%s%s", action->quote, cut) : NULL;
    return guarded(parent, tracked, quote, action->quote_exempt);
}

static char *f_own_words(const void *parent, const struct tracked *tracked)
{
    return action_own_words(parent, tracked->action, tracked->options->notes);
}

static char *f_subject(const void *parent, const struct tracked *tracked)
{
    const struct action *action = tracked->action;
    return action->subject ? guarded(parent, tracked, action->subject, exempt_subject(action)) : f_own_words(parent, tracked);
}

/* The sentence as it was minuted; of what was noted by hand the member's words. */
static char *f_text(const void *parent, const struct tracked *tracked)
{
    return tracked->action->quote ? f_quote(parent, tracked) : f_subject(parent, tracked);
}

static char *f_short(const void *parent, const struct tracked *tracked)
{
    const struct action *action = tracked->action;
    return action->subject || !action->quote ? f_subject(parent, tracked) : f_quote(parent, tracked);
}

/* "214", "214(b)": the limb in brackets, as minutes are cited. */
static char *f_minute(const void *parent, const struct tracked *tracked)
{
    return action_minute(parent, tracked->action);
}

/* "Harbour Scrutiny Panel, 10 July 2025, minute 214(b)" */
static char *f_origin(const void *parent, const struct tracked *tracked)
{
    const struct action *action = tracked->action;
    char *when = day(parent, tracked, action->meeting_date), *minute = f_minute(parent, tracked);
    struct buf out;
    buf_init(&out, parent, 4000);
    buf_puts(&out, action->committee ? action->committee : "");
    if (when)
        buf_printf(&out, "%s%s", out.len ? ", " : "", when);
    if (minute)
        buf_printf(&out, "%sminute %s", out.len ? ", " : "", minute);
    else if (action->agenda_number)
        buf_printf(&out, "%sitem %s", out.len ? ", " : "", action->agenda_number);
    return out.len ? buf_take(&out) : NULL;
}

/* "CFOSP (22/23) 07": letters, municipal year and serial, by the row's place in its year (field.md 6). */
static char *f_reference_of_year(const void *parent, const struct tracked *tracked)
{
    return tracked->nth ? action_reference_of_year(parent, tracked->action, tracked->nth) : NULL;
}

static char *f_asked_of(const void *parent, const struct tracked *tracked)
{
    return mem_strdup(parent, action_asked_of(tracked->action));
}

/* To whom it was sent, where that is not the committee itself. */
static char *f_addressee(const void *parent, const struct tracked *tracked)
{
    const struct action *action = tracked->action;
    const char *asked = action_asked_of(action);
    return asked && asked == action->recipient ? mem_strdup(parent, asked) : NULL;
}

/* ---- when ---------------------------------------------------------------------------------------------------- */

/* A day, else the words: a month stays a month. */
static char *f_due(const void *parent, const struct tracked *tracked)
{
    const struct action *action = tracked->action;
    bool one = date_is_set(action->due.to) && date_compare(action->due.from, action->due.to) == 0;
    return one ? day(parent, tracked, action->due.to) : mem_strdup(parent, action->due_text);
}

static char *f_due_words(const void *parent, const struct tracked *tracked)
{
    return mem_strdup(parent, tracked->action->due_text);
}

/* The row as others may know it: the day on which the member wants to ask again is a private reminder, as a note is. */
static struct action for_others(const struct tracked *tracked)
{
    struct action action = *tracked->action;
    if (!tracked->options->notes)
        action.chase_date = (struct date){0};
    return action;
}

static char *f_chase_date(const void *parent, const struct tracked *tracked)
{
    return day(parent, tracked, for_others(tracked).chase_date);
}

static char *f_standing(const void *parent, const struct tracked *tracked)
{
    const struct action action = for_others(tracked);
    return action_when_words(parent, &action, tracked->options->as_at);
}

static char *f_overdue(const void *parent, const struct tracked *tracked)
{
    const struct action action = for_others(tracked);
    return action_is_overdue(&action, tracked->options->as_at) ? mem_strdup(parent, "yes") : NULL;
}

/* ---- how it stands ------------------------------------------------------------------------------------------------ */

static char *f_status_ours(const void *parent, const struct tracked *tracked)
{
    return mem_strdup(parent, tracked->action->status);
}

/* The council's own word for this row, else the profile's for its status. */
static char *f_status(const void *parent, const struct tracked *tracked)
{
    const struct action *action = tracked->action;
    const struct profile *profile = tracked->profile;
    if (action->status_word)
        return mem_strdup(parent, action->status_word);
    return mem_strdup(parent, profile_word(profile->statuses, profile->n_statuses, action->status));
}

static char *f_completed(const void *parent, const struct tracked *tracked)
{
    return mem_strdup(parent, action_status_is_open(tracked->action->status) ? "No" : "Yes");
}

static char *f_response(const void *parent, const struct tracked *tracked)
{
    const struct profile *profile = tracked->profile;
    return mem_strdup(parent, profile_word(profile->responses, profile->n_responses, tracked->action->response));
}

/* ---- what became of it ------------------------------------------------------------------------------------------------ */

/* "14 October 2025: asked again: telephoned", "21 November 2025: answer: ..." */
static char *entry_line(const void *parent, const struct tracked *tracked, const struct action_entry *entry)
{
    static const char *const lead[ENTRY_KINDS] = {"", "asked again", "answer", "evidence"};
    char *when = day(parent, tracked, entry->date), *text = guarded(parent, tracked, entry->text, entry->exempt);
    const char *source = entry->source ? entry->source : NULL, *place = entry->kind == ENTRY_EVIDENCE ? entry->item : NULL;
    struct buf line;
    buf_init(&line, parent, BUF_MAX_DOCUMENT);
    const char *const parts[] = {when, source, lead[entry->kind], place, text, text ? NULL : entry->file_name};
    for (size_t i = 0; i < MB_LENGTH(parts); i++)
        if (parts[i] && *parts[i])
            buf_printf(&line, "%s%s", line.len ? ": " : "", parts[i]);
    return buf_take(&line);
}

/* All entries of the kinds in KINDS (bits), a line each; NEWEST the newest alone. */
static char *entry_lines(const void *parent, const struct tracked *tracked, unsigned kinds, bool newest)
{
    struct buf lines;
    buf_init(&lines, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < tracked->entries->n; i++) {
        const struct action_entry *entry = tracked->entries->at[i];
        if (!(kinds & 1U << entry->kind))
            continue;
        if (newest)
            buf_clear(&lines);
        buf_printf(&lines, "%s%s", lines.len ? "\n" : "", entry_line(parent, tracked, entry));
    }
    return lines.len ? buf_take(&lines) : NULL;
}

#define ALL_ENTRIES (1U << ENTRY_UPDATE | 1U << ENTRY_CHASE | 1U << ENTRY_ANSWER | 1U << ENTRY_EVIDENCE)
#define ENTRIES(name, kinds, newest)                                                              \
    static char *name(const void *parent, const struct tracked *tracked)                          \
    {                                                                                             \
        return entry_lines(parent, tracked, kinds, newest);                                       \
    }
ENTRIES(f_updates, ALL_ENTRIES, false)
ENTRIES(f_last_update, ALL_ENTRIES, true)
ENTRIES(f_answers, 1U << ENTRY_ANSWER, false)
ENTRIES(f_evidence, 1U << ENTRY_EVIDENCE, false)

static char *f_last_update_date(const void *parent, const struct tracked *tracked)
{
    size_t n = tracked->entries->n;
    return n ? day(parent, tracked, tracked->entries->at[n - 1]->date) : NULL;
}

/* "3 times, last 1 December 2025" */
static char *f_chases(const void *parent, const struct tracked *tracked)
{
    const struct entry_counts *counts = &tracked->action->entries;
    char *last = day(parent, tracked, counts->last_chased);
    if (counts->chases == 0)
        return NULL;
    return counts->chases == 1 ? mem_printf(parent, "once, %s", last ? last : "")
                               : mem_printf(parent, "%d times, last %s", counts->chases, last ? last : "");
}

/* ---- by name -------------------------------------------------------------------------------------------------------------- */

static const struct cell_field fields[] = {
    {"reference", f_reference},         {"reference_of_year", f_reference_of_year},
    {"id", f_id},                       {"committee", f_committee},
    {"meeting_date", f_meeting_date},   {"origin", f_origin},
    {"agenda_number", f_agenda_number}, {"minute", f_minute},
    {"minute_number", f_minute_number}, {"limb", f_limb},
    {"item", f_item},                   {"text", f_text},
    {"short", f_short},                 {"quote", f_quote},
    {"subject", f_subject},             {"own_words", f_own_words},
    {"owner", f_owner},                 {"recipient", f_recipient},
    {"asked_of", f_asked_of},           {"addressee", f_addressee},
    {"portfolio", f_portfolio},         {"raised_by", f_raised_by},
    {"due", f_due},                     {"due_words", f_due_words},
    {"chase_date", f_chase_date},       {"standing", f_standing},
    {"overdue", f_overdue},             {"status", f_status},
    {"status_ours", f_status_ours},     {"status_word", f_status_word},
    {"rag", f_rag},                     {"step", f_step},
    {"completed", f_completed},         {"response", f_response},
    {"response_date", f_response_date}, {"executive_date", f_executive_date},
    {"outcome", f_outcome},             {"updates", f_updates},
    {"last_update", f_last_update},     {"last_update_date", f_last_update_date},
    {"answers", f_answers},             {"evidence", f_evidence},
    {"chases", f_chases},               {"closed_by", f_closed_by},
    {"closed_on", f_closed_on},         {"superseded_by", f_superseded_by},
    {"carried_to", f_carried_to},       {"class", f_class},
    {"kind", f_kind},                   {"tags", f_tags},
    {"note", f_note},                   {"as_at", f_as_at},
};

const struct cell_field *tracker_field(const char *name)
{
    for (size_t i = 0; i < MB_LENGTH(fields); i++)
        if (strcmp(fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

const char *tracker_field_name(const struct cell_field *field)
{
    return field->name;
}

static bool is_day(const struct cell_field *field)
{
    static char *(*const days[])(const void *, const struct tracked *) = {
        f_meeting_date, f_due, f_due_words, f_chase_date, f_response_date, f_executive_date, f_last_update_date, f_closed_on, f_as_at,
    };
    size_t i = 0;
    while (i < MB_LENGTH(days) && days[i] != field->text)
        i++;
    return i < MB_LENGTH(days);
}

bool column_is_day(const struct column_expression *expression)
{
    for (size_t i = 0; i < expression->n; i++)
        if (!is_day(expression->fields[i]))
            return false;
    return true;
}

char *column_text(const void *parent, const struct column_expression *expression, const struct tracked *tracked)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < expression->n; i++) {
        char *text = expression->fields[i]->text(parent, tracked);
        if (!text || !*text)
            continue;
        buf_printf(&out, "%s%s", out.len ? "; " : "", text);
        if (!expression->joined)
            break;
    }
    return buf_take(&out);
}
