/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which reader reads a text. The forms are asked in turn, the narrower before the wider, and the first that knows the text as its
 * own reads it (field.md 3.2). Where that reading is weak (weigh.c) the other readers read it, too, as it is and with its numbers
 * in the form that all of them know (chain.c), and the best is kept if it is clearly better. Nothing here knows what a form looks
 * like. */
#include "config.h"

#include "src/intake/agenda.h"
#include "src/intake/readers.h"
#include "src/intake/weigh.h"

#include <string.h>

#define CLEARLY_BETTER 15 /* tenths of an item */
#define FIRST_ITEMS_MIN 3 /* of a text that no form knows as its own */
#define FIRST_ROUTINE_MIN 2
#define FIRST_SHARE_MIN 60

/* ---- the first choice ----------------------------------------------------------------------------------------------- */

/* A text being read: the reading kept so far. */
struct choosing {
    const void *parent;
    const char *text;
    size_t n;
    struct draft *draft; /* NULL where there is none */
    struct err *err;     /* why it could not be read, where it could not */
    enum form printed;   /* what told_as_printed() said before */
    bool asked;          /* it did */
};

/* Asked more than once, told once: all titles are looked for to tell it. */
static enum form told_as_printed(struct choosing *choosing)
{
    if (!choosing->asked)
        choosing->printed = printed_looks_like(choosing->text);
    choosing->asked = true;
    return choosing->printed;
}

static enum status read_as(struct choosing *choosing, enum form form)
{
    choosing->draft = draft_begin(choosing->parent, form);
    enum status status = reader_of(form)(choosing->draft, choosing->text, choosing->n, choosing->err);
    if (status != STATUS_OK) {
        talloc_free(choosing->draft);
        choosing->draft = NULL;
    }
    return status;
}

/* As a pack; false: TEXT is none, and nothing was read. */
static bool read_as_pack(struct choosing *choosing, enum agenda_evidence evidence, const struct chain *chain, enum form *form, enum status *status)
{
    struct draft *draft = draft_begin(choosing->parent, FORM_UNKNOWN);
    bool read = pack_take(draft, choosing->text, choosing->n, evidence, chain, choosing->err);
    *status = read ? STATUS_OK : STATUS_INPUT;
    *form = draft->form;
    if (read)
        choosing->draft = draft;
    else
        talloc_free(draft);
    return *form != FORM_UNKNOWN;
}

static bool read_as_page(struct choosing *choosing, enum form *form, enum status *status)
{
    struct draft *draft = draft_begin(choosing->parent, FORM_PAGE_TEXT);
    bool is = page_text_take(draft, choosing->text, choosing->n, status, choosing->err);
    *form = is ? FORM_PAGE_TEXT : FORM_UNKNOWN;
    if (is && *status == STATUS_OK)
        choosing->draft = draft;
    else
        talloc_free(draft);
    return is;
}

/* *FORM is FORM_UNKNOWN where no form knows the text. */
static enum status read_first(struct choosing *choosing, enum form *form)
{
    enum status status = STATUS_INPUT;
    const char *text = choosing->text;
    if ((printed_heads_minutes(text) || printed_heads_decisions(text)) && (*form = told_as_printed(choosing)) != FORM_UNKNOWN)
        return read_as(choosing, *form); /* their titles may name pages, as an agenda's do */
    if (read_as_pack(choosing, AGENDA_PAGES, NULL, form, &status))
        return status;
    *form = page_item_looks_like(text) ? FORM_ITEM_TEXT : told_as_printed(choosing);
    if (*form != FORM_UNKNOWN)
        return read_as(choosing, *form);
    if (read_as_page(choosing, form, &status) || read_as_pack(choosing, AGENDA_NAMED, NULL, form, &status))
        return status;
    if (report_text_looks_like(text))
        *form = FORM_REPORT_TEXT;
    return *form != FORM_UNKNOWN ? read_as(choosing, *form) : STATUS_INPUT;
}

/* ---- the others ------------------------------------------------------------------------------------------------------ */

enum other { OTHER_PAGE, OTHER_PACK, OTHER_CHAIN, OTHER_MINUTES, OTHER_COUNT };

static bool read_other(struct choosing *choosing, enum other other, const struct chain *chain)
{
    enum form form;
    enum status status = STATUS_INPUT;
    choosing->draft = NULL;
    if (other == OTHER_PAGE)
        status = read_as(choosing, FORM_PAGE_TEXT);
    else if (other == OTHER_MINUTES)
        status = read_as(choosing, (form = told_as_printed(choosing)) != FORM_UNKNOWN ? form : FORM_MINUTES_TEXT);
    else if (other == OTHER_PACK || chain->n > 0)
        (void)read_as_pack(choosing, AGENDA_NAMED, other == OTHER_CHAIN ? chain : NULL, &form, &status);
    return status == STATUS_OK;
}

