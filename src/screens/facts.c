/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is said about a meeting or an item, each thing in one place and in the words of screens.md 2:
 * screens and printed forms take their sentences from here. */
#include "config.h"

#include "words.h"

#include <string.h>

/* ---- meetings ---------------------------------------------------------------------------------- */

static const char *const day_words[] = {
    [DATE_UNKNOWN] = "", [DATE_STATED] = "", [DATE_INFERRED] = ", worked out", [DATE_GIVEN] = ", given by you"};

char *fact_day(const void *parent, struct date date, enum date_basis basis)
{
    if (!date_is_set(date))
        return mem_strdup(parent, "day not known");
    char *day = date_long(NULL, date);
    char *fact = mem_printf(parent, "%s%s", day, (unsigned)basis < MB_LENGTH(day_words) ? day_words[basis] : "");
    talloc_free(day);
    return fact;
}

static void add_reports(const void *local, struct strings *parts, const struct meeting_row *row)
{
    if (row->reports_held) {
        char *held = words_count(local, row->reports_held, "report", "reports");
        strings_add(local, parts,
                    row->reports_to_follow ? mem_printf(local, "%s (%d more to follow)", held, row->reports_to_follow)
                                           : held);
    } else if (row->reports_to_follow) {
        strings_add(local, parts, words_count(local, row->reports_to_follow, "report to follow", "reports to follow"));
    }
}

char *fact_meeting_line(const void *parent, const struct meeting_row *row)
{
    if (row->entered || row->listed)
        return mem_strdup(parent, fact_no_paper(row->listed, row->status));
    void *local = talloc_named_const(NULL, 0, "fact");
    struct strings parts = {0};
    const char *off = status_called_off(row->status);
    if (off)
        strings_add(local, &parts, off);
    if (row->has_agenda)
        strings_add(local, &parts, "agenda");
    add_reports(local, &parts, row);
    if (row->has_minutes && row->minutes_cut)
        strings_add(local, &parts, mem_printf(local, "minutes (%d cut off)", row->minutes_cut));
    else if (row->has_minutes)
        strings_add(local, &parts, "minutes");
    if (row->reports_not_held)
        strings_add(local, &parts, words_count(local, row->reports_not_held, "report not held", "reports not held"));
    if (row->exempt_items)
        strings_add(local, &parts, words_count(local, row->exempt_items, "report exempt", "reports exempt"));
    char *all = words_join(local, &parts, ", ");
    char *fact = mem_printf(parent, "%s%s", all, row->has_agenda && !row->has_minutes && !row->ahead && !off ? "; minutes not held" : "");
    talloc_free(local);
    return fact;
}

struct strings fact_meeting_found(const void *parent, const struct meeting_row *row, int to_check)
{
    struct strings facts = {0};
    char *line = fact_meeting_line(NULL, row);
    strings_add(parent, &facts,
                to_check < 0 && row->minutes_cut ? mem_printf(line, "%s; no follow-up in what is held", line) : line);
    if (to_check > 0)
        strings_add(parent, &facts, mem_printf(line, "%d to check", to_check));
    if (row->read)
        strings_add(parent, &facts, mem_printf(line, "%d of %d items read", row->read < row->items ? row->read : row->items, row->items));
    talloc_free(line);
    return facts;
}

char *fact_sources(const void *parent, const struct meeting *meeting, bool keys)
{
    if (meeting->n_sources == 0)
        return NULL;
    struct strings forms = {0};
    void *local = talloc_named_const(NULL, 0, "fact");
    for (size_t i = 0; i < meeting->n_sources; i++) {
        char *form = mem_printf(local, "the %s", form_words(meeting->sources[i].form));
        bool known = false;
        for (size_t f = 0; f < forms.n; f++)
            known = known || strcmp(forms.at[f], form) == 0;
        if (!known)
            strings_add(local, &forms, form);
    }
    char *fact = mem_printf(parent, "from %s%s", words_join(local, &forms, " and "),
                            !meeting->joined_because ? ""
                            : keys                   ? ", joined (I: why)"
                                                     : ", joined");
    talloc_free(local);
    return fact;
}

/* "1 report not held (item 6)", for the items whose report stands at STATE. */
static void add_follow_gap(const void *local, struct strings *parts, const struct meeting *meeting,
                           enum follow_state state, const char *one, const char *many)
{
    struct strings items = {0};
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].follow == state) {
            const struct item *item = &meeting->items[i];
            strings_add(local, &items,
                        item->agenda_number   ? item->agenda_number
                        : item->minute_number ? item->minute_number
                                              : "?");
        }
    if (items.n)
        strings_add(local, parts,
                    mem_printf(local, "%s (%s %s)", words_count(local, (int)items.n, one, many),
                               items.n == 1 ? "item" : "items", words_join(local, &items, ", ")));
}

