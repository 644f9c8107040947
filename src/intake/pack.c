/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reader of agenda packs: the order of its steps, and nothing else (pack.h). */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/readers.h"

static void say_what_was_left_out(struct pack *pack)
{
    if (!pack->cut)
        return;
    pack->draft->incomplete = true;
    draft_warn(pack->draft,
               "the paper has more lines or table cells than can be read (%zu and %zu); the rest is left out "
               "or kept as plain lines",
               PACK_PIECES_MAX, PACK_CELLS_MAX);
}

char *pack_page_of(const void *parent, const struct pack *pack, const struct piece *piece)
{
    int page = pack->paged && piece->page ? piece->page + pack->shift : 0;
    return page > 0 ? mem_printf(parent, "%d", page) : NULL;
}

bool pack_read_pieces(struct pack *pack)
{
    pack_mend(pack);
    if (!pack_read_agenda(pack))
        return false;
    pack_read_front(pack);
    pack_read_people(pack);
    pack_read_contact(pack);
    pack_settle_date(pack);
    report_read_all(pack);
    programme_read(pack);
    say_what_was_left_out(pack);
    return true;
}

enum status pack_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct pack pack = {.scratch = talloc_named_const(NULL, 0, "pack"), .draft = draft, .meeting = draft->meeting};
    pack_split(&pack, text, n);
    bool found = pack_read_pieces(&pack);
    talloc_free(pack.scratch);
    if (!found)
        return err_set(err, STATUS_INPUT, "no agenda table with item numbers, subjects and pages");
    return STATUS_OK;
}
