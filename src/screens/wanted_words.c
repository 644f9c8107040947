/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is to be got and how, in words: pasted pages say no address, so the way to it is told. */
#include "config.h"

#include "wanted.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define OPEN_IT "open the meeting on the council's website"
#define SAVE_AND_IMPORT "save it and import it"

/* ---- how ------------------------------------------------------------------------------------------ */

static char *how_to_get_minute(const void *parent, const char *number)
{
    if (!number)
        return mem_strdup(parent, "This minute is cut off: " OPEN_IT ", follow “view the full minutes text” at its end, "
                                  "save that page and import it.");
    return mem_printf(parent,
                      "Minute %s: " OPEN_IT ", follow “view the full minutes text for item %s”, save that page and "
                      "import it.",
                      number, number);
}

/* Its own page is known: that is one step. */
static char *how_to_get_full_minute(const void *parent, const char *number, const char *address)
{
    return mem_printf(parent, "%s%s: open %s, save that page and import it.", number ? "Minute " : "This minute",
                      number ? number : "", address);
}

/* " (PDF 134 KB)" */
static char *file_words(const void *parent, const struct wanted *wanted)
{
    if (!wanted->format && !wanted->size)
        return mem_strdup(parent, "");
    return mem_printf(parent, " (%s%s%s)", wanted->format ? wanted->format : "", wanted->format && wanted->size ? " " : "",
                      wanted->size ? wanted->size : "");
}

/* What no reader reads as it is: a document of an office suite. */
static const char *how_to_save(const char *format)
{
    static const char *const read[] = {"PDF", "HTML", "HTM", "XML", "TXT", "MD"};
    for (size_t i = 0; format && i < MB_LENGTH(read); i++)
        if (strcasecmp(format, read[i]) == 0)
            format = NULL;
    return format ? "save it as PDF or text and import that" : SAVE_AND_IMPORT;
}

/* Its own address is known: that is one step, too. */
static char *how_to_get_at(const void *parent, const struct wanted *wanted, const char *address)
{
    return mem_printf(parent, "“%s”%s: open %s, %s.", wanted->title ? wanted->title : "The paper", file_words(parent, wanted), address,
                      how_to_save(wanted->format));
}

static char *how_to_get_paper(const void *parent, const struct wanted *wanted)
{
    const char *address = wanted->url ? mem_printf(parent, " Its address: %s", wanted->url) : "";
    if (wanted->to_follow && !wanted->published)
        return mem_printf(parent, "It was to follow when the agenda was printed. Look for it at the meeting on the "
                                  "council's website, %s.%s",
                          how_to_save(wanted->format), address);
    return mem_printf(parent, "Open the meeting on the council's website and “%s”%s there, %s.%s",
                      wanted->title ? wanted->title : "the paper", file_words(parent, wanted), how_to_save(wanted->format), address);
}

/* "once", "twice", "3 times" */
static char *times_words(const void *parent, int times)
{
    return times > 2 ? mem_printf(parent, "%d times", times) : mem_strdup(parent, times == 2 ? "twice" : "once");
}

static char *how_to_get_meeting(const void *parent, const struct wanted *wanted)
{
    if (!wanted->quote)
        return mem_strdup(parent, how_to_get_kind(WANTED_MEETING));
    return mem_printf(parent, "%s Named %s%s: “%s”", how_to_get_kind(WANTED_MEETING), times_words(parent, wanted->times),
                      wanted->times > 1 ? ", last" : "", wanted->quote);
}

#define GET_MINUTE "For each: " OPEN_IT ", follow “view the full minutes text” at the end of the minute, save that page and import it."
#define GET_PAPER "For each: " OPEN_IT ", open the paper there, " SAVE_AND_IMPORT " (a Word document saved as PDF or text)."
#define GET_MINUTES                                                                                                    \
    "The day has passed and no minutes are held: " OPEN_IT ", save the page “Agenda and minutes” with the minutes on it " \
    "(or copy it into a text file), and import it."
#define GET_MEETING                                                                                                    \
    "Find that day among the committee's meetings on the council's website, and import its page and its agenda pack."

