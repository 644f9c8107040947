/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where the items of a page begin that has lost its numbers (field.md 3.6, end). Its headings "Additional
 * documents:", "Decision:", "Minutes:" stand in this order in every item, so one that comes too early
 * belongs to a new item, whose title stands somewhere above it, behind the minutes before. A page without
 * them shows only the titles that cannot be anything else. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>

#define TITLE_LONGEST 200

enum { NO_LABEL, LABEL_DOCUMENTS, LABEL_DECISION, LABEL_MINUTES };

/* Which heading LINE is; they are numbered in their order. */
static int label_of(const void *context, const char *line)
{
    char *plain = line_plain(context, line);
    int label = page_word(WORD_MINUTES, plain) > 0    ? LABEL_MINUTES
                : page_word_is(WORD_DECISION, plain)  ? LABEL_DECISION
                : page_word_is(WORD_DOCUMENTS, plain) ? LABEL_DOCUMENTS
                                                      : NO_LABEL;
    talloc_free(plain);
    return label;
}

/* Does LINE look like a title: a short paragraph (or, with LOOSE, any line) that is no sentence, no entry of a list, no remark? */
static bool looks_like_title(const struct page_line *line, bool loose)
{
    const char *text = line->text;
    size_t n = strlen(text);
    bool begins = isupper((unsigned char)*text) || (unsigned char)*text >= 0x80;
    bool entry = begins && n > 2 && (blank_at(text + 1) > 0 || strchr(".)", text[1]));
    return (line->gap || loose) && n <= TITLE_LONGEST && begins && !entry && !strchr(".;:,)]", text[n - 1]) &&
           !page_word(WORD_AUTHOR, text) && !page_word(WORD_NOISE, text) && !page_word(WORD_OUTCOME, text);
}

/* The title of the item whose first heading is line LABEL: the first line with a file behind it, else the
 * last that looks like one. LABEL where there is none after FIRST. */
static size_t title_above(const struct page *page, size_t first, size_t label)
{
    size_t title = label;
    for (size_t i = first; i < label; i++) {
        if (file_at_end(page->lines[i].text, strlen(page->lines[i].text)))
            return i;
        if (looks_like_title(&page->lines[i], page->compact))
            title = i;
    }
    return title;
}

static void add_item(struct page *page, size_t first)
{
    if (page->n_items > 0)
        page->items[page->n_items - 1].end = first;
    *mem_append(page->scratch, page->items, page->n_items) = (struct page_item){.first = first, .end = page->n};
}

/* Without headings, too, a title is what has a file behind it, an appendix left out, or names business that every meeting has. */
static bool is_sure_title(const struct page *page, size_t i)
{
    const struct page_line *line = &page->lines[i];
    char *title = mem_strdup(page->scratch, line->text);
    struct attachment file = {0};
    bool has_a_file = line->gap && file_suffix(page->scratch, title, &file);
    bool sure = has_a_file && !page_word_first(WORD_ANNEX, title, NULL) && !strstr(title, ", item ");
    if (!has_a_file && looks_like_title(line, false)) {
        const char *kind = item_kind_of_title(title);
        sure = kind && (strcmp(kind, "routine") == 0 || strcmp(kind, "exclusion") == 0);
    }
    talloc_free(title);
    return sure;
}

#define APART_LEAST 3 /* sure titles, each apart from what stands above it, that show that all are */

/* Which lines from FIRST on are files below "Additional documents:", and not titles? */
static bool in_files(const struct page *page, size_t i, bool files)
{
    bool label = label_of(page->scratch, page->lines[i].text) == LABEL_DOCUMENTS;
    return label || (files && file_at_end(page->lines[i].text, strlen(page->lines[i].text)));
}

static bool *sure_titles(const struct page *page, size_t first)
{
    bool files = false, *sure = mem_zero_named(page->scratch, page->n * sizeof *sure + 1, "sure titles");
    for (size_t i = first; i < page->n; i++) {
        files = in_files(page, i, files);
        sure[i] = !files && is_sure_title(page, i);
    }
    return sure;
}

/* Do two blank lines stand before every title, so that what stands so and looks like one is one? */
static bool titles_stand_apart(const struct page *page, const bool *sure, size_t first)
{
    size_t titles = 0, apart = 0;
    for (size_t i = first; i < page->n; i++) {
        titles += sure[i];
        apart += sure[i] && page->lines[i].apart;
    }
    return apart >= APART_LEAST && apart + 1 >= titles;
}

static bool stands_as_title(const struct page *page, size_t i)
{
    const struct page_line *line = &page->lines[i];
    return line->apart && looks_like_title(line, false) && strchr(line->text, ' ') && label_of(page->scratch, line->text) == NO_LABEL;
}

static void find_sure_titles(struct page *page, size_t first)
{
    bool *sure = sure_titles(page, first), apart = titles_stand_apart(page, sure, first), files = false;
    for (size_t i = first; i < page->n; i++) {
        files = apart && in_files(page, i, files);
        if (!sure[i] && (!apart || files || !stands_as_title(page, i)))
            continue;
        if (page->n_items == 0 && i > first)
            add_item(page, first);
        add_item(page, i);
    }
    talloc_free(sure);
}

/* Do headings stand in the items: minutes, or on a page of decisions at least two of these? */
static bool has_labels(const struct page *page, size_t first)
{
    size_t decisions = 0;
    for (size_t i = first; i < page->n && !page->has_labels; i++)
        decisions += label_of(page->scratch, page->lines[i].text) == LABEL_DECISION;
    return page->has_labels || decisions > 1;
}

bool page_find_titles(struct page *page, size_t first)
{
    bool labelled = has_labels(page, first);
    if (!labelled)
        find_sure_titles(page, first);

    int before = LABEL_MINUTES;
    size_t after = first;
    for (size_t i = first; i < page->n && labelled; i++) {
        int label = label_of(page->scratch, page->lines[i].text);
        if (label == NO_LABEL)
            continue;
        size_t title = page->n_items == 0 ? first : label <= before ? title_above(page, after, i) : i;
        if (title < i)
            add_item(page, title);
        before = label;
        after = i + 1;
    }
    if (page->n_items > 1)
        return true;
    page->n_items = 0;
    return false;
}
