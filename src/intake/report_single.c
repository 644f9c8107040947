/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A paper that is one report (field.md 3.8): at its front stand the committee, the day, the title and who reports, in any
 * order; then its text. Which item of which agenda it belongs to it mostly does not say. */
#include "config.h"

#include "src/intake/report.h"
#include "src/intake/readers.h"

#include <string.h>
#include <strings.h>

#define FRONT_PIECES ((size_t)14)
#define NAME_LONGEST 140
#define TITLE_LONGEST 300
#define EVIDENCE_MIN 2

struct front {
    size_t committee, date, title; /* pieces; SIZE_MAX for none */
    size_t stamp;
};

static bool names_committee(const char *text)
{
    size_t n = strlen(text);
    return n && n <= NAME_LONGEST && !text_stops(text) && !pack_line_says(PACK_NO_BODY, text) && pack_line_says(PACK_BODY, text);
}

/* "Report to:" and the like stand before the names, and "Report of the Head of Parks to the". */
static const char *behind_label(const char *text)
{
    static const char to[] = " to the ";
    const char *asked = strncasecmp(text, "report of ", 10) == 0 || strncasecmp(text, "report by ", 10) == 0 ? strcasestr(text, to) : NULL;
    if (asked && names_committee(asked + strlen(to)))
        return asked + strlen(to);
    static const char *const words[] = {"report to the ", "report to ", "report for the ", "report for ", "meeting of the ", "meeting of ", "to the "};
    const char *colon = strchr(text, ':');
    if (colon && colon - text <= 30 && colon[1])
        return colon + 1 + strspn(colon + 1, " \t");
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0 && pack_line_says(PACK_BODY, text))
            return text + strlen(words[i]);
    return text;
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

/* A council or another authority, alone or with the number of the report beside it. */
static bool names_council(const char *text)
{
    static const char *const words[] = {"council", "authority", "assembly", "partnership"};
    size_t n = strlen(text);
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t length = strlen(words[i]);
        if (n >= length && strcasecmp(text + n - length, words[i]) == 0)
            return true;
    }
    return false;
}

/* "Report No. 24/017", "THE COUNCIL      Report Ref: FIN/12", "Agenda Item No. 7": what it is filed under. */
static bool is_reference(const char *text)
{
    return strlen(text) <= NAME_LONGEST && strpbrk(text, "0123456789") && pack_line_says(PRINT_REFERENCE, text);
}

/* May PIECE be the title: printed as a heading, and none of the other things a front says? */
static bool may_be_title(const struct piece *piece)
{
    const char *text = piece->text;
    bool stands_out = piece->kind == PIECE_HEADING || piece->bold || (text_in_capitals(text) && strlen(text) >= 8);
    return stands_out && piece->kind != PIECE_ROW && strlen(text) <= TITLE_LONGEST && !names_committee(text) && !is_day(text) &&
           !is_stamp(text) && !is_reference(text) && !names_council(text) && !pack_line_says(PACK_HEADING, text) &&
           !pack_words_at(PACK_AUTHOR, text) && strlen(text) > 8 &&
           pack_part_of(text) == 0;
}

/* A line that may be the title though nothing marks it: it says nothing else that a front says. */
static bool may_be_plain_title(const struct piece *piece)
{
    const char *text = piece->text;
    bool heading = piece->kind == PIECE_HEADING;
    return (heading || piece->kind == PIECE_PARA) && !piece->numbered && strlen(text) > 8 && strlen(text) <= NAME_LONGEST &&
           (heading || !strchr(text, ':')) && !text_stops(text) && !names_committee(text) && !names_council(text) && !is_day(text) &&
           !is_stamp(text) && !is_reference(text) && !pack_words_at(PACK_AUTHOR, text) && !pack_line_says(PRINT_REPORT, text) &&
           !pack_line_says(PACK_HEADING, text) && pack_part_of(text) == 0;
}

/* "Report author: D Ford": below it "Title:" is what that one is. */
static bool names_author(const char *text)
{
    static const char *const words[] = {"report author", "author", "name", "contact", "officer", "lead officer", "contact officer"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0 && text[strlen(words[i])] == ':')
            return true;
    return false;
}