/* Which of them has read a paper of FORM already, as it is? OTHER_COUNT: none. */
static enum other other_of(enum form form)
{
    static const struct {
        enum form form;
        enum other other;
    } readers[] = {{FORM_PAGE_TEXT, OTHER_PAGE},       {FORM_PACK_TEXT, OTHER_PACK},       {FORM_PACK_MARKDOWN, OTHER_PACK},  {FORM_FRONTSHEET_TEXT, OTHER_PACK},
                   {FORM_SUPPLEMENT_TEXT, OTHER_PACK}, {FORM_MINUTES_TEXT, OTHER_MINUTES}, {FORM_DECISIONS_TEXT, OTHER_MINUTES}};
    for (size_t i = 0; i < MB_LENGTH(readers); i++)
        if (readers[i].form == form)
            return readers[i].other;
    return OTHER_COUNT;
}

/* Readings of one text, of which the best is kept. */
struct contest {
    struct signs signs;
    struct draft *best; /* NULL: none yet */
    struct weight weight;
    int first; /* merit of the first choice */
    enum other done; /* its reader */
};

static void enter(struct contest *contest, struct draft *draft, const char *text)
{
    struct weight weight = weigh_draft(draft, &contest->signs, text);
    bool first = !contest->best;
    bool enough = weight.items >= FIRST_ITEMS_MIN && weight.routine >= FIRST_ROUTINE_MIN && weight.share >= FIRST_SHARE_MIN;
    bool more = weight.share > contest->weight.share && weight.merit > contest->weight.merit && weight.merit >= contest->first + CLEARLY_BETTER;
    bool fits = !weight.misfit || contest->weight.misfit;
    bool better = first ? enough : weight.items > 0 && fits && more;
    if (better) {
        talloc_free(contest->best);
        contest->best = draft;
        contest->weight = weight;
    } else {
        talloc_free(draft);
    }
}

/* TEXT, in which CHAIN stands, by the others from FIRST to LAST. */
static void read_text_as(struct choosing *choosing, struct contest *contest, const char *text, const struct chain *chain, enum other first, enum other last)
{
    struct choosing other = {.parent = choosing->parent, .text = text, .n = strlen(text)};
    if (text == choosing->text) {
        other.printed = choosing->printed;
        other.asked = choosing->asked;
    }
    for (enum other o = first; o <= last; o++)
        if ((o != contest->done || text != choosing->text) && read_other(&other, o, chain)) {
            if (text != choosing->text)
                chain_restore(other.draft->meeting, &contest->signs.chain);
            enter(contest, other.draft, choosing->text);
        }
}

/* As it is; with its numbers as every reader knows them; and as a page has them, whose headings it may lack. */
static void read_others(struct choosing *choosing, struct contest *contest)
{
    const struct chain *chain = &contest->signs.chain;
    struct chain moved;
    read_text_as(choosing, contest, choosing->text, chain, 0, OTHER_COUNT - 1);
    if (chain->n == 0)
        return;
    if (contest->signs.labels >= SIGNS_OF_PAGE) {
        const char *page = chain_renumber(chain->at, choosing->text, choosing->n, chain, true, &moved);
        read_text_as(choosing, contest, page, &moved, OTHER_PAGE, OTHER_PAGE);
    }
    if (chain->plain)
        return;
    const char *plain = chain_renumber(chain->at, choosing->text, choosing->n, chain, false, &moved);
    read_text_as(choosing, contest, plain, &moved, OTHER_PACK, OTHER_COUNT - 1);
}

const char *text_refusal(const char *text)
{
    static const char nothing[] = "not a paper this release can read: no items of a meeting are in it (\"12. Apologies\" or a table of them); if it is "
                                  "a meeting page, a pack or minutes nevertheless, say so with import --form";
    static const char many[] = "the page of one topic over several meetings: save the page of each meeting, or of its item, instead";
    return page_item_of_many(text) ? many : nothing;
}

enum status text_choose(const void *parent, const char *text, size_t n, enum form *form, struct draft **out, struct err *err)
{
    struct choosing choosing = {.parent = parent, .text = text, .n = n, .err = err};
    *form = FORM_UNKNOWN;
    enum status status = read_first(&choosing, form);
    if (status != STATUS_OK && *form == FORM_UNKNOWN)
        (void)err_set(err, STATUS_INPUT, "%s", text_refusal(text));
    struct contest contest = {.best = choosing.draft, .done = choosing.draft ? other_of(choosing.draft->form) : OTHER_COUNT};
    void *scratch = talloc_named_const(NULL, 0, "choice");
    bool cut_short = status != STATUS_OK && *form == FORM_PAGE_TEXT; /* it is to be got again */
    if (!cut_short)
        contest.signs = signs_of(scratch, text, n);
    if (contest.best)
        contest.weight = weigh_draft(contest.best, &contest.signs, text);
    contest.first = contest.weight.merit;
    if (!cut_short && (!contest.best || contest.weight.share < WEIGHT_STRONG))
        read_others(&choosing, &contest);
    talloc_free(scratch);
    if (!contest.best && !cut_short && page_item_may_be(text) && read_as(&choosing, FORM_ITEM_TEXT) == STATUS_OK)
        contest.best = choosing.draft;
    if (!contest.best)
        return STATUS_INPUT;
    *out = contest.best;
    *form = contest.best->form;
    return STATUS_OK;
}
