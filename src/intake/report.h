/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the reports of a pack. Where each begins (report_find.c), its text as blocks
 * (report_blocks.c, report_table.c), and what it says about the meeting (report_asked.c,
 * report_invited.c). */
#ifndef MINUTEBOOK_INTAKE_REPORT_H
#define MINUTEBOOK_INTAKE_REPORT_H

#include "src/intake/pack.h"

/* A stretch of pieces that belongs to one item. */
struct report {
    size_t first; /* the committee's name and date, or whatever shows that it begins */
    size_t body;  /* its title, or its first piece after the head */
    size_t end;   /* the piece after its last */
    int item;     /* index of the item; -1: no item of the agenda */
};
struct reports {
    struct report *at; /* in the order of the paper; owned by pack->scratch */
    size_t n;
};
struct reports report_find(struct pack *pack);

void report_blocks(struct pack *pack, size_t first, size_t end, struct blocks *blocks);

/* The run of rows that begins at piece FIRST, as a table, list lines or a paragraph; returns the piece
 * after it. */
size_t report_table(struct pack *pack, size_t first, size_t end, struct blocks *blocks);
struct block *blocks_add(struct blocks *blocks, enum block_kind kind, const char *text, int level);

/* The pieces FIRST to END as the report of ITEM, FIRST its title; then what it asks and whom it invites. */
void report_read_item(struct pack *pack, size_t first, size_t end, struct item *item);
void report_finish_item(struct meeting *meeting, struct item *item);
/* The pieces of a paper that is one report and nothing else: committee, day, title and text of one item. */
enum status report_read_single(struct pack *pack, struct err *err) MB_MUST_CHECK;

void report_asked(const void *owner, struct item *item);
void report_invited(const void *owner, struct item *item);

/* Bytes of the first sentence of TEXT, its final stop included. */
size_t sentence_length(const char *text);

#endif
