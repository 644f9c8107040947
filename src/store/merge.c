/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A meeting from the drafts of its papers (field.md 4): heading, people, programmes; items are
 * merge_pair.c and merge_item.c. */
#include "config.h"

#include "src/store/merge.h"
#include "src/store/listed.h"
#include "src/store/placed.h"

#include <ctype.h>
#include <string.h>

/* ---- alternatives ------------------------------------------------------------------------------- */

void add_alternative(struct meeting *meeting, const char *field, const char *value, const char *chosen, const char *sha256)
{
    if (!value || (chosen && text_same_words(value, chosen)))
        return;
    struct alternative *alternative = mem_append(meeting, meeting->alternatives, meeting->n_alternatives);
    alternative->field = mem_strdup(meeting, field);
    alternative->value = mem_strdup(meeting, value);
    memcpy(alternative->sha256, sha256, SHA256_HEX);
}

/* The words of TEXT that count, folded: no brackets and points, no label of a number. */
static struct strings counting_words(const void *local, const char *text)
{
    static const char *const labels[] = {"tel", "telephone", "phone", "email", "mail", "contact"};
    struct strings words = {0};
    char *at = text_fold(local, text);
    for (size_t n; *at; at += n) {
        for (n = 0; isalnum((unsigned char)at[n]) || (unsigned char)at[n] >= 0x80;)
            n++;
        bool label = n == 0;
        for (size_t i = 0; i < MB_LENGTH(labels) && !label; i++)
            label = strlen(labels[i]) == n && strncmp(at, labels[i], n) == 0;
        if (!label)
            strings_add(local, &words, mem_strndup(local, at, n));
        n += n == 0;
    }
    return words;
}

static char *run_together(const void *local, const struct strings *words)
{
    struct buf all;
    buf_init(&all, local, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < words->n; i++)
        buf_puts(&all, words->at[i]);
    return buf_take(&all);
}

/* Does MORE say all that LESS says, if it may say more? Every word is there, or all of them run together, as the
 * parts of a number are that only one paper sets apart. */
static bool says_all(const char *more, const char *less)
{
    void *local = talloc_named_const(NULL, 0, "says");
    struct strings all = counting_words(local, more), some = counting_words(local, less);
    size_t found = 0;
    for (size_t i = 0; i < some.n; i++)
        for (size_t j = 0; j < all.n; j++)
            if (strcmp(some.at[i], all.at[j]) == 0) {
                found++;
                break;
            }
    bool says = found == some.n || strstr(run_together(local, &all), run_together(local, &some));
    talloc_free(local);
    return says;
}

/* The same for a value that papers put each in its own way, such as a contact: what one only says more fully is
 * no difference, and the fuller one is shown. */
static void add_alternative_in_words(struct meeting *meeting, const char *field, const char *value, char **chosen, const char *sha256)
{
    if (!value || !*chosen)
        return;
    bool all = says_all(value, *chosen), less = says_all(*chosen, value);
    if (!all && !less)
        add_alternative(meeting, field, value, *chosen, sha256);
    else if (all && !less)
        *chosen = mem_strdup(meeting, value);
}

/* ---- the heading ---------------------------------------------------------------------------------- */

/* A list may call off what a paper, printed before, does not. */
static void merge_listed_status(struct meeting *meeting, const struct head *head)
{
    for (size_t i = 0; i < head->n_listed; i++)
        if (status_strictness(head->listed[i].status) > status_strictness(meeting->status)) {
            meeting->status = mem_strdup(meeting, head->listed[i].status);
            meeting->status_text = mem_strdup(meeting, head->listed[i].status_text);
        }
}

