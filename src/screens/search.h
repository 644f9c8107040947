/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Search screen: search.c runs a search, search_step.c goes through its hits, search_more.c has more of them, search_panes.c lists
 * them, search_hit.c says one, search_blind.c what could not be seen. */
#ifndef MINUTEBOOK_SCREENS_SEARCH_H
#define MINUTEBOOK_SCREENS_SEARCH_H

#include "private.h"

#define SNIPPET_CELLS 150 /* two or three lines of a list */

#define HIT_INDENT 3
#define HITS_AT_ONCE 100
#define HITS_MOST 1000 /* of a list; beyond it memory would grow with the store */

struct search_answer;

const struct related *search_related(struct browser *browser); /* read when first asked for */
/* How words are searched for; {0}: whole words, newest first. */
struct search_manner {
    int limit;
    bool typing, routine;
    enum search_order order;
};
struct search_wish search_wish_of(struct browser *browser, const struct search_manner *manner);
struct search_manner search_manner_of(const struct searching *searching); /* how its words were searched for */
enum search_order search_order_now(const struct browser *browser); /* in which a search begins */
/* What ANSWER found; it is the search's from now on. */
struct searching *searching_of_answer(struct browser *browser, const char *words, const struct search_manner *manner,
                                      struct search_answer *answer);
bool search_is_live(const struct browser *browser); /* what is shown follows a line that is being typed */
void search_count_behind(struct browser *browser); /* of the last search, where not all of it is shown */

/* Made when it is first asked for. */
struct snippet *search_snippet(struct searching *searching, size_t hit);
const char *search_kind_name(enum passage_kind kind);
size_t search_hit_here(struct screen *screen); /* under the cursor of the list */
unsigned search_go(struct screen *screen, size_t hit);
void search_grown(struct screen *screen); /* it has more rows; the cursor stays on its row */
void search_grown_everywhere(struct browser *browser); /* all of its lists */
void search_renew(struct screen *screen); /* another search has taken the place of the one it shows */
/* The same words again, in the place of what was found before; `current` stays on its hit. */
enum status search_run_again(struct browser *browser, const struct search_manner *manner, struct err *err) MB_MUST_CHECK;
/* The place among ROWS of what stands at ROW now; the first where it is not there any more. */
size_t search_place_of(const struct search_rows *rows, const struct search_row *row);
void search_keep_counts(struct searching *searching, const struct searching *before); /* of the same words, in another manner */
/* Search again if the store has changed since. */
enum status search_freshen(struct browser *browser, struct err *err) MB_MUST_CHECK;
bool search_can_grow(const struct searching *searching); /* there are hits that are not there yet, and may be */
size_t search_kind_end(const struct searching *searching, size_t hit); /* behind the last of those that stand with HIT, of its kind */
bool search_kind_grows(const struct searching *searching, size_t hit); /* not all of its kind are there, where kinds stand together */
/* Where HIT is near the end of those that are there: more of the same words. */
unsigned search_go_on(struct browser *browser, size_t hit);
bool search_go_on_behind(struct browser *browser); /* the same by the searcher; false: there is none */
/* What ANSWER found in the place of the last search, which found less of the same. */
unsigned search_take_longer(struct browser *browser, struct search_answer *answer);
unsigned search_turn_order(struct browser *browser, const char *name); /* the order called so; NULL: the next one */
unsigned search_turn_group(struct browser *browser); /* by meeting, by kind */
unsigned search_turn_routine(struct browser *browser); /* with routine texts, or without again */

char *hit_number(const void *parent, const struct search_row *row); /* "minute 557", "item 7", "" */
/* One hit of QUERY as lines: its head ("3 November 2022   Children and Families O&S Panel   minute 557"), title, snippet. */
struct hit_look {
    bool kind;      /* with its kind, where no heading says it */
    bool below;     /* its meeting stands above it: one line has its number and its title */
    bool same_item; /* so does its title */
    bool brackets;  /* its words are marked by [ ], not by style */
};
void hit_page(struct page *page, const struct search_row *row, const struct query *query, const struct snippet *snippet,
              const struct hit_look *look);
char *hit_meeting(const void *parent, const struct search_row *row, int width); /* "3 November 2022   Children and Families O&S Panel" */
bool hit_same_meeting(const struct search_row *a, const struct search_row *b);
bool hits_are_all(const struct search_rows *rows); /* that there are, not the first of more */
/* "12 places in the minutes, 1 follow-up, 3 other places · newest first"; COUNTS: of all of them, NULL not known */
char *hits_counted(const void *parent, const struct search_rows *rows, const struct search_counts *counts);

/* What the last search could not see: papers that are not held, and cut minutes, by meeting where the answer is thin. */
struct blind {
    struct store_counts counts;
    bool looked;            /* the minutes were looked for: */
    bool narrowed;          /* only where the search looked, which is not everywhere */
    struct search_rows cut; /* one of each minute, newest first; `more` where there are others */
};
enum status blind_read(const void *parent, struct browser *browser, struct blind **out, struct err *err) MB_MUST_CHECK;
void blind_page(struct page *page, const struct blind *blind);
bool blind_is_row(const char *key);                                          /* of that page; NULL is none */
const char *blind_meeting(const struct blind *blind, const char *key);       /* of such a row; NULL: none */
unsigned blind_open(struct browser *browser, const struct blind *blind, const char *key);

#endif
