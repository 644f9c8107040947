/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which texts of a page are cut off. The page's cut is a link to the full text (field.md 3.5), and where it
 * stands the text is cut; but some councils' pages have the link below every item, cut or not (taxonomy 3.15).
 * There a text is whole if all that can be asked for speaks for it: the link is a paragraph of its own, the
 * last sentence is finished, and the text is far shorter than any that such a page cuts. Whatever is in doubt
 * stays cut: a minute that is called whole may hide a resolution. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>

#define CUT_AT 3000       /* characters; the shortest cut text seen has 3,112 (field.md 3.5) */
#define SHORT_TEXT 400    /* characters; no page cuts a text of this length */
#define SHORT_MIN 2       /* of these, with the link, before we believe that each item has it */
#define HOUSE_TEXTS_MIN 4 /* texts of a kind on a page that show its manner */

static const char *const fields[] = {"minutes", "decision", "agenda"};
enum { FIELD_MINUTES, FIELD_DECISION, FIELD_AGENDA, FIELD_COUNT };

static char **text_of(struct item *item, int field)
{
    return field == FIELD_MINUTES ? &item->minutes_text : field == FIELD_DECISION ? &item->decision_text : &item->agenda_text;
}

/* How a text with the link ends. */
struct ending {
    size_t length; /* characters before the link */
    bool apart;    /* the link is a paragraph of its own, and the last */
    bool finished; /* the last sentence is */
};

/* Bytes of TEXT before its end at LINK without the blanks and dots of "  ...  " there. */
static size_t own_bytes(const char *text, size_t link)
{
    size_t keep = 0;
    for (size_t i = 0, used; i < link; i += used ? used : 1) {
        bool ellipsis = strncmp(text + i, "\xE2\x80\xA6", 3) == 0 || strncmp(text + i, "...", 3) == 0;
        used = ellipsis ? 3 : blank_at(text + i);
        if (used == 0)
            keep = i + 1;
    }
    return keep;
}

/* Take the link at FOUND, its words N bytes, off TEXT, in place. The number that it names, owned by PARENT, or NULL. */
static char *take_link(const void *parent, char *text, const char *found, size_t n)
{
    const char *number = found + n + blanks_at(found + n);
    size_t length = 0;
    while (number[length] && blank_at(number + length) == 0)
        length++;
    char *after = mem_strdup(parent, number + length + blanks_at(number + length));
    while (length > 0 && strchr(".]", number[length - 1]))
        length--;
    char *named = length ? mem_strndup(parent, number, length) : NULL;
    text[own_bytes(text, (size_t)(found - text))] = '\0';
    if (*after) { /* as a paragraph of its own; the mark that stood between was longer than a blank line */
        char *end = text + strlen(text);
        memcpy(end, "\n\n", 2);
        memmove(end + 2, after, strlen(after) + 1);
    }
    talloc_free(after);
    return named;
}

/* N without the closing quotes and brackets that may stand behind the last stop of TEXT. */
static size_t before_closing(const char *text, size_t n)
{
    static const char *const closing[] = {"\xE2\x80\x9D", "\xE2\x80\x99", "\"", "'", ")", "]"};
    for (size_t i = 0; i < MB_LENGTH(closing); i++) {
        size_t length = strlen(closing[i]);
        if (n >= length && memcmp(text + n - length, closing[i], length) == 0) {
            n -= length;
            i = (size_t)-1; /* from the start again */
        }
    }
    return n;
}

/* Do the N bytes of TEXT end with a finished sentence? "Cllr." "J." and "2." end none. */
static bool is_finished(const char *text, size_t n)
{
    n = before_closing(text, n);
    if (n < 2 || !strchr(".!?", text[n - 1]))
        return false;
    if (text[n - 1] != '.')
        return true;
    size_t word = n - 1;
    while (word > 0 && !isspace((unsigned char)text[word - 1]) && text[word - 1] != '(' && text[word - 1] != '\xA0')
        word--;
    char *last = mem_strndup(NULL, text + word, n - word);
    bool initial = n - word == 2 && !isdigit((unsigned char)*last), dots = n - word < 2 || text[n - 2] == '.';
    bool abbreviated = page_word_is(WORD_ABBREVIATION, last);
    bool alone = word == 0 || text[word - 1] == '\n'; /* the number of an entry that is missing */
    bool number = alone && strspn(last, "(0123456789ivx).") == n - word;
    talloc_free(last);
    return !initial && !dots && !abbreviated && !number;
}

static struct ending ending_of(const char *text, const char *link, size_t words)
{
    struct ending ending = {0};
    size_t end = own_bytes(text, (size_t)(link - text));
    for (size_t i = 0; i < end; i++)
        ending.length += ((unsigned char)text[i] & 0xC0) != 0x80;
    size_t newlines = 0, behind = 0;
    for (const char *at = text + end; at < link && blank_at(at); at += blank_at(at))
        newlines += *at == '\n';
    const char *after = link + words + blanks_at(link + words); /* the number of the item, and nothing */
    while (after[behind] && blank_at(after + behind) == 0)
        behind++;
    ending.apart = newlines > 1 && after[behind + blanks_at(after + behind)] == '\0';
    ending.finished = is_finished(text, end);
    return ending;
}

