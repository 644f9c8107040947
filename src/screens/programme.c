/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Work programme screen (screens.md 3.5, 3.6): one edition at a time, its topics opening the items
 * at which they were taken. */
#include "config.h"

#include "programme.h"

#include <stdio.h>
#include <string.h>

enum { PANE_BY_DATE, PANE_NO_DATE, PANE_STANDING };

struct programme_screen {
    struct screen screen;
    char *wanted;     /* meeting of the edition that is shown; NULL: the newest */
    int first_entry;  /* to stand on at first, 0 none */
    struct editions { /* child of the screen, freed with the next load */
        struct programmes all;
        size_t shown;
        struct meeting *meeting;
        struct meeting_rows meetings;
        struct programme_pages pages;
    } * editions;
};

static struct programme_screen *programme_of(struct screen *screen)
{
    return (struct programme_screen *)screen;
}

static const struct programme *shown(const struct programme_screen *ps)
{
    return ps->editions->all.n ? ps->editions->all.at[ps->editions->shown] : NULL;
}

/* ---- loading ----------------------------------------------------------------------------------------- */

static size_t edition_of(const struct programmes *all, const char *meeting_id)
{
    for (size_t i = 0; meeting_id && i < all->n; i++)
        if (all->at[i]->meeting_id && strcmp(all->at[i]->meeting_id, meeting_id) == 0)
            return i;
    return 0;
}

static enum status read_edition(struct editions *editions, struct store *store, struct date as_at, struct err *err)
{
    const struct programme *programme = editions->all.at[editions->shown];
    enum status status = store_meetings(editions, store, &editions->meetings, err);
    if (status == STATUS_OK && programme->meeting_id)
        status = store_meeting(editions, store, programme->meeting_id, &editions->meeting, err);
    editions->pages = (struct programme_pages){.programme = programme, .meetings = &editions->meetings};
    return status == STATUS_OK ? programme_places(editions, store, programme, &editions->meetings, as_at, &editions->pages.places, err)
                               : status;
}

static enum status load_editions(struct screen *screen, struct err *err)
{
    struct programme_screen *ps = programme_of(screen);
    struct store *store = screen->browser->store;
    struct editions *editions = mem_new(screen, struct editions);
    enum status status = store ? store_programmes(editions, store, NULL, &editions->all, err) : STATUS_OK;
    if (status == STATUS_OK && editions->all.n) {
        editions->shown = edition_of(&editions->all, ps->wanted);
        status = read_edition(editions, store, screen->browser->program->as_at, err);
    }
    if (status != STATUS_OK) {
        talloc_free(editions);
        return status;
    }
    talloc_free(ps->editions);
    ps->editions = editions;
    screen->panes[PANE_NO_DATE].present = screen->panes[PANE_STANDING].present = editions->all.n > 0;
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- panes -------------------------------------------------------------------------------------------------- */

static void none_held(struct page *page)
{
    page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
              "No work programme in the papers you hold: it is printed in agenda packs.");
}

static void by_date_fill(struct screen *screen, struct page *page)
{
    const struct programme_screen *ps = programme_of(screen);
    if (shown(ps))
        programme_by_date(page, &ps->editions->pages);
    else
        none_held(page);
}

/* Side by side, what has no date and what stands share a column. */
static void no_date_fill(struct screen *screen, struct page *page)
{
    programme_no_date(page, &programme_of(screen)->editions->pages);
    if (screen_side_by_side(screen))
        programme_standing(page, &programme_of(screen)->editions->pages);
}

static void standing_fill(struct screen *screen, struct page *page)
{
    programme_standing(page, &programme_of(screen)->editions->pages);
}

static void set_titles(struct programme_screen *ps)
{
    const struct programme *programme = shown(ps);
    struct pane *panes = ps->screen.panes;
    if (!programme)
        return;
    int dated = programme_count(programme, SECTION_DATED, true),
        open = programme_count(programme, SECTION_DATED, false);
    char *topics = words_count(ps->editions, dated, "topic", "topics");
    panes[PANE_BY_DATE].title = mem_printf(ps->editions, "By date: %s", topics);
    panes[PANE_BY_DATE].tab = "By date";
    panes[PANE_NO_DATE].title = "TBC, standing";
    panes[PANE_NO_DATE].tab = mem_printf(ps->editions, "No date yet (%d)", open);
    panes[PANE_STANDING].tab =
        mem_printf(ps->editions, "Standing items (%d)", programme_count(programme, SECTION_STANDING, false));
}

/* ---- head and foot ---------------------------------------------------------------------------------------------- */

