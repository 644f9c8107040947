/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where the items of a saved page stand, told by its build alone: elements of one manner, one below the other, that begin
 * with numbers which rise. What one skin sets as rows of a table another sets as entries of a list, as cards or as headings,
 * and no two name their classes alike. Of several such rows (the paragraphs of a minute are numbered, too) those are the
 * items that take up most of the page. */
#include "config.h"

#include "src/intake/page_html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define LEAD 64           /* bytes of an element that are asked for its number */
#define FOUND_MAX 4000    /* elements that begin with a number */
#define MANNERS_MAX 64    /* kinds of these that are compared */
#define STARTS_MAX 12     /* of a kind, from which a rising row is tried */
#define JUMP_MAX 20       /* numbers that may be missing between two */
#define LEAF_STEPS 40     /* elements that are asked whether a block holds others */
#define PARAGRAPHS_MIN 3  /* numbered paragraphs that may be items */

struct found {
    struct html_row row;
    size_t order, depth; /* in the page */
    bool strong;         /* a cell or heading, or the word "Item" stands before it */
    bool taken;          /* its manner was compared */
};

struct finder {
    const void *parent;
    struct found *at;
    size_t n, order;
};

/* ---- elements --------------------------------------------------------------------------------------- */

static bool is_one_of(const struct node *node, const char *const *names)
{
    for (; *names; names++)
        if (node_is(node, *names))
            return true;
    return false;
}

static bool is_heading(const struct node *node)
{
    static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", NULL};
    return is_one_of(node, names);
}

static bool is_block(const struct node *node)
{
    static const char *const names[] = {"p",  "div",   "td", "th", "tr", "li",  "ul",      "ol",      "table",   "dl",
                                        "dd", "table", "section", "article", "details", "form", "pre", "blockquote", NULL};
    return is_heading(node) || is_one_of(node, names);
}

/* A block without blocks: a paragraph, a heading, a cell of one line. */
static bool is_leaf_block(const struct node *node)
{
    const struct node *at = node;
    for (int i = 0; i < LEAF_STEPS && (at = node_next(at, node)) != NULL; i++)
        if (is_block(at))
            return false;
    return is_block(node) && !at;
}

bool html_is_site(const struct node *node)
{
    static const char *const names[] = {"nav", "footer", "aside", NULL};
    static const char *const parts[] = {"cookie", "breadcrumb", "skip-link", "skiplink", "footer", "navbar", "pagination", "sidebar"};
    static const char *const attributes[] = {"class", "id"};
    if (is_one_of(node, names))
        return true;
    const char *role = node_attribute(node, "role");
    if (role && (strcasecmp(role, "navigation") == 0 || strcasecmp(role, "contentinfo") == 0 || strcasecmp(role, "search") == 0))
        return true;
    for (size_t k = 0; k < MB_LENGTH(attributes); k++) {
        const char *value = node_is(node, "body") ? NULL : node_attribute(node, attributes[k]);
        for (size_t i = 0; value && i < MB_LENGTH(parts); i++)
            if (strcasestr(value, parts[i]))
                return true;
    }
    return false;
}

/* ---- numbers ---------------------------------------------------------------------------------------- */

size_t html_number_word(const char *text)
{
    static const char *const words[] = {"agenda item number", "agenda item no.", "agenda item no", "agenda item", "item number",
                                        "item no.", "item no", "item", "eitem agenda", "eitem rhif", "eitem"};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i]);
        size_t blanks = strncasecmp(text, words[i], n) == 0 ? blanks_at(text + n + (text[n] == ':')) : 0;
        if (blanks > 0)
            return n + (text[n] == ':') + blanks;
    }
    return 0;
}

/* Bytes of what may part a number from its title: ": ", " - ", ") ". */
static size_t parting(const char *text)
{
    size_t n = strspn(text, ".:)");
    n += blanks_at(text + n);
    size_t dash = text[n] == '-' ? 1 : strncmp(text + n, "\xE2\x80\x93", 3) == 0 || strncmp(text + n, "\xE2\x80\x94", 3) == 0 ? 3 : 0;
    return n + dash + blanks_at(text + n + dash);
}

/* The number that TEXT begins with, "Item 5: Bins" with WORD bytes before it: all bytes before the title, which is "" where
 * nothing stands behind the number. 0: none. */