char *fact_gaps(const void *parent, const struct meeting *meeting)
{
    void *local = talloc_named_const(NULL, 0, "fact");
    struct strings parts = {0};
    int minutes = 0, cut = (int)meeting_truncated(meeting);
    for (size_t i = 0; i < meeting->n_items; i++)
        minutes += meeting->items[i].minutes_text || meeting->items[i].truncated;
    if (cut)
        strings_add(local, &parts, mem_printf(local, "%d of %d minutes cut off", cut, minutes));
    for (size_t i = 0; i < meeting->n_alternatives; i++)
        if (alternative_matters(&meeting->alternatives[i]))
            strings_add(local, &parts, fact_alternative(local, meeting, &meeting->alternatives[i]));
    add_follow_gap(local, &parts, meeting, FOLLOW_PUBLISHED_NOT_HELD, "report not held", "reports not held");
    add_follow_gap(local, &parts, meeting, FOLLOW_TO_FOLLOW, "report to follow", "reports to follow");
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].exempt)
            strings_add(local, &parts,
                        mem_printf(local, "%s: report exempt", fact_item_number(local, &meeting->items[i])));
    char *fact = parts.n ? words_join(parent, &parts, " · ") : NULL;
    talloc_free(local);
    return fact;
}

static void say_sources(const void *parent, struct strings *out, const struct meeting *meeting)
{
    strings_add(parent, out, "Papers");
    for (size_t i = 0; i < meeting->n_sources; i++) {
        const struct source *source = &meeting->sources[i];
        char *line =
            mem_printf(NULL, "  %s: %s (%.12s)%s", form_words(source->form), source->path ? source->path : "no name",
                       source->sha256, source->exempt ? ", exempt" : "");
        strings_add(parent, out, line);
        talloc_free(line);
    }
}

char *fact_offer(const void *parent, const struct committee_offer *offer)
{
    if (!offer || !offer->committee)
        return NULL;
    void *local = talloc_named_const(NULL, 0, "fact");
    char *reasons = words_join(local, &offer->reasons, " and "), *name = name_in_list(local, offer->committee, 0);
    char *fact = offer->reasons.n ? mem_printf(parent, "probably %s, because %s", name, reasons)
                                  : mem_printf(parent, "probably %s", name);
    talloc_free(local);
    return fact;
}

struct strings fact_why(const void *parent, const struct meeting *meeting, const struct committee_offer *offer)
{
    struct strings out = {0};
    void *local = talloc_named_const(NULL, 0, "fact");
    struct strings known = {0};
    if (meeting_has_no_paper(meeting))
        known = fact_how_known(local, meeting);
    else
        say_sources(parent, &out, meeting);
    for (size_t i = 0; i < known.n; i++)
        strings_add(parent, &out, known.at[i]);
    char *off = meeting_has_no_paper(meeting) ? NULL : fact_called_off(local, meeting);
    if (off)
        strings_add(parent, &out, mem_printf(local, "The meeting is %s", off));
    if (meeting->joined_because) {
        strings_add(parent, &out, "Why they are one meeting");
        strings_add(parent, &out, mem_printf(local, "  %s", meeting->joined_because));
        strings_add(parent, &out, "  to part them:  :part");
    }
    strings_add(parent, &out, "The day");
    strings_add(parent, &out, mem_printf(local, "  %s", fact_day(local, meeting->date, meeting->date_basis)));
    if (meeting->date_reason)
        strings_add(parent, &out, mem_printf(local, "  %s", meeting->date_reason));
    if (!date_is_set(meeting->date) || meeting->date_basis != DATE_STATED)
        strings_add(parent, &out, "  = states it");
    if (!meeting->committee) {
        char *probably = fact_offer(local, offer);
        strings_add(parent, &out, "The committee");
        strings_add(parent, &out, "  not stated in these papers");
        if (probably)
            strings_add(parent, &out, mem_printf(local, "  %s", probably));
        strings_add(parent, &out, "  = states it");
    }
    fact_disagree(parent, meeting, &out);
    if (!meeting_has_no_paper(meeting)) {
        char *page = fact_page(local, meeting);
        strings_add(parent, &out, "Its page on the council's website");
        strings_add(parent, &out, mem_printf(local, "  %s", page ? page : "not known: :site says where the council publishes"));
    }
    talloc_free(local);
    return out;
}

/* ---- items ------------------------------------------------------------------------------------- */

char *fact_item_number(const void *parent, const struct item *item)
{
    if (item->agenda_number && item->minute_number)
        return mem_printf(parent, "item %s, minute %s", item->agenda_number, item->minute_number);
    if (item->minute_number)
        return mem_printf(parent, "minute %s", item->minute_number);
    if (item->agenda_number)
        return mem_printf(parent, "item %s", item->agenda_number);
    return mem_printf(parent, "item without a number, place %d", item->position);
}

static const char *const follow_words[] = {[FOLLOW_NONE] = NULL,
                                           [FOLLOW_TO_FOLLOW] = "to follow",
                                           [FOLLOW_PUBLISHED_NOT_HELD] = "to follow, since published, not held",
                                           [FOLLOW_HELD] = "was to follow, held"};

