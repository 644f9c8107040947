/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The pieces of a report as blocks of the model: headings with their level, paragraphs with their printed
 * number, list entries with their depth. Tables are in report_table.c. */
#include "config.h"

#include "src/intake/report.h"

#define DEPTH_MAX 8

/* The indentations of the list that is open, outermost first. */
struct nesting {
    int columns[DEPTH_MAX];
    int depth;
};

struct block *blocks_add(struct blocks *blocks, enum block_kind kind, const char *text, int level)
{
    struct block *block = mem_append(blocks->owner, blocks->at, blocks->n);
    block->kind = kind;
    block->text = mem_strdup(blocks->owner, text);
    block->level = level;
    return block;
}

/* The depth of an entry at COLUMNS: deeper than the one before is a new depth, else back to its own. */
static int nesting_depth(struct nesting *nesting, int columns)
{
    while (nesting->depth && nesting->columns[nesting->depth - 1] > columns)
        nesting->depth--;
    if (nesting->depth && nesting->columns[nesting->depth - 1] == columns)
        return nesting->depth;
    if (nesting->depth < DEPTH_MAX)
        nesting->columns[nesting->depth++] = columns;
    return nesting->depth;
}

void report_blocks(struct pack *pack, size_t first, size_t end, struct blocks *blocks)
{
    struct nesting nesting = {.depth = 0};
    for (size_t i = first; i < end;) {
        const struct piece *piece = &pack->pieces[i];
        if (piece->kind == PIECE_LIST) {
            struct block *entry = blocks_add(blocks, BLOCK_LIST, piece->text, nesting_depth(&nesting, piece->level));
            entry->page = pack_page_of(blocks->owner, pack, piece);
            i++;
            continue;
        }
        nesting.depth = 0;
        if (piece->kind == PIECE_ROW) {
            size_t before = blocks->n;
            i = report_table(pack, i, end, blocks);
            for (; before < blocks->n; before++)
                blocks->at[before].page = pack_page_of(blocks->owner, pack, piece);
            continue;
        }
        struct block *block = blocks_add(blocks, piece->kind == PIECE_HEADING ? BLOCK_HEADING : BLOCK_PARA, piece->text,
                                         piece->kind == PIECE_HEADING ? piece->level : 0);
        block->page = pack_page_of(blocks->owner, pack, piece);
        i++;
    }
}
