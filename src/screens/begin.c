/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The first minute (screens.md 4.1): the Desk while there are no papers, and its three ways to begin. */
#include "config.h"

#include "private.h"

#include <string.h>

static const char *const five_lines =
    "1  Open the meeting's page “Agenda and minutes” on the council's website.\n"
    "2  Save that page; or select all, copy, and save it as a text file.\n"
    "3  Take the “Agenda reports pack” too: a PDF, as it is.\n"
    "4  For a minute that ends “view the full minutes text”, open that link and save it as well.\n"
    "5  Put all of them in one folder, and import the folder.";

static unsigned ask_papers(struct screen *screen)
{
    return job_refused(screen->browser) ? REACT_REDRAW : browser_ask(screen->browser, PROMPT_IMPORT);
}

static unsigned open_sample(struct screen *screen)
{
    struct browser *browser = screen->browser;
    if (browser->program->open_sample)
        return job_waits(browser) ? REACT_REDRAW : job_queue_sample(browser);
    return browser_sayf(browser, "quit with q, then start: %s --demo", browser->program->spelling);
}

static unsigned tell_how(struct screen *screen)
{
    return browser_push(screen->browser, report_new(screen->browser, "How to get papers", five_lines));
}

static const struct way {
    const char *key, *words, *aside;
    unsigned (*open)(struct screen *screen);
} ways[] = {
    {"begin:import", "1  Import papers you have: one file, several, or a whole folder", NULL, ask_papers},
    {"begin:sample", "2  Look round with sample meetings",
     "(a council that does not exist; kept apart from your own papers)", open_sample},
    {"begin:how", "3  How to get papers from a council's website, in five lines", NULL, tell_how},
};

static void put_way(struct page *page, const struct way *way)
{
    page_no_row(page);
    page_blank(page);
    page_row(page, way->key, 0);
    page_wrap(page, 3, 6, page->width - 6, STYLE_TEXT, way->words);
    if (way->aside)
        page_wrap(page, 6, 6, page->width - 9, STYLE_TEXT, way->aside);
}

void begin_page(struct page *page, const struct program *program, bool keys)
{
    page_blank(page);
    page_say(page, 3, STYLE_TEXT, "No papers yet. Three ways to begin:");
    for (size_t i = 0; i < MB_LENGTH(ways); i++)
        put_way(page, &ways[i]);
    page_no_row(page);
    page_blank(page);
    page_wrap(page, 3, 3, page->width - 6, STYLE_TEXT,
              "Can be read: the page “Agenda and minutes”, saved or pasted as text; the agenda pack as PDF, text or Markdown; "
              "printed minutes; a folder with all of these.");
    page_blank(page);
    char *where = keys ? mem_strdup(NULL, "Nothing leaves this computer. Your papers and notes are one file; :where shows "
                                          "it, :backup copies it.")
                       : mem_printf(NULL, "Nothing leaves this computer. Your papers and notes are one file: %s",
                                    program->store_path);
    page_wrap(page, 3, 3, page->width - 6, STYLE_TEXT, where);
    talloc_free(where);
}

static const struct way *way_of(const char *key)
{
    for (size_t i = 0; key && i < MB_LENGTH(ways); i++)
        if (strcmp(ways[i].key, key) == 0)
            return &ways[i];
    return NULL;
}

bool begin_is_way(const char *key)
{
    return way_of(key) != NULL;
}

unsigned begin_open(struct screen *screen, const char *key)
{
    const struct way *way = way_of(key);
    return way ? way->open(screen) : REACT_REDRAW;
}

unsigned begin_choose(struct screen *screen, int way)
{
    size_t at = way > 0 ? (size_t)way - 1 : 0;
    if (at >= MB_LENGTH(ways))
        return REACT_REDRAW;
    (void)view_go(&screen_pane(screen)->view, ways[at].key, 0);
    return ways[at].open(screen);
}
