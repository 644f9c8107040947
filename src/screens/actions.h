/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The list of follow-ups. Its page: actions_page.c, of rows (actions_row.c) in an order (actions_order.c) by groups
 * (actions_groups.c). The screen: actions.c, with what stands below the list (actions_below.c), the part that is at hand
 * (actions_slice.c, actions_at_hand.c), and which rows are wanted (actions_filter.c). */
#ifndef MINUTEBOOK_SCREENS_ACTIONS_H
#define MINUTEBOOK_SCREENS_ACTIONS_H

#include "private.h"

/* How follow-ups stand, in the order of the list. */
enum action_group {
    GROUP_OVERDUE,
    GROUP_UNDATED,
    GROUP_PROGRAMME,
    GROUP_WAITING,
    GROUP_TO_CHECK,
    GROUP_DONE,
    GROUP_UNTRACKED,
    GROUP_REFUSED,
    GROUPS
};
enum action_group action_group_of(const struct action *action, struct date as_at);
const char *group_name(enum action_group group); /* "No date given" */
bool group_is_by_meeting(enum action_group group); /* has a heading for each meeting */

/* Orders of what is open on the tracker. */
enum actions_order { ORDER_STANDING, ORDER_BY, ORDER_TO, ORDER_COMMITTEE, ORDER_KIND, ORDER_STATUS, ORDER_AGE, ORDER_MINUTE, ORDERS };
const char *order_name(enum actions_order order);  /* as it is typed: "by"; NULL past the last */
const char *order_words(enum actions_order order); /* "by whom" */
bool order_hangs(enum actions_order order); /* does what hangs under another stand below it? */

/* What is listed: as follow_ups_read() gives it. */
struct actions_shown {
    const struct actions *actions;
    struct date as_at;
    bool all;                    /* also resolutions with nothing to follow and what is not a follow-up */
    bool filtered;               /* there are more */
    enum actions_order order;
    const struct id_set *marks;  /* rows that are marked; NULL: none can be */
    const struct actions *counted; /* among which those that hang under another are counted; NULL: `actions` */
    int reference;               /* cells of a reference at least; 0: what the rows need */
    bool whole;                  /* every sentence to its end: nothing stands below the list */
};
void actions_page(struct page *page, const struct actions_shown *shown);

/* A row of the page. */
struct action_row {
    const struct action *action;
    const char *ordered_by; /* what the order goes by; NULL */
    char *heading;    /* above it; NULL: it stands under that of the row before */
    char *answered;   /* "1 of 5 answered", of those that hang under it; NULL */
    bool hangs;       /* under the row above */
    bool dated_above; /* the heading says when it was asked */
    enum style style;
};
struct action_rows {
    struct action_row *at;
    size_t n;
};
struct action_rows actions_in_order(const void *local, const struct actions_shown *shown);
/* Do A and B, where neither hangs under another, stand under one heading? */
bool actions_together(const struct actions_shown *shown, struct action *a, struct action *b);
/* Cells where the columns of the list begin; on a narrow page `whom` and `state` are not shown. */
struct action_columns {
    bool wide;
    struct date as_at;
    int reference, what, whom, when, state;
};
struct action_columns action_columns_of(int width, const struct actions_shown *shown);
void action_put(struct page *page, const struct actions_shown *shown, const struct action_row *row, const struct action_columns *columns);
/* What its row does not say, its sentence whole where it fits LINES; FULL is the whole of one that was cut off, which KEY
 * takes; NULL: there is none. */
void action_page(struct page *page, const struct action *action, struct date as_at, int lines, const struct fuller_quote *full,
                 const char *key);
unsigned actions_set_filter(struct screen *screen, const char *line); /* &; NULL or "none": all rows */
unsigned actions_set_order(struct screen *screen, const char *line);  /* s */
/* "13 on the tracker: 1 overdue, 11 with no date given"; where WIDTH cells (0: as many as it takes) are too few, in
 * shorter words: "1 overdue, 12 more" */
char *actions_counted(const void *parent, const struct actions *actions, struct date as_at, int width);
/* "nothing on the tracker yet", and on a past day when it begins. */
char *tracker_none(const void *parent, const struct actions *actions);
/* Cells of the widest reference. */
int actions_reference(const struct actions *actions);

/* ---- which rows are wanted --------------------------------------------------------------------------------- */

#define FILTER_MOST 8
struct actions_filter {
    char *line; /* as it was typed */
    struct filter_part {
        enum filter_kind { FILTER_ANY, FILTER_FIELD, FILTER_STANDING, FILTER_CHASED, FILTER_OLDER } kind;
        int which;   /* field, group, days */
        char *value; /* folded */
    } at[FILTER_MOST];
    size_t n;
    bool by_ids; /* instead: the rows of `ids` */
    struct id_set ids;
    struct lookup *places;  /* in `looked`, by kind of piece and meeting; NULL: none was looked at yet */
    struct looked **looked; /* which finds of a meeting it takes (actions_slice.c) */
    size_t n_looked, looks; /* LOOKS: how often it looked at a meeting, for tests of how work grows */
};
static inline bool filter_is_typed(const struct actions_filter *filter)
{
    return filter && !filter->by_ids;
}
/* "by Chairman; older 28". STATUS_USAGE for a line without parts. */
enum status filter_parse(const void *parent, const char *line, struct actions_filter **out, struct err *err) MB_MUST_CHECK;
const char *actions_choice_line(const struct actions_choice *choice); /* as it was typed */
void filter_names(const void *parent, const char *begin, struct strings *out); /* what a part may begin with */
/* NULL takes all. What is to check is told by what the minutes say: where a part is of how rows of the tracker stand, it is hidden. */
bool filter_takes(const struct actions_filter *filter, const struct action *action, struct date as_at);
bool filter_takes_meeting(const struct actions_filter *filter, const struct surveyed *meeting); /* may anything of it be taken? */
bool filter_hides_to_check(const struct actions_filter *filter);
bool filter_reads_to_check(const struct actions_filter *filter); /* each is looked at: its meeting alone does not tell */

