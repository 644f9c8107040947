/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

#include "unit/search/harbour.h"

#define T(text) ((char *)(text))

void import_page(struct store *store, const char *name, struct date date, const char *title, const char *minutes,
                        bool exempt)
{
    struct draft *draft = mem_new(store, struct draft);
    draft->path = mem_strdup(draft, name);
    sha256_hex(name, strlen(name), draft->sha256);
    draft->form = FORM_PAGE_TEXT;
    draft->reader_version = 1;
    struct item *item = mem_new(draft, struct item);
    *item = (struct item){.position = 1,
                          .minute_number = T("40"),
                          .title = T(title),
                          .kind = strcmp(title, "Apologies") == 0 ? T("routine") : NULL,
                          .minutes_text = T(minutes),
                          .minutes_exempt = exempt,
                          .truncated = true,
                          .in_latest = true};
    draft->meeting = mem_new(draft, struct meeting);
    struct person *people = mem_zero_named(draft, 2 * sizeof *people, "people");
    people[0].name = T("Councillor J Reed");
    people[1].name = T("Cllr Ada Moss");
    *draft->meeting = (struct meeting){.people = people,
                                       .n_people = date.year == 2031 ? 2 : 1, /* Moss came in 2031 alone */
                                       .committee = T("Harbour Scrutiny Panel"),
                                       .date = date,
                                       .date_basis = DATE_STATED,
                                       .minutes_after_midnight = -1,
                                       .items = item,
                                       .n_items = 1};
    struct import_result *result = NULL;
    struct import_options options = {0};
    struct err err;
    assert_ok(store_import(store, store, draft, name, strlen(name), &options, &result, &err), err);
}

struct store *harbour(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "search.db"), STORE_WRITE);
    import_page(store, "one", (struct date){2031, 2, 3}, "Ferry Tolls",
                "The caf\xC3\xA9 at the quay was closed. School transport by ferry OR bus.", false);
    import_page(store, "two", (struct date){2030, 2, 3}, "Buoys", "The school was told of transport to the quay.",
                false);
    import_page(store, "three", (struct date){2032, 2, 3}, "Lights", "Trans\xC2\xADport costs, and a quayside.", true);
    return store;
}
