/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A work programme as pages: by planned date, and what has no date yet or stands. The screen and the
 * printed form share them. */
#ifndef MINUTEBOOK_SCREENS_PROGRAMME_H
#define MINUTEBOOK_SCREENS_PROGRAMME_H

#include "private.h"

/* Where an entry was taken, as far as the papers held tell. */
struct taken {
    char *meeting_id; /* NULL: that meeting is not held */
    int position;     /* item of it, 0 where none pairs */
    char *reason;     /* why that item */
    char *words;      /* "taken at item 6, minute 554 (cut off)", "last 16 March 2021, papers not held" */
};
struct entry_places {
    struct taken *at; /* planned meetings first, then last reports */
    size_t n;
};

struct programme_pages {
    const struct programme *programme;
    struct entry_places *places; /* of each entry; NULL: not worked out */
    const struct meeting_rows *meetings; /* all of them, for the days that are printed; NULL: not known */
};

/* Work out where every entry was taken, or as at AS_AT stands on an agenda: reads the meetings that are named and
 * held. On PARENT. */
enum status programme_places(const void *parent, struct store *store, const struct programme *programme,
                             const struct meeting_rows *meetings, struct date as_at, struct entry_places **out,
                             struct err *err) MB_MUST_CHECK;
/* Rows: "entry:N" (1 up), and "entry:N:K" for the K-th place of it (1 up)
 * where there is more than one that is held. */
void programme_by_date(struct page *page, const struct programme_pages *pages);
void programme_no_date(struct page *page, const struct programme_pages *pages);
void programme_standing(struct page *page, const struct programme_pages *pages);
/* The meeting of the programme's committee on a day that it prints; NULL if none is held or entered. */
const struct meeting_row *programme_meeting_on(const struct programme_pages *pages, struct date day);
#define PRINTED_DAY_KEY "day:" /* of a row of such a day, before the day as YYYY-MM-DD */
int programme_count(const struct programme *programme, enum programme_section section, bool dated);
bool note_names_day(const char *note, struct date day); /* NOTE may be NULL */
bool entry_is_dated(const struct programme_entry *entry);
/* The entry under the cursor of SCREEN, the work programme, as a topic of COMMITTEE; NULL: none is. Borrowed. */
const char *programme_topic_here(struct screen *screen, const char **committee);
/* "Work programme 2022/23", "as published for 3 November 2022 (agenda item 9, pages 25–30)" */
char *programme_year(const void *parent, const char *title); /* "2022/23" within it; NULL if none */
char *programme_title(const void *parent, const struct programme *programme);
char *programme_published(const void *parent, const struct programme *programme, const struct meeting *meeting);

#endif