/* ---- the part at hand ------------------------------------------------------------------------------------ */

/* What the list is made of, in its order; a piece to check or only noted is of one meeting. */
enum piece_kind { PIECE_OPEN, PIECE_TO_CHECK, PIECE_CLOSED, PIECE_UNTRACKED, PIECE_REFUSED };
enum piece_kind action_piece(const struct action *action, struct date as_at); /* that it stands in */
struct piece {
    enum piece_kind kind;
    const struct surveyed *meeting; /* NULL: rows of the user's */
    size_t base, rows;              /* rows of the list before it and in it */
    struct strings wanted;          /* ids of the rows, where a filter had to look at them */
};
struct slice {
    struct survey survey;
    struct actions own; /* the user's rows that are wanted; the array is the slice's */
    struct date as_at;
    bool all; /* with what is only noted and what is not a follow-up */
    struct piece *pieces;
    size_t n_pieces, n_rows;
    size_t first, end;    /* the pieces at hand */
    struct actions shown; /* their rows, in an order of which each piece's rows stand together */
    void *held;
};
/* Nothing is at hand yet. STORE may be NULL. FOLDED: ids of rows under which nothing is shown; NULL: none. */
enum status slice_new(const void *parent, struct store *store, struct date as_at, bool all, struct actions_filter *filter,
                      const struct strings *folded, struct slice **out, struct err *err) MB_MUST_CHECK;
size_t slice_base(const struct slice *slice); /* rows before those at hand */
size_t slice_rows(const struct slice *slice); /* at hand */
bool slice_is_whole(const struct slice *slice);
/* Are the AROUND rows on both sides of ROW at hand, as far as there are any? */
bool slice_covers(const struct slice *slice, size_t row, size_t around);
bool slice_fits(const struct slice *slice, size_t row, size_t around); /* and no piece more */
/* Have them, and nothing far from them; other actions than before then are `shown`. */
enum status slice_cover(struct slice *slice, struct store *store, size_t row, size_t around, struct err *err) MB_MUST_CHECK;
/* ROWS more above (STEP < 0) or below. */
enum status slice_grow(struct slice *slice, struct store *store, int step, size_t rows, struct err *err) MB_MUST_CHECK;
enum status slice_read_all(struct slice *slice, struct store *store, struct err *err) MB_MUST_CHECK;
bool slice_has(const struct slice *slice, const struct id_set *ids); /* all at hand? */
size_t slice_piece(const struct slice *slice, size_t row); /* in which ROW stands */
/* n_pieces where there is none. */
size_t slice_find(const struct slice *slice, enum piece_kind kind, const char *meeting_id);
size_t slice_find_action(const struct slice *slice, struct store *store, const char *id);
size_t slice_first_to_check(const struct slice *slice); /* its row; 0 where there is none */
size_t slice_to_check(const struct slice *slice);       /* how many are listed */

/* ---- the screen --------------------------------------------------------------------------------------------- */

struct actions_screen {
    struct screen screen;
    char *wanted;        /* the row to stand on at first, NULL the first */
    bool to_check;       /* at first on what is to check */
    struct slice *slice; /* child of the screen, freed with the next load */
    struct fuller_quotes fuller; /* of rows that were cut off; on the slice */
    int reference;       /* cells of the widest reference that was seen */
    bool all;            /* E: also what is hidden otherwise */
    struct actions_filter *filter; /* NULL: all rows */
    struct strings folded; /* o: ids of rows whose own hang unseen */
    bool still;          /* what is at hand stays so though the cursor is elsewhere yet */
};
static inline struct actions_screen *actions_of(struct screen *screen)
{
    return (struct actions_screen *)screen;
}

/* fuller.c: sentences that were cut off when they were kept, and are held whole by now. ROWS are the user's. */
enum status fuller_read(const void *parent, struct store *store, const struct actions *rows, struct fuller_quotes *out, struct err *err) MB_MUST_CHECK;
const struct fuller_quote *fuller_of(const struct fuller_quotes *quotes, const char *row_id); /* NULL: none */
char *fuller_counted(const void *parent, const struct fuller_quotes *quotes); /* "2 sentences are now whole"; NULL */
void fuller_page(struct page *page, const struct action *action, const struct fuller_quote *full, const char *key, size_t lines);
unsigned fuller_take(struct actions_screen *as, const struct action *action); /* or to the first that has one */

/* actions_at_hand.c */
enum status actions_load(struct screen *screen, struct err *err) MB_MUST_CHECK;
void actions_settle(struct screen *screen);
size_t actions_row_here(const struct screen *screen); /* of the whole list */
/* Rows that a command moves by at most, 0 for any other; what it can reach is to be at hand before. */
size_t actions_move_by(const struct screen *screen, const struct request *request);
void actions_reach(struct screen *screen, size_t rows);
bool actions_have_more(struct screen *screen, int step);
void actions_have_all(struct screen *screen);
unsigned actions_go_to_row(struct screen *screen, const struct request *request); /* first, last, by number */

#endif