const char *how_to_get_kind(enum wanted_kind kind)
{
    static const char *const words[WANTED_KINDS] = {[WANTED_MINUTE] = GET_MINUTE,
                                                    [WANTED_PAPER] = GET_PAPER,
                                                    [WANTED_MINUTES] = GET_MINUTES,
                                                    [WANTED_MEETING] = GET_MEETING};
    return (unsigned)kind < WANTED_KINDS ? words[kind] : "";
}

/* "Open the meeting ... and these: Contract (PDF 134 KB); Map" */
static char *how_to_get_papers(const void *parent, const struct wanted_entry *entry)
{
    struct strings titles = {0};
    for (size_t i = 0; i < entry->n; i++)
        strings_add(parent, &titles,
                    mem_printf(parent, "%s%s", entry->at[i]->title ? entry->at[i]->title : "a paper",
                               file_words(parent, entry->at[i])));
    return mem_printf(parent, "Open the meeting on the council's website and each of these there, save them and import them: %s",
                      words_join(parent, &titles, "; "));
}

/* The steps, and the address to open where it is known, else how it can be. */
static char *with_address(const void *parent, const char *steps, const char *address, const char *nearest)
{
    if (!address && nearest)
        return mem_printf(parent, "Begin at %s (your papers do not give the exact address) · %s", nearest, steps);
    if (!address)
        return mem_printf(parent, "%s The exact address stands here once :site says where the council publishes.", steps);
    return strstr(steps, address) ? mem_strdup(parent, steps) : mem_printf(parent, "Open %s · %s", address, steps);
}

/* One address for all papers of a row; NULL where they have several. */
static const char *address_of_entry(const struct wanted_entry *entry)
{
    const char *address = entry->at[0]->address;
    for (size_t i = 1; i < entry->n; i++)
        if (!address || !entry->at[i]->address || strcmp(address, entry->at[i]->address) != 0)
            return NULL;
    return address;
}

static char *steps_of(const void *parent, const struct wanted_entry *entry)
{
    const struct wanted *wanted = entry->at[0];
    switch (wanted->kind) {
    case WANTED_MINUTE:
        return how_to_get_minute(parent, wanted->minute_number);
    case WANTED_PAPER:
        return entry->n > 1 ? how_to_get_papers(parent, entry) : how_to_get_paper(parent, wanted);
    case WANTED_MEETING:
        return how_to_get_meeting(parent, wanted);
    default:
        return mem_strdup(parent, how_to_get_kind(wanted->kind));
    }
}

char *how_to_get(const void *parent, const struct wanted_entry *entry)
{
    const struct wanted *wanted = entry->at[0];
    if (wanted->kind == WANTED_MINUTE && wanted->address)
        return how_to_get_full_minute(parent, wanted->minute_number, wanted->address);
    if (wanted->kind == WANTED_PAPER && entry->n == 1 && wanted->url && wanted->address && !wanted->to_follow)
        return how_to_get_at(parent, wanted, wanted->address);
    if (entry->n > 1 && entry->at[0]->address && !address_of_entry(entry))
        return steps_of(parent, entry);
    bool by_item = wanted_is_of_item(wanted) && !wanted->not_needed;
    return by_item || address_of_entry(entry) || wanted->nearest ? with_address(parent, steps_of(parent, entry), address_of_entry(entry), entry->at[0]->nearest)
                                              : steps_of(parent, entry);
}

/* The first paper that is listed with the item and not held; NULL if there is none. */
static const struct attachment *missing_attachment(const struct item *item)
{
    for (size_t i = 0; i < item->n_attachments; i++)
        if (!item->attachments[i].held && !item->attachments[i].exempt)
            return &item->attachments[i];
    return NULL;
}

