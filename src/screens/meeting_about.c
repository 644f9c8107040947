/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The pane about an item: what is asked, who is invited, what was found in it, which papers there are, what healed and
 * what changed between them. Lines of it lead to what they name (open_about() in meeting.c). */
#include "config.h"

#include "meeting.h"
#include "notes.h"

#include <stdio.h>
#include <string.h>

#define QUOTED_FROM 60 /* columns of a page from which a sentence stands in a list */

static void about_row(struct page *page, const char *key, int number, const char *lead, const char *words)
{
    char unique[64];
    char *text = mem_printf(NULL, "%s%s", lead, words);
    (void)snprintf(unique, sizeof unique, "%s:%d", key, number);
    page_row(page, number < 0 ? key : unique, 0);
    page_wrap(page, 1, 1 + (int)text_width(lead, strlen(lead)), page->width - 2, STYLE_TEXT, text);
    page_no_row(page);
    talloc_free(text);
}

static void about_list(struct page *page, const char *heading, const char *key, const struct strings *list)
{
    if (list->n == 0)
        return;
    page_heading(page, 1, heading);
    for (size_t i = 0; i < list->n; i++)
        about_row(page, key, (int)i, "· ", list->at[i]);
}

static void about_report(struct page *page, const struct item *item)
{
    char *report = fact_report(NULL, item), *exempt = fact_exempt(NULL, item);
    if (report || exempt || item->author)
        page_blank(page);
    if (exempt)
        about_row(page, "exempt", 0, "", exempt);
    if (report)
        about_row(page, item->n_blocks ? "text" : "report", TEXT_REPORT, "", report);
    if (item->author)
        about_row(page, "author", 0, "", item->author);
    if (item->truncated)
        about_row(page, "text", TEXT_MINUTE, "", "Minute cut off on the council's page");
    talloc_free(report);
    talloc_free(exempt);
}

static const char *attachment_state(const struct attachment *attachment)
{
    return attachment->exempt ? ", exempt" : attachment->held ? ", held" : ", not held";
}

static void about_attachments(struct page *page, const struct item *item)
{
    if (item->n_attachments)
        page_heading(page, 1, "Attachments");
    for (size_t i = 0; i < item->n_attachments; i++) {
        const struct attachment *one = &item->attachments[i];
        char *words = mem_printf(NULL, "%s%s%s%s%s%s", one->title ? one->title : "", one->format ? ", " : "",
                                 one->format ? one->format : "", one->size ? " " : "", one->size ? one->size : "",
                                 attachment_state(one));
        about_row(page, "attachment", (int)i, "· ", words);
        talloc_free(words);
    }
}

/* "555/7  letter, by the Chairman, cut off", and where there is room its sentence. */
static void about_found(struct page *page, const struct meeting_screen *ms, const struct action *action)
{
    void *local = talloc_named_const(NULL, 0, "about");
    char *lead = mem_printf(local, "%s%s  ", id_set_has(&ms->screen.marks, action->id) ? "*" : "",
                            action->reference ? action->reference : "+");
    char *words = mem_printf(local, "%s%s%s%s", fact_follow_up_kind(action), action->owner ? ", by " : "",
                             action->owner ? fact_owner(local, action->owner) : "", action->quote_truncated ? ", cut off" : "");
    if (action->quote && page->width >= QUOTED_FROM)
        words = mem_printf(local, "%s: %s", words, fact_quote(local, action, ""));
    page_row(page, mem_printf(local, FOUND_KEY "%s", action->id), 0);
    page_wrap_most(page, 1, 1 + text_width(lead, strlen(lead)), page->width - 2, STYLE_TEXT,
                   mem_printf(local, "%s%s", lead, words), 3);
    page_no_row(page);
    talloc_free(local);
}

/* What was found in the texts of the item and is still to check, under how many there are. */
static void about_to_check(struct page *page, const struct meeting_screen *ms, bool swept)
{
    const struct item *item = ms->chosen->item;
    struct follow_up_counts counts = meeting_counts(&ms->actions, ms->meeting, item);
    int found = meeting_found_count(&ms->actions, ms->meeting, item);
    void *local = talloc_named_const(NULL, 0, "about");
    if (found && counts.to_check + counts.refused > 0) {
        page_heading(page, 1, mem_printf(local, "Follow-ups here: %d", counts.to_check + counts.kept));
        char *words = words_judged(local, &counts);
        page_wrap(page, 1, 1, page->width - 2, STYLE_QUIET, words);
    } else if (!found && item->truncated && swept) {
        page_heading(page, 1, "Follow-ups here");
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "none found in what is held");
    }
    for (size_t i = 0; i < ms->actions.n; i++)
        if (follow_up_is_to_check(ms->actions.at[i]) && action_is_of_item(ms->actions.at[i], ms->meeting, item))
            about_found(page, ms, ms->actions.at[i]);
    talloc_free(local);
}

static void about_actions(struct page *page, const struct meeting_screen *ms, struct date as_at)
{
    bool any = false;
    for (size_t i = 0; i < ms->actions.n; i++) {
        const struct action *action = ms->actions.at[i];
        if (!follow_up_is_kept(action) || !action_is_of_item(action, ms->meeting, ms->chosen->item))
            continue;
        if (!any)
            page_heading(page, 1, "On the tracker");
        any = true;
        void *local = talloc_named_const(NULL, 0, "about");
        page_row(page, mem_printf(local, ACTION_KEY "%s", action->id), 0);
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
                  mem_printf(local, "%s  %s; %s", action->reference ? action->reference : "-",
                             fact_summary(local, action, page->width * 2), fact_follow_up_standing(local, action, as_at)));
        page_no_row(page);
        talloc_free(local);
    }
}