static void merge_status(struct meeting *meeting, const struct group *group, const struct head *heads, struct draft *const *drafts)
{
    size_t n = group->n;
    for (size_t i = 0; i < n; i++) {
        const struct meeting *from = drafts[i]->meeting;
        if (status_strictness(from->status) >= status_strictness(meeting->status) && from->status) {
            meeting->status = from->status;
            meeting->status_text = from->status_text ? from->status_text : meeting->status_text;
        }
        if (from->minutes_status && (!meeting->minutes_status || strcmp(from->minutes_status, "confirmed") == 0))
            meeting->minutes_status = from->minutes_status;
    }
    for (size_t i = 0; i < n; i++)
        merge_listed_status(meeting, &heads[group->members[i]]);
    if (status_strictness(meeting->status) >= status_strictness("postponed"))
        for (size_t i = 0; i < n; i++)
            add_alternative(meeting, "status", drafts[i]->meeting->status, meeting->status, drafts[i]->sha256);
}

/* The reason of the paper whose date was taken. */
static void set_date(struct meeting *meeting, const struct group *group, const struct head *heads, struct draft *const *drafts)
{
    meeting->date = group->placing.date;
    meeting->date_basis = group->placing.basis;
    for (size_t i = 0; i < group->n; i++) {
        const struct head *head = &heads[group->members[i]];
        if (date_is_set(meeting->date) && head->placing.basis == meeting->date_basis &&
            date_compare(head->placing.date, meeting->date) == 0)
            meeting->date_reason = head->date_listed                          ? mem_strdup(meeting, "the council's list of meetings says so")
                                   : head->placing.basis == head->own.basis ? drafts[i]->meeting->date_reason
                                                                            : mem_strdup(meeting, "you stated it");
    }
}

static bool have_alternative(const struct meeting *meeting, const char *field, const char *value, const char *sha256)
{
    bool have = false;
    for (size_t i = 0; i < meeting->n_alternatives && !have; i++) {
        const struct alternative *one = &meeting->alternatives[i];
        have = strcmp(one->field, field) == 0 && text_same_words(one->value, value) && strcmp(one->sha256, sha256) == 0;
    }
    return have;
}

/* What a list says otherwise; several papers of the meeting stand in the same list. */
static void keep_listed(struct meeting *meeting, const struct head *head)
{
    void *scratch = talloc_named_const(NULL, 0, "listed");
    for (size_t i = 0; i < head->n_listed; i++) {
        const struct listed_as *listed = &head->listed[i];
        const struct placing *says = &listed->placing;
        bool day = date_is_set(says->date) && date_compare(says->date, meeting->date) != 0;
        bool time = says->starts >= 0 && says->starts != meeting->minutes_after_midnight;
        const struct said {
            const char *field, *value, *chosen;
        } said[] = {{"council", says->council, meeting->council},
                    {"committee", says->committee, meeting->committee},
                    {"date", day ? date_iso(scratch, says->date) : NULL, NULL},
                    {"time", time ? mem_printf(scratch, "%02d:%02d", says->starts / 60, says->starts % 60) : NULL, NULL},
                    {"status", status_strictness(meeting->status) >= status_strictness("postponed") ? listed->status : NULL, meeting->status}};
        for (size_t s = 0; s < MB_LENGTH(said); s++)
            if (said[s].value && !have_alternative(meeting, said[s].field, said[s].value, listed->sha256))
                add_alternative(meeting, said[s].field, said[s].value, said[s].chosen, listed->sha256);
        if (!meeting->committee_service_id)
            meeting->committee_service_id = mem_strdup(meeting, listed->committee_service_id);
    }
    talloc_free(scratch);
}

static void keep_other_dates(struct meeting *meeting, const struct head *head)
{
    bool date_differs = date_is_set(head->own.date) && date_compare(head->own.date, meeting->date) != 0;
    bool time_differs = head->own.starts >= 0 && head->own.starts != meeting->minutes_after_midnight;
    if (date_differs) {
        char *day = date_iso(NULL, head->own.date);
        add_alternative(meeting, "date", day, NULL, head->sha256);
        talloc_free(day);
    }
    if (time_differs) {
        char *time = mem_printf(NULL, "%02d:%02d", head->own.starts / 60, head->own.starts % 60);
        add_alternative(meeting, "time", time, NULL, head->sha256);
        talloc_free(time);
    }
}

