/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The papers of the corpus damaged in every way of damages.h, a few times each, and enlarged:
 * whatever comes, a reader refuses it or makes a sound draft of it, in a time that grows with its size
 * (reliability.md 4). The damage is the same at every run. */
#include "corpus.h"
#include "damages.h"
#include "sound.h"

#include <time.h>

/* ---- what every draft must keep ----------------------------------------------------------------------- */

static void assert_sound(const struct draft *draft, const char *damage, size_t round)
{
    const char *fault = draft_fault(draft);
    if (fault)
        fail_msg("%s, round %zu: %s", damage, round, fault);
    assert_true(draft_values(draft) > 0);
}

/* Read as what it looks like, and now and then as one of the forms that a member may name for it. */
static void read_damaged(const unsigned char *bytes, size_t n, const char *damage, size_t round)
{
    const enum form forms[] = {FORM_UNKNOWN, (enum form)(1 + round / 3 % (FORM_COUNT - 1))};
    for (size_t i = 0; i < (round % 3 ? 1 : MB_LENGTH(forms)); i++) {
        void *context = talloc_named_const(NULL, 0, "damaged");
        struct draft *draft = NULL;
        struct err err = {0};
        if (intake_read(context, intake_here(context), paper_of(context, bytes, n), forms[i], &draft, &err) == STATUS_OK)
            assert_sound(draft, damage, round);
        else
            assert_true(err.text[0] != '\0' && !draft);
        talloc_free(context);
    }
}

void paper_survives_damage(void **state)
{
    void *context = talloc_named_const(NULL, 0, "damage");
    struct document *paper = paper_open(context, *state);
    uint64_t seed = 0x6D696E7574650001;
    for (size_t kind = 0; kind < n_damages; kind++)
        for (size_t round = 0; round < damages[kind].rounds; round += TEST_STRIDE(12)) {
            struct buf out;
            buf_init(&out, context, BUF_MAX_DOCUMENT);
            damages[kind].apply(&out, paper, paper, &seed);
            read_damaged((const unsigned char *)(out.data ? out.data : ""), out.len, damages[kind].name, round);
            buf_release(&out);
        }
    talloc_free(context);
}

/* ---- time ------------------------------------------------------------------------------------------------ */

#define SMALL ((size_t)8 << 10)
#define TIMES 8    /* the large paper is so many times the small one */
#define SLACK 3.0  /* and may take so many times its share: 8 would be quadratic */
#define NOISE 0.05 /* seconds that prove nothing */
#define TRIES 4

/* Under a sanitizer the clock measures the sanitizer: there the large papers are read for their bounds. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#endif
#if !defined(SANITIZED) && defined(__SANITIZE_ADDRESS__)
#define SANITIZED true
#elif !defined(SANITIZED)
#define SANITIZED false
#endif

static void put(struct buf *out, const struct document *paper, size_t from, size_t n)
{
    buf_add(out, (const char *)paper->bytes + from, n);
}

typedef void enlarge_do(struct buf *out, const struct document *paper, size_t size);

static void whole_again(struct buf *out, const struct document *paper, size_t size)
{
    while (out->len < size)
        put(out, paper, 0, paper->n);
}

static void each_line_again(struct buf *out, const struct document *paper, size_t size)
{
    size_t times = size / (paper->n ? paper->n : 1) + 1, n;
    for (size_t from = 0; from < paper->n; from += n) {
        line_at(paper, from, &n);
        for (size_t i = 0; i < times; i++)
            put(out, paper, from, n);
    }
}

/* Its head as it is, all the rest on one line. */
static void one_long_line(struct buf *out, const struct document *paper, size_t size)
{
    size_t head = paper->n / 3;
    put(out, paper, 0, head);
    while (out->len < size)
        for (size_t i = head; i < paper->n; i++)
            buf_putc(out, paper->bytes[i] == '\n' ? ' ' : (char)paper->bytes[i]);
}

/* Its last lines again and again: one item, one report, one table without an end. */
static void endless_end(struct buf *out, const struct document *paper, size_t size)
{
    size_t n, tail = line_at(paper, paper->n - paper->n / 6, &n);
    put(out, paper, 0, tail);
    while (out->len < size)
        put(out, paper, tail, paper->n - tail);
}

static double seconds_to_read(const struct document *paper, enlarge_do *enlarge, size_t size)
{
    void *context = talloc_named_const(NULL, 0, "large");
    struct buf out;
    struct draft *draft = NULL;
    struct err err = {0};
    struct timespec from, to;
    buf_init(&out, context, BUF_MAX_DOCUMENT);
    enlarge(&out, paper, size);
    struct document *large = paper_of(context, (const unsigned char *)out.data, out.len);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    enum status status = intake_read(context, intake_here(context), large, FORM_UNKNOWN, &draft, &err);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    assert_true(status == STATUS_OK || err.text[0] != '\0');
    buf_release(&out);
    talloc_free(context);
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* From SIZE to TIMES as much: the best of a few tries, for a machine busy with something else only ever adds to a time. */
static bool grows_with(const struct document *paper, enlarge_do *enlarge, size_t size, double *small, double *large)
{
    *small = *large = 1e9;
    for (int i = 0; i < TRIES; i++) {
        double once = seconds_to_read(paper, enlarge, size), often = seconds_to_read(paper, enlarge, size * TIMES);
        *small = once < *small ? once : *small;
        *large = often < *large ? often : *large;
        if (*large <= *small * TIMES * SLACK + NOISE)
            return true;
    }
    return false;
}

/* Where a paper becomes so long that its first reading is weak, others read it, too (choose.c): that is a step, once, and no slope. Beyond
 * it the cost must grow with the text again; one that grows faster does so there, too. */
static bool is_linear(const struct document *paper, enlarge_do *enlarge, double *small, double *large)
{
    if (SANITIZED)
        return seconds_to_read(paper, enlarge, SMALL) >= 0;
    return grows_with(paper, enlarge, SMALL, small, large) || grows_with(paper, enlarge, SMALL * TIMES, small, large);
}

void paper_is_read_in_linear_time(void **state)
{
    static const struct {
        const char *name;
        enlarge_do *enlarge;
    } kinds[] = {{"the whole again", whole_again},
                 {"each line again", each_line_again},
                 {"one long line", one_long_line},
                 {"an end without end", endless_end}};
    void *context = talloc_named_const(NULL, 0, "time");
    struct document *paper = paper_open(context, *state);
    for (size_t kind = 0; kind < MB_LENGTH(kinds); kind += TEST_STRIDE(4)) {
        double small = 0, large = 0;
        if (!is_linear(paper, kinds[kind].enlarge, &small, &large))
            fail_msg("%s: %.3f s for one part, %.3f s for %d", kinds[kind].name, small, large, TIMES);
    }
    talloc_free(context);
}
