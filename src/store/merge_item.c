/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One item of a meeting from what its papers say of it (the table of field.md 4). Papers stand in the
 * order of their forms, the agenda first. */
#include "config.h"

#include "src/store/merge.h"
#include "src/store/placed.h"

#include <string.h>

/* The text member at OFFSET of the first (or last) paper that has one. */
static char *text_at(const struct item *item, size_t offset)
{
    return item ? *(char *const *)((const char *)item + offset) : NULL;
}

static char *first_text(const struct item_row *row, size_t offset)
{
    for (size_t i = 0; i < row->n_papers; i++)
        if (text_at(row->of[i], offset))
            return text_at(row->of[i], offset);
    return NULL;
}
#define FIRST(row, member) first_text((row), offsetof(struct item, member))

/* ---- texts ------------------------------------------------------------------------------------- */

static bool holds_words_of(const char *text, const char *other)
{
    char *a = text_fold(NULL, text), *b = text_fold(NULL, other);
    bool holds = strstr(a, b) != NULL;
    talloc_free(a);
    talloc_free(b);
    return holds;
}

/* A whole text before one that the council's page cuts off, then the fuller, then the later form. */
static size_t fullest(const struct item_row *row, size_t offset, bool may_be_cut)
{
    size_t best = row->n_papers;
    for (size_t i = 0; i < row->n_papers; i++) {
        const char *text = text_at(row->of[i], offset);
        if (!text)
            continue;
        if (best == row->n_papers) {
            best = i;
            continue;
        }
        bool cut = may_be_cut && row->of[i]->truncated, best_cut = may_be_cut && row->of[best]->truncated;
        if (cut != best_cut ? !cut : strlen(text) >= strlen(text_at(row->of[best], offset)))
            best = i;
    }
    return best;
}

/* Keep what the other papers say otherwise; a text that the chosen one holds says nothing more. */
static void keep_other_texts(struct meeting *meeting, const struct item_row *row, struct draft *const *drafts, size_t offset,
                             const char *chosen, int position, const char *name)
{
    for (size_t i = 0; i < row->n_papers; i++) {
        const char *text = text_at(row->of[i], offset);
        if (!text || text == chosen || holds_words_of(chosen, text))
            continue;
        char *field = mem_printf(NULL, "item %d %s", position, name);
        add_alternative(meeting, field, text, chosen, drafts[i]->sha256);
        talloc_free(field);
    }
}

static void merge_texts(struct item *item, struct meeting *meeting, const struct item_row *row, struct draft *const *drafts)
{
    size_t agenda = fullest(row, offsetof(struct item, agenda_text), false);
    size_t minutes = fullest(row, offsetof(struct item, minutes_text), true);
    size_t decision = fullest(row, offsetof(struct item, decision_text), false);
    if (agenda < row->n_papers) {
        item->agenda_text = row->of[agenda]->agenda_text;
        item->agenda_exempt = row->of[agenda]->agenda_exempt;
        keep_other_texts(meeting, row, drafts, offsetof(struct item, agenda_text), item->agenda_text, item->position, "agenda_text");
    }
    if (minutes < row->n_papers) {
        item->minutes_text = row->of[minutes]->minutes_text;
        item->minutes_exempt = row->of[minutes]->minutes_exempt;
        item->truncated = row->of[minutes]->truncated;
        keep_other_texts(meeting, row, drafts, offsetof(struct item, minutes_text), item->minutes_text, item->position, "minutes_text");
    } else {
        for (size_t i = 0; i < row->n_papers; i++)
            item->truncated |= row->of[i] && row->of[i]->truncated;
    }
    if (decision < row->n_papers) {
        item->decision_text = row->of[decision]->decision_text;
        keep_other_texts(meeting, row, drafts, offsetof(struct item, decision_text), item->decision_text, item->position, "decision_text");
    }
}

/* ---- the report ----------------------------------------------------------------------------------- */

static size_t report_size(const struct item *item)
{
    char *text = item->n_blocks ? item_report_text(NULL, item) : NULL;
    size_t size = text ? strlen(text) : 0;
    talloc_free(text);
    return size;
}

static void merge_report(struct item *item, struct meeting *meeting, const struct item_row *row, struct draft *const *drafts)
{
    size_t best = row->n_papers, best_size = 0;
    for (size_t i = 0; i < row->n_papers; i++) {
        size_t size = row->of[i] ? report_size(row->of[i]) : 0;
        if (size > best_size)
            best = i, best_size = size;
    }
    if (best == row->n_papers)
        return;
    item->blocks = row->of[best]->blocks;
    item->n_blocks = row->of[best]->n_blocks;
    item->report_exempt = row->of[best]->report_exempt;
    char *chosen = item_report_text(meeting, item);
    for (size_t i = 0; i < row->n_papers; i++) {
        char *text = i != best && row->of[i] && row->of[i]->n_blocks ? item_report_text(NULL, row->of[i]) : NULL;
        if (text && !holds_words_of(chosen, text)) {
            char *field = mem_printf(NULL, "item %d report_text", item->position);
            add_alternative(meeting, field, text, chosen, drafts[i]->sha256);
            talloc_free(field);
        }
        talloc_free(text);
    }
    talloc_free(chosen);
}