static size_t number_before(const char *text, size_t word, bool bare, struct item_number *number)
{
    char printed[LEAD];
    size_t n = 0, open = text[word] == '(';
    while (n < LEAD && text[word + open + n] && !strchr(" \t:)", text[word + open + n]) && blank_at(text + word + open + n) == 0)
        n++;
    if (n == LEAD)
        return 0; /* no number is as long */
    memcpy(printed, text + word + open, n);
    printed[n] = '\0';
    n -= n > 0 && strchr(".-", printed[n - 1]) && text[word + open + n];
    bool parsed = n > 0 && (item_number_parse(printed, number) || ((word > 0 || bare || open) && item_number_parse_bare(printed, number)));
    if (!parsed && n > 0 && text[word + open + n] && strchr(":)", text[word + open + n]))
        parsed = item_number_parse_bare(printed, number);
    return parsed ? word + open + n + parting(text + word + open + n) : 0;
}

size_t html_number_of(const char *text, bool bare, struct item_number *number)
{
    *number = (struct item_number){0};
    return number_before(text, html_number_word(text), bare, number);
}

/* Does the first element in NODE hold nothing but the number that NODE begins with? */
static bool number_stands_apart(const struct node *node)
{
    char lead[LEAD];
    bool whole;
    struct item_number number;
    const struct node *child = node_child(node, NULL);
    if (child)
        node_lead(child, lead, sizeof lead, &whole);
    return child && whole && item_number_parse_bare(lead, &number);
}

/* ---- elements that begin with a number -------------------------------------------------------------- */

/* Does a title stand behind the number alone in NODE: words, no figures of a table? */
static bool goes_on(const struct node *node, const struct node *within)
{
    char lead[LEAD], number[LEAD];
    bool whole;
    node_lead(node, number, sizeof number, &whole);
    node_lead(node_parent(node) ? node_parent(node) : node, lead, sizeof lead, &whole);
    const char *rest = text_starts(lead, number) ? lead + strlen(number) + blanks_at(lead + strlen(number)) : "";
    if (isalpha((unsigned char)*rest) || (unsigned char)*rest >= 0x80)
        return true;
    for (int i = 0; i < LEAF_STEPS && (node = node_after(node, within)) != NULL; i++) {
        node_lead(node, lead, sizeof lead, &whole);
        if (*lead)
            return isalpha((unsigned char)*lead) || (unsigned char)*lead >= 0x80 || strchr("(\"'", *lead) ||
                   (isdigit((unsigned char)*lead) && strpbrk(lead, "/ ") && !whole);
    }
    return false;
}

/* Keep NODE where it begins with a number; true if what is below it need not be asked. */
static bool take(struct finder *finder, const struct node *node, const struct node *within, size_t depth)
{
    static const char *const never[] = {"a", "sup", "sub", "label", "option", "script", "html", "body", NULL};
    char lead[LEAD];
    bool whole;
    if (is_one_of(node, never) || finder->n >= FOUND_MAX)
        return false;
    node_lead(node, lead, sizeof lead, &whole);
    size_t word = html_number_word(lead);
    if (!isdigit((unsigned char)lead[word]) && !isupper((unsigned char)lead[word]) && lead[word] != '(')
        return false;
    struct found found = {.row = {.node = node}, .order = finder->order, .depth = depth};
    bool lone = whole && html_number_of(lead, true, &found.row.number) == strlen(lead);
    if (!lone && (!is_leaf_block(node) || number_stands_apart(node)))
        return false;
    if (!lone) {
        size_t used = html_number_of(lead, is_heading(node) || node_has_class(node, "mgAiTitleTxt"), &found.row.number);
        if (used == 0 || islower((unsigned char)lead[used]))
            return false;
        found.row.titled = true;
    } else if (!goes_on(node, within)) {
        return true;
    }
    found.strong = lone || word > 0 || is_heading(node) || node_has_class(node, "mgAiTitleTxt");
    *mem_append(finder->parent, finder->at, finder->n) = found;
    return true;
}

