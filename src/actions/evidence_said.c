/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What was found of a follow-up in later papers, in words for people (screens.md 2). */
#include "config.h"

#include "evidence.h"

#include <string.h>

#define DAYS_MOST 4 /* days named one by one; beyond them the first and the last */

/* ---- names -------------------------------------------------------------------------------------------- */

const char *evidence_sort_name(enum evidence_sort sort)
{
    static const char *const names[EVIDENCE_SORTS] = {
        [EVIDENCE_REPORTED] = "reported",     [EVIDENCE_IN_PART] = "in-part", [EVIDENCE_ON_AGENDA] = "on-agenda",
        [EVIDENCE_STILL_OPEN] = "still-open", [EVIDENCE_PUT_OFF] = "put-off",
    };
    return names[sort];
}

const char *evidence_grade_name(enum evidence_grade grade)
{
    static const char *const names[EVIDENCE_GRADES] = {
        [EVIDENCE_CERTAIN] = "certain", [EVIDENCE_PROBABLE] = "probable", [EVIDENCE_POSSIBLE] = "possible"};
    return names[grade];
}

const char *topic_standing_name(enum topic_standing standing)
{
    static const char *const names[TOPIC_STANDINGS] = {
        [TOPIC_NOT_PUBLISHED] = "not-published", [TOPIC_MISSING] = "missing", [TOPIC_THERE] = "there",
        [TOPIC_OTHER_DATE] = "other-date",       [TOPIC_GONE] = "gone",       [TOPIC_TAKEN_OFF] = "taken-off",
    };
    return names[standing];
}

const char *later_state_name(enum later_state state)
{
    static const char *const names[] = {
        [LATER_MINUTES] = "minutes",   [LATER_MINUTES_CUT] = "cut-minutes", [LATER_NO_MINUTES] = "no-minutes",
        [LATER_NOT_HELD] = "not-held", [LATER_CALLED_OFF] = "called-off",   [LATER_AHEAD] = "ahead",
    };
    return names[state];
}

/* ---- one place ---------------------------------------------------------------------------------------- */

static char *item_words(const void *parent, const struct evidence *evidence)
{
    if (evidence->agenda_number)
        return mem_printf(parent, "item %s", evidence->agenda_number);
    return evidence->minute_number ? mem_printf(parent, "minute %s", evidence->minute_number) : mem_printf(parent, "item %d in order", evidence->position);
}

char *evidence_words(const void *parent, const struct evidence *evidence)
{
    static const char *const how[EVIDENCE_GRADES] = {[EVIDENCE_CERTAIN] = "", [EVIDENCE_PROBABLE] = "probably ", [EVIDENCE_POSSIBLE] = "possibly "};
    static const char *const what[EVIDENCE_SORTS] = {
        [EVIDENCE_REPORTED] = "reported at",
        [EVIDENCE_IN_PART] = "reported in part at",
        [EVIDENCE_ON_AGENDA] = "on the agenda,",
        [EVIDENCE_STILL_OPEN] = "named again, not answered, at",
        [EVIDENCE_PUT_OFF] = "put off,",
    };
    void *scratch = talloc_named_const(NULL, 0, "words");
    char *words = mem_printf(parent, "%s%s %s, %s", how[evidence->grade], what[evidence->sort], item_words(scratch, evidence),
                             date_words(scratch, evidence->date));
    talloc_free(scratch);
    return words;
}

/* ---- days ------------------------------------------------------------------------------------------------ */

/* "3 June, 8 July 2025": a year once, behind the last day that has it. */
static char *days_words(const void *parent, const struct date *days, size_t n)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < n; i++) {
        bool skipped = n > DAYS_MOST && i > 0 && i + 1 < n;
        bool year_follows = i + 1 < n && days[i + 1].year == days[i].year && n <= DAYS_MOST;
        char *words = date_words(NULL, days[i]);
        char *year = year_follows ? strrchr(words, ' ') : NULL;
        if (!skipped)
            buf_printf(&out, "%s%.*s", i == 0 ? "" : n > DAYS_MOST ? " to " : ", ", year ? (int)(year - words) : (int)strlen(words), words);
        talloc_free(words);
    }
    return buf_take(&out);
}