/* Is the paper HAVE listed with its number by PAPER, too? Then nothing else there is the same by its title. */
static bool lists_id_of(const struct item *paper, const struct attachment *have)
{
    bool lists = false;
    for (size_t i = 0; i < paper->n_attachments && !lists; i++)
        lists = text_same(paper->attachments[i].service_id, have->service_id);
    return lists;
}

/* Of the first EARLIER, which papers before listed, the one that FROM of PAPER is: by the council's number, however it is called,
 * else by title and format. */
static struct attachment *find_attachment(const struct item *item, size_t earlier, const struct item *paper, const struct attachment *from)
{
    for (size_t i = 0; i < earlier; i++)
        if (text_same(item->attachments[i].service_id, from->service_id))
            return &item->attachments[i];
    for (size_t i = 0; i < earlier; i++) {
        struct attachment *have = &item->attachments[i];
        bool formats = !have->format || !from->format || text_same_words(have->format, from->format);
        if (formats && text_same_words(have->title, from->title) && !lists_id_of(paper, have))
            return have;
    }
    return NULL;
}

/* FROM is listed by a paper; the first EARLIER ones by papers before it. Within one paper two of one
 * title are two. */
static void merge_attachment(struct meeting *meeting, struct item *item, size_t earlier, const struct item *paper, const struct attachment *from)
{
    struct attachment *have = find_attachment(item, earlier, paper, from);
    if (have) {
        have->format = have->format ? have->format : from->format;
        have->size = from->size ? from->size : have->size; /* the later form's */
        have->url = from->url ? from->url : have->url;
        have->exempt |= from->exempt;
        have->held |= from->held;
        have->service_id = have->service_id ? have->service_id : from->service_id;
        return;
    }
    *mem_append(meeting, item->attachments, item->n_attachments) = *from;
}

/* The report that is held is the paper listed under the item's own title, or under one of its headings. */
static bool report_is(const struct item *item, const struct attachment *attachment)
{
    if (item->n_blocks == 0)
        return false;
    if (!attachment->title || text_same_words(attachment->title, item->title))
        return true;
    for (size_t i = 0; i < item->n_blocks; i++)
        if (item->blocks[i].kind == BLOCK_HEADING && text_same_words(attachment->title, item->blocks[i].text))
            return true;
    return false;
}

/* To follow, since published and not held, then held (screens.md 2). */
static enum follow_state follow_of(const struct item *item, const struct item_row *row)
{
    bool to_follow = false, listed = false;
    for (size_t i = 0; i < row->n_papers; i++) {
        if (!row->of[i])
            continue;
        to_follow |= row->of[i]->follow != FOLLOW_NONE;
        listed |= row->of[i]->follow == FOLLOW_PUBLISHED_NOT_HELD || (row->of[i]->follow == FOLLOW_NONE && row->of[i]->n_attachments > 0);
    }
    if (!to_follow)
        return FOLLOW_NONE;
    if (item->n_blocks > 0)
        return FOLLOW_HELD;
    return listed ? FOLLOW_PUBLISHED_NOT_HELD : FOLLOW_TO_FOLLOW;
}

/* REPORT is held: so is what is listed under its title, or under the address it came from. */
static void hold_listed(struct item *item, const struct meeting *meeting, const struct item *report)
{
    for (size_t r = 0; r < report->n_attachments; r++)
        for (size_t i = 0; i < item->n_attachments; i++) {
            struct attachment *listed = &item->attachments[i];
            const struct attachment *own = &report->attachments[r];
            listed->held |= (own->title && text_same_words(listed->title, own->title)) || attachment_is_at(listed, meeting->site, own->url);
        }
}

static void merge_papers(struct item *item, struct meeting *meeting, const struct item_row *row, struct draft *const *drafts)
{
    for (size_t i = 0; i < row->n_papers; i++) {
        size_t earlier = item->n_attachments;
        for (size_t a = 0; row->of[i] && !form_is_report(drafts[i]->form) && a < row->of[i]->n_attachments; a++)
            merge_attachment(meeting, item, earlier, row->of[i], &row->of[i]->attachments[a]);
    }
    for (size_t i = 0; i < row->n_papers; i++)
        if (row->of[i] && form_is_report(drafts[i]->form))
            hold_listed(item, meeting, row->of[i]);
    for (size_t i = 0; i < item->n_attachments; i++)
        item->attachments[i].held |= report_is(item, &item->attachments[i]);
    item->follow = follow_of(item, row);
}