static void find_numbers(struct finder *finder, const struct node *within)
{
    const struct node *at = within;
    size_t depth = 0;
    while (at) {
        finder->order++;
        bool below = at == within || !(node_is_hidden(at) || html_is_site(at) || node_has_class(at, "mgWordPara") ||
                                       take(finder, at, within, depth));
        const struct node *child = below ? node_child(at, NULL) : NULL;
        if (child) {
            depth++;
            at = child;
            continue;
        }
        while (at && at != within && !node_sibling(at, NULL)) {
            at = node_parent(at);
            depth--;
        }
        at = at == within ? NULL : node_sibling(at, NULL);
    }
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static bool same_words(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_manner(const struct found *a, const struct found *b)
{
    return a->row.titled == b->row.titled && a->depth == b->depth && strcasecmp(node_name(a->row.node), node_name(b->row.node)) == 0 &&
           same_words(node_attribute(a->row.node, "class"), node_attribute(b->row.node, "class"));
}

static bool rises(const struct item_number *a, const struct item_number *b)
{
    if (strcmp(a->prefix, b->prefix) != 0)
        return false;
    return a->main == b->main ? b->sub > a->sub : b->main > a->main && b->main - a->main <= JUMP_MAX;
}

/* The rising row of FIRST's manner that begins there, into ROWS; what it is worth: the elements that it spans. */
static size_t rising(const struct finder *finder, size_t first, struct html_rows *rows)
{
    const struct found *last = &finder->at[first];
    rows->n = 0;
    *mem_append(finder->parent, rows->at, rows->n) = last->row;
    for (size_t i = first + 1; i < finder->n; i++)
        if (same_manner(&finder->at[first], &finder->at[i]) && rises(&last->row.number, &finder->at[i].row.number)) {
            last = &finder->at[i];
            *mem_append(finder->parent, rows->at, rows->n) = last->row;
        }
    size_t span = last->order - finder->at[first].order;
    if (rows->n < (finder->at[first].strong ? 2 : PARAGRAPHS_MIN))
        return 0;
    return finder->at[first].strong ? 2 * span : span;
}

static void choose(struct finder *finder, struct html_rows *best)
{
    size_t worth = 0, manners = 0;
    for (size_t i = 0; i < finder->n && manners < MANNERS_MAX; i++) {
        if (finder->at[i].taken)
            continue;
        size_t starts = 0;
        manners++;
        for (size_t k = i; k < finder->n; k++) {
            if (!same_manner(&finder->at[i], &finder->at[k]))
                continue;
            finder->at[k].taken = true;
            struct html_rows rows = {0};
            size_t span = starts++ < STARTS_MAX ? rising(finder, k, &rows) : 0;
            if (span > worth) {
                worth = span;
                talloc_free(best->at);
                *best = rows;
            } else {
                talloc_free(rows.at);
            }
        }
    }
}

/* Titles of the system where no number stands: "mgAiTitleTxt". */
static void find_titles(const void *parent, const struct node *within, struct html_rows *rows)
{
    for (const struct node *at = within; (at = node_find_next(at, within, NULL, "mgAiTitleTxt")) != NULL;)
        if (!node_is_hidden(at))
            *mem_append(parent, rows->at, rows->n) = (struct html_row){.node = at, .titled = true};
}

/* The entries of an ordered list below the heading "Agenda", which the browser numbers. */
static void find_entries(const void *parent, const struct node *within, struct html_rows *rows)
{
    static const char *const words[] = {"agenda", "agenda items", "items", "items of business", "business", "order of business", "rhaglen"};
    bool agenda = false;
    for (const struct node *at = within; at && rows->n == 0; at = node_next(at, within)) {
        char lead[LEAD];
        bool whole;
        if (is_heading(at)) {
            node_lead(at, lead, sizeof lead, &whole);
            agenda = false;
            for (size_t i = 0; i < MB_LENGTH(words); i++)
                agenda |= strncasecmp(lead, words[i], strlen(words[i])) == 0 && lead[strlen(words[i]) + (lead[strlen(words[i])] == ':')] == '\0';
        }
        int number = 1;
        const char *class = node_attribute(at, "class"), *id = node_attribute(at, "id");
        bool named = (class && strcasestr(class, "agenda")) || (id && strcasestr(id, "agenda"));
        for (const struct node *li = (agenda || named) && node_is(at, "ol") ? node_child(at, "li") : NULL; li; li = node_sibling(li, "li"), number++) {
            struct html_row row = {.node = li, .entry = true, .number = {.main = number}};
            snprintf(row.number.text, sizeof row.number.text, "%d", number);
            *mem_append(parent, rows->at, rows->n) = row;
        }
    }
}

bool html_is_bare(const struct html_page *html, const struct node *table)
{
    const char *id = table ? node_attribute(table, "id") : NULL;
    return id && strcasecmp(id, "mgItemTable") == 0 && node_is(table, "table") && !node_find(html->content, NULL, "mgItemNumberCell") &&
           !node_find(html->content, NULL, "mgAiTitleTxt");
}

bool html_find_rows(const void *parent, const struct node *within, struct html_rows *rows)
{
    void *scratch = talloc_named_const(parent, 0, "rows");
    struct finder finder = {.parent = scratch};
    *rows = (struct html_rows){0};
    find_numbers(&finder, within);
    choose(&finder, rows);
    if (rows->n == 0)
        find_titles(scratch, within, rows);
    if (rows->n == 0)
        find_entries(scratch, within, rows);
    if (rows->n > 0)
        talloc_steal(parent, rows->at);
    talloc_free(scratch);
    return rows->n > 0;
}