/* The days of those meetings that are in one of STATES, a bit each. */
static size_t days_in(const void *parent, const struct traced *traced, unsigned states, struct date **out)
{
    size_t n = 0;
    *out = NULL;
    for (size_t i = 0; i < traced->n_later; i++)
        if (states >> traced->later[i].state & 1)
            *mem_append(parent, *out, n) = traced->later[i].date;
    return n;
}

#define STATE(state) (1U << (state))
#define WITH_PAPERS (STATE(LATER_MINUTES) | STATE(LATER_MINUTES_CUT) | STATE(LATER_NO_MINUTES))

char *traced_words(const void *parent, const struct traced *traced)
{
    struct date *days;
    if (traced->topic.standing != TOPIC_NOT_ASKED && traced->topic.standing != TOPIC_NOT_PUBLISHED)
        return topic_words(parent, &traced->topic);
    if (traced->n)
        return evidence_words(parent, &traced->at[0]);
    if (traced->topic.standing == TOPIC_NOT_PUBLISHED)
        return topic_words(parent, &traced->topic);
    if (traced->placeless)
        return mem_strdup(parent, "its committee or day is not known: nothing to compare with");
    struct date *coming;
    void *scratch = talloc_named_const(NULL, 0, "days");
    size_t n = days_in(scratch, traced, WITH_PAPERS, &days);
    size_t ahead = days_in(scratch, traced, STATE(LATER_AHEAD), &coming);
    char *words = n ? mem_printf(parent, "no trace in %zu later meeting%s (%s)", n, n == 1 ? "" : "s", days_words(scratch, days, n))
                  : ahead ? mem_printf(parent, "no trace in the agenda of %s", days_words(scratch, coming, ahead))
                          : mem_strdup(parent, "no later papers yet");
    talloc_free(scratch);
    return words;
}

static void add_caution(struct buf *out, const struct traced *traced, enum later_state state, const char *one, const char *several, const char *end)
{
    struct date *days;
    void *scratch = talloc_named_const(NULL, 0, "days");
    size_t n = days_in(scratch, traced, STATE(state), &days);
    if (n)
        buf_printf(out, "%s%s %s %s", out->len ? "; " : "", n == 1 ? one : several, days_words(scratch, days, n), end);
    talloc_free(scratch);
}

char *traced_caution(const void *parent, const struct traced *traced)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    add_caution(&out, traced, LATER_MINUTES_CUT, "the minutes of", "the minutes of", "are cut off");
    add_caution(&out, traced, LATER_NO_MINUTES, "the minutes of", "the minutes of", "are not held");
    add_caution(&out, traced, LATER_NOT_HELD, "no paper of", "no papers of", "held");
    add_caution(&out, traced, LATER_CALLED_OFF, "the meeting of", "the meetings of", "called off");
    char *words = out.len ? buf_take(&out) : NULL;
    buf_release(&out);
    return words;
}

/* ---- a topic ------------------------------------------------------------------------------------------------ */

static char *planned_words(const void *parent, const struct topic *topic)
{
    return topic->planned ? mem_printf(parent, " for %s", topic->planned) : mem_strdup(parent, ", without a date");
}

char *topic_words(const void *parent, const struct topic *topic)
{
    void *scratch = talloc_named_const(NULL, 0, "topic");
    const char *day = date_words(scratch, topic->published_for), *planned = planned_words(scratch, topic);
    char *words = NULL;
    if (topic->standing == TOPIC_NOT_PUBLISHED)
        words = mem_strdup(parent, "not in a published programme yet");
    else if (topic->standing == TOPIC_MISSING)
        words = mem_printf(parent, "not in the programme of %s", day);
    else if (topic->standing == TOPIC_THERE)
        words = mem_printf(parent, "in the programme of %s%s", day, planned);
    else if (topic->standing == TOPIC_OTHER_DATE)
        words = mem_printf(parent, "in the programme of %s, but%s", day, topic->planned ? planned : " without a date");
    else if (topic->standing == TOPIC_GONE)
        words = mem_printf(parent, "was in the programme of %s%s, and is not in that of %s", day, planned, date_words(scratch, topic->since));
    else if (topic->standing == TOPIC_TAKEN_OFF)
        words = mem_printf(parent, "no longer in the programme of %s", day);
    talloc_free(scratch);
    return words;
}
