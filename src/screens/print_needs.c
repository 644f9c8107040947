/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What only the member can say of a meeting that was imported: which committee, which day, or of which meeting a report is
 * that nobody placed. First what is asked, then how it is answered, in the browser or in a shell. */
#include "config.h"

#include "print_needs.h"

#include <string.h>

/* " Probably Health: its name is in minute 271.", or nothing. */
static enum status probably(const struct needing *needing, const char **words, struct err *err)
{
    const void *local = needing->local;
    struct committee_offer *offer = NULL;
    enum status status = store_offer_committee(local, needing->store, needing->meeting->id, &offer, err);
    *words = status == STATUS_OK && offer ? mem_printf(local, " Probably %s: %s.", name_stem(local, offer->committee),
                                                       words_join(local, &offer->reasons, " and "))
                                          : "";
    return status;
}

enum status needs_question(const struct needing *needing, char **question, struct err *err)
{
    const void *local = needing->local;
    const struct meeting *meeting = needing->meeting;
    struct strings asked = {0};
    const char *words = "";
    if (!meeting->committee) {
        enum status status = probably(needing, &words, err);
        if (status != STATUS_OK)
            return status;
    }
    if (needing->unplaced)
        strings_add(local, &asked, "Of which item of which meeting?");
    else if (!meeting->committee)
        strings_add(local, &asked, mem_printf(local, "Which committee?%s", words));
    if (!needing->unplaced && !date_is_set(meeting->date))
        strings_add(local, &asked, "Which day?");
    if (!needing->unplaced && !meeting->committee)
        strings_add(local, &asked, "Readable and searchable meanwhile; it joins no committee until you say so.");
    *question = asked.n ? words_join(local, &asked, " ") : NULL;
    return STATUS_OK;
}

/* PATH as one word of a line, as a shell and `:` take it. */
static char *word_of(const void *parent, const char *path)
{
    struct buf out;
    if (path[0] && !path[strcspn(path, " \t'\"\\$`&;|<>()*?[]{}!#~")])
        return mem_strdup(parent, path);
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    buf_putc(&out, '\'');
    for (; *path; path++)
        if (*path == '\'')
            buf_puts(&out, "'\\''");
        else
            buf_putc(&out, *path);
    buf_putc(&out, '\'');
    return buf_take(&out);
}

/* "(to place it: ...)", with the file where it is known which. */
static const char *how_to_place(const void *local, const char *spelling, bool inside, const char *path)
{
    const char *file = path ? word_of(local, path) : "FILE";
    return inside ? mem_printf(local, "(to place it: open its meeting, go to the item and type :attach %s)", file)
                  : mem_printf(local, "(to place it: %s import --meeting MEETING --item ITEM %s)", spelling, file);
}

/* What is not stated, as one command that states it. */
static const char *how_to_state(const struct needing *needing)
{
    const struct meeting *meeting = needing->meeting;
    const char *first = needing->unplaced ? "if its meeting is not held" : "to say it";
    if (needing->inside)
        return mem_printf(needing->local, "(%s: Enter here)", first);
    return mem_printf(needing->local, "(%s: %s meeting details %s%s%s)", first, needing->program->spelling, needing->address,
                      meeting->committee ? "" : " --committee NAME", date_is_set(meeting->date) ? "" : " --date YYYY-MM-DD");
}

struct strings needs_answers(const struct needing *needing)
{
    struct strings how = {0};
    const struct meeting *meeting = needing->meeting;
    if (needing->unplaced)
        strings_add(needing->local, &how,
                    how_to_place(needing->local, needing->program->spelling, needing->inside, needing->unplaced));
    if (!meeting->committee || !date_is_set(meeting->date))
        strings_add(needing->local, &how, how_to_state(needing));
    return how;
}

bool needs_place(const struct import_result *result)
{
    for (size_t i = 0; result && i < result->needs.n; i++)
        if (strcmp(result->needs.at[i], "meeting") == 0)
            return true;
    return false;
}

void needs_of_many(struct page *page, const struct program *program, bool inside, bool meetings, bool reports)
{
    void *local = talloc_named_const(NULL, 0, "needs");
    if (meetings)
        page_wrap(page, 2, 6, 0, STYLE_QUIET,
                  inside ? "(to say it: Enter on its line)"
                         : mem_printf(local, "(to say it: %s meeting details MEETING --committee NAME --date YYYY-MM-DD)", program->spelling));
    if (reports)
        page_wrap(page, 2, 6, 0, STYLE_QUIET, how_to_place(local, program->spelling, inside, NULL));
    talloc_free(local);
}
