/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search, fields: the one table of what `name:value` may ask for. The parser, the completion at the prompt and the manual page
 * minutebook-query(7) are made from it. */
#ifndef MINUTEBOOK_SEARCH_FIELDS_H
#define MINUTEBOOK_SEARCH_FIELDS_H

/* What a value is, and so where it is looked up. */
enum field_values {
    VALUES_COMMITTEE, /* a committee of the store, by any of its names or some words of one */
    VALUES_COUNCIL,
    VALUES_KIND,      /* what passage_kind_words() calls it */
    VALUES_DAYS,      /* a day, month or year, or two of them with .. between */
    VALUES_NUMBER,    /* as printed */
    VALUES_WORDS,     /* words of the row's own column */
    VALUES_STATUS,    /* of action_statuses */
    VALUES_IS,        /* SEARCH_IS_TABLE */
    VALUES_HAS,
    VALUES_PERSON,
};

/* Where it may stand: anywhere, or only by itself among what must all hold, for it is no word of the index. */
enum field_place { BY_ANYWHERE, BY_ALONE };

/* X(id, name, values, place, example, what it finds) */
#define SEARCH_FIELD_TABLE(X)                                                                                                            \
    X(BY_COMMITTEE, "committee", VALUES_COMMITTEE, BY_ANYWHERE, "committee:housing", "papers of this committee, under any of its names")  \
    X(BY_COUNCIL, "council", VALUES_COUNCIL, BY_ANYWHERE, "council:haddlestone", "papers of this council")                               \
    X(BY_KIND, "kind", VALUES_KIND, BY_ANYWHERE, "kind:report", "texts of this kind")                                             \
    X(BY_DATE, "date", VALUES_DAYS, BY_ALONE, "date:2022..2023", "of meetings in these days; either side of .. may be open")      \
    X(BY_AFTER, "after", VALUES_DAYS, BY_ALONE, "after:2022-03-14", "of meetings later than this day, month or year")             \
    X(BY_BEFORE, "before", VALUES_DAYS, BY_ALONE, "before:2022", "of meetings earlier than this day, month or year")              \
    X(BY_ITEM, "item", VALUES_NUMBER, BY_ANYWHERE, "item:7", "of the item with this number in the agenda or minutes")             \
    X(BY_PAGE, "page", VALUES_NUMBER, BY_ANYWHERE, "page:12", "texts that begin on this page of the papers")                      \
    X(BY_OWNER, "owner", VALUES_WORDS, BY_ANYWHERE, "owner:director", "follow-ups that these words of an owner owe")              \
    X(BY_RECIPIENT, "recipient", VALUES_WORDS, BY_ANYWHERE, "recipient:\"cabinet member\"", "follow-ups that are owed to these")  \
    X(BY_STATUS, "status", VALUES_STATUS, BY_ANYWHERE, "status:in-progress", "follow-ups that stand so")                          \
    X(BY_IS, "is", VALUES_IS, BY_ANYWHERE, "is:overdue", "what is so (below)")                                                    \
    X(BY_HAS, "has", VALUES_HAS, BY_ANYWHERE, "has:table", "texts with a table in them")                                          \
    X(BY_MEMBER, "member", VALUES_PERSON, BY_ALONE, "member:\"A Smith\"", "of meetings whose record of people names this one")

enum search_field {
#define SEARCH_FIELD_ID(id, name, values, place, example, help) id,
    SEARCH_FIELD_TABLE(SEARCH_FIELD_ID)
#undef SEARCH_FIELD_ID
        SEARCH_FIELDS
};

/* X(id, value, where it may stand, what is so) */
#define SEARCH_IS_TABLE(X)                                                                                                   \
    X(IS_OVERDUE, "overdue", BY_ALONE, "follow-ups that are overdue")                                                     \
    X(IS_EXEMPT, "exempt", BY_ANYWHERE, "texts that are exempt from publication")                                         \
    X(IS_CUT, "cut", BY_ANYWHERE, "texts of which the source shows only the beginning")                                   \
    X(IS_TO_FOLLOW, "tofollow", BY_ANYWHERE, "of items with a paper that is to follow")                                   \
    X(IS_ROUTINE, "routine", BY_ANYWHERE, "what is left out otherwise: apologies, notices, blank pages")

enum search_is {
#define SEARCH_IS_ID(id, value, place, help) id,
    SEARCH_IS_TABLE(SEARCH_IS_ID)
#undef SEARCH_IS_ID
        SEARCH_IS
};

struct search_field_row {
    const char *name;
    enum field_values values;
    enum field_place place;
    const char *example, *help;
};
extern const struct search_field_row search_fields[SEARCH_FIELDS];

struct search_is_row {
    const char *value;
    enum field_place place;
    const char *help;
};
extern const struct search_is_row search_states[SEARCH_IS];

#endif
