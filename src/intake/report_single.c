/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A paper that is one report (field.md 3.8): at its front stand the committee, the day, the title and who reports, in any
 * order; then its text. Which item of which agenda it belongs to it mostly does not say. */
#include "config.h"

#include "src/intake/report.h"
#include "src/intake/readers.h"

#include <string.h>

#define FRONT_PIECES ((size_t)14)
#define NAME_LONGEST 140
#define TITLE_LONGEST 300

struct front {
    size_t committee, date, title; /* pieces; SIZE_MAX for none */
    size_t stamp;
};

static bool names_committee(const char *text)
{
    size_t n = strlen(text);
    return n && n <= NAME_LONGEST && !text_stops(text) && !pack_line_says(PACK_NO_BODY, text) && pack_line_says(PACK_BODY, text);
}

/* "Report to:" and the like stand before the names. */
static const char *behind_label(const char *text)
{
    const char *colon = strchr(text, ':');
    return colon && colon - text <= 30 && colon[1] ? colon + 1 + strspn(colon + 1, " \t") : text;
}

static bool is_stamp(const char *text)
{
    return strlen(text) <= 30 && text_starts(text, "Agenda Item ");
}

static bool is_day(const char *text)
{
    struct date date;
    size_t used, at = text_find_date(text, 0, &date, &used);
    return at != SIZE_MAX && strlen(text) <= 80 && at <= 30;
}

/* May PIECE be the title: printed as a heading, and none of the other things a front says? */
static bool may_be_title(const struct piece *piece)
{
    const char *text = piece->text;
    bool stands_out = piece->kind == PIECE_HEADING || piece->bold || (text_in_capitals(text) && strlen(text) >= 8);
    return stands_out && piece->kind != PIECE_ROW && strlen(text) <= TITLE_LONGEST && !names_committee(text) && !is_day(text) &&
           !is_stamp(text) && !pack_line_says(PACK_HEADING, text) && !pack_words_at(PACK_AUTHOR, text) && strlen(text) > 8 &&
           pack_part_of(text) == 0;
}

static struct front find_front(const struct pack *pack)
{
    struct front front = {SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < pack->n && i < FRONT_PIECES; i++) {
        const struct piece *piece = &pack->pieces[i];
        if (front.stamp == SIZE_MAX && is_stamp(piece->text))
            front.stamp = i;
        else if (front.committee == SIZE_MAX && piece->kind != PIECE_ROW && names_committee(behind_label(piece->text)))
            front.committee = i;
        else if (front.title == SIZE_MAX && may_be_title(piece))
            front.title = i;
        if (front.date == SIZE_MAX && piece->kind != PIECE_ROW && is_day(piece->text))
            front.date = i;
    }
    return front;
}

static void read_day(struct meeting *meeting, const char *text)
{
    size_t used;
    struct date date;
    if (text_find_date(text, 0, &date, &used) == SIZE_MAX)
        return;
    meeting->date = date;
    meeting->date_basis = DATE_STATED;
}

/* The name before a day on the same line, or all of the line. */
static char *committee_of(const void *parent, const char *text)
{
    struct date date;
    size_t used, at = text_find_date(text, 0, &date, &used), n = strcspn(text, "\n");
    n = at != SIZE_MAX && at < n ? at : n;
    while (n && strchr(" ,-", text[n - 1]))
        n--;
    return mem_strndup(parent, text, n);
}

enum status report_read_single(struct pack *pack, struct err *err)
{
    struct meeting *meeting = pack->meeting;
    pack_mend(pack);
    struct front front = find_front(pack);
    if (front.title == SIZE_MAX)
        return err_set(err, STATUS_INPUT, "neither the agenda of a pack nor a report with a title");
    if (front.committee != SIZE_MAX)
        meeting->committee = committee_of(meeting, behind_label(pack->pieces[front.committee].text));
    if (front.date != SIZE_MAX)
        read_day(meeting, pack->pieces[front.date].text);
    struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
    item->position = 1;
    item->in_latest = true;
    item->title = text_squeeze(meeting, pack->pieces[front.title].text, strlen(pack->pieces[front.title].text));
    if (front.stamp != SIZE_MAX)
        item->agenda_number = mem_strdup(meeting, pack->pieces[front.stamp].text + strlen("Agenda Item "));
    item->kind = mem_strdup(meeting, item_kind_of_title(item->title));
    pack->pieces[front.title].kind = PIECE_HEADING;
    report_read_item(pack, front.title, pack->n, item);
    report_finish_item(meeting, item);
    return STATUS_OK;
}
