/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers of a meeting that disagree (screens.md 2): what each of them says, side by side, and which is read. A text that
 * one of them words otherwise is only named: the screen of changes shows how. */
#include "config.h"

#include "words.h"

#include <stdio.h>
#include <string.h>

/* "item 7 title": the position, and the member it is of; 0 where the field is the meeting's. */
static int field_position(const char *field, const char **member)
{
    int position = 0, used = 0;
    *member = field;
    if (sscanf(field, "item %d %n", &position, &used) == 1 && used > 0)
        *member = field + used;
    return position;
}

int alternative_position(const struct alternative *other)
{
    const char *member;
    return field_position(other->field, &member);
}

bool alternative_matters(const struct alternative *other)
{
    static const char *const fields[] = {"date", "time", "venue"};
    for (size_t i = 0; i < MB_LENGTH(fields); i++)
        if (strcmp(other->field, fields[i]) == 0)
            return true;
    return false;
}

static bool is_text(const char *member)
{
    size_t n = strlen(member), end = strlen("_text");
    return n > end && strcmp(member + n - end, "_text") == 0;
}

bool alternative_is_text(const struct alternative *other)
{
    return is_text(other->field);
}

/* ---- papers ------------------------------------------------------------------------------------------------ */

/* "the agenda pack"; where there are several of that form, the name of its file. */
static char *paper_words(const void *parent, const struct meeting *meeting, const struct source *source)
{
    const char *form = form_words(source->form), *name = source->path ? strrchr(source->path, '/') : NULL;
    size_t same = 0;
    for (size_t i = 0; i < meeting->n_sources; i++)
        same += strcmp(form_words(meeting->sources[i].form), form) == 0;
    name = name ? name + 1 : source->path;
    return same > 1 && name ? mem_strdup(parent, name) : mem_printf(parent, "the %s", form);
}

static const struct source *source_of(const struct meeting *meeting, const char *sha256)
{
    for (size_t i = 0; i < meeting->n_sources; i++)
        if (strcmp(meeting->sources[i].sha256, sha256) == 0)
            return &meeting->sources[i];
    return NULL;
}

/* The paper that says what is read, where there are just two. */
static const struct source *other_source(const struct meeting *meeting, const struct source *source)
{
    return source && meeting->n_sources == 2 ? &meeting->sources[source == &meeting->sources[0]] : NULL;
}

/* ---- values ------------------------------------------------------------------------------------------------ */

/* As the head of a meeting says it. */
static char *value_words(const void *parent, const char *member, const char *value)
{
    struct meeting meeting = {.minutes_after_midnight = -1};
    if (strcmp(member, "date") == 0 && date_parse_iso(value, &meeting.date))
        return date_long(parent, meeting.date);
    if (strcmp(member, "time") == 0 && clock_parse(value, &meeting.minutes_after_midnight))
        return meeting_time_words(parent, &meeting);
    return mem_strdup(parent, value);
}

static const char *item_value(const struct item *item, const char *member)
{
    const struct {
        const char *member, *value;
    } values[] = {{"title", item->title},          {"timing", item->timing}, {"agenda_number", item->agenda_number},
                  {"minute_number", item->minute_number}, {"pages", item->pages},   {"author", item->author}};
    for (size_t i = 0; i < MB_LENGTH(values); i++)
        if (strcmp(values[i].member, member) == 0)
            return values[i].value;
    return NULL;
}

/* What is read, beside which an alternative stands; NULL where none is held. */
static const char *value_read(const void *local, const struct meeting *meeting, const char *member, const struct item *item)
{
    const struct {
        const char *member, *value;
    } values[] = {{"contact", meeting->contact},
                  {"venue", meeting->venue},
                  {"committee", meeting->committee},
                  {"council", meeting->council},
                  {"status", meeting->status},
                  {"date", date_is_set(meeting->date) ? date_iso(local, meeting->date) : NULL},
                  {"time", meeting_time(local, meeting)}};
    for (size_t i = 0; !item && i < MB_LENGTH(values); i++)
        if (strcmp(values[i].member, member) == 0)
            return values[i].value;
    return item ? item_value(item, member) : NULL;
}

/* "agenda_number" as "agenda number", "report_text" as "report". */
static char *member_words(const void *local, const char *member)
{
    char *words = mem_strndup(local, member, strlen(member) - (is_text(member) ? strlen("_text") : 0));
    for (char *c = words; *c; c++)
        *c = *c == '_' ? ' ' : *c;
    return strcmp(words, "date") == 0 ? mem_strdup(local, "day") : words;
}

char *fact_alternative(const void *parent, const struct meeting *meeting, const struct alternative *other)
{
    void *local = talloc_named_const(NULL, 0, "fact");
    const char *member;
    int position = field_position(other->field, &member);
    const struct item *item = position ? meeting_item(meeting, position) : NULL;
    const struct source *source = source_of(meeting, other->sha256), *reading = other_source(meeting, source);
    const char *read = value_read(local, meeting, member, item);
    char *of = item ? mem_printf(local, "%s, ", fact_item_number(local, item)) : mem_strdup(local, "");
    char *paper = source ? paper_words(local, meeting, source) : mem_printf(local, "paper %.12s", other->sha256);
    char *label = mem_printf(local, "%s%s", of, member_words(local, member)), *fact;
    char *value = value_words(local, member, other->value);
    if (is_text(member))
        fact = mem_printf(parent, "%s: %s words it otherwise", label, paper);
    else if (!read)
        fact = mem_printf(parent, "%s: %s says %s", label, paper, value);
    else if (reading)
        fact = mem_printf(parent, "%s: %s says %s; %s says %s", label, paper, value, paper_words(local, meeting, reading),
                          value_words(local, member, read));
    else
        fact = mem_printf(parent, "%s: %s says %s; read here: %s", label, paper, value, value_words(local, member, read));
    talloc_free(local);
    return fact;
}

void fact_disagree(const void *parent, const struct meeting *meeting, struct strings *out)
{
    if (meeting->n_alternatives)
        strings_add(parent, out, "The papers disagree");
    for (size_t i = 0; i < meeting->n_alternatives; i++) {
        char *fact = fact_alternative(NULL, meeting, &meeting->alternatives[i]);
        strings_add(parent, out, mem_printf(fact, "  %s", fact));
        talloc_free(fact);
    }
}
