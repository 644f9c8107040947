/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the reader of replies of the council's web service, plain or in a SOAP envelope (field.md 3.3).
 *
 * Follow a reply: its tree is opened and the element found that counts (service.c); of GetMeeting the head is read
 * there, people and committee by service_head.c, each item by service_item.c, which makes the lines of page.h of it, so
 * that a text is the same whether it came from the service or from the page. Lists are read by service_list.c. */
#ifndef MINUTEBOOK_INTAKE_SERVICE_H
#define MINUTEBOOK_INTAKE_SERVICE_H

#include "src/intake/page_html.h"

#define SERVICE_DEPTH 16 /* elements of an envelope before the one that counts */

struct service {
    struct html_page html; /* scratch, tree, site, lines and items of the meeting */
    const struct node *root; /* <meeting>, <getmeetings>, ... */
    const struct node **nodes; /* of html.items */
    size_t n_nodes, hidden, restricted;
    bool numbered; /* items bear numbers: what has none may be a heading */
};

/* Begin to read TEXT for DRAFT; all but the draft's own hangs on the page's scratch, also where this fails. NAMES (the
 * last is NULL): the elements one of which must be there. */
enum status service_open(struct service *service, struct draft *draft, const char *text, size_t n, const char *const *names,
                         struct err *err) MB_MUST_CHECK;
void service_close(struct service *service);

/* The reply that some envelopes hold as one text, "&lt;meeting&gt;..." or CDATA; NULL. Owned by PARENT. */
char *service_wrapped(const void *parent, const struct tree *tree);

/* ---- values: of the child NAME of NODE, or its attribute; blanks trimmed; NULL or false where it is missing or empty - */

/* As it came. */
char *service_value(const void *parent, const struct node *node, const char *name);

/* One line, as it is printed. */
char *service_words(const void *parent, const struct node *node, const char *name);
/* The same of a title, which was escaped twice ("&amp;amp;"). */
char *service_title(const void *parent, const struct node *node, const char *name);
/* Digits of an id; anything else is none. */
char *service_id(const void *parent, const struct node *node, const char *name);
bool service_says(const struct node *node, const char *name, bool value); /* is "True" (or "False") said? */
struct date service_day(const struct node *node, const char *name);       /* "26/01/2011" */
int service_clock(const struct node *node, const char *name);             /* "10.00 am"; -1 */
/* "cancelled" or "postponed" where WORDS, free text, begin so; NULL. */
const char *service_status(const char *words);

/* ---- the parts of GetMeeting ---------------------------------------------------------------------------------------- */

void service_read_site(struct service *service);
void service_read_committee(struct service *service);
void service_read_people(struct service *service);
/* The lines of all items; then, once they are items, what else the reply says of them. */
void service_add_items(struct service *service);
void service_give_items(struct service *service);

#endif
