/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* actions: follow-ups. Reads the one-line grammar in which a member notes one, works out due days
 * from words, and says how a row stands as at a day. Rows themselves are the store's. */
#ifndef MINUTEBOOK_ACTIONS_H
#define MINUTEBOOK_ACTIONS_H

#include <minutebook/store.h>

/* "Chairman > Cabinet Member for Education: NEET figures; by 16 Nov": by whom, to whom, what, when.
 * Every part may be left out; without '>' and ':' all is the subject. "by ..." after the last ';' is
 * the due text, "chase DATE" the member's own chase date, "note ..." a note. The result is owned by
 * PARENT. A day without a year is the first such day on or after MEETING_DATE. STATUS_USAGE for an
 * empty line. */
enum status action_parse_line(const void *parent, const char *line, struct date meeting_date, struct action **out, struct err *err) MB_MUST_CHECK;

/* The grammar back from a row, for editing it. */
char *action_line(const void *parent, const struct action *action);

/* Due words to what they allow to be computed and no more (design.md 4; field.md 6). */
void action_due_of_words(struct action *action, const char *words, struct date meeting_date);

/* Place ITEM of MEETING on a new row: references, titles, source, and, where QUOTE is not NULL, the
 * verbatim sentence and its place. */
void action_place(struct action *action, const struct meeting *meeting, const struct item *item,
                  const char *quote, const char *passage, size_t offset);

/* The sentence of TEXT that holds byte OFFSET: start and length, list marks left out. */
struct line_span sentence_at(const char *text, size_t offset);

enum action_standing { STANDING_OVERDUE, STANDING_DUE, STANDING_UNDATED, STANDING_CLOSED };
enum action_standing action_standing(const struct action *action, struct date as_at);
bool action_is_overdue(const struct action *action, struct date as_at);
/* "7 days overdue (your own date)", "due 16 November 2022", "none given, asked 27 days ago" */
char *action_when_words(const void *parent, const struct action *action, struct date as_at);
/* What the row is about in one line: subject, own words, or the quote. */
const char *action_summary(const struct action *action);

/* The words a status may have, in the order of work, NULL last (design.md 5.3). */
extern const char *const action_statuses[];
bool action_status_is_open(const char *status);

#endif
