/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the roles of persons as lists of members print them, in packs, on pages and in replies of the
 * service. The words are those of assets/words/pack-words. */
#ifndef MINUTEBOOK_INTAKE_PEOPLE_H
#define MINUTEBOOK_INTAKE_PEOPLE_H

#include <minutebook/model.h>

/* The capacity that the words of a role name ("Co-opted Member": "co-opted"); NULL where they name none. */
const char *person_capacity(const char *role);
/* Set role and capacity of PERSON: ROLE as printed (may be NULL) is kept unless it says no more than that somebody is on
 * the body ("Committee Member"); its words tell the capacity, else it is OTHERWISE. PARENT owns both. */
void person_role(const void *parent, struct person *person, const char *role, const char *otherwise);
/* Is WORDS an unfilled seat: "Vacancy"? */
bool person_is_vacancy(const char *words);

#endif
