/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the words of a role say about the seat of a person (field.md 2, People; design.md 5.3). */
#include "config.h"

#include "src/intake/people.h"

#include "src/intake/pack.h"

#include <string.h>

const char *person_capacity(const char *role)
{
    static const struct {
        enum pack_words words;
        const char *capacity;
    } seats[] = {
        {PACK_SEAT_OF_PARENT_GOVERNORS, "parent-governor"}, {PACK_SEAT_OF_CHURCHES, "church"},
        {PACK_SEAT_OF_THE_CO_OPTED, "co-opted"},            {PACK_SEAT_OF_SUBSTITUTES, "member"},
        {PACK_SEAT_OF_THE_CABINET, "cabinet"},              {PACK_SEAT_OF_OFFICERS, "officer"},
    };
    char *folded = text_fold(NULL, role);
    const char *capacity = NULL;
    for (size_t i = 0; i < MB_LENGTH(seats) && !capacity; i++)
        if (pack_says(seats[i].words, folded))
            capacity = seats[i].capacity;
    talloc_free(folded);
    return capacity;
}

/* "Member", "Committee Member", "Panel Member": no more than that they are on it. */
static bool says_nothing(const char *role)
{
    static const char *const plain[] = {"member",         "committee member", "panel member", "board member", "commission member",
                                        "group member",   "sub committee member", "ordinary member", "full member",
                                        "council member", "aelod",            "aelod pwyllgor", "aelod o r pwyllgor"};
    char *folded = text_fold(NULL, role);
    bool nothing = *folded == '\0';
    for (size_t i = 0; i < MB_LENGTH(plain); i++)
        nothing |= strcmp(folded, plain[i]) == 0;
    talloc_free(folded);
    return nothing;
}

void person_role(const void *parent, struct person *person, const char *role, const char *otherwise)
{
    const char *capacity = role ? person_capacity(role) : NULL;
    bool plain = !role || says_nothing(role);
    person->role = plain ? NULL : mem_strdup(parent, role);
    person->capacity = mem_strdup(parent, capacity && !plain ? capacity : otherwise);
}

bool person_is_vacancy(const char *words)
{
    char *folded = text_fold(NULL, words);
    bool vacancy = pack_says(PACK_VACANCY, folded);
    talloc_free(folded);
    return vacancy;
}