/* The text member at OFFSET of the last paper that has one. */
static char *last_text(struct draft *const *drafts, size_t n, size_t offset)
{
    char *text = NULL;
    for (size_t i = 0; i < n; i++) {
        char *said = *(char *const *)((const char *)drafts[i]->meeting + offset);
        text = said ? said : text;
    }
    return text;
}

/* Ids are told together with the site they are of: those of another site are no ids of this one. */
static void merge_ids(struct meeting *meeting, struct draft *const *drafts, size_t n)
{
    meeting->site = last_text(drafts, n, offsetof(struct meeting, site));
    char *key = site_key(NULL, meeting->site);
    for (size_t i = 0; i < n; i++) {
        const struct meeting *from = drafts[i]->meeting;
        char *own = site_key(NULL, from->site);
        if (!own || strcmp(own, key) == 0) {
            meeting->service_id = from->service_id ? from->service_id : meeting->service_id;
            meeting->agenda_service_id = from->agenda_service_id ? from->agenda_service_id : meeting->agenda_service_id;
            meeting->committee_service_id = from->committee_service_id ? from->committee_service_id : meeting->committee_service_id;
        }
        talloc_free(own);
    }
    talloc_free(key);
}

static void merge_heading(struct meeting *meeting, const struct group *group, const struct head *heads, struct draft *const *drafts)
{
    meeting->id = group->id;
    meeting->council = mem_strdup(meeting, group->placing.council);
    meeting->committee = mem_strdup(meeting, group->placing.committee);
    meeting->venue = mem_strdup(meeting, group->placing.venue);
    meeting->minutes_after_midnight = group->placing.starts;
    meeting->joined_because = group->joined_because;
    meeting->contact = last_text(drafts, group->n, offsetof(struct meeting, contact));
    meeting->contact_email = last_text(drafts, group->n, offsetof(struct meeting, contact_email));
    merge_ids(meeting, drafts, group->n);
    set_date(meeting, group, heads, drafts);
    merge_status(meeting, group, heads, drafts);
    for (size_t i = 0; i < group->n; i++) {
        const struct head *head = &heads[group->members[i]];
        add_alternative(meeting, "council", head->own.council, meeting->council, head->sha256);
        add_alternative(meeting, "committee", head->own.committee, meeting->committee, head->sha256);
        keep_other_dates(meeting, head);
        add_alternative_in_words(meeting, "venue", head->own.venue, &meeting->venue, head->sha256);
        keep_listed(meeting, head);
        add_alternative_in_words(meeting, "contact", drafts[i]->meeting->contact, &meeting->contact, head->sha256);
    }
}

static void add_sources(struct meeting *meeting, struct draft *const *drafts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct source *source = mem_append(meeting, meeting->sources, meeting->n_sources);
        *source = (struct source){.path = drafts[i]->path, .form = drafts[i]->form};
        memcpy(source->sha256, drafts[i]->sha256, SHA256_HEX);
        for (size_t s = 0; s < drafts[i]->meeting->n_sources; s++)
            source->exempt |= drafts[i]->meeting->sources[s].exempt;
    }
}

/* ---- people --------------------------------------------------------------------------------------- */

static bool is_membership(const char *attendance)
{
    return !attendance || strcmp(attendance, "expected") == 0;
}

/* Only the same name is the same person: an initial in one paper and a forename in another stay two.
 * The first EARLIER people are of papers before; within one paper a name may stand twice on purpose. */
