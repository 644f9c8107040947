/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lines of all pages as pieces: what stands in columns is a table (pdf_grid.c), all else paragraphs, headings and list
 * entries. A line goes on with the one above where its first word would have had no room there, no matter whether a page
 * ends between them. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define HEADING_LONGEST 140
#define NUMBER_INDENT 16  /* tenths of a line's height: numbered paragraphs stand no further from the margin */
#define LIST_INDENT 15    /* tenths of a line's height: how far entries without marks stand from what leads to them */
#define NO_LEAD INT_MIN

struct flow {
    struct pdf *pdf;
    struct pack *pack;
    struct pdf_margins margins;
    const struct pdf_margin *margin; /* of the page at hand */
    const struct pdf_page *page;
    /* the open piece */
    struct buf open;
    struct piece piece;
    const struct pdf_line *last, *head; /* its lines: the last, the first; NULL: none is open */
    int text_left;                      /* where its lines begin below the first; -1 not known */
    bool gap, new_page;
    struct pdf_table table; /* table.pack NULL: none is open */
    struct piece *notes;    /* footnotes, until the paragraph or table has ended */
    size_t n_notes;
    size_t nth; /* of the page at hand */
    bool agenda_taken;
    int lead;     /* where the paragraph stood that leads to a list ("is asked to:"); NO_LEAD: none does */
    bool listing; /* the open piece is entries of a list whose marks are drawn, not written */
    bool listed;  /* and so was the piece before */
};

static int height_of(const struct pdf_line *line)
{
    return line->bottom - line->top > 4 ? line->bottom - line->top : 4;
}

/* ---- closing a piece ------------------------------------------------------------------------------------- */

static const struct pdf_title *title_of(const struct flow *flow, const char *text)
{
    const struct pdf *pdf = flow->pdf;
    char *folded = pdf->n_outline ? text_fold(NULL, text) : NULL;
    const struct pdf_title *found = NULL;
    for (size_t i = 0; i < pdf->n_outline && !found; i++)
        if (pdf->outline[i].page == flow->piece.page && strcmp(pdf->outline[i].folded, folded) == 0)
            found = &pdf->outline[i];
    talloc_free(folded);
    return found;
}

/* Larger letters, or an entry of the outline in bold ones. Bare bold lines are judged with all others (pack_mend.c). */
static void judge_heading(struct flow *flow, const char *text)
{
    struct piece *piece = &flow->piece;
    size_t n = strlen(text);
    if (piece->kind != PIECE_PARA || piece->numbered || n == 0 || n > HEADING_LONGEST || strchr(text, '\n') ||
        strchr(".,;:", text[n - 1]))
        return;
    bool large = flow->head->size * 100 >= 108 * flow->pdf->body;
    const struct pdf_title *title = piece->bold ? title_of(flow, text) : NULL;
    if (!large && !title)
        return;
    piece->kind = PIECE_HEADING;
    piece->level = title ? title->depth : 1;
    piece->level = piece->level < 6 ? piece->level : 6;
}

static void add_piece(struct flow *flow, const struct piece *piece)
{
    struct pack *pack = flow->pack;
    if (pack->n < PACK_PIECES_MAX)
        *mem_append(pack->scratch, pack->pieces, pack->n) = *piece;
    else
        pack->cut = true;
}

static void add_notes(struct flow *flow)
{
    for (size_t i = 0; i < flow->n_notes; i++)
        add_piece(flow, &flow->notes[i]);
    flow->gap |= flow->n_notes > 0;
    flow->n_notes = 0;
}

/* Entries of a list, a line each, as pieces. One alone is none, unless it is the rest of the list before it. */
static bool add_entries(struct flow *flow, const char *text)
{
    struct piece entry = flow->piece;
    if (!flow->listing || (!strchr(text, '\n') && !flow->listed))
        return false;
    entry.kind = PIECE_LIST;
    entry.level = flow->head->left > flow->margin->left ? (flow->head->left - flow->margin->left) * 2 / height_of(flow->head) : 0;
    for (size_t n; *text; text += n + (text[n] != '\0')) {
        n = strcspn(text, "\n");
        entry.text = mem_strndup(flow->pack->scratch, text, n);
        add_piece(flow, &entry);
        entry.gap = false;
    }
    return true;
}

static void piece_end(struct flow *flow)
{
    if (!flow->last)
        return;
    flow->last = NULL;
    char *text = buf_take(&flow->open);
    size_t n = strlen(text);
    if (n == 0 || pack_is_page_noise(text)) {
        talloc_free(text);
        flow->gap = true;
        return;
    }
    flow->listed = add_entries(flow, text);
    if (flow->listed) {
        talloc_free(text);
        return;
    }
    judge_heading(flow, text);
    flow->lead = flow->piece.kind == PIECE_PARA && text[n - 1] == ':' ? flow->head->left : NO_LEAD;
    flow->piece.text = text;
    add_piece(flow, &flow->piece);
}

static void piece_close(struct flow *flow)
{
    piece_end(flow);
    if (!flow->table.pack)
        add_notes(flow);
}