/* The title that a label names, or else one that nothing marks; SIZE_MAX. */
static size_t title_by_label(struct pack *pack)
{
    for (size_t i = 0; i < pack->n && i < FRONT_PIECES; i++) {
        const char *value = pack->pieces[i].kind == PIECE_ROW ? NULL : label_value(pack->pieces[i].text, PACK_TITLE_LABEL);
        char *title = value ? text_squeeze(pack->scratch, value, strlen(value)) : NULL;
        if (!title || !*title || strlen(title) > TITLE_LONGEST || (i > 0 && names_author(pack->pieces[i - 1].text)))
            continue; /* nothing but blanks is no title */
        pack->pieces[i].text = title;
        return i;
    }
    return SIZE_MAX;
}

/* "Fly-tipping: one year of the new cameras" at the very top: a title with a colon, whose first words are no label. */
static size_t title_with_colon(const struct pack *pack)
{
    static const enum pack_words labels[] = {PACK_DATE_LABEL, PACK_TIME_LABEL, PACK_VENUE_LABEL, PACK_COMMITTEE_LABEL, PACK_OTHER_LABEL, PRINT_ONE_OTHER, PRINT_ONE_DAY};
    const char *text = pack->n > 0 ? pack->pieces[0].text : "", *colon = strchr(text, ':');
    bool label = !colon || text_stops(text) || strlen(text) > NAME_LONGEST || pack->pieces[0].kind != PIECE_PARA || strncasecmp(text, "report", 6) == 0 || is_day(text);
    for (size_t i = 0; i < MB_LENGTH(labels) && !label; i++)
        label = label_value(text, labels[i]) != NULL;
    return label || names_author(text) ? SIZE_MAX : 0;
}

