/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of the screens: names shortened, facts about meetings and items each in one place, and which
 * item an entry of a work programme was taken at. Pure. */
#ifndef MINUTEBOOK_SCREENS_WORDS_H
#define MINUTEBOOK_SCREENS_WORDS_H

#include <minutebook/screens.h>

/* ---- names.c, facts.c, pair.c: words ------------------------------------------------------------------ */

/* A committee's name in at most WIDTH cells (0: as many as it takes): whole, with "O&S", or cut; NULL says "committee
 * not stated". */
char *name_committee(const void *parent, const char *committee, int width);
char *name_in_list(const void *parent, const char *committee, int width); /* always with "O&S" */
char *name_stem(const void *parent, const char *committee);               /* "Children and Families" */
const char *name_body(const char *committee); /* "Panel", "Committee"; "meeting" where not said */
char *words_count(const void *parent, int n, const char *one, const char *many); /* "1 report", "3 reports" */
char *words_range(const void *parent, const char *pages);                        /* "1 - 10" as "1–10" */
char *words_join(const void *parent, const struct strings *parts, const char *between);
char *words_as_at(const void *parent, const struct program *program, bool weekday);

/* Facts about a meeting, each in one place (screens.md 2). NULL where there is nothing to say; with KEYS
 * they name the key that tells more. */

/* "Thursday 3 November 2022, worked out" */
char *fact_day(const void *parent, struct date date, enum date_basis basis);
/* "agenda, 4 reports, minutes (3 cut off)" */
char *fact_meeting_line(const void *parent, const struct meeting_row *row);
/* It has been entered by hand and nothing of it is held. */
bool meeting_is_entered(const struct meeting *meeting);
/* "from the agenda pack and the minutes page, joined (I: why)" */
char *fact_sources(const void *parent, const struct meeting *meeting, bool keys);
/* "3 of 9 minutes cut off · 1 report not held (item 6)" */
char *fact_gaps(const void *parent, const struct meeting *meeting);
/* "probably Health Panel, because ..." */
char *fact_offer(const void *parent, const struct committee_offer *offer);
/* "contact: the agenda pack says ..." */
char *fact_alternative(const void *parent, const struct meeting *meeting, const struct alternative *other);
/* All of it, as lines. */
struct strings fact_why(const void *parent, const struct meeting *meeting, const struct committee_offer *offer);

/* Facts about an item. */

/* "item 7, minute 555" */
char *fact_item_number(const void *parent, const struct item *item);
/* "to follow, since published, not held" */
char *fact_follow(const void *parent, const struct item *item);
char *fact_exempt(const void *parent, const struct item *item);
/* "Report held: pages 11–16, 5 paragraphs, 13 tables" */
char *fact_report(const void *parent, const struct item *item);
/* The lines under its title in the agenda. */
struct strings fact_item_notes(const void *parent, const struct item *item);
#define FACT_CUT "Cut off on the council's page: the end of this minute is missing."

/* The texts an item can have, in the order `p` goes through them. */
enum item_text { TEXT_MINUTE, TEXT_REPORT, TEXT_AGENDA, TEXT_DECISION, TEXT_COUNT };
extern const enum passage_kind item_text_passage[TEXT_COUNT];
extern const char *const item_text_place[TEXT_COUNT]; /* as action_place() wants it */
bool item_has_text(const struct item *item, enum item_text text);
char *fact_text_name(const void *parent, const struct item *item, enum item_text text); /* "Minute 555" */

/* The item of a meeting that an entry of a work programme was taken at: paired by words, offered with
 * its reason, stored nowhere. */
struct pairing {
    int position; /* 0 none */
    char *reason; /* "both say: domestic, abuse" */
};
struct pairing pair_entry(const void *parent, const char *issue, const struct meeting *meeting);

#endif