static char *item_steps(const void *parent, const struct item *item)
{
    const struct attachment *paper = missing_attachment(item);
    if (item->truncated)
        return how_to_get_minute(parent, item->minute_number);
    if (paper)
        return how_to_get_paper(parent, &(struct wanted){.title = paper->title, .format = paper->format, .size = paper->size, .url = paper->url});
    if (item->n_blocks == 0 && item->follow != FOLLOW_NONE && item->follow != FOLLOW_HELD)
        return how_to_get_paper(parent, &(struct wanted){.to_follow = true});
    if (item->n_blocks == 0 && item->pages && !item->exempt)
        return mem_printf(parent, "The report of this item (pages %s of the pack) is not held: take the “Agenda reports "
                                  "pack” from the council's website, " SAVE_AND_IMPORT ".",
                          words_range(parent, item->pages));
    return NULL;
}

/* From where the meeting can be found on the council's website; NULL where the site is not known. */
static char *nearest_of(const void *parent, const struct meeting *meeting)
{
    char *committee = address_of_committee(parent, meeting);
    return committee ? committee : mem_strdup(parent, meeting->site);
}

/* Of a meeting of which no paper is held. */
static char *how_to_get_known(const void *parent, const struct meeting *meeting)
{
    char *off = fact_called_off(parent, meeting);
    const char *steps = "No paper of this meeting is held: find it on the council's website, and import its page and its agenda pack.";
    if (off)
        return mem_printf(parent, "No paper of this meeting is held: the council's list says that it is %s.", off);
    return with_address(parent, steps, address_of_meeting(parent, meeting), nearest_of(parent, meeting));
}

char *how_to_get_item(const void *parent, const struct meeting *meeting, const struct item *item)
{
    const struct attachment *paper = missing_attachment(item);
    if (meeting_has_no_paper(meeting))
        return how_to_get_known(parent, meeting);
    char *full = item->truncated ? address_of_item(parent, meeting, item) : NULL, *steps = item_steps(parent, item);
    char *page = steps ? NULL : fact_page(parent, meeting);
    if (!steps)
        return mem_printf(parent, "Nothing is missing of this item that your papers speak of.%s%s", page ? " The meeting's page: " : "", page ? page : "");
    if (full)
        return how_to_get_full_minute(parent, item->minute_number, full);
    bool own = !item->truncated && paper && paper->url;
    char *whole = own ? address_whole(parent, meeting->site, paper->url) : NULL;
    if (whole)
        return how_to_get_at(parent, &(struct wanted){.title = paper->title, .format = paper->format, .size = paper->size}, whole);
    return with_address(parent, steps, address_of_meeting(parent, meeting), nearest_of(parent, meeting));
}

/* ---- what ----------------------------------------------------------------------------------------- */

char *wanted_counted(const void *parent, const int counts[WANTED_KINDS])
{
    static const char *const words[WANTED_KINDS][2] = {
        [WANTED_MINUTE] = {"cut-off minute", "cut-off minutes"},
        [WANTED_PAPER] = {"paper named but not held", "papers named but not held"},
        [WANTED_MINUTES] = {"set of minutes", "sets of minutes"},
        [WANTED_MEETING] = {"earlier meeting that your papers name", "earlier meetings that your papers name"}};
    struct strings parts = {0};
    void *local = talloc_named_const(NULL, 0, "counted");
    for (size_t i = 0; i < WANTED_KINDS; i++)
        if (counts[i])
            strings_add(local, &parts, words_count(local, counts[i], words[i][0], words[i][1]));
    char *counted = parts.n ? words_join(parent, &parts, ", ") : NULL;
    talloc_free(local);
    return counted;
}

bool wanted_is_of_item(const struct wanted *wanted)
{
    return wanted->kind == WANTED_MINUTE || wanted->kind == WANTED_PAPER;
}

/* Is B the number after A, both whole numbers? */
static bool follows(const char *a, const char *b)
{
    bool whole = strspn(a, "0123456789") == strlen(a) && strspn(b, "0123456789") == strlen(b);
    return whole && strtol(b, NULL, 10) == strtol(a, NULL, 10) + 1;
}

