/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Search screen: search.c runs and steps through hits, search_panes.c shows them. */
#ifndef MINUTEBOOK_SCREENS_SEARCH_H
#define MINUTEBOOK_SCREENS_SEARCH_H

#include "private.h"

#define SNIPPET_CELLS 150 /* two or three lines of a list */

#define HITS_AT_ONCE 100

struct search_answer;

struct search_wish search_wish_of(struct browser *browser, int limit, bool typing, bool routine);
/* What ANSWER found; it is the search's from now on. */
struct searching *searching_of_answer(struct browser *browser, const char *words, struct search_answer *answer);
bool search_is_live(const struct browser *browser); /* what is shown follows a line that is being typed */
void search_count_behind(struct browser *browser); /* of the last search, where not all of it is shown */

/* Made when it is first asked for. */
struct snippet *search_snippet(struct searching *searching, size_t hit);
const char *search_kind_name(enum passage_kind kind);
size_t search_hit_here(struct screen *screen); /* under the cursor of the list */
unsigned search_go(struct screen *screen, size_t hit);
void search_renew(struct screen *screen); /* another search has taken the place of the one it shows */
/* Search again if the store has changed since. */
enum status search_freshen(struct browser *browser, struct err *err) MB_MUST_CHECK;
unsigned search_enlarge(struct browser *browser); /* show more hits of the same words */
unsigned search_turn_routine(struct browser *browser); /* with routine texts, or without again */

/* "3 November 2022   Children and Families O&S Panel   minute 557" */
char *hit_head(const void *parent, const struct search_row *row, int width);
/* One hit of QUERY as lines: head, title, snippet; its words are marked by style or, if BRACKETS, by [ ]. */
void hit_page(struct page *page, const struct search_row *row, const struct query *query, const struct snippet *snippet,
              bool brackets);
/* "12 places in the minutes, 1 follow-up, 3 other places · newest first"; COUNTS: of all of them, NULL not known */
char *hits_counted(const void *parent, const struct search_rows *rows, const struct search_counts *counts);

#endif
