/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is said about follow-ups wherever they are shown: what kind they are, where they stand, how they
 * stand, and how many there are (screens.md 2). Pure. */
#include "config.h"

#include "words.h"

#include <string.h>

/* The kind says more than the class; where a rule knew none the class is said. */
const char *fact_follow_up_kind(const struct action *action)
{
    static const struct {
        const char *name, *words;
    } names[] = {{"letter", "letter"},
                 {"undertaking", "undertaking"},
                 {"report_back", "report back"},
                 {"event", "visit or event"},
                 {"set_up_group", "group to be set up"},
                 {"referral", "referral"},
                 {"pass_on", "to be passed on"},
                 {"member_action", "for members"},
                 {"information_request", "request for information"},
                 {"recommendation", "recommendation"},
                 {"resolution", "resolution"},
                 {"work_programme_change", "change of the work programme"}};
    const char *const said[] = {action->kind, action->class};
    for (size_t s = 0; s < MB_LENGTH(said); s++)
        for (size_t i = 0; said[s] && i < MB_LENGTH(names); i++)
            if (strcmp(names[i].name, said[s]) == 0)
                return names[i].words;
    return "action";
}

bool follow_up_is_change(const struct action *action)
{
    return action->class && strcmp(action->class, "work_programme_change") == 0;
}

bool follow_up_is_to_check(const struct action *action)
{
    return action->state == ACTION_TO_CHECK && !action->untracked && !action->deleted;
}

bool follow_up_is_kept(const struct action *action)
{
    return action->state == ACTION_KEPT && !action->deleted;
}

char *fact_quote(const void *parent, const struct action *action, const char *cut)
{
    char *one_line = text_squeeze(NULL, action->quote, strlen(action->quote));
    char *fact = mem_printf(parent, "“%s”%s", one_line, action->quote_truncated ? cut : "");
    talloc_free(one_line);
    return fact;
}

#define TELLING 24 /* cells from which the words a sentence turns on say enough without it */

char *fact_summary(const void *parent, const struct action *action, int room)
{
    const char *summary = action_summary(action);
    bool typed = action->own_words && summary != action->quote;
    if (typed || !action->quote || !strstr(action->quote, summary))
        return mem_strdup(parent, summary);
    char *sentence = fact_quote(parent, action, CUT_OFF);
    bool fits = room == 0 || text_width(sentence, strlen(sentence)) <= room;
    bool read = fits && action->state != ACTION_KEPT; /* what is judged is read whole where it can be */
    if (read || summary == action->quote || text_width(summary, strlen(summary)) < TELLING)
        return sentence;
    struct action part = *action;
    part.quote = (char *)summary;
    talloc_free(sentence);
    return fact_quote(parent, &part, CUT_OFF);
}

char *fact_owner(const void *parent, const char *owner)
{
    char *within = mem_strdup(parent, owner);
    if (within && text_starts(within, "The "))
        within[0] = 't';
    return within;
}

char *fact_follow_up_place(const void *parent, const struct action *action, enum place_words words)
{
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "place");
    if (action->minute_number)
        strings_add(local, &parts, mem_printf(local, "minute %s", action_minute(local, action)));
    else if (action->agenda_number)
        strings_add(local, &parts, mem_printf(local, "item %s", action->agenda_number));
    if (action->item_title && words != PLACE_SHORT)
        strings_add(local, &parts, action->item_title);
    if (action->committee && words == PLACE_WHOLE)
        strings_add(local, &parts, name_stem(local, action->committee));
    if (date_is_set(action->meeting_date))
        strings_add(local, &parts, date_words(local, action->meeting_date));
    char *place = parts.n ? words_join(parent, &parts, ", ") : mem_strdup(parent, "of no meeting");
    talloc_free(local);
    return place;
}

char *fact_follow_up_state(const void *parent, const struct action *action)
{
    if (action->state == ACTION_REFUSED)
        return mem_printf(parent, "not a follow-up%s%s", action->reason ? ": " : "",
                          action->reason ? action->reason : "");
    if (action->state == ACTION_TO_CHECK)
        return mem_strdup(parent, action->untracked ? "nothing to follow" : "to check");
    return mem_printf(parent, "%s%s%s", action->status ? action->status : "not started", action->closed_by ? ", " : "",
                      action->closed_by ? action->closed_by : "");
}

char *fact_follow_up_standing(const void *parent, const struct action *action, struct date as_at)
{
    void *local = talloc_named_const(NULL, 0, "standing");
    char *state = fact_follow_up_state(local, action), *when = action_when_words(local, action, as_at);
    bool closed = action_standing(action, as_at) == STANDING_CLOSED;
    char *words = closed && !action->due_text ? mem_strdup(parent, state) : mem_printf(parent, "%s; %s", state, when);
    talloc_free(local);
    return words;
}

/* ---- what became of it ------------------------------------------------------------------------------------ */

/* "4 Nov"; of another year "4 Nov 2023". */
static char *brief_day(const void *parent, struct date day, struct date as_at)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (day.month < 1 || day.month > 12)
        return mem_strdup(parent, "day not known");
    return day.year == as_at.year ? mem_printf(parent, "%d %s", day.day, months[day.month - 1])
                                  : mem_printf(parent, "%d %s %d", day.day, months[day.month - 1], day.year);
}

char *fact_chased(const void *parent, const struct action *action, struct date as_at)
{
    if (action->entries.chases == 0)
        return NULL;
    char *day = brief_day(NULL, action->entries.last_chased, as_at);
    char *words = mem_printf(parent, "%dx, last %s", action->entries.chases, day);
    talloc_free(day);
    return words;
}