/* The member's notes on the item at POSITION, 0: on the meeting as a whole. */
static void about_notes(struct page *page, const struct meeting_screen *ms, int position, const char *heading)
{
    for (size_t i = 0, n = 0; i < ms->notes.n; i++) {
        const struct note *note = ms->notes.at[i];
        if (note_position(ms->meeting, note) != position)
            continue;
        if (heading && n++ == 0)
            page_heading(page, 1, heading);
        void *local = talloc_named_const(NULL, 0, "about");
        page_row(page, mem_printf(local, NOTE_KEY "%s", note->id), 0);
        page_wrap(page, 1, 3, page->width - 2, STYLE_TEXT, mem_printf(local, "Â· %s", notes_words(local, note)));
        page_no_row(page);
        talloc_free(local);
    }
}

/* "2 changes here between its papers (C)" */
static void about_changes(struct page *page, const struct meeting_screen *ms, int n, const char *where, bool keys)
{
    if (n == 0)
        return;
    char *many = words_count(NULL, n, "change", "changes"), *key = keys ? key_of(many, ms->screen.browser, CMD_CHANGES) : NULL;
    char *words = mem_printf(many, "%s%s between %s papers%s%s%s", many, where, ms->meeting->n_sources > 2 ? "the" : "its two",
                             keys ? " (" : "", keys ? key : "", keys ? ")" : "");
    about_row(page, "changes", -1, *where ? "" : "· ", words);
    talloc_free(many);
}

/* What the papers say of the item at POSITION, 0: of the meeting, each otherwise. How texts differ stands among the
 * changes, where these were counted. */
static void about_alternatives(struct page *page, const struct meeting_screen *ms, int position)
{
    const struct meeting *meeting = ms->meeting;
    for (size_t i = 0; i < meeting->n_alternatives; i++) {
        const struct alternative *other = &meeting->alternatives[i];
        if (alternative_position(other) != position || (ms->changed.n > 0 && alternative_is_text(other)))
            continue;
        char *words = fact_alternative(NULL, meeting, other);
        about_row(page, "why", -1, position ? "" : "· ", words);
        talloc_free(words);
    }
}

static void about_meeting(struct page *page, const struct meeting_screen *ms, bool keys)
{
    const struct meeting *meeting = ms->meeting;
    page_heading(page, 1, keys ? "This meeting (I: why)" : "This meeting");
    if (meeting_has_no_paper(meeting)) {
        char *day = fact_day(page, meeting->date, DATE_STATED), *time = meeting_time_words(page, meeting);
        about_row(page, "why", -1, "· ", mem_printf(day, "%s%s%s", day, time ? ", " : "", time ? time : ""));
        if (meeting->venue)
            about_row(page, "why", -1, "· ", meeting->venue);
        about_row(page, "why", -1, "· ", meeting_is_listed(meeting) ? "listed by the council" : "entered by you");
    }
    char *off = fact_called_off(page, meeting);
    if (off)
        about_row(page, "why", -1, "· ", off);
    for (size_t i = 0; i < meeting->n_sources; i++) {
        const char *path = meeting->sources[i].path, *name = path ? strrchr(path, '/') : NULL;
        char *words = mem_printf(NULL, "%s%s%s", form_words(meeting->sources[i].form), path ? ": " : "",
                                 name   ? name + 1
                                 : path ? path
                                        : "");
        about_row(page, "why", -1, "· ", words);
        talloc_free(words);
    }
    about_notes(page, ms, 0, NULL);
    about_changes(page, ms, ms->changed.n, "", keys);
    about_alternatives(page, ms, 0);
}

/* screens.md 2, "healed". */
void say_healed(struct page *page, const struct healed_minutes *healed, const struct item *item)
{
    for (size_t i = 0; i < healed->n; i++) {
        if (healed->at[i].position != item->position)
            continue;
        char *words = fact_healed(NULL, healed->at[i].since);
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, words);
        talloc_free(words);
    }
}

void about_page(struct page *page, const struct meeting_screen *ms, struct date as_at, bool keys)
{
    const struct item *item = ms->chosen->item;
    const char *body = name_body(ms->meeting->committee);
    if (item->title)
        page_wrap(page, 1, 1, page->width - 2, STYLE_HEADING, item->title);
    if (item->timing)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, item->timing);
    say_healed(page, &ms->healed, item);
    about_changes(page, ms, meeting_changes_in(ms, item->position), " here", keys);
    about_alternatives(page, ms, item->position ? item->position : -1);
    about_report(page, item);
    if (item->position)
        about_notes(page, ms, item->position, "Your notes");
    char *asked =
        strcmp(body, "meeting") == 0 ? mem_strdup(NULL, "What is asked") : mem_printf(NULL, "The %s is asked to", body);
    about_list(page, asked, "asked", &item->asked);
    talloc_free(asked);
    about_to_check(page, ms, ms->swept);
    about_actions(page, ms, as_at);
    about_list(page, "Invited", "invited", &item->invited);
    about_attachments(page, item);
    for (size_t i = 0; i < ms->programmes.n; i++)
        if (ms->programmes.at[i]->item_position == item->position) {
            page_blank(page);
            about_row(page, "programme", -1, "",
                      keys ? "Work programme as published here: Enter opens it" : "Work programme as published here");
        }
    about_meeting(page, ms, keys);
}
