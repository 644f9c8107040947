/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The member's rulings on what joining made of the papers by itself: parted, joined, kept apart, attached by hand. Each is
 * worked in on its own, oldest first, so that a later one decides. Pure, as reconcile.c. */
#include "config.h"

#include "src/store/joining.h"

#include <string.h>

static bool find_head(const struct head *heads, size_t n, const char *sha256, size_t *index)
{
    for (*index = 0; *index < n; (*index)++)
        if (strcmp(heads[*index].sha256, sha256) == 0)
            return true;
    return false;
}

static void relabel(size_t *labels, bool *ruled, size_t n, size_t from, size_t to)
{
    for (size_t i = 0; i < n; i++)
        if (labels[i] == from || labels[i] == to) {
            labels[i] = from < to ? from : to;
            ruled[i] = true;
        }
}

static void rule_join(const struct head *heads, size_t n, const struct ruling *ruling, size_t *labels, bool *ruled)
{
    size_t a, b;
    for (size_t l = 0; l < ruling->left.n; l++)
        for (size_t r = 0; r < ruling->right.n; r++)
            if (find_head(heads, n, ruling->left.at[l], &a) && find_head(heads, n, ruling->right.at[r], &b) && labels[a] != labels[b])
                relabel(labels, ruled, n, labels[a], labels[b]);
}

/* The papers named stand apart from all others; who is left behind keeps the meeting. */
static void rule_part(const struct head *heads, size_t n, const struct ruling *ruling, size_t *labels, bool *ruled)
{
    for (size_t l = 0; l < ruling->left.n; l++) {
        size_t out, old, heir = n;
        if (!find_head(heads, n, ruling->left.at[l], &out))
            continue;
        old = labels[out];
        labels[out] = n; /* none */
        for (size_t i = 0; i < n; i++)
            if (labels[i] == old) {
                heir = heir == n ? i : heir;
                labels[i] = heir;
            }
        labels[out] = out;
        ruled[out] = false;
    }
}

/* The paper named leaves who it was with for the meeting of RIGHT, if a paper of that is there. */
static void rule_place(struct head *heads, size_t n, const struct ruling *ruling, size_t *labels, bool *ruled)
{
    size_t paper, best = n, other;
    if (ruling->left.n != 1 || !find_head(heads, n, ruling->left.at[0], &paper))
        return;
    for (size_t r = 0; r < ruling->right.n; r++)
        if (find_head(heads, n, ruling->right.at[r], &other) && other != paper && (best == n || other < best))
            best = other;
    if (best == n)
        return;
    if (labels[best] != labels[paper]) {
        rule_part(heads, n, &(struct ruling){.left = ruling->left}, labels, ruled);
        bool part = form_is_part(heads[paper].form), was = ruled[best];
        relabel(labels, ruled, n, labels[paper], labels[best]);
        for (size_t i = 0; i < n && part && !was; i++)
            ruled[i] = labels[i] == labels[best] ? false : ruled[i];
    }
    heads[paper].placed = true;
}

/* Those of RIGHT that are of one meeting with one of LEFT leave it together. */
static void rule_apart(const struct head *heads, size_t n, const struct ruling *ruling, size_t *labels, bool *ruled)
{
    size_t a, b;
    for (size_t l = 0; l < ruling->left.n; l++) {
        size_t heir = n, left = n;
        if (!find_head(heads, n, ruling->left.at[l], &a))
            continue;
        size_t old = labels[a];
        for (size_t r = 0; r < ruling->right.n; r++)
            if (find_head(heads, n, ruling->right.at[r], &b) && b != a && labels[b] == old) {
                heir = b < heir ? b : heir;
                labels[b] = n;
            }
        for (size_t i = 0; i < n && heir < n; i++)
            if (labels[i] == old) {
                left = left == n ? i : left;
                labels[i] = left;
                ruled[i] = false;
            } else if (labels[i] == n) {
                labels[i] = heir;
                ruled[i] = false;
            }
    }
}

void rule_papers(struct head *heads, size_t n, const struct ruling *ruling, size_t *labels, bool *ruled)
{
    if (ruling->place)
        rule_place(heads, n, ruling, labels, ruled);
    else
        (ruling->join ? rule_join : ruling->apart ? rule_apart : rule_part)(heads, n, ruling, labels, ruled);
}
