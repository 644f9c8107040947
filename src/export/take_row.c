/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A row of a published tracker: what each cell says, in the words of the profile, as a follow-up and what happened to it. */
#include "config.h"

#include "take_read.h"

#include <string.h>

/* ---- words ---------------------------------------------------------------------------------------------------- */

/* Ours of the longest of theirs that WORDS, folded, begin with; *LONGEST its bytes. */
static const char *longest_of(const struct profile_word *words, size_t n, const char *folded, size_t *longest)
{
    const char *found = NULL;
    for (size_t i = 0; i < n; i++) {
        char *theirs = text_fold(NULL, words[i].theirs);
        size_t length = strlen(theirs);
        if (length > *longest && strncmp(folded, theirs, length) == 0 && (folded[length] == ' ' || folded[length] == '\0')) {
            found = words[i].ours;
            *longest = length;
        }
        talloc_free(theirs);
    }
    return found;
}

/* Our status for their WORDS, which may go on behind it ("Completed - see Appendix 1"); NULL where none is known. */
static const char *status_of(const struct profile *profile, const char *words)
{
    size_t longest = 0;
    char *folded = text_fold(NULL, words);
    const char *found = longest_of(profile->statuses, profile->n_statuses, folded, &longest);
    const char *meant = longest_of(profile->meanings, profile->n_meanings, folded, &longest);
    found = meant ? meant : found;
    for (size_t i = 0; action_statuses[i] && !found; i++)
        found = text_same_words(action_statuses[i], folded) ? action_statuses[i] : NULL;
    talloc_free(folded);
    return found;
}

static const char *response_of(const struct profile *profile, const char *words)
{
    for (size_t i = 0; i < profile->n_responses; i++)
        if (text_same_words(profile->responses[i].theirs, words))
            return profile->responses[i].ours;
    for (size_t i = 0; action_responses[i]; i++)
        if (text_same_words(action_responses[i], words))
            return action_responses[i];
    return NULL;
}

struct date take_day_in(const char *words)
{
    struct date day = {0};
    size_t length;
    bool has_year;
    (void)date_find(words, &length, &day, &has_year);
    return length && has_year ? day : (struct date){0};
}

/* ---- a cell ------------------------------------------------------------------------------------------------------ */

struct row_reading {
    const void *parent;
    const struct profile *profile, *fallback;
    struct coming *row;
    struct date entry_day;
    char *updates, *answers;
};

static void take_status(struct row_reading *reading, const char *words)
{
    struct action *action = &reading->row->action;
    const char *ours = status_of(reading->profile, words);
    if (!ours && reading->fallback)
        ours = status_of(reading->fallback, words);
    if (ours && !action->status)
        action->status = mem_strdup(reading->parent, ours);
    if (!action->status_word && strlen(words) < 80)
        action->status_word = mem_strdup(reading->parent, words);
    for (size_t i = 0; action_rags[i]; i++)
        if (text_same_words(action_rags[i], words))
            action->rag = mem_strdup(reading->parent, action_rags[i]);
}

/* "Harbour Scrutiny Panel, 08/05/2025, minute 206" */
static void take_origin(struct row_reading *reading, const char *words)
{
    struct action *action = &reading->row->action;
    struct date day = take_day_in(words);
    const char *minute = strstr(words, "inute ");
    size_t length;
    bool has_year;
    size_t at = date_find(words, &length, &day, &has_year);
    if (!date_is_set(action->meeting_date) && length && has_year)
        action->meeting_date = day;
    if (minute && !action->minute_number)
        action->minute_number = mem_strndup(reading->parent, minute + 6, strcspn(minute + 6, " ,;(\n"));
    if (minute && (size_t)(minute - words - 1) < at)
        at = (size_t)(minute - words - 1);
    char *name = mem_strndup(reading->parent, words, at);
    name[strcspn(name, ",;:\n")] = '\0';
    if (!action->committee && *text_trim(name))
        action->committee = mem_strdup(reading->parent, text_trim(name));
}

/* "214(b)" is a minute and its limb. */
static void take_minute(struct row_reading *reading, const char *words)
{
    struct action *action = &reading->row->action;
    size_t n = strcspn(words, "(");
    action->minute_number = text_trim(mem_strndup(reading->parent, words, n));
    if (words[n] == '(' && words[n + 1])
        action->limb = mem_strndup(reading->parent, words + n + 1, strcspn(words + n + 1, ")"));
}

