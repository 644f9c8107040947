/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which limb of its resolution a follow-up stands in ("(b)"), and what hangs under an undertaking: "The Head of
 * Parks would write to Members on these matters:" and the entries below, each of which asks for something. */
#include "config.h"

#include "sweep.h"

#include "private.h"

#include <string.h>

#define LIMB_LONGEST 12 /* bytes of a mark that is a name, and no bullet */

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char *limb_of(const void *parent, const char *text, const struct unit *unit)
{
    size_t start = unit->mark.start, end = start + unit->mark.len;
    while (start < end && !is_alnum(text[start]))
        start++;
    size_t n = 0;
    while (start + n < end && is_alnum(text[start + n]))
        n++;
    return n && n <= LIMB_LONGEST ? mem_strndup(parent, text + start, n) : NULL;
}

static bool is_decided(enum place place)
{
    return place == PLACE_RESOLVED || place == PLACE_DECIDED || place == PLACE_RECOMMENDED;
}

/* Does UNIT end with a colon, and so open what follows? */
static bool opens_list(const struct unit *unit)
{
    size_t n = unit->view->n;
    while (n && (unit->view->text[n - 1] == '-' || unit->view->text[n - 1] == ' '))
        n--;
    return n && unit->view->text[n - 1] == ':';
}

/* The first unit behind WHICH that is no entry of the list it opens. A sentence on the line of an entry is of the entry. */
static size_t list_end(const struct units *units, size_t which)
{
    size_t i = which + 1;
    while (i < units->n && (units->at[i].tag || (units->at[which].opened ? units->at[i].block == units->at[which].opened
                                                                           : units->at[i].marked || units->at[i].line == units->at[i - 1].line)))
        i++;
    return i;
}

/* A promise to tell, not a resolution: what it answers are requests. */
static bool is_undertaking(const struct finding *finding)
{
    const struct action *action = finding->action;
    return !action->untracked && (strcmp(action->class, "action") == 0 || strcmp(action->class, "information_request") == 0);
}

static void hang(struct findings *found, int text, size_t under, size_t from, size_t to)
{
    for (size_t i = 0; i < found->n; i++) {
        struct finding *finding = &found->at[i];
        bool below = finding->text == text && finding->unit >= from && finding->unit < to;
        if (below && !finding->action->untracked && strcmp(finding->action->class, "information_request") == 0)
            finding->under = found->at[under].action;
    }
}

void limbs_name(struct swept_text *text)
{
    struct findings *found = &text->sweeping->found;
    for (size_t i = 0; i < found->n; i++) {
        struct finding *finding = &found->at[i];
        if (finding->text != text->sweeping->texts)
            continue;
        const struct unit *unit = &text->units.at[finding->unit];
        if (is_decided(unit->place) && unit->block)
            finding->action->limb = limb_of(finding->action, text->text, unit);
        if (!is_decided(unit->place) && is_undertaking(finding) && opens_list(unit))
            hang(found, finding->text, i, finding->unit + 1, list_end(&text->units, finding->unit));
    }
}

/* The candidate_id of UNDER, or of what says the same. */
static const char *id_of(const struct findings *findings, const struct action *under)
{
    for (size_t i = 0; i < findings->n; i++) {
        const struct finding *finding = &findings->at[i];
        if (finding->action == under)
            return finding_kept(findings, finding)->action->candidate_id;
    }
    return NULL;
}

void limbs_hang(struct findings *findings)
{
    for (size_t i = 0; i < findings->n; i++) {
        struct finding *finding = &findings->at[i];
        const char *id = finding->under && !finding->gone ? id_of(findings, finding->under) : NULL;
        if (id && strcmp(id, finding->action->candidate_id) != 0)
            finding->action->under = mem_strdup(finding->action, id);
    }
}