char *fact_healed(const void *parent, struct date since)
{
    if (!date_is_set(since))
        return mem_strdup(parent, "Full minute held; another paper of this meeting cuts it off.");
    char *day = date_words(NULL, since), *words = mem_printf(parent, "Full minute held since %s; before that cut off.", day);
    talloc_free(day);
    return words;
}

char *fact_follow(const void *parent, const struct item *item)
{
    return mem_strdup(parent, (unsigned)item->follow < MB_LENGTH(follow_words) ? follow_words[item->follow] : NULL);
}

char *fact_exempt(const void *parent, const struct item *item)
{
    if (!item->exempt)
        return NULL;
    bool published = item->minutes_text && !item->minutes_exempt;
    return mem_printf(parent, "%sreport is exempt%s%s%s.%s", item->part == 2 ? "Part Two: the " : "The ",
                      item->exempt_reason ? " (" : "", item->exempt_reason ? item->exempt_reason : "",
                      item->exempt_reason ? ")" : "", published ? " The minute is published." : "");
}

static void count_blocks(const struct item *item, int *paragraphs, int *tables)
{
    *paragraphs = *tables = 0;
    for (size_t i = 0; i < item->n_blocks; i++) {
        *paragraphs += item->blocks[i].kind == BLOCK_PARA;
        *tables += item->blocks[i].kind == BLOCK_TABLE;
    }
}

static char *report_held(const void *parent, const struct item *item)
{
    int paragraphs, tables;
    void *local = talloc_named_const(NULL, 0, "fact");
    struct strings parts = {0};
    count_blocks(item, &paragraphs, &tables);
    if (item->pages)
        strings_add(local, &parts, mem_printf(local, "pages %s", words_range(local, item->pages)));
    strings_add(local, &parts, words_count(local, paragraphs, "paragraph", "paragraphs"));
    if (tables)
        strings_add(local, &parts, words_count(local, tables, "table", "tables"));
    char *fact = mem_printf(parent, "Report held: %s%s", words_join(local, &parts, ", "),
                            item->follow == FOLLOW_HELD ? " (it was to follow)" : "");
    talloc_free(local);
    return fact;
}

char *fact_report(const void *parent, const struct item *item)
{
    if (item->n_blocks)
        return report_held(parent, item);
    if (item->exempt)
        return NULL;
    if (item->follow != FOLLOW_NONE && item->follow != FOLLOW_HELD)
        return mem_printf(parent, "Report: %s", follow_words[item->follow]);
    if (!item->pages)
        return NULL;
    char *pages = words_range(NULL, item->pages);
    char *fact = mem_printf(parent, "Report: pages %s, not held", pages);
    talloc_free(pages);
    return fact;
}

struct strings fact_item_notes(const void *parent, const struct item *item)
{
    struct strings notes = {0};
    void *local = talloc_named_const(NULL, 0, "fact");
    if (item->timing)
        strings_add(parent, &notes, item->timing);
    if (item->pages)
        strings_add(parent, &notes, mem_printf(local, "pages %s", words_range(local, item->pages)));
    char *follow = fact_follow(local, item);
    if (follow)
        strings_add(parent, &notes, follow);
    if (item->exempt)
        strings_add(parent, &notes,
                    item->minutes_text && !item->minutes_exempt ? "report exempt, minute published" : "report exempt");
    if (item->truncated)
        strings_add(parent, &notes, "minute cut off");
    if (!item->in_latest)
        strings_add(parent, &notes, "not in the latest edition");
    talloc_free(local);
    return notes;
}

/* ---- the texts of an item ------------------------------------------------------------------------ */

const enum passage_kind item_text_passage[TEXT_COUNT] = {[TEXT_MINUTE] = PASSAGE_MINUTES,
                                                         [TEXT_REPORT] = PASSAGE_REPORT,
                                                         [TEXT_AGENDA] = PASSAGE_AGENDA,
                                                         [TEXT_DECISION] = PASSAGE_DECISION};
const char *const item_text_place[TEXT_COUNT] = {
    [TEXT_MINUTE] = "minutes", [TEXT_REPORT] = "report", [TEXT_AGENDA] = "agenda", [TEXT_DECISION] = "decision"};

bool item_has_text(const struct item *item, enum item_text text)
{
    switch (text) {
    case TEXT_MINUTE:
        return item->minutes_text || item->truncated;
    case TEXT_REPORT:
        return item->n_blocks > 0;
    case TEXT_AGENDA:
        return item->agenda_text;
    default:
        return item->decision_text;
    }
}

char *fact_text_name(const void *parent, const struct item *item, enum item_text text)
{
    if (text == TEXT_MINUTE)
        return item->minute_number ? mem_printf(parent, "Minute %s", item->minute_number)
                                   : mem_strdup(parent, "Minute");
    if (text != TEXT_REPORT || !item->pages)
        return mem_strdup(parent, text == TEXT_REPORT ? "Report" : text == TEXT_AGENDA ? "Agenda text" : "Decision");
    char *pages = words_range(NULL, item->pages);
    char *name = mem_printf(parent, "Report, pages %s", pages);
    talloc_free(pages);
    return name;
}