/* "one older held: 2018/19, 6 March 2019" */
static char *other_editions(const void *parent, const struct programme_screen *ps)
{
    size_t older = ps->editions->all.n - ps->editions->shown - 1, newer = ps->editions->shown;
    struct strings parts = {0};
    if (newer)
        strings_add(parent, &parts, mem_printf(parent, "%zu newer held", newer));
    if (older) {
        const struct programme *next = ps->editions->all.at[ps->editions->shown + 1];
        const char *year = programme_year(parent, next->title);
        strings_add(parent, &parts,
                    mem_printf(parent, "%zu older held: %s%s%s", older, year ? year : "", year ? ", " : "",
                               date_words(parent, next->published_for)));
    }
    return words_join(parent, &parts, " · ");
}

/* The entry under the cursor, NULL if there is none; PLACE (1 up) where the row is one of its places. */
static const struct programme_entry *entry_here(struct screen *screen, size_t *index, size_t *place)
{
    const struct programme *programme = shown(programme_of(screen));
    const char *key = screen_key(screen);
    *index = *place = 0;
    if (!programme || !key || sscanf(key, "entry:%zu:%zu", index, place) < 1 || *index == 0 ||
        *index > programme->n_entries)
        return NULL;
    return &programme->entries[--*index];
}

static void programme_frame(struct screen *screen, struct frame *frame)
{
    struct programme_screen *ps = programme_of(screen);
    const struct programme *programme = shown(ps);
    int width = screen->browser->width;
    size_t index, place;
    frame->title = frame->where = "Work programme";
    frame->title_right = words_as_at(frame->context, screen->browser->program, false);
    if (!programme)
        return;
    const char *name = programme_title(frame->context, programme);
    int room = width - 6 - (int)strlen(name) - text_width(frame->title_right, strlen(frame->title_right));
    frame->title = mem_printf(frame->context, "%s · %s", name,
                              name_committee(frame->context, programme->committee, room > 10 ? room : 10));
    frame->note = programme_published(frame->context, programme, ps->editions->meeting);
    frame->note_right = other_editions(frame->context, ps);
    const struct programme_entry *entry = entry_here(screen, &index, &place);
    const struct view *view = &screen_pane(screen)->view;
    if (entry)
        frame->where = mem_printf(frame->context, "Work programme > %s > %s",
                                  entry->n_planned ? entry->planned[0].text : "no date yet",
                                  entry->issue ? entry->issue : "no topic");
    frame->position = mem_printf(frame->context, "row %zu of %zu", view->row + 1, view->page ? view->page->n_rows : 0);
}

/* ---- commands ------------------------------------------------------------------------------------------------------
 */

static unsigned show_edition(struct programme_screen *ps, size_t index)
{
    struct browser *browser = ps->screen.browser;
    talloc_free(ps->wanted);
    ps->wanted = mem_strdup(ps, ps->editions->all.at[index]->meeting_id);
    screen_focus(&ps->screen, PANE_BY_DATE);
    return browser_reload(browser, &ps->screen);
}

static unsigned step_edition(struct programme_screen *ps, const struct request *request)
{
    struct editions *editions = ps->editions;
    bool older = request->command == CMD_OLDER;
    if (older ? editions->shown + 1 >= editions->all.n : editions->shown == 0)
        return browser_sayf(ps->screen.browser,
                            older ? "no older work programme is held" : "no newer work programme is held");
    return show_edition(ps, older ? editions->shown + 1 : editions->shown - 1);
}

/* All that the paper says about a topic, where there is no item to open. */
static unsigned tell_topic(struct browser *browser, const struct programme_entry *entry,
                           const struct entry_places *places)
{
    struct buf out;
    buf_init(&out, NULL, BUF_MAX_DOCUMENT);
    buf_printf(&out, "%s\n", entry->issue ? entry->issue : "no topic");
    for (size_t i = 0; i < entry->n_planned; i++)
        buf_printf(&out, "  planned: %s\n", entry->planned[i].text);
    for (size_t i = 0; i < entry->n_last_reports; i++)
        buf_printf(&out, "  last reported: %s\n", entry->last_reports[i].text);
    if (date_is_set(entry->requested_on) && !note_names_day(entry->notes, entry->requested_on)) {
        char *day = date_words(NULL, entry->requested_on);
        buf_printf(&out, "  asked for: %s\n", day);
        talloc_free(day);
    }
    if (entry->frequency)
        buf_printf(&out, "  how often: %s\n", entry->frequency);
    if (entry->notes)
        buf_printf(&out, "  notes: %s\n", entry->notes);
    if (places->n == 0)
        buf_puts(&out, entry_is_dated(entry) ? "  No papers of its meeting are held.\n" : "  No meeting is planned for it.\n");
    unsigned reactions = browser_push(browser, report_new(browser, "Topic", out.data));
    buf_release(&out);
    return reactions;
}

/* A day that the programme prints: its meeting, or the line that enters it. */
static unsigned open_printed_day(struct programme_screen *ps, const char *iso)
{
    struct browser *browser = ps->screen.browser;
    struct date day = {0};
    if (!date_parse_iso(iso, &day))
        return REACT_REDRAW;
    const struct meeting_row *row = programme_meeting_on(&ps->editions->pages, day);
    if (row)
        return browser_push(browser, meeting_new(browser, row->id, 0, PASSAGE_KINDS, 0));
    return enter_ask(browser, shown(ps)->committee, day);
}

