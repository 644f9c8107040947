/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What changed between the papers of one meeting, or of all, printed: the pages of changes_page.c under the names of
 * their meetings. */
#include "config.h"

#include "changes.h"

#include <string.h>

#define PRINT_WIDTH_MIN 40

struct printing {
    struct sink *sink;
    struct store *store;
    const struct program *program;
    int width;
    bool any; /* a meeting has been printed */
};

static void head(struct page *page, const struct meeting *meeting, const struct meeting_changes *changes, bool first)
{
    void *local = talloc_named_const(NULL, 0, "head");
    const char *day = date_is_set(meeting->date) ? date_long(local, meeting->date) : "day not known";
    if (first)
        page_wrap(page, 0, 0, 0, STYLE_QUIET, "What is gone stands in " SIGN_GONE " " SIGN_GONE_END ", what is new in " SIGN_NEW " " SIGN_NEW_END ".");
    page_blank(page);
    page_wrap(page, 0, 2, 0, STYLE_HEAD, mem_printf(local, "%s, %s", name_committee(local, meeting->committee, 0), day));
    if (changes->n)
        page_wrap(page, 0, 2, 0, STYLE_TEXT, mem_printf(local, "%s between its papers", changes_counted(local, changes)));
    else
        page_blank(page);
    talloc_free(local);
}

/* QUIET: of a meeting without changes nothing is said. */
static enum status print_meeting(struct printing *printing, const char *id, bool quiet, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "changes");
    struct meeting *meeting = NULL;
    struct meeting_changes changes = {0};
    enum status status = store_meeting(local, printing->store, id, &meeting, err);
    if (status == STATUS_OK)
        status = store_changes(local, printing->store, meeting->id, &changes, err);
    if (status == STATUS_OK && (changes.n || !quiet)) {
        struct page *page = page_new(local, printing->width < PRINT_WIDTH_MIN ? PRINT_WIDTH_MIN : printing->width);
        head(page, meeting, &changes, !printing->any);
        changes_page(page, &changes, meeting->n_sources);
        printing->any = true;
        if (!page_write(page, printing->sink, printing->program->ascii))
            status = err_set(err, STATUS_CANCELLED, "the output was closed");
    }
    talloc_free(local);
    return status;
}

static enum status print_all(struct printing *printing, struct err *err)
{
    struct meeting_rows rows = {0};
    void *local = talloc_named_const(NULL, 0, "all changes");
    enum status status = store_meetings(local, printing->store, &rows, err);
    for (size_t i = 0; i < rows.n && status == STATUS_OK; i++)
        if (rows.at[i].sources > 1)
            status = print_meeting(printing, rows.at[i].id, true, err);
    if (status == STATUS_OK && !printing->any) {
        struct page *page = page_new(local, printing->width < PRINT_WIDTH_MIN ? PRINT_WIDTH_MIN : printing->width);
        page_wrap(page, 0, 0, 0, STYLE_TEXT, "No two papers of a meeting differ in what both of them say.");
        if (!page_write(page, printing->sink, printing->program->ascii))
            status = err_set(err, STATUS_CANCELLED, "the output was closed");
    }
    talloc_free(local);
    return status;
}

enum status changes_print(struct sink *sink, struct store *store, const struct program *program, const char *id, int width, struct err *err)
{
    struct printing printing = {sink, store, program, width, false};
    return id ? print_meeting(&printing, id, false, err) : print_all(&printing, err);
}