/* ---- the rest --------------------------------------------------------------------------------------- */

static void merge_lines(struct meeting *meeting, struct strings *lines, const struct strings *from)
{
    size_t earlier = lines->n; /* of papers before this one */
    for (size_t i = 0; i < from->n; i++) {
        bool known = false;
        for (size_t l = 0; l < earlier && !known; l++)
            known = text_same_words(lines->at[l], from->at[i]);
        if (!known)
            strings_add(meeting, lines, from->at[i]);
    }
}

bool form_is_whole(enum form form)
{
    static const enum form some[] = {FORM_SUPPLEMENT_TEXT, FORM_SUPPLEMENT_PDF, FORM_DECISIONS_TEXT, FORM_DECISIONS_PDF};
    bool whole = form_extent(form) == OF_MEETING;
    for (size_t i = 0; i < MB_LENGTH(some); i++)
        whole &= form != some[i];
    return whole;
}

/* Is the item in the last paper that is of the whole meeting? Of several of one rank none is known here to be the last, so that one
 * that has it will do: when they came counts where changes are shown. Where there is none, each is as good. */
static bool in_latest_edition(const struct item_row *row, struct draft *const *drafts)
{
    bool any = false, has = false;
    int rank = 0;
    for (size_t i = row->n_papers; i-- > 0 && !has;) {
        if (!form_is_whole(drafts[i]->form) || drafts[i]->meeting->n_items == 0)
            continue;
        if (any && draft_rank(drafts[i]) != rank)
            break;
        rank = draft_rank(drafts[i]);
        any = true;
        has = row->of[i] != NULL;
    }
    return has || !any;
}

/* The votes of the last paper that records any: one that was printed before had none, or not yet all. */
static void merge_votes(struct item *item, const struct item_row *row)
{
    for (size_t i = 0; i < row->n_papers; i++)
        if (row->of[i] && row->of[i]->n_votes) {
            item->votes = row->of[i]->votes;
            item->n_votes = row->of[i]->n_votes;
        }
}

static bool has_link(const struct item *item, size_t earlier, const struct link *from)
{
    for (size_t i = 0; i < earlier; i++)
        if (item->links[i].url && from->url && strcmp(item->links[i].url, from->url) == 0)
            return true;
    return false;
}

/* Each address once; within one paper a link may stand twice. */
static void merge_links(struct item *item, struct meeting *meeting, const struct item_row *row)
{
    for (size_t i = 0; i < row->n_papers; i++) {
        size_t earlier = item->n_links;
        for (size_t l = 0; row->of[i] && l < row->of[i]->n_links; l++)
            if (!has_link(item, earlier, &row->of[i]->links[l]))
                *mem_append(meeting, item->links, item->n_links) = row->of[i]->links[l];
    }
}

static void merge_marks(struct item *item, struct meeting *meeting, const struct item_row *row, struct draft *const *drafts)
{
    item->in_latest = in_latest_edition(row, drafts);
    for (size_t i = 0; i < row->n_papers; i++) {
        const struct item *from = row->of[i];
        if (!from)
            continue;
        item->part = from->part > item->part ? from->part : item->part;
        item->exempt |= from->exempt;
        merge_lines(meeting, &item->asked, &from->asked);
        merge_lines(meeting, &item->invited, &from->invited);
    }
}

struct item merge_item(struct meeting *meeting, const struct item_row *row, struct draft *const *drafts, int position)
{
    struct item item = {
        .position = position,
        .agenda_number = FIRST(row, agenda_number),
        .minute_number = FIRST(row, minute_number),
        .title = FIRST(row, title),
        .kind = FIRST(row, kind),
        .exempt_reason = FIRST(row, exempt_reason),
        .timing = FIRST(row, timing),
        .pages = FIRST(row, pages),
        .pages_note = FIRST(row, pages_note),
        .author = FIRST(row, author),
        .service_id = FIRST(row, service_id),
    };
    static const struct named {
        const char *name;
        size_t offset;
    } watched[] = {{"title", offsetof(struct item, title)}, {"timing", offsetof(struct item, timing)},
                   {"agenda_number", offsetof(struct item, agenda_number)}, {"minute_number", offsetof(struct item, minute_number)}};
    for (size_t w = 0; w < MB_LENGTH(watched); w++)
        for (size_t i = 0; i < row->n_papers; i++) {
            char *field = mem_printf(NULL, "item %d %s", position, watched[w].name);
            add_alternative(meeting, field, text_at(row->of[i], watched[w].offset), first_text(row, watched[w].offset), drafts[i]->sha256);
            talloc_free(field);
        }
    merge_marks(&item, meeting, row, drafts);
    merge_texts(&item, meeting, row, drafts);
    merge_report(&item, meeting, row, drafts);
    merge_papers(&item, meeting, row, drafts);
    merge_votes(&item, row);
    merge_links(&item, meeting, row);
    return item;
}