/* What a page shows of one kind of its texts. */
struct manner {
    size_t texts, linked, short_ones;
    size_t limit; /* characters of the shortest that seems cut */
};

static struct manner manner_of(const struct page *page, int field)
{
    struct manner manner = {.limit = CUT_AT};
    for (size_t i = 0; i < page->meeting->n_items; i++) {
        const char *text = *text_of(&page->meeting->items[i], field);
        size_t n;
        const char *link = text ? page_word_last(WORD_CUT, text, &n) : NULL;
        manner.texts += text != NULL;
        if (!link)
            continue;
        struct ending ending = ending_of(text, link, n);
        manner.linked++;
        manner.short_ones += ending.apart && ending.finished && ending.length <= SHORT_TEXT;
        bool cut = !ending.finished && (!ending.apart || ending.length > SHORT_TEXT);
        manner.limit = cut && ending.length < manner.limit ? ending.length : manner.limit;
    }
    return manner;
}

/* Does the page have the link below every text, or all but one in eight? */
static bool links_everywhere(const struct manner *manner)
{
    return manner->texts >= HOUSE_TEXTS_MIN && (manner->texts - manner->linked) * 8 <= manner->texts &&
           manner->short_ones >= SHORT_MIN;
}

static void warn_of_cut(struct page *page, const struct item *item, int field, bool whole, const char *named)
{
    const char *number = item->minute_number ? item->minute_number : item->agenda_number;
    if (field == FIELD_AGENDA && !whole)
        draft_warn(page->draft, "the agenda text of item %s is cut off on the council's page", number ? number : "?");
    if (named && number && strcmp(named, number) != 0)
        draft_warn(page->draft, "the end of item %s says \"view the full minutes text for item %s\"", number, named);
}

#define WORD_ALONE 6   /* bytes: "more" may be a word of the text */
#define DOTS_MOST 5    /* bytes of " ..." or a sign of its own */
#define SHOWN_LEAST 40 /* bytes of a text that dots at its end may cut */

/* Where the end of TEXT begins that says that there is more of it, in the manner of other products: "... Read more", "[...]"; NULL. Words
 * alone are believed on a line of their own, behind dots, or where the sentence before them is not finished. */
static char *short_end(char *text)
{
    size_t n, end = strlen(text), shown;
    char *link = (char *)page_word_last(WORD_CUT_SHORT, text, &n);
    if (link && link[n + strspn(link + n, " .>)]\xC2\xBB\xE2\x80\xA6\xBA")] == '\0' && link[n] != '.') {
        shown = own_bytes(text, (size_t)(link - text));
        bool dots = strcspn(text + shown, ".\xA6[(") < (size_t)(link - text) - shown;
        bool apart = memchr(text + shown, '\n', (size_t)(link - text) - shown) != NULL;
        return dots || apart || (n > WORD_ALONE && !is_finished(text, shown)) ? link : NULL;
    }
    while (end > 0 && strchr(" \n])", text[end - 1]))
        end--;
    shown = own_bytes(text, end);
    size_t left = end - shown; /* more dots are a line to sign on */
    return left >= 3 && left <= DOTS_MOST && shown >= SHOWN_LEAST ? text + end : NULL;
}

/* The same of a text without the council's own link. */
static void settle_short(struct page *page, struct item *item, int field)
{
    char *text = *text_of(item, field), *end = text ? short_end(text) : NULL;
    if (!end)
        return;
    size_t shown = own_bytes(text, (size_t)(end - text));
    if (shown > 0 && strchr("[(", text[shown - 1]))
        shown = own_bytes(text, shown - 1);
    text[shown] = '\0';
    if (shown == 0)
        *text_of(item, field) = NULL;
    item->truncated |= field != FIELD_AGENDA;
    warn_of_cut(page, item, field, false, NULL);
}

/* Take the link off the text, and with it what is left of an empty one. True if there was one and the text is
 * whole nevertheless. */
static bool settle_text(struct page *page, struct item *item, int field, const struct manner *manner)
{
    char **text = text_of(item, field);
    size_t n;
    const char *link = *text ? page_word_last(WORD_CUT, *text, &n) : NULL;
    if (!link) {
        settle_short(page, item, field);
        return false;
    }
    struct ending ending = ending_of(*text, link, n);
    bool whole = links_everywhere(manner) && ending.apart && ending.finished && ending.length < manner->limit * 4 / 5;
    const char *named = take_link(page->scratch, *text, link, n);
    if (**text == '\0')
        *text = NULL;
    item->truncated |= field != FIELD_AGENDA && !whole;
    warn_of_cut(page, item, field, whole, named);
    return whole;
}

void page_settle_cuts(struct page *page)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        struct manner manner = manner_of(page, field);
        size_t whole = 0;
        for (size_t i = 0; i < page->meeting->n_items; i++)
            whole += settle_text(page, &page->meeting->items[i], field, &manner);
        if (whole > 0)
            draft_warn(page->draft,
                       "this page links to the full text below every item; %zu short %s text%s that end%s with a finished "
                       "sentence %s taken as whole",
                       whole, fields[field], whole == 1 ? "" : "s", whole == 1 ? "s" : "", whole == 1 ? "was" : "were");
    }
}
