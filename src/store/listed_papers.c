/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers of the whole meeting that its page lists above the items (field.md 3.4): which of them would say something that is
 * not held. What a page or a pack tells already is not asked for again. */
#include "config.h"

#include "src/store/merge.h"
#include "src/store/placed.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum listed_kind { LISTED_FRONTSHEET, LISTED_PACK, LISTED_MINUTES, LISTED_DECISIONS, LISTED_SUPPLEMENT, LISTED_OTHER };

/* ---- which paper it is ---------------------------------------------------------------------------------------------- */

/* The service's own addresses: "documents/g10230/Printed minutes.pdf?T=1". */
static enum listed_kind kind_of_address(const char *url)
{
    static const struct printed {
        const char *mark;
        enum listed_kind kind;
    } printed[] = {{"T=0", LISTED_FRONTSHEET}, {"T=1", LISTED_MINUTES}, {"T=2", LISTED_DECISIONS}, {"T=10", LISTED_PACK}};
    const char *folder = url ? strcasestr(url, "documents/g") : NULL, *query = folder ? strchr(folder, '?') : NULL;
    size_t n = query ? strcspn(query + 1, "&#") : 0;
    for (size_t i = 0; query && isdigit((unsigned char)folder[strlen("documents/g")]) && i < MB_LENGTH(printed); i++)
        if (strlen(printed[i].mark) == n && strncasecmp(query + 1, printed[i].mark, n) == 0)
            return printed[i].kind;
    return LISTED_OTHER;
}

/* As pages call them; "Minutes supplement" is a supplement. */
static enum listed_kind kind_of(const struct attachment *paper)
{
    static const struct named {
        const char *words;
        enum listed_kind kind;
    } named[] = {{"supplement", LISTED_SUPPLEMENT}, {"addendum", LISTED_SUPPLEMENT},  {"late ", LISTED_SUPPLEMENT},    {"frontsheet", LISTED_FRONTSHEET},
                 {"front sheet", LISTED_FRONTSHEET}, {"decision", LISTED_DECISIONS}, {"minutes", LISTED_MINUTES}, {"pack", LISTED_PACK},
                 {"agenda", LISTED_FRONTSHEET}};
    enum listed_kind kind = kind_of_address(paper->url);
    char *title = text_fold(NULL, paper->title);
    for (size_t i = 0; kind == LISTED_OTHER && i < MB_LENGTH(named); i++)
        if (strstr(title, named[i].words))
            kind = named[i].kind;
    talloc_free(title);
    return kind == LISTED_OTHER && paper->service_id ? LISTED_SUPPLEMENT : kind;
}

/* ---- what is held ------------------------------------------------------------------------------------------------------ */

static size_t count_forms(const struct meeting *meeting, const enum form *forms, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < meeting->n_sources; i++)
        for (size_t f = 0; f < n; f++)
            count += meeting->sources[i].form == forms[f];
    return count;
}
#define COUNT_FORMS(meeting, ...) \
    count_forms((meeting), (const enum form[]){__VA_ARGS__}, MB_LENGTH(((const enum form[]){__VA_ARGS__})))

struct holdings {
    bool reports_missing; /* one that anybody may read */
    bool minutes, minutes_cut, decisions;
    size_t packs, frontsheets, printed_minutes, printed_decisions, supplements;
};

static struct holdings holdings_of(const struct meeting *meeting)
{
    struct holdings held = {0};
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        for (size_t a = 0; a < item->n_attachments; a++)
            held.reports_missing |= !item->attachments[a].held && !item->attachments[a].exempt;
        held.reports_missing |= item->follow == FOLLOW_TO_FOLLOW || item->follow == FOLLOW_PUBLISHED_NOT_HELD;
        held.minutes |= item->minutes_text != NULL;
        held.minutes_cut |= item->truncated;
        held.decisions |= item->decision_text != NULL;
    }
    held.packs = COUNT_FORMS(meeting, FORM_PACK_TEXT, FORM_PACK_MARKDOWN, FORM_PACK_PDF);
    held.frontsheets = COUNT_FORMS(meeting, FORM_FRONTSHEET_TEXT, FORM_FRONTSHEET_PDF);
    held.printed_minutes = COUNT_FORMS(meeting, FORM_MINUTES_TEXT, FORM_MINUTES_PDF);
    held.printed_decisions = COUNT_FORMS(meeting, FORM_DECISIONS_TEXT, FORM_DECISIONS_PDF);
    held.supplements = COUNT_FORMS(meeting, FORM_SUPPLEMENT_TEXT, FORM_SUPPLEMENT_PDF);
    return held;
}

