/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The names that enumerations have in JSON, on the command line and in the store (design.md 5.3). They are
 * promises to scripts: within one format version they may be added to and never renamed. */
#include "config.h"

#include <minutebook/model.h>

#include <string.h>

static const struct {
    const char *name, *words, *several;
    int rank;
    enum form_extent extent;
} forms[FORM_COUNT] = {
    [FORM_UNKNOWN] = {"unknown", "a paper of unknown form", "papers of unknown form", 0, OF_MEETING},
#define X(id, name, words, several, rank, extent) [id] = {name, words, several, rank, extent},
    MODEL_FORMS(X)
#undef X
};

/* A form out of range can come from a store written by a newer program: it reads as unknown. */
static enum form form_known(enum form form)
{
    return (unsigned)form < FORM_COUNT ? form : FORM_UNKNOWN;
}

const char *form_name(enum form form)
{
    return forms[form_known(form)].name;
}

const char *form_words(enum form form)
{
    return forms[form_known(form)].words;
}

const char *form_words_several(enum form form)
{
    return forms[form_known(form)].several;
}

int form_rank(enum form form)
{
    return forms[form_known(form)].rank;
}

enum form_extent form_extent(enum form form)
{
    return forms[form_known(form)].extent;
}

bool form_is_part(enum form form)
{
    return form_extent(form) == OF_ITEM;
}

bool form_is_list(enum form form)
{
    return form_extent(form) == OF_COUNCIL;
}

int draft_rank(const struct draft *draft)
{
    const struct meeting *meeting = draft->meeting;
    bool unconfirmed = meeting && meeting->minutes_status && strcmp(meeting->minutes_status, "draft") == 0;
    int rank = form_rank(draft->form);
    return unconfirmed && rank == form_rank(FORM_MINUTES_TEXT) ? rank - 1 : rank;
}

bool form_parse(const char *name, enum form *form)
{
    for (size_t i = 0; i < FORM_COUNT; i++) {
        if (strcmp(name, forms[i].name) == 0) {
            *form = (enum form)i;
            return true;
        }
    }
    return false;
}

/* NAMES[VALUE], or the first name where VALUE is none we know. */
static const char *name_of(const char *const *names, size_t n, unsigned value)
{
    return names[value < n ? value : 0];
}
#define NAME_OF(names, value) name_of((names), MB_LENGTH(names), (unsigned)(value))

const char *block_kind_name(enum block_kind kind)
{
    static const char *const names[] = {
        [BLOCK_PARA] = "para", [BLOCK_HEADING] = "heading", [BLOCK_LIST] = "list", [BLOCK_TABLE] = "table"};
    return NAME_OF(names, kind);
}

const char *date_basis_name(enum date_basis basis)
{
    static const char *const names[] = {
        [DATE_UNKNOWN] = NULL, [DATE_STATED] = "stated", [DATE_INFERRED] = "inferred", [DATE_GIVEN] = "given"};
    return NAME_OF(names, basis);
}

const char *programme_section_name(enum programme_section section)
{
    static const char *const names[] = {
        [SECTION_DATED] = "dated", [SECTION_POSSIBLE] = "possible", [SECTION_STANDING] = "standing"};
    return NAME_OF(names, section);
}

const char *programme_state_name(enum programme_state state)
{
    static const char *const names[] = {
        [ENTRY_SCHEDULED] = "scheduled", [ENTRY_TBC] = "tbc",   [ENTRY_STANDING] = "standing",
        [ENTRY_DEFERRED] = "deferred",   [ENTRY_DONE] = "done", [ENTRY_MOVED] = "moved"};
    return NAME_OF(names, state);
}
