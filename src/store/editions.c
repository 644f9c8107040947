/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Editions of one paper, as a page that is saved again every week: what two papers of one form must say to be one meeting
 * by that alone. Few of their titles need be telling, for both state the committee, the day and the time, which the
 * meetings of two months never share. Pure, as reconcile.c. */
#include "config.h"

#include "src/store/joining.h"

#include <string.h>

#define TITLES_OF_PART 3 /* at least so many must pair where one paper has more */

static bool is_placed(const struct head *head)
{
    const struct placing *says = &head->placing;
    bool day = date_is_set(says->date) && says->basis != DATE_INFERRED && !head->date_listed;
    return day && says->starts >= 0 && says->committee && !head->committee_listed && !form_is_part(head->form) &&
           !form_is_supplement(head->form);
}

bool heads_place_alike(const struct head *a, const struct head *b)
{
    bool sites = !a->site_key || !b->site_key || strcmp(a->site_key, b->site_key) == 0;
    return a->form == b->form && sites && is_placed(a) && is_placed(b) && ids_compare(a, b) != IDS_OTHER &&
           placing_agrees(&a->placing, &b->placing);
}

/* Two councils' committees of one name may meet at one hour: titles, the venue or the council must tell more than routine. */
static bool tells_more(const struct head *a, const struct head *b)
{
    return (a->telling > 0 && b->telling > 0) || (a->placing.venue && b->placing.venue) || (a->placing.council && b->placing.council);
}

/* Do all titles of FEW stand among those of MANY, in their order? */
static bool titles_within(const struct head *few, const struct head *many)
{
    size_t found = 0;
    for (size_t i = 0; i < many->n_items && found < few->n_items; i++)
        found += strcmp(few->items[found].title, many->items[i].title) == 0;
    return found == few->n_items && found >= TITLES_OF_PART;
}

static bool are_editions(const struct head *a, const struct head *b)
{
    if (!heads_place_alike(a, b) || !tells_more(a, b))
        return false;
    if (strcmp(a->titles_key, b->titles_key) == 0)
        return a->titles > 0;
    return a->n_items < b->n_items ? titles_within(a, b) : titles_within(b, a);
}

void label_by_editions(const struct head *heads, size_t n, size_t *labels)
{
    unsigned char *fits = mem_zero_named(NULL, n * n + 1, "editions");
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++)
            fits[i * n + j] = fits[j * n + i] = i == j || labels[i] == labels[j] || are_editions(&heads[i], &heads[j]);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            if (fits[i * n + j] && memcmp(fits + i * n, fits + j * n, n) == 0)
                labels_unite(labels, n, labels[i], labels[j]);
    talloc_free(fits);
}
