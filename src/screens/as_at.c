/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* `:as-at`: the day as at which follow-ups are shown, also that on which the papers of a meeting are despatched: the tracker goes
 * into the pack as at that day. */
#include "config.h"

#include "private.h"

#include <string.h>

/* Of another day a list has other rows: its top is seen, and the cursor stays on its row where that can be seen with it. */
static unsigned show_top(struct browser *browser)
{
    struct screen *screen = browser_top(browser);
    if (!(screen->context & (CONTEXT_ACTIONS | CONTEXT_DESK)))
        return REACT_REDRAW;
    const char *here = screen_key(screen);
    char *key = mem_strdup(NULL, here ? here : "");
    unsigned reactions = browser_do(browser, CMD_FIRST, 0, NULL);
    struct view *view = &screen_pane(screen)->view, there = *view;
    if (view_go(&there, key, 0) && there.top == view->top)
        *view = there;
    talloc_free(key);
    return reactions;
}

/* WORDS as a day, the year this one where they say none; false, and the answer in *REACTIONS, where they are none. */
static bool read_day(struct browser *browser, const char *words, struct date *day, unsigned *reactions)
{
    bool has_year = true, read = date_parse_iso(words, day) || date_scan(words, day, &has_year) > 0;
    if (read && !has_year)
        day->year = browser->today.year;
    if (!read)
        *reactions = browser_refuse(browser, "\"%s\" is no day: 12 January 2026, or 2026-01-12; or despatch", words);
    else if (!date_is_real(*day))
        *reactions = browser_refuse(browser, "\"%s\" is no day", words);
    return read && date_is_real(*day);
}

/* The same of a meeting whose papers are to leave: without a year it is still to come. */
static bool read_meeting_day(struct browser *browser, const char *words, struct date *day, unsigned *reactions)
{
    bool has_year = true;
    struct date said;
    if (!read_day(browser, words, day, reactions))
        return false;
    if (!date_parse_iso(words, &said) && date_scan(words, &said, &has_year) > 0 && !has_year && date_compare(*day, browser->today) < 0)
        day->year++;
    if (!date_is_real(*day))
        *reactions = browser_refuse(browser, "\"%s\" is no day", words);
    return date_is_real(*day);
}

static unsigned show_day(struct browser *browser, struct date day)
{
    return browser_set_day(browser, day) | show_top(browser);
}

/* ---- the day of despatch ---------------------------------------------------------------------------------- */

static unsigned show_despatch(struct browser *browser, struct date meeting, const char *committee)
{
    struct screen *screen = browser_top(browser);
    struct date day = action_despatch_day(meeting);
    unsigned reactions = show_day(browser, day);
    const char *back = date_compare(day, browser->today) == 0 ? " (today)" : ". :as-at leads back";
    return reactions | browser_sayf(browser, "as at %s: five clear working days before %s%s%s (" ACTION_DESPATCH_LAW ")%s", date_words(screen, day),
                                    *committee ? name_stem(screen, committee) : "the meeting", *committee ? ", " : " of ",
                                    date_words(screen, meeting), back);
}

/* That of the follow-up under the cursor, else of the meeting there, else the only one; "" where there are several. */
static const char *committee_at_hand(const void *local, struct browser *browser)
{
    struct actions meant = check_meant(browser_top(browser), local);
    return meant.n && meant.at[0]->committee ? meant.at[0]->committee : browser_committee_here(local, browser);
}

/* Of the next meeting of the committee at hand; "despatch 11 December" of a meeting on that day, whoever holds it. */
static unsigned do_despatch(struct browser *browser, const char *of)
{
    unsigned reactions = 0;
    struct date meeting;
    if (*of)
        return read_meeting_day(browser, of, &meeting, &reactions) ? show_despatch(browser, meeting, "") : reactions;
    void *local = talloc_named_const(NULL, 0, "despatch");
    struct meeting_rows rows = {0};
    struct err err;
    const char *committee = committee_at_hand(local, browser);
    enum status status = browser->store ? store_meetings(local, browser->store, &rows, &err) : STATUS_OK;
    const struct meeting_row *next = status == STATUS_OK ? action_meeting_to_come(&rows, committee, browser->today) : NULL;
    if (status != STATUS_OK)
        reactions = browser_fail(browser, &err);
    else if (next)
        reactions = show_despatch(browser, next->date, next->committee ? next->committee : "");
    else
        reactions = browser_refuse(browser, "no meeting%s%s is known that is to come: \"as-at despatch 11 December\" names its day, :enter-meeting puts it in",
                                   *committee ? " of " : "", *committee ? name_stem(local, committee) : "");
    talloc_free(local);
    return reactions;
}

unsigned do_as_at(struct browser *browser, const struct request *request)
{
    static const char despatch[] = "despatch";
    const char *words = request->arguments;
    size_t n = strlen(despatch);
    unsigned reactions = 0;
    struct date day = browser->today;
    if (words && strncmp(words, despatch, n) == 0 && (words[n] == '\0' || words[n] == ' '))
        return do_despatch(browser, words + n + (words[n] == ' '));
    if (words && !read_day(browser, words, &day, &reactions))
        return reactions;
    reactions = show_day(browser, day);
    if (date_compare(day, browser->today) == 0)
        return reactions | browser_sayf(browser, "as at today, %s", date_words(browser_top(browser), day));
    return reactions | browser_say_day(browser);
}