char *fact_progress(const void *parent, const struct action *action, struct date as_at)
{
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "progress");
    char *chased = fact_chased(local, action, as_at);
    bool answered = action->entries.answers > 0, step_says = action->step && strcmp(action->step, "answered") == 0;
    if (chased)
        strings_add(local, &parts, mem_printf(local, "chased %s", chased));
    if (answered)
        strings_add(local, &parts, mem_printf(local, "answered %s", brief_day(local, action->entries.last_answered, as_at)));
    if (action->step && !(answered && step_says))
        strings_add(local, &parts, action->step);
    if (action->response)
        strings_add(local, &parts, action->response);
    if (action->entries.told && !(action->step && strcmp(action->step, "told to members") == 0))
        strings_add(local, &parts, "told to members");
    char *words = parts.n ? words_join(parent, &parts, ", ") : NULL;
    talloc_free(local);
    return words;
}

bool follow_up_hangs_under(const struct action *action, const struct action *roof)
{
    const char *under = action->under;
    return under && action != roof && !action->deleted && action->state != ACTION_REFUSED &&
           (text_same(under, roof->candidate_id) || text_same(under, roof->id) || text_same(under, roof->reference));
}

void roof_add(struct lookup *roofs, const struct action *roof, size_t at)
{
    lookup_add(roofs, roof->id, at);
    if (!text_same(roof->candidate_id, roof->id))
        lookup_add(roofs, roof->candidate_id, at);
    if (!text_same(roof->reference, roof->id) && !text_same(roof->reference, roof->candidate_id))
        lookup_add(roofs, roof->reference, at);
}

char *words_answered(const void *parent, const struct actions *under)
{
    size_t answered = 0;
    for (size_t i = 0; i < under->n; i++)
        answered += action_is_answered(under->at[i]) || !action_status_is_open(under->at[i]->status);
    return under->n ? mem_printf(parent, "%zu of %zu answered", answered, under->n) : NULL;
}

char *words_to_check(const void *parent, const struct follow_up_counts *counts)
{
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "counts");
    if (counts->to_check)
        strings_add(local, &parts, mem_printf(local, "%d to check", counts->to_check));
    if (counts->refused)
        strings_add(local, &parts, words_count(local, counts->refused, "not a follow-up", "not follow-ups"));
    char *words = parts.n ? words_join(parent, &parts, " · ") : NULL;
    talloc_free(local);
    return words;
}

char *words_judged(const void *parent, const struct follow_up_counts *counts)
{
    struct strings parts = {0};
    if (counts->kept + counts->refused == 0)
        return mem_strdup(parent, counts->to_check == 1 ? "not checked yet" : "none checked yet");
    void *local = talloc_named_const(NULL, 0, "judged");
    if (counts->to_check)
        strings_add(local, &parts, mem_printf(local, "%d to check", counts->to_check));
    if (counts->kept)
        strings_add(local, &parts, mem_printf(local, "%d on the tracker", counts->kept));
    if (counts->refused)
        strings_add(local, &parts, words_count(local, counts->refused, "not a follow-up", "not follow-ups"));
    char *words = words_join(parent, &parts, ", ");
    talloc_free(local);
    return words;
}

char *words_found(const void *parent, const struct follow_up_counts *counts, int found, bool cut, bool swept, const char *key)
{
    const char *held = cut ? "in what is held" : "here";
    if (found == 0)
        return cut && swept ? mem_strdup(parent, "Follow-ups: none found in what is held.") : NULL;
    if (counts->to_check == 0)
        return NULL;
    void *local = talloc_named_const(NULL, 0, "found");
    int all = counts->to_check + counts->kept;
    char *what = words_count(local, all, counts->kept ? "follow-up" : "possible follow-up",
                             counts->kept ? "follow-ups" : "possible follow-ups");
    char *where = key ? mem_printf(local, " %s goes to the next.", key) : mem_strdup(local, "");
    char *words = counts->to_check == all
                      ? mem_printf(parent, "%s %s, %s.%s", what, held, words_judged(local, counts), where)
                      : mem_printf(parent, "%s %s, %d to check.%s", what, held, counts->to_check, where);
    talloc_free(local);
    return words;
}

/* ---- its history ------------------------------------------------------------------------------------------- */

/* A field as the screens call it. */
static const char *field_words(const char *field)
{
    static const struct {
        const char *field, *words;
    } names[] = {{"owner", "by whom"},       {"recipient", "to whom"},   {"subject", "what"}, {"due_text", "by when"},
                 {"chase_date", "to chase"}, {"own_words", "your words"}, {"rag", "RAG"},
                 {"status_word", "their word"}, {"raised_by", "raised by"}, {"executive_date", "executive"},
                 {"response_date", "responded"}, {"superseded_by", "superseded by"}, {"carried_to", "carried to"}};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (strcmp(names[i].field, field) == 0)
            return names[i].words;
    return field;
}

static const char *value_words(const void *local, const char *value)
{
    struct date day;
    return !value ? "empty" : date_parse_iso(value, &day) ? date_words(local, day) : mem_printf(local, "“%s”", value);
}

char *event_words(const void *parent, const struct event *event)
{
    struct date day;
    void *local = talloc_named_const(NULL, 0, "event");
    char *stamp = mem_printf(local, "%.10s", event->stamp ? event->stamp : ""), *words;
    const char *when = date_parse_iso(stamp, &day) ? date_words(local, day) : stamp;
    const char *what = event->what ? event->what : "";
    if (!event->field)
        words = mem_printf(parent, "%s  %s", when, what);
    else
        words = mem_printf(parent, "%s  %s%s%s: %s (was %s)", when, strcmp(what, "set") == 0 ? "" : what,
                           strcmp(what, "set") == 0 ? "" : ": ", field_words(event->field), value_words(local, event->to),
                           value_words(local, event->from));
    talloc_free(local);
    return words;
}