/* ---- a line ------------------------------------------------------------------------------------------------ */

/* Had the first word of LINE found room at the end of the line before? */
static bool had_room(const struct flow *flow, const struct pdf_line *line)
{
    const struct pdf_line *last = flow->last;
    return last->right + pdf_first_word(&line->segments[0]) + height_of(last) / 2 < flow->margin->right;
}

/* Is the mark at the start of LINE rather a word of the open paragraph: "the operator of the" / "22. In"? */
static bool is_mark_of_text(const struct flow *flow, const struct pdf_line *line)
{
    bool tight = flow->last && line->top > flow->last->top && (line->top - flow->last->top) * 10 <= 12 * flow->pdf->pitch;
    return tight && line->n == 1 && flow->text_left >= 0 && abs(line->left - flow->text_left) <= 3 && !had_room(flow, line) &&
           !text_stops(flow->open.data);
}

static struct list_mark mark_of(const struct flow *flow, const struct pdf_line *line, const char *text)
{
    struct list_mark mark = mark_scan(text, strlen(text));
    bool letter_o = mark.kind == MARK_NONE && pdf_is_marked(line) && strcmp(line->segments[0].text, "o") == 0;
    if (letter_o)
        mark = (struct list_mark){MARK_BULLET, 2};
    if (mark.kind != MARK_NONE && mark.kind != MARK_BULLET && is_mark_of_text(flow, line))
        mark = (struct list_mark){0};
    return mark;
}

/* Does LINE go on with the open piece? */
static bool goes_on(const struct flow *flow, const struct pdf_line *line, bool marked)
{
    const struct pdf_line *last = flow->last;
    if (!last || marked || abs(line->size - last->size) > 1)
        return false;
    int height = height_of(last);
    bool hanging = last == flow->head && !had_room(flow, line) && abs(line->left - flow->text_left) <= 3 * height;
    bool indent = hanging || (flow->text_left < 0 ? line->left >= flow->head->left - 3 : abs(line->left - flow->text_left) <= height);
    if (flow->new_page)
        return indent && flow->piece.kind != PIECE_HEADING && line->bold == last->bold && !had_room(flow, line) &&
               !text_stops(flow->open.data) && !flow->piece.bold;
    bool tight = (line->top - last->top) * 10 <= 12 * flow->pdf->pitch || (line->top - last->top) * 100 <= 118 * height;
    bool font = line->bold == last->bold || (!had_room(flow, line) && !flow->piece.bold);
    return tight && indent && font;
}

/* Does an entry of a list end with the open words, and TEXT begin the next? */
static bool ends_entry(const struct flow *flow, const char *text)
{
    size_t n = flow->open.len;
    bool small = text[0] >= 'a' && text[0] <= 'z';
    return flow->listing && text_stops(flow->open.data) && (!small || flow->open.data[n - 1] == ';');
}

static void line_add(struct flow *flow, const struct pdf_line *line, const char *text)
{
    if (flow->open.len) {
        bool wrapped = (flow->new_page || !had_room(flow, line)) && !ends_entry(flow, text);
        if (!wrapped)
            buf_putc(&flow->open, '\n');
        else if (!pdf_joins(flow->open.data, flow->open.len, text))
            buf_putc(&flow->open, ' ');
        if (flow->text_left < 0 || flow->last == flow->head)
            flow->text_left = line->left;
    }
    buf_puts(&flow->open, text);
    flow->piece.bold &= line->bold;
    flow->piece.italic &= line->italic;
    flow->last = line;
    flow->new_page = false;
}

static void piece_open(struct flow *flow, const struct pdf_line *line, const char *text, struct list_mark mark)
{
    int height = height_of(line), indent = line->left - flow->margin->left;
    bool apart = !flow->last || flow->new_page || (line->top - flow->last->top) * 10 > 12 * flow->pdf->pitch;
    piece_close(flow);
    flow->piece = (struct piece){.kind = PIECE_PARA, .gap = flow->gap || apart || flow->pack->n == 0, .bold = true, .italic = true};
    flow->piece.page = flow->page->number;
    flow->gap = false;
    flow->new_page = false;
    flow->head = line;
    flow->last = line;
    flow->listing = mark.kind == MARK_NONE && flow->lead != NO_LEAD && (line->left - flow->lead) * 10 >= LIST_INDENT * height;
    flow->text_left = line->n == 2 && mark.kind ? line->segments[1].left : mark.kind ? -1 : line->left;
    if (mark.kind == MARK_NUMBER && indent * 10 <= NUMBER_INDENT * height)
        flow->piece.numbered = true;
    else if (mark.kind != MARK_NONE)
        flow->piece = (struct piece){.kind = PIECE_LIST, .gap = flow->piece.gap, .bold = true, .italic = true,
                                     .page = flow->page->number, .level = indent > 0 ? indent * 2 / height : 0};
    line_add(flow, line, text + (mark.kind == MARK_BULLET ? mark.len : 0));
}