static unsigned open_entry(struct programme_screen *ps)
{
    struct browser *browser = ps->screen.browser;
    size_t index, place;
    const char *key = screen_key(&ps->screen);
    if (key && text_starts(key, PRINTED_DAY_KEY))
        return open_printed_day(ps, key + strlen(PRINTED_DAY_KEY));
    const struct programme_entry *entry = entry_here(&ps->screen, &index, &place);
    if (!entry)
        return REACT_REDRAW;
    const struct entry_places *places = &ps->editions->pages.places[index];
    const struct taken *taken = NULL;
    for (size_t i = 0; i < places->n && !taken; i++)
        if (places->at[i].meeting_id && (place == 0 || place == i + 1))
            taken = &places->at[i];
    if (!taken)
        return tell_topic(browser, entry, places);
    char *reason = mem_strdup(NULL, taken->reason);
    unsigned reactions =
        browser_push(browser, meeting_new(browser, taken->meeting_id, taken->position, PASSAGE_KINDS, 0));
    if (reason)
        reactions |= browser_sayf(browser, "paired by words, %s", reason);
    talloc_free(reason);
    return reactions;
}

static enum offer programme_offers(struct screen *screen, enum command_id command)
{
    const struct editions *editions = programme_of(screen)->editions;
    if (command == CMD_OLDER)
        return editions->shown + 1 < editions->all.n ? OFFER_YES : OFFER_NO;
    if (command == CMD_NEWER)
        return editions->shown > 0 ? OFFER_YES : OFFER_NO;
    return OFFER_UNKNOWN;
}

static unsigned programme_act(struct screen *screen, const struct request *request)
{
    if (request->command == CMD_OLDER || request->command == CMD_NEWER)
        return step_edition(programme_of(screen), request);
    return request->command == CMD_OPEN ? open_entry(programme_of(screen)) : NOT_MINE;
}

static const char *programme_meeting_id(struct screen *screen)
{
    const struct programme *programme = shown(programme_of(screen));
    return programme ? programme->meeting_id : NULL;
}

const char *programme_topic_here(struct screen *screen, const char **committee)
{
    const struct programme *programme = shown(programme_of(screen));
    const char *key = screen_key(screen);
    size_t index = 0;
    if (!programme || !key || sscanf(key, "entry:%zu", &index) != 1 || index == 0 || index > programme->n_entries)
        return NULL;
    *committee = programme->committee;
    return programme->entries[index - 1].issue;
}

static void programme_adding(struct screen *screen, struct add_place *place)
{
    const struct programme *programme = shown(programme_of(screen));
    place->meeting_id = mem_strdup(place, programme ? programme->meeting_id : NULL);
    place->position = programme ? programme->item_position : 0;
}

static enum status programme_load(struct screen *screen, struct err *err)
{
    struct programme_screen *ps = programme_of(screen);
    bool first = ps->editions == NULL;
    enum status status = load_editions(screen, err);
    if (status != STATUS_OK)
        return status;
    set_titles(ps);
    const struct programme *programme = shown(ps);
    if (!first || !programme || ps->first_entry <= 0 || (size_t)ps->first_entry > programme->n_entries)
        return STATUS_OK;
    const struct programme_entry *entry = &programme->entries[ps->first_entry - 1];
    bool stands = entry->section == SECTION_STANDING || entry->state == ENTRY_STANDING;
    size_t pane = entry_is_dated(entry)                    ? PANE_BY_DATE
                  : stands && !screen_side_by_side(screen) ? PANE_STANDING
                                                           : PANE_NO_DATE;
    char *key = mem_printf(NULL, "entry:%d", ps->first_entry);
    screen_focus(screen, pane);
    pane_go(screen, pane, key, 0);
    talloc_free(key);
    return STATUS_OK;
}

static const struct screen_ops programme_ops = {
    .name = "Work programme",
    .context = CONTEXT_PROGRAMME,
    .wish = {.note = true, .n_columns = 2, .share = {74, 46}, .most = {0, 60}},
    .load = programme_load,
    .frame = programme_frame,
    .act = programme_act,
    .offers = programme_offers,
    .meeting_id = programme_meeting_id,
    .adding = programme_adding,
};

struct screen *programme_new(struct browser *browser, const char *meeting_id, int entry)
{
    struct programme_screen *ps = screen_new(browser, struct programme_screen, &programme_ops);
    ps->wanted = mem_strdup(ps, meeting_id);
    ps->first_entry = entry;
    screen_add_pane(&ps->screen, 0, NULL, by_date_fill);
    screen_add_pane(&ps->screen, 1, NULL, no_date_fill);
    screen_add_pane(&ps->screen, 1, NULL, standing_fill)->narrow_only = true;
    ps->screen.shown[1] = PANE_NO_DATE;
    return &ps->screen;
}
