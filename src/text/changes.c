/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How one list came of another: the greedy walk of Myers (1986) over a grid, one list across and one down. A step to
 * the right takes an element of the old list away, a step down brings one of the new list, and equal elements are
 * passed for nothing. Lists that differ wildly would cost the square of their length: after so many steps the best
 * way found so far is taken, and the walk begins anew where it ended. */
#include "config.h"

#include <minutebook/text.h>

#define STEPS_MAX 512
#define NOWHERE (-1L)

/* Lists beyond this are not compared: they are told as gone and new (no text held is that long). */
#define ELEMENTS_MAX ((size_t)1 << 30)

struct walk {
    const void *parent;
    long n_old, n_new;
    change_same *same;
    const void *context;
    long *reached; /* row D holds how far right the diagonals -D to D were reached with D steps */
    struct change_runs *changes;
};

static long *reached(const struct walk *walk, long steps, long diagonal)
{
    return &walk->reached[steps * steps + diagonal + steps];
}

/* Where the walk stands before its last run of equal elements, and which way it came there. */
struct step {
    long x, y;
    bool down;
};

/* The better way to DIAGONAL with STEPS steps: from above or from the left. */
static struct step step_to(const struct walk *walk, long x0, long y0, long steps, long diagonal)
{
    long above = diagonal < steps - 1 ? *reached(walk, steps - 1, diagonal + 1) : NOWHERE;
    long left = diagonal > 1 - steps ? *reached(walk, steps - 1, diagonal - 1) : NOWHERE;
    if (above != NOWHERE && y0 + (above - x0) - diagonal > walk->n_new)
        above = NOWHERE;
    left = left == NOWHERE || left == walk->n_old ? NOWHERE : left + 1;
    bool down = above != NOWHERE && above >= left;
    long x = down ? above : left;
    return (struct step){x, x == NOWHERE ? NOWHERE : y0 + (x - x0) - diagonal, down};
}

static long pass_equal(const struct walk *walk, long x, long y)
{
    while (x < walk->n_old && y < walk->n_new && walk->same(walk->context, (size_t)x, (size_t)y))
        x++, y++;
    return x;
}

/* ---- the runs ------------------------------------------------------------------------------------- */

static void add_run(struct walk *walk, enum change_kind kind, long old, long new, long n)
{
    struct change_runs *changes = walk->changes;
    struct change_run *last = changes->n ? &changes->at[changes->n - 1] : NULL;
    if (n == 0)
        return;
    if (last && last->kind == kind) {
        last->n += (size_t)n;
        return;
    }
    last = mem_append(walk->parent, changes->at, changes->n);
    *last = (struct change_run){kind, (size_t)old, (size_t)new, (size_t)n};
}

/* What goes stands before what comes: of neighbours that are not the same, the gone ones are gathered first. */
static void order_runs(struct change_runs *changes)
{
    size_t kept = 0;
    for (size_t i = 0; i < changes->n;) {
        struct change_run gone = {.kind = CHANGE_GONE, .old = changes->at[i].old, .new = changes->at[i].new};
        struct change_run new = {.kind = CHANGE_NEW};
        if (changes->at[i].kind == CHANGE_SAME) {
            changes->at[kept++] = changes->at[i++];
            continue;
        }
        for (; i < changes->n && changes->at[i].kind != CHANGE_SAME; i++)
            *(changes->at[i].kind == CHANGE_GONE ? &gone.n : &new.n) += changes->at[i].n;
        new.old = gone.old + gone.n;
        new.new = gone.new;
        if (gone.n > 0)
            changes->at[kept++] = gone;
        if (new.n > 0)
            changes->at[kept++] = new;
    }
    changes->n = kept;
}

/* The way from (X0, Y0) to DIAGONAL of row STEPS, step by step from its end; told from its beginning. */
static void tell_way(struct walk *walk, long x0, long y0, long steps, long diagonal)
{
    struct step way[STEPS_MAX + 1];
    long ends[STEPS_MAX + 1];
    for (long d = steps, k = diagonal; d > 0; d--) {
        way[d] = step_to(walk, x0, y0, d, k);
        ends[d] = *reached(walk, d, k);
        k += way[d].down ? 1 : -1;
    }
    add_run(walk, CHANGE_SAME, x0, y0, *reached(walk, 0, 0) - x0);
    for (long d = 1; d <= steps; d++) {
        const struct step *step = &way[d];
        add_run(walk, step->down ? CHANGE_NEW : CHANGE_GONE, step->x - !step->down, step->y - step->down, 1);
        add_run(walk, CHANGE_SAME, step->x, step->y, ends[d] - step->x);
    }
}

/* Fill row STEPS; the diagonal on which the walk is at its end, or else got furthest. */
static long fill_row(struct walk *walk, long x0, long y0, long steps, bool *arrived)
{
    long best = 0, furthest = NOWHERE;
    for (long k = -steps; k <= steps; k += 2) {
        struct step step = step_to(walk, x0, y0, steps, k);
        long x = step.x == NOWHERE ? NOWHERE : pass_equal(walk, step.x, step.y);
        *reached(walk, steps, k) = x;
        long y = x == NOWHERE ? NOWHERE : y0 + (x - x0) - k;
        if (x != NOWHERE && x + y > furthest) {
            furthest = x + y;
            best = k;
        }
    }
    *arrived = furthest == walk->n_old + walk->n_new;
    return best;
}

/* From (*X, *Y) to the end, or as far as the steps of one stretch lead. */
static void walk_stretch(struct walk *walk, long *x, long *y)
{
    long steps = 0, diagonal = 0;
    *reached(walk, 0, 0) = pass_equal(walk, *x, *y);
    bool arrived = *reached(walk, 0, 0) == walk->n_old && *y + (walk->n_old - *x) == walk->n_new;
    while (!arrived && steps < STEPS_MAX)
        diagonal = fill_row(walk, *x, *y, ++steps, &arrived);
    tell_way(walk, *x, *y, steps, diagonal);
    long end = *reached(walk, steps, diagonal);
    *y += end - *x - diagonal;
    *x = end;
}

struct change_runs changes_of(const void *parent, size_t n_old, size_t n_new, change_same *same, const void *context)
{
    struct change_runs changes = {0};
    struct walk walk = {parent, (long)n_old, (long)n_new, same, context, NULL, &changes};
    long x = 0, y = 0;
    if (n_old > ELEMENTS_MAX || n_new > ELEMENTS_MAX) {
        add_run(&walk, CHANGE_GONE, 0, 0, walk.n_old);
        add_run(&walk, CHANGE_NEW, walk.n_old, 0, walk.n_new);
        return changes;
    }
    walk.reached = mem_zero_named(parent, (STEPS_MAX + 1) * (STEPS_MAX + 1) * sizeof *walk.reached, "reached");
    while (x < walk.n_old || y < walk.n_new)
        walk_stretch(&walk, &x, &y);
    talloc_free(walk.reached);
    order_runs(&changes);
    return changes;
}
