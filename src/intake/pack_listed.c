/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* An agenda of a PDF that is no table: numbered lines, one an item, with its explanation below and "(Pages 5 - 10)"
 * beside the title (field.md 3.7, the standard template); of a text agenda.h tells more. Lists and reports number their paragraphs, too;
 * an agenda is told by its numbers from 1 on and by the pages that it names. */
#include "config.h"

#include "src/intake/pack.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define ITEMS_MIN 3        /* numbers in a row */
#define PAGES_MIN 2        /* of them, or of their explanations, that name pages or a paper to follow */
#define BETWEEN_ITEMS 40   /* pieces of an item's explanation */
#define BELOW_LAST_ITEM 6  /* the same of the last, whose end no number shows */
#define TITLE_LONGEST 1000 /* bytes of an item's line with all that a converter ran into it */
#define NAME_LONGEST 140
#define WORD_LONGEST 8 /* bytes of "Pages " and what may stand between it and the number */

/* One line of the agenda. */
struct entry {
    long number;
    struct span subject; /* title, brackets, perhaps the first lines of the explanation */
    const char *pages;   /* a last cell with the pages; "" */
};

/* Is PIECE a numbered line? "1.1" and "(1)" are none. */
static bool read_entry(const struct piece *piece, struct entry *entry)
{
    *entry = (struct entry){.pages = ""};
    const char *text = piece->text;
    size_t n = strlen(text);
    if (n > TITLE_LONGEST)
        return false;
    size_t digits = strspn(text, "0123456789"), blanks = strspn(text, " \t");
    if (piece->kind == PIECE_ROW && digits == 0) { /* "\t1.\tApologies" */
        text += blanks;
        digits = strspn(text, "0123456789");
    }
    size_t stop = digits && text[digits] == '.';
    size_t gap = strspn(text + digits + stop, " \t");
    if (digits == 0 || digits > 3 || gap == 0 || (!stop && text[digits] != '\t'))
        return false;
    entry->number = strtol(text, NULL, 10);
    text += digits + stop + gap;
    const char *tab = piece->kind == PIECE_ROW ? strchr(text, '\t') : NULL;
    entry->subject = (struct span){text, tab ? (size_t)(tab - text) : strlen(text)};
    if (tab)
        entry->pages = tab + strspn(tab, "\t ");
    return entry->subject.n > 0;
}

/* Does TEXT name pages of the pack, or a paper to follow, in a bracket? */
static bool names_pages(const char *text)
{
    for (const char *at = text; (at = strchr(at, '(')); at++) {
        const char *inside = at + 1 + strspn(at + 1, " ");
        bool page = text_starts(inside, "Page") || text_starts(inside, "PAGE") || text_starts(inside, "page");
        size_t before = 0; /* the number stands near: of a thousand brackets each is looked at no further */
        while (page && before < WORD_LONGEST && inside[before] && !strchr("0123456789)", inside[before]))
            before++;
        if ((page && isdigit((unsigned char)inside[before])) || pack_words_at(PACK_NOT_YET_THERE, inside))
            return true;
    }
    return false;
}

/* The piece of the item NUMBER at or behind AT; pack->n if it does not come soon. */
static size_t find_entry(const struct pack *pack, size_t at, long number, struct entry *entry)
{
    for (size_t i = at; i < pack->n && i < at + BETWEEN_ITEMS; i++) {
        if (!read_entry(&pack->pieces[i], entry))
            continue;
        return entry->number == number ? i : pack->n;
    }
    return pack->n;
}

/* How many items and pages the numbers from piece FIRST on show. */
static bool is_agenda(const struct pack *pack, size_t first)
{
    struct entry entry;
    size_t pages = 0, items = 0, at = first;
    for (size_t next; (next = find_entry(pack, at, (long)items + 1, &entry)) < pack->n; at = next + 1) {
        for (size_t i = at; i < next && items; i++)
            pages += names_pages(pack->pieces[i].text);
        pages += names_pages(pack->pieces[next].text);
        items++;
    }
    return items >= ITEMS_MIN && pages >= PAGES_MIN;
}

static size_t find_agenda(const struct pack *pack)
{
    struct entry entry;
    for (size_t i = 0; i < pack->n; i++) {
        if (read_entry(&pack->pieces[i], &entry) && entry.number == 1 && is_agenda(pack, i))
            return i;
    }
    return pack->n;
}

/* ---- explanations --------------------------------------------------------------------------------------- */

static char *words_of(const struct pack *pack, const struct piece *piece)
{
    return piece->kind == PIECE_ROW ? markup_read(pack->scratch, piece->text, strlen(piece->text), MARKUP_TEXT).text
                                    : mem_strdup(pack->scratch, piece->text);
}

/* Does a report, or what stands below an agenda, begin with PIECE? */
static bool ends_agenda(const struct piece *piece)
{
    const char *text = piece->text;
    size_t label = strcspn(text, ":");
    char *head = mem_strndup(NULL, text, label < NAME_LONGEST ? label : NAME_LONGEST);
    bool contact = text[label] && pack_line_says(PACK_CONTACT_LABEL, head);
    talloc_free(head);
    bool name = strlen(text) <= NAME_LONGEST && !text_stops(text) && pack_line_says(PACK_BODY, text);
    bool heading = piece->kind == PIECE_HEADING || piece->bold || (text_in_capitals(text) && !text_stops(text));
    return contact || name || heading || pack_line_says(PACK_ABOUT_THE_AGENDA, text);
}

/* The pieces [FROM, TO) explain the last item, say its pages, or head the next part of the agenda. */
static void read_explanation(struct pack *pack, size_t from, size_t to, int *part)
{
    struct meeting *meeting = pack->meeting;
    struct item *item = &meeting->items[meeting->n_items - 1];
    for (size_t i = from; i < to; i++) {
        char *text = words_of(pack, &pack->pieces[i]);
        int stated = pack_part_of(text);
        if (stated)
            *part = stated;
        else if (*text == '(' && names_pages(text))
            pack_read_pages(meeting, item, text);
        else if (*text)
            pack_explain_item(meeting, item, text);
        talloc_free(text);
    }
}

/* The end of the last item's explanation, which begins at FROM. */
static size_t agenda_end(const struct pack *pack, size_t from)
{
    size_t i = from;
    while (i < pack->n && i < from + BELOW_LAST_ITEM && !ends_agenda(&pack->pieces[i]))
        i++;
    return i;
}

bool pack_read_listed_agenda(struct pack *pack)
{
    int part = 0;
    struct entry entry;
    size_t at = find_agenda(pack);
    if (at == pack->n)
        return false;
    pack->front_end = at;
    for (long number = 1; at < pack->n; number++) {
        at = find_entry(pack, at, number, &entry);
        if (!pack_add_item(pack, mem_printf(pack->meeting, "%ld", number), entry.subject, entry.pages, part))
            break;
        struct entry next;
        size_t end = find_entry(pack, at + 1, number + 1, &next);
        bool last = end == pack->n;
        end = last ? agenda_end(pack, at + 1) : end;
        read_explanation(pack, at + 1, end, &part);
        pack->agenda_end = end;
        at = last ? pack->n : end;
    }
    return true;
}