static void take_completed(struct row_reading *reading, const char *words)
{
    if (text_same_words(words, "yes") || text_same_words(words, "y"))
        reading->row->action.status = mem_strdup(reading->parent, "complete");
    else if (!text_same_words(words, "no") && !text_same_words(words, "n"))
        take_status(reading, words);
}

static void take_response(struct row_reading *reading, const char *words)
{
    const char *ours = response_of(reading->profile, words);
    if (ours)
        reading->row->action.response = mem_strdup(reading->parent, ours);
    else
        reading->answers = reading->answers ? mem_printf(reading->parent, "%s\n%s", reading->answers, words) : mem_strdup(reading->parent, words);
}

static void take_updates(struct row_reading *reading, const char *words)
{
    reading->updates = reading->updates ? mem_printf(reading->parent, "%s\n%s", reading->updates, words) : mem_strdup(reading->parent, words);
}

static void take_due(struct row_reading *reading, const char *words)
{
    reading->row->action.due_text = mem_strdup(reading->parent, words);
}

static void take_class(struct row_reading *reading, const char *words)
{
    for (size_t i = 0; action_classes[i]; i++)
        if (strcmp(action_classes[i], words) == 0)
            reading->row->action.class = mem_strdup(reading->parent, words);
}

/* The first day that a cell of a meeting names. */
static void take_meeting(struct row_reading *reading, const char *words)
{
    if (!date_is_set(reading->row->action.meeting_date))
        reading->row->action.meeting_date = take_day_in(words);
}

static void take_last_date(struct row_reading *reading, const char *words)
{
    reading->entry_day = take_day_in(words);
}

#define TAKE_TEXT(name, member)                                                                   \
    static void name(struct row_reading *reading, const char *words)                              \
    {                                                                                             \
        if (!reading->row->action.member)                                                         \
            reading->row->action.member = mem_strdup(reading->parent, words);                     \
    }
TAKE_TEXT(take_reference, reference)
TAKE_TEXT(take_agenda_number, agenda_number)
TAKE_TEXT(take_limb, limb)
TAKE_TEXT(take_item, item_title)
TAKE_TEXT(take_words, own_words)
TAKE_TEXT(take_owner, owner)
TAKE_TEXT(take_recipient, recipient)
TAKE_TEXT(take_portfolio, portfolio)
TAKE_TEXT(take_raised_by, raised_by)
TAKE_TEXT(take_outcome, outcome)
TAKE_TEXT(take_closed_by, closed_by)
TAKE_TEXT(take_superseded_by, superseded_by)
TAKE_TEXT(take_carried_to, carried_to)
TAKE_TEXT(take_tags, tags)
TAKE_TEXT(take_note, note)

/* "Coast Board (carried from Rivers Panel)" is how our own sheets say who follows it now. */
static void take_committee(struct row_reading *reading, const char *words)
{
    struct action *action = &reading->row->action;
    const char *from = strstr(words, ACTION_CARRIED_FROM);
    const char *old = from ? from + strlen(ACTION_CARRIED_FROM) : words;
    if (!action->committee)
        action->committee = mem_strndup(reading->parent, old, from ? strcspn(old, ")") : strlen(old));
    if (from && !action->carried_to)
        action->carried_to = mem_strndup(reading->parent, words, (size_t)(from - words));
}

#define TAKE_DAY(name, member)                                                                    \
    static void name(struct row_reading *reading, const char *words)                              \
    {                                                                                             \
        reading->row->action.member = take_day_in(words);                                              \
    }
TAKE_DAY(take_chase_date, chase_date)
TAKE_DAY(take_executive_date, executive_date)
TAKE_DAY(take_response_date, response_date)
TAKE_DAY(take_closed_on, closed_on)