/* "6", "1 and 9", "2, 4–6": only numbers that follow each other are joined. */
static char *numbers_words(const void *parent, const struct strings *numbers)
{
    struct strings runs = {0};
    void *local = talloc_named_const(NULL, 0, "numbers");
    for (size_t i = 0, next; i < numbers->n; i = next) {
        for (next = i + 1; next < numbers->n && follows(numbers->at[next - 1], numbers->at[next]); next++)
            ;
        strings_add(local, &runs, next == i + 1 ? numbers->at[i] : mem_printf(local, "%s–%s", numbers->at[i], numbers->at[next - 1]));
    }
    char *words = words_join(parent, &runs, runs.n == 2 ? " and " : ", ");
    talloc_free(local);
    return words;
}

/* "item 6", "items 1 and 9", "minutes 19–25": by agenda numbers where all have one. */
static char *paper_number(const void *parent, const struct wanted_entry *entry)
{
    struct strings numbers = {0};
    bool by_agenda = true;
    void *local = talloc_named_const(NULL, 0, "number");
    for (size_t i = 0; i < entry->n; i++)
        by_agenda = by_agenda && entry->at[i]->agenda_number;
    for (size_t i = 0; i < entry->n; i++) {
        const char *number = by_agenda ? entry->at[i]->agenda_number : entry->at[i]->minute_number;
        if (number && !(numbers.n && strcmp(numbers.at[numbers.n - 1], number) == 0))
            strings_add(local, &numbers, number);
    }
    char *words = numbers.n ? mem_printf(parent, "%s%s %s", by_agenda ? "item" : "minute", numbers.n > 1 ? "s" : "", numbers_words(local, &numbers))
                            : mem_strdup(parent, "");
    talloc_free(local);
    return words;
}

char *wanted_number(const void *parent, const struct wanted_entry *entry)
{
    const struct wanted *wanted = entry->at[0];
    if (wanted->kind == WANTED_MINUTE && wanted->minute_number && !wanted->not_needed)
        return mem_strdup(parent, wanted->minute_number);
    return wanted_is_of_item(wanted) ? paper_number(parent, entry) : mem_strdup(parent, "");
}

/* TITLE and STATE; where they do not fit within WIDTH cells SHORTER stands for the state, and the title is cut
 * only as far as it must be. */
static char *with_state(const void *parent, const char *title, const char *state, const char *shorter, int width)
{
    struct safe clean = safe_line(parent, title);
    int wide = text_width(clean.text, clean.len);
    if (width > 0 && wide + text_width(state, strlen(state)) > width)
        state = shorter;
    int room = width - text_width(state, strlen(state));
    if (width > 0 && wide > room)
        return mem_printf(parent, "%s%s", text_cut(parent, clean.text, room > 4 ? room : 4, false), state);
    return mem_printf(parent, "%s%s", clean.text, state);
}

/* "7 papers: Contract; Map; ...", cut by whoever puts it. */
static char *papers_words(const void *parent, const struct wanted_entry *entry)
{
    struct strings titles = {0};
    for (size_t i = 0; i < entry->n; i++)
        strings_add(parent, &titles, entry->at[i]->title ? entry->at[i]->title : "a paper");
    return mem_printf(parent, "%zu papers: %s", entry->n, words_join(parent, &titles, "; "));
}

char *wanted_words(const void *parent, const struct wanted_entry *entry, int width)
{
    const struct wanted *wanted = entry->at[0];
    const char *item = wanted->item_title ? wanted->item_title : "no title";
    const char *follows = !wanted->to_follow ? "" : wanted->published ? ": was to follow, since published" : ": to follow";
    const char *shortly = wanted->to_follow && wanted->published ? ": published since" : follows;
    switch (wanted->kind) {
    case WANTED_MINUTE:
        return with_state(parent, item, "", "", width);
    case WANTED_PAPER:
        return entry->n > 1 ? papers_words(parent, entry)
                            : with_state(parent, wanted->title ? wanted->title : item, follows, shortly, width);
    case WANTED_MEETING:
        return mem_printf(parent, "%s, named %s", name_in_list(parent, wanted->committee, 0),
                          times_words(parent, wanted->times));
    default:
        return name_in_list(parent, wanted->committee, 0);
    }
}
