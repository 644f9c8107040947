/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the numbers of an agenda in whatever pattern a council prints them (field.md 3.9), told by their
 * rising alone: "28", "(1)", "Item 1", "A1", "24-25/SD/28", "41/24-25", "PC 25/031", "iv.", "b)". Which of all the numbered
 * lines of a paper are its items the titles behind them tell: those of the items that every meeting has. */
#ifndef MINUTEBOOK_INTAKE_CHAIN_H
#define MINUTEBOOK_INTAKE_CHAIN_H

#include <minutebook/model.h>

#define CHAIN_PRINTED 24

struct chain_entry {
    size_t line, title, end; /* bytes of the text: the line's first, the title's first, and behind its line */
    size_t indent;           /* bytes of blanks before the number */
    int value;               /* of the part of the number that rises */
    bool own_line;           /* the number stands alone, its title on the next line that has one */
    char printed[CHAIN_PRINTED]; /* the number without brackets and stop, and without "Item" before it */
};

struct chain {
    struct chain_entry *at;
    size_t n;
    size_t routine; /* titles that every meeting has */
    bool plain;     /* all are "7." already, as every reader knows them */
};

/* The items of TEXT, N bytes, as one rising chain; n is 0 where no chain has the items that every meeting has. The array is a
 * child of PARENT. Its time is linear in N. */
struct chain chain_find(const void *parent, const char *text, size_t n);

/* TEXT with the numbers of CHAIN as "7." before their titles, each line of them with a blank line before it; or, AS_PAGE, as a
 * council's page has them: "No. Item" above all, each number alone on its line. In *MOVED the chain of that text. Both are
 * children of PARENT. */
char *chain_renumber(const void *parent, const char *text, size_t n, const struct chain *chain, bool as_page, struct chain *moved);
/* The printed numbers again, in the items that were read of such a text. */
void chain_restore(struct meeting *meeting, const struct chain *chain);

/* What TITLE is worth as the title of an item, in tenths of one: 10 for what may be one, less than 0 for a sentence, for the
 * heading of a report's part, or nothing; TITLE_ROUTINE more for what every meeting has. */
#define TITLE_GOOD 10
#define TITLE_ROUTINE 20
int title_worth(const char *title);

#endif
