/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Numbers in a text that lead somewhere else: links and footnotes (links.c), and going there and back (notes.c). */
#ifndef MINUTEBOOK_SCREENS_LINKS_H
#define MINUTEBOOK_SCREENS_LINKS_H

#include "page.h"
#include "words.h"

#define LINK_KEY "link:" /* of its row in the list under a text, before its number */

/* What numbers in a text lead to. */
struct text_links {
    struct text_link {
        const struct link *link;
        int number;
        size_t end;  /* behind its words in the text; 0: not told */
        bool itself; /* its words are the address */
        bool apart;  /* its number stands right behind the address, a blank between */
    } * at;          /* in order of their places, those that have none behind the one before */
    size_t n;
    struct flow_link *places; /* of those that have one, for a flow */
    size_t n_places;
    struct own_number {
        size_t at;
        int number;
        bool note; /* a line begins with it: the footnote itself */
    } * own; /* the paper's "[12]" and "¹²", in order */
    size_t n_own;
};
/* Those of TEXT of ITEM, which is borrowed, and the addresses that stand in it; CLEAN is the text. On PARENT. */
void links_of_text(const void *parent, const struct item *item, enum item_text text, const struct safe *clean, struct text_links *links);
/* The addresses by number, under the text. */
void links_page(struct page *page, const struct flow *flow, const struct text_links *links);

#endif