/* Of a meeting without any minutes, whose day is known, these are wanted as such (WANTED_MINUTES). */
static bool says_more(const struct meeting *meeting, const struct holdings *held, enum listed_kind kind)
{
    switch (kind) {
    case LISTED_FRONTSHEET:
        return meeting->n_items == 0 && !held->packs && !held->frontsheets;
    case LISTED_PACK:
        return held->reports_missing && !held->packs;
    case LISTED_MINUTES:
        return !held->printed_minutes && (held->minutes ? held->minutes_cut : !date_is_set(meeting->date));
    case LISTED_DECISIONS:
        return !held->printed_decisions && !held->decisions && !held->minutes;
    case LISTED_SUPPLEMENT:
        return true;
    case LISTED_OTHER:
        break;
    }
    return false;
}

/* ---- the list ------------------------------------------------------------------------------------------------------------ */

/* Of the printed papers there is one of each kind, the last that is listed; supplements are told by number, address, title. */
static bool is_same(const struct meeting *meeting, const struct attachment *have, const struct attachment *from)
{
    enum listed_kind kind = kind_of(from);
    if (kind_of(have) != kind || kind != LISTED_SUPPLEMENT)
        return kind_of(have) == kind;
    if (have->service_id && from->service_id)
        return strcmp(have->service_id, from->service_id) == 0;
    return attachment_is_at(have, meeting->site, from->url) || text_same_words(have->title, from->title);
}

static void list_paper(struct meeting *meeting, const struct attachment *from)
{
    for (size_t i = 0; i < meeting->n_papers; i++)
        if (is_same(meeting, &meeting->papers[i], from)) {
            meeting->papers[i] = *from;
            return;
        }
    *mem_append(meeting, meeting->papers, meeting->n_papers) = *from;
}

/* A supplement that came from the address PAPER has, or is kept under its name. */
static bool is_held(const struct meeting *meeting, const struct attachment *paper, const struct group *group, const struct head *heads,
                    struct draft *const *drafts)
{
    bool held = false;
    char *title = text_fold(NULL, paper->title);
    for (size_t i = 0; i < group->n && !held; i++) {
        if (!form_is_supplement(drafts[i]->form))
            continue;
        const char *stroke = drafts[i]->path ? strrchr(drafts[i]->path, '/') : NULL;
        char *name = text_fold(NULL, stroke ? stroke + 1 : drafts[i]->path);
        held = attachment_is_at(paper, meeting->site, heads[group->members[i]].url) || (*title && strstr(name, title));
        talloc_free(name);
    }
    talloc_free(title);
    return held;
}

void merge_listed_papers(struct meeting *meeting, const struct group *group, const struct head *heads, struct draft *const *drafts)
{
    struct holdings held = holdings_of(meeting);
    size_t listed = 0, kept = 0;
    for (size_t i = 0; i < group->n; i++)
        for (size_t p = 0; p < drafts[i]->n_papers; p++)
            list_paper(meeting, &drafts[i]->papers[p]);
    for (size_t i = 0; i < meeting->n_papers; i++)
        listed += kind_of(&meeting->papers[i]) == LISTED_SUPPLEMENT;
    for (size_t i = 0; i < meeting->n_papers; i++) {
        const struct attachment paper = meeting->papers[i];
        bool supplement = kind_of(&paper) == LISTED_SUPPLEMENT;
        bool here = supplement && (held.supplements >= listed || is_held(meeting, &paper, group, heads, drafts));
        if (!paper.exempt && !here && says_more(meeting, &held, kind_of(&paper)))
            meeting->papers[kept++] = paper;
    }
    meeting->n_papers = kept;
    if (kept == 0)
        meeting->papers = NULL;
}