static void take_line(struct flow *flow, const struct pdf_line *line)
{
    char *text = pdf_line_text(flow->pack->scratch, line);
    struct list_mark mark = mark_of(flow, line, text);
    if (goes_on(flow, line, mark.kind != MARK_NONE))
        line_add(flow, line, text);
    else
        piece_open(flow, line, text, mark);
    talloc_free(text);
}

/* ---- pages ----------------------------------------------------------------------------------------------- */

static void table_close(struct flow *flow)
{
    if (!flow->table.pack)
        return;
    flow->lead = NO_LEAD;
    flow->listed = false;
    pdf_table_end(&flow->table);
    add_notes(flow);
}

static size_t take_table(struct flow *flow, size_t first)
{
    bool may_go_on = first == 0 && flow->table.pack;
    struct pdf_grid before = flow->table.grid, grid;
    size_t end = pdf_find_table(flow->page, first, may_go_on ? &before : NULL, &grid);
    if (end == first)
        return first;
    bool same = may_go_on && grid.n == before.n && memcmp(grid.columns, before.columns, grid.n * sizeof *grid.columns) == 0;
    if (!same) {
        piece_close(flow);
        table_close(flow);
        pdf_table_begin(&flow->table, flow->pack, &grid);
    }
    pdf_table_add(&flow->table, flow->page, first, end);
    flow->gap = true;
    return end;
}

static void take_notes(struct flow *flow, const struct pdf_page *page, size_t first)
{
    for (size_t i = first; i < page->n;) {
        char *text = pdf_note(flow->pack->scratch, page, &i);
        *mem_append(flow->pack->scratch, flow->notes, flow->n_notes) =
            (struct piece){.kind = PIECE_PARA, .gap = true, .page = page->number, .text = text};
    }
}

/* Words beside the others follow their paragraph like notes; the same on page after page once. */
static void take_aside(struct flow *flow, const struct pdf_page *page)
{
    const char *before = flow->nth ? page[-1].aside : NULL;
    if (page->aside && (!before || strcmp(before, page->aside) != 0))
        *mem_append(flow->pack->scratch, flow->notes, flow->n_notes) =
            (struct piece){.kind = PIECE_PARA, .gap = true, .page = page->number, .text = page->aside};
}

/* Is line I of the page one of an agenda in lines? */
static bool is_of_agenda(const struct flow *flow, size_t i)
{
    const struct pdf_place *from = &flow->pdf->agenda_from, *to = &flow->pdf->agenda_to;
    bool behind = flow->nth > from->page || (flow->nth == from->page && i >= from->line);
    return flow->pack->listed && behind && (flow->nth < to->page || (flow->nth == to->page && i < to->line));
}

/* One piece stands for all of it. */
static void take_agenda(struct flow *flow)
{
    if (flow->agenda_taken)
        return;
    piece_close(flow);
    table_close(flow);
    add_piece(flow, &(struct piece){.kind = PIECE_AGENDA, .gap = true, .page = flow->page->number,
                                    .text = mem_strdup(flow->pack->scratch, "")});
    flow->gap = true;
    flow->agenda_taken = true;
}

/* The lines of PAGE above its footnotes. */
static void take_page(struct flow *flow, const struct pdf_page *page)
{
    flow->page = page;
    flow->margin = pdf_margin_of(&flow->margins, page);
    flow->new_page = true;
    if (page->after_gap) { /* nothing goes on over what is not known */
        piece_close(flow);
        table_close(flow);
    }
    for (size_t i = 0; i < page->n;) {
        if (is_of_agenda(flow, i)) {
            take_agenda(flow);
            i++;
            continue;
        }
        size_t end = take_table(flow, i);
        if (end > i) {
            i = end;
            continue;
        }
        table_close(flow);
        take_line(flow, &page->lines[i]);
        i++;
    }
}

void pdf_make_all_lines(struct pdf *pdf)
{
    pdf_spread_figures(pdf);
    for (size_t p = 0; p < pdf->n; p++)
        pdf_make_lines(pdf, &pdf->pages[p]);
    pdf_measure_body(pdf);
    pdf_drop_edges(pdf);
    pdf_measure_pitch(pdf);
}

void pdf_make_pieces(struct pdf *pdf, struct pack *pack)
{
    struct flow flow = {.pdf = pdf, .pack = pack, .lead = NO_LEAD};
    buf_init(&flow.open, pack->scratch, BUF_MAX_DOCUMENT);
    pdf_measure_margins(pdf, &flow.margins);
    for (flow.nth = 0; flow.nth < pdf->n; flow.nth++) {
        struct pdf_page above = pdf->pages[flow.nth];
        size_t notes = pdf_find_notes(pdf, &above);
        above.n = notes;
        take_page(&flow, &above);
        take_notes(&flow, &pdf->pages[flow.nth], notes);
        take_aside(&flow, &pdf->pages[flow.nth]);
    }
    piece_close(&flow);
    table_close(&flow);
    add_notes(&flow);
    buf_release(&flow.open);
    pack->by_look = true;
    pack->paged = true; /* by their place, until pdf_settle() */
    pack->cut |= pdf->cut;
}