static size_t plain_title(const struct pack *pack)
{
    for (size_t i = 0; i < pack->n && i < FRONT_PIECES; i++) {
        if (pack->pieces[i].kind == PIECE_HEADING && pack_line_says(PACK_HEADING, pack->pieces[i].text))
            break; /* its text has begun */
        if (may_be_plain_title(&pack->pieces[i]))
            return i;
    }
    return SIZE_MAX;
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

/* "Rivers Panel  Date:", whose day comes next: the bytes of the N that come before the label. */
static size_t before_next_label(const char *text, size_t n)
{
    static const char *const labels[] = {"date:", "meeting date:", "date of meeting:"};
    size_t end = n, cut = n;
    while (end > 0 && strchr(" \t", text[end - 1]))
        end--;
    for (size_t i = 0; i < MB_LENGTH(labels); i++) {
        size_t label = strlen(labels[i]);
        if (end > label && strchr(" \t", text[end - label - 1]) && strncasecmp(text + end - label, labels[i], label) == 0)
            cut = end - label;
    }
    while (cut < n && cut > 0 && strchr(" \t", text[cut - 1]))
        cut--;
    return cut;
}

/* The name before a day on the same line, or all of the line. */
static char *committee_of(const void *parent, const char *text)
{
    struct date date;
    size_t used, at = text_find_date(text, 0, &date, &used), n = strcspn(text, "\n");
    n = at != SIZE_MAX && at < n ? at : n;
    n = before_next_label(text, n);
    for (;;) {
        if (n && strchr(" ,-", text[n - 1]))
            n--;
        else if (n >= 3 && memcmp(text + n - 3, "\xE2\x80\x93", 3) == 0)
            n -= 3;
        else
            return n ? mem_strndup(parent, text, n) : NULL;
    }
}

enum status report_read_single(struct pack *pack, struct err *err)
{
    struct meeting *meeting = pack->meeting;
    pack_mend(pack);
    size_t labelled = title_by_label(pack);
    struct front front = find_front(pack);
    size_t plain = labelled == SIZE_MAX && (!pack->by_look || front.title == SIZE_MAX) ? plain_title(pack) : SIZE_MAX;
    front.title = labelled != SIZE_MAX ? labelled : plain != SIZE_MAX ? plain : front.title;
    front.title = front.title == SIZE_MAX ? title_with_colon(pack) : front.title;
    if (front.title == SIZE_MAX)
        return err_set(err, STATUS_INPUT, "neither the agenda of a pack nor a report with a title");
    if (front.committee != SIZE_MAX)
        meeting->committee = committee_of(meeting, behind_label(pack->pieces[front.committee].text));
    front.date = front.date == SIZE_MAX ? front.committee : front.date; /* "Rivers Panel, 9 May 2024" */
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

/* ---- as text -------------------------------------------------------------------------------------------------- */

/* Does a label of a report's front begin PAIR, "Subject: Playgrounds"? */
static bool is_labelled_fact(const char *pair)
{
    static const enum pack_words labels[] = {PACK_COMMITTEE_LABEL, PACK_DATE_LABEL, PACK_TITLE_LABEL};
    for (size_t i = 0; i < MB_LENGTH(labels); i++)
        if (label_value(pair, labels[i]))
            return true;
    return false;
}

/* "Report to: | | Panel": the label and the first cell that says anything; NULL where ROW has no label. */
static char *labelled_row(const struct pack *pack, const char *row)
{
    struct strings cells = pack_cells(pack->scratch, row);
    size_t i = 0, value;
    while (i < cells.n && !*cells.at[i])
        i++;
    for (value = i + 1; value < cells.n && !*cells.at[value];)
        value++;
    size_t n = i < cells.n ? strlen(cells.at[i]) : 0;
    bool label = n > 1 && value < cells.n && cells.at[i][n - 1] == ':';
    char *pair = value < cells.n ? mem_printf(pack->scratch, "%s%s %s", cells.at[i], label ? "" : ":", cells.at[value]) : NULL;
    return label || (pair && is_labelled_fact(pair)) ? pair : NULL;
}

/* The front of a text as lines: one piece each, "Report to: | Panel" with its label. */
static void split_front(struct pack *pack)
{
    struct piece *old = pack->pieces;
    size_t n_old = pack->n;
    pack->pieces = NULL;
    pack->n = 0;
    for (size_t i = 0; i < n_old; i++) {
        struct piece piece = old[i];
        bool front = i < FRONT_PIECES;
        char *labelled = front && piece.kind == PIECE_ROW ? labelled_row(pack, piece.text) : NULL;
        if (labelled) {
            piece.kind = PIECE_PARA;
            piece.text = labelled;
        }
        char *next = front && piece.kind == PIECE_PARA && !piece.numbered ? mem_strdup(pack->scratch, piece.text) : NULL;
        while (next && strchr(next, '\n')) {
            piece.text = next;
            next = strchr(next, '\n') + 1;
            next[-1] = '\0';
            *mem_append(pack->scratch, pack->pieces, pack->n) = piece;
            piece.gap = false;
        }
        piece.text = next ? next : piece.text;
        *mem_append(pack->scratch, pack->pieces, pack->n) = piece;
    }
}

static void open_report(struct pack *pack, const char *text, size_t n)
{
    pack_split(pack, text, n);
    split_front(pack);
}

enum status report_text_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct pack pack = {.scratch = talloc_named_const(NULL, 0, "report"), .draft = draft, .meeting = draft->meeting};
    open_report(&pack, text, n);
    enum status status = report_read_single(&pack, err);
    if (status != STATUS_OK)
        status = err_set(err, STATUS_INPUT, "no title was found that a report could have");
    talloc_free(pack.scratch);
    return status;
}

/* A committee, a day, "Report of", headings that reports have: two of these, of which one is a report's own. */
bool report_text_looks_like(const char *text)
{
    struct pack pack = {.scratch = talloc_named_const(NULL, 0, "look")};
    open_report(&pack, text, strlen(text));
    pack_mend(&pack);
    struct front front = find_front(&pack);
    size_t heads = 0, sections = 0;
    bool agenda = false; /* says that it is one: what no reader of agendas finds in it, is no report either */
    for (size_t i = 0; i < pack.n; i++) {
        const struct piece *piece = &pack.pieces[i];
        bool line = piece->kind != PIECE_ROW && strlen(piece->text) <= NAME_LONGEST;
        agenda |= i < FRONT_PIECES && strcasecmp(piece->text, "agenda") == 0;
        heads += line && i < FRONT_PIECES && (pack_words_at(PACK_AUTHOR, piece->text) || pack_line_says(PRINT_REPORT, piece->text)) &&
                 !pack_line_says(PACK_HEADING, piece->text); /* "Executive Summary" has any report */
        struct list_mark mark = line ? mark_scan(piece->text, strlen(piece->text)) : (struct list_mark){0};
        sections += line && pack_line_says(PACK_HEADING, piece->text + (mark.kind == MARK_NUMBER ? mark.len : 0));
    }
    size_t evidence = (heads > 0) + (sections > 0) + (front.committee != SIZE_MAX) + (front.date != SIZE_MAX);
    talloc_free(pack.scratch);
    return !agenda && heads + sections > 0 && evidence >= EVIDENCE_MIN;
}
