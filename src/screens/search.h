/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Search screen: search.c runs and steps through hits, search_panes.c shows them. */
#ifndef MINUTEBOOK_SCREENS_SEARCH_H
#define MINUTEBOOK_SCREENS_SEARCH_H

#include "private.h"

#define SNIPPET_CELLS 150 /* two or three lines of a list */

/* Made when it is first asked for. */
struct snippet *search_snippet(struct searching *searching, size_t hit);
const char *search_kind_name(enum passage_kind kind);
size_t search_hit_here(struct screen *screen); /* under the cursor of the list */
unsigned search_go(struct screen *screen, size_t hit);
void search_renew(struct screen *screen); /* another search has taken the place of the one it shows */
/* Search again if the store has changed since. */
enum status search_freshen(struct browser *browser, struct err *err) MB_MUST_CHECK;
unsigned search_enlarge(struct browser *browser); /* show more hits of the same words */

/* "3 November 2022   Children and Families O&S Panel   minute 557" */
char *hit_head(const void *parent, const struct search_row *row, int width);
/* One hit of QUERY as lines: head, title, snippet; its words are marked by style or, if BRACKETS, by [ ]. */
void hit_page(struct page *page, const struct search_row *row, const struct query *query, const struct snippet *snippet,
              bool brackets);
/* "12 places in the minutes, 1 follow-up, 3 other places · newest first" */
char *hits_counted(const void *parent, const struct search_rows *rows);

#endif