static const struct {
    const char *field;
    void (*take)(struct row_reading *reading, const char *words);
} takers[] = {
    {"reference", take_reference}, {"reference_of_year", take_reference}, {"committee", take_committee}, {"meeting_date", take_meeting},
    {"origin", take_origin}, {"agenda_number", take_agenda_number}, {"minute", take_minute}, {"minute_number", take_minute}, {"limb", take_limb},
    {"item", take_item}, {"text", take_words}, {"short", take_words}, {"quote", take_words}, {"subject", take_words}, {"own_words", take_words},
    {"owner", take_owner}, {"asked_of", take_owner}, {"recipient", take_recipient}, {"addressee", take_recipient}, {"portfolio", take_portfolio},
    {"raised_by", take_raised_by}, {"due", take_due}, {"due_words", take_due}, {"chase_date", take_chase_date}, {"status", take_status},
    {"status_ours", take_status}, {"status_word", take_status}, {"rag", take_status}, {"completed", take_completed}, {"response", take_response},
    {"response_date", take_response_date}, {"executive_date", take_executive_date}, {"outcome", take_outcome}, {"updates", take_updates},
    {"last_update", take_updates}, {"last_update_date", take_last_date}, {"answers", take_updates}, {"closed_by", take_closed_by},
    {"closed_on", take_closed_on}, {"superseded_by", take_superseded_by}, {"carried_to", take_carried_to}, {"class", take_class}, {"tags", take_tags},
    {"note", take_note},
};

static bool take_field(struct row_reading *reading, const char *field, const char *words)
{
    for (size_t i = 0; i < MB_LENGTH(takers); i++)
        if (strcmp(takers[i].field, field) == 0) {
            if (reading)
                takers[i].take(reading, words);
            return true;
        }
    return false;
}

static bool is_status_alone(const struct row_reading *reading, const char *words)
{
    for (size_t i = 0; i < reading->profile->n_statuses; i++)
        if (text_same_words(reading->profile->statuses[i].theirs, words))
            return true;
    return false;
}

/* Of alternatives the first is what a cell most likely is. "status + updates" in one cell: the status is what it begins with. */
static void take_cell(struct row_reading *reading, const struct profile_column *column, const char *words)
{
    const struct column_expression *expression = &column->expression;
    if (!*words)
        return;
    if (!expression->joined || expression->n < 2) {
        (void)take_field(reading, take_field_name(column), words);
        return;
    }
    bool taken = false;
    if (take_shows(column, "status") && take_shows(column, "updates")) {
        take_status(reading, words);
        if (!is_status_alone(reading, words))
            take_updates(reading, words);
        taken = true;
    }
    for (size_t i = 0; i < expression->n && !taken; i++)
        taken = take_field(reading, tracker_field_name(expression->fields[i]), words);
}

bool take_field_is_known(const char *field)
{
    return take_field(NULL, field, "");
}

/* ---- a row ----------------------------------------------------------------------------------------------------------- */

static void add_entry(struct row_reading *reading, enum entry_kind kind, char *text, struct date day, char *source)
{
    if (text)
        *mem_append(reading->parent, reading->row->entries, reading->row->n_entries) =
            (struct action_entry){.kind = kind, .date = day, .text = text, .source = source};
}

struct coming *take_row_read(const struct taking *taking, const struct reading_as *as, const struct profile *fallback, const struct cells *cells)
{
    const void *parent = taking->parent;
    struct coming *row = mem_new(parent, struct coming);
    struct action *action = &row->action;
    struct row_reading reading = {.parent = parent, .profile = as->profile, .fallback = fallback, .row = row};
    row->line = cells->line;
    action->state = ACTION_KEPT;
    for (size_t i = 0; i < cells->n && i < as->head->n; i++)
        if (as->columns[i])
            take_cell(&reading, as->columns[i], cells->at[i]);
    if (!action->committee)
        action->committee = mem_strdup(parent, taking->options->committee);
    if (action->due_text)
        action_due_of_words(action, action->due_text, action->meeting_date);
    if (action->status && !action_status_is_open(action->status) && !action->closed_by)
        action->closed_by = taking->source;
    struct date as_at = taking->out->as_at, day = date_is_set(reading.entry_day) ? reading.entry_day : date_is_set(as_at) ? as_at : taking->options->today;
    add_entry(&reading, ENTRY_ANSWER, reading.answers, day, taking->source);
    add_entry(&reading, ENTRY_UPDATE, reading.updates, day, taking->source);
    return row;
}
