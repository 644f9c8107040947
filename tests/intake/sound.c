/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Is a draft what model.h promises? Nothing is read here and nothing put right. */
#include "config.h"

#include "intake/sound.h"

#include <string.h>

struct check {
    const char *wrong; /* the first that is wrong */
    size_t values;
};

static void check_value(void *to, int depth, const char *name, const char *value)
{
    struct check *check = to;
    (void)depth;
    if (!value)
        return;
    check->values++;
    if (*value == '\0' && strcmp(name, "cells") != 0)
        check->wrong = name;
    if (!text_is_utf8(value, strlen(value)))
        check->wrong = name;
}

static const char *item_fault(const struct item *item, size_t place)
{
    if (item->position != (int)place)
        return "an item is not numbered by its place";
    if (!item->title && !item->agenda_number && !item->minute_number)
        return "an item has neither number nor title";
    for (size_t i = 0; i < item->n_blocks; i++) {
        const struct block *block = &item->blocks[i];
        if (block->kind != BLOCK_TABLE && !block->text)
            return "a block has no text";
        for (size_t r = 0; r < block->n_rows; r++)
            for (size_t c = 0; c < block->rows[r].n_cells; c++)
                if (!block->rows[r].cells[c])
                    return "a cell is NULL";
    }
    return NULL;
}

static const char *meeting_fault(const struct meeting *meeting)
{
    const char *fault = NULL;
    if (date_is_set(meeting->date) != (meeting->date_basis != DATE_UNKNOWN))
        return "a day without a basis, or a basis without a day";
    if (date_is_set(meeting->date) && !date_is_real(meeting->date))
        return "the day is not in the calendar";
    if (meeting->minutes_after_midnight < -1 || meeting->minutes_after_midnight >= 24 * 60)
        return "the time is not of a day";
    for (size_t i = 0; i < meeting->n_items && !fault; i++)
        fault = item_fault(&meeting->items[i], i + 1);
    return fault;
}

const char *draft_fault(const struct draft *draft)
{
    struct check check = {0};
    record_write(&draft_type, draft, check_value, &check);
    if (check.wrong)
        return check.wrong;
    if (!draft->meeting)
        return "there is no meeting";
    return meeting_fault(draft->meeting);
}

size_t draft_values(const struct draft *draft)
{
    struct check check = {0};
    record_write(&draft_type, draft, check_value, &check);
    return check.values;
}