static void merge_person(struct meeting *meeting, size_t earlier, const struct person *from, const char *sha256)
{
    for (size_t i = 0; i < earlier; i++) {
        struct person *have = &meeting->people[i];
        if (!have->name || !from->name || !text_same_words(have->name, from->name))
            continue;
        have->role = have->role ? have->role : from->role;
        have->capacity = have->capacity ? have->capacity : from->capacity;
        if (is_membership(have->attendance))
            have->attendance = from->attendance ? from->attendance : have->attendance;
        else if (!is_membership(from->attendance) && strcmp(have->attendance, from->attendance) != 0) {
            char *field = mem_printf(NULL, "attendance of %s", have->name);
            add_alternative(meeting, field, from->attendance, have->attendance, sha256);
            talloc_free(field);
        }
        return;
    }
    *mem_append(meeting, meeting->people, meeting->n_people) = *from;
}

static void merge_people(struct meeting *meeting, struct draft *const *drafts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct meeting *from = drafts[i]->meeting;
        size_t earlier = meeting->n_people;
        for (size_t p = 0; p < from->n_people; p++)
            if (from->people[p].name)
                merge_person(meeting, earlier, &from->people[p], drafts[i]->sha256);
        if (meeting->vacancies.n == 0)
            for (size_t v = 0; v < from->vacancies.n; v++)
                strings_add(meeting, &meeting->vacancies, from->vacancies.at[v]);
    }
}

/* ---- programmes ------------------------------------------------------------------------------------ */

static void write_value(void *to, int depth, const char *name, const char *value)
{
    buf_printf(to, "%d %s=%s\n", depth, name, value ? value : "(record)");
}

static char *programme_sum(const struct programme *programme)
{
    struct buf all;
    buf_init(&all, NULL, BUF_MAX_DOCUMENT);
    record_write(&programme_type, programme, write_value, &all);
    return buf_take(&all);
}

static bool have_programme(const struct merged *merged, const struct programme *programme)
{
    bool have = false;
    char *sum = programme_sum(programme);
    for (size_t i = 0; i < merged->n_programmes && !have; i++) {
        char *other = programme_sum(merged->programmes[i]);
        have = strcmp(sum, other) == 0;
        talloc_free(other);
    }
    talloc_free(sum);
    return have;
}

/* POSITION in the paper as a position in the meeting. */
static int position_in_meeting(const struct item_rows *rows, size_t paper, int position)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->at[i].of[paper] && rows->at[i].of[paper]->position == position)
            return (int)i + 1;
    return 0;
}

static void merge_programmes(struct merged *merged, const struct item_rows *rows, struct draft *const *drafts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!drafts[i]->programme)
            continue;
        struct programme *programme = mem_new(merged, struct programme);
        *programme = *drafts[i]->programme;
        programme->meeting_id = merged->meeting->id;
        if (!programme->committee)
            programme->committee = merged->meeting->committee;
        if (!date_is_set(programme->published_for))
            programme->published_for = merged->meeting->date;
        programme->item_position = position_in_meeting(rows, i, programme->item_position);
        if (!have_programme(merged, programme))
            *mem_append(merged, merged->programmes, merged->n_programmes) = programme;
    }
}

/* ---- all ------------------------------------------------------------------------------------------- */

struct merged *merge_meeting(const void *parent, const struct group *group, const struct head *heads, struct draft *const *drafts)
{
    struct merged *merged = mem_new(parent, struct merged);
    struct meeting *meeting = merged->meeting = mem_new(merged, struct meeting);
    for (size_t i = 0; i < group->n; i++)
        placed_apply(drafts[i], heads[group->members[i]].item, heads[group->members[i]].url);
    merge_heading(meeting, group, heads, drafts);
    add_sources(meeting, drafts, group->n);
    merge_people(meeting, drafts, group->n);
    struct item_rows *rows = pair_items(merged, drafts, group->n);
    for (size_t i = 0; i < rows->n; i++) {
        struct item item = merge_item(meeting, &rows->at[i], drafts, (int)i + 1);
        *mem_append(meeting, meeting->items, meeting->n_items) = item;
    }
    merge_programmes(merged, rows, drafts, group->n);
    merge_listed_papers(meeting, group, heads, drafts);
    talloc_free(rows);
    return merged;
}
