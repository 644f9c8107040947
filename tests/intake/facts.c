/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A draft as a flat list of facts with short names, so that an expectation is one line of text. Nothing
 * is judged here. */
#include "corpus.h"

struct list {
    const void *parent;
    struct facts facts;
};

static bool is_blank(const char *at, size_t *used)
{
    const unsigned char *c = (const unsigned char *)at;
    *used = 1;
    if (*c == ' ' || (*c >= '\t' && *c <= '\r'))
        return true;
    *used = c[0] == 0xC2 && c[1] == 0xA0 ? 2 : 3;
    return *used == 2 || (c[0] == 0xE2 && c[1] == 0x80 && ((c[2] >= 0x80 && c[2] <= 0x8B) || c[2] == 0xAF));
}

char *squeezed(const void *parent, const char *text)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    bool blank = false;
    for (size_t used; *text;) {
        if (is_blank(text, &used)) {
            blank = out.len > 0;
            text += used;
            continue;
        }
        if (blank)
            buf_putc(&out, ' ');
        blank = false;
        buf_putc(&out, *text++);
    }
    return buf_take(&out);
}

/* VALUE is NULL where the draft says nothing. */
static void say(struct list *list, const char *key, const char *value)
{
    if (!value)
        return;
    struct fact *fact = mem_append(list->parent, list->facts.at, list->facts.n);
    fact->key = mem_strdup(list->parent, key);
    fact->value = squeezed(list->parent, value);
}

static void say_of(struct list *list, const char *what, size_t n, const char *field, const char *value)
{
    say(list, mem_printf(list->parent, "%s %zu%s%s", what, n, *field ? " " : "", field), value);
}

static void say_count(struct list *list, const char *key, size_t n)
{
    say(list, key, mem_printf(list->parent, "%zu", n));
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static const char *day(struct list *list, struct date date)
{
    return date_is_set(date) ? date_iso(list->parent, date) : NULL;
}

/* ---- items ------------------------------------------------------------------------------------------- */

static char *files_of(struct list *list, const struct item *item)
{
    char *files = NULL;
    for (size_t i = 0; i < item->n_attachments; i++) {
        const struct attachment *file = &item->attachments[i];
        files =
            mem_printf(list->parent, "%s%s%s (%s, %s)%s", files ? files : "", files ? "; " : "", or_dash(file->title),
                       or_dash(file->format), or_dash(file->size), file->exempt ? " exempt" : "");
    }
    return files;
}

static const char *follow_of(enum follow_state follow)
{
    static const char *const names[] = {
        [FOLLOW_TO_FOLLOW] = "to follow", [FOLLOW_PUBLISHED_NOT_HELD] = "published not held", [FOLLOW_HELD] = "held"};
    return names[follow];
}

static void say_strings(struct list *list, size_t position, const char *field, const struct strings *strings)
{
    if (strings->n == 0)
        return;
    say_of(list, "item", position, field, mem_printf(list->parent, "%zu", strings->n));
    for (size_t i = 0; i < strings->n; i++)
        say_of(list, "item", position, mem_printf(list->parent, "%s %zu", field, i + 1), strings->at[i]);
}

static void say_cells(struct list *list, size_t position, size_t table, const struct block *block)
{
    for (size_t row = 0; row < block->n_rows; row++)
        for (size_t cell = 0; cell < block->rows[row].n_cells; cell++)
            say_of(list, "item", position, mem_printf(list->parent, "cell %zu %zu %zu", table, row + 1, cell + 1),
                   block->rows[row].cells[cell]);
}

static void say_tables(struct list *list, size_t position, const struct item *item)
{
    char *shapes = NULL;
    size_t tables = 0;
    for (size_t i = 0; i < item->n_blocks; i++) {
        const struct block *block = &item->blocks[i];
        size_t widest = 0;
        if (block->kind != BLOCK_TABLE)
            continue;
        for (size_t row = 0; row < block->n_rows; row++)
            widest = block->rows[row].n_cells > widest ? block->rows[row].n_cells : widest;
        shapes =
            mem_printf(list->parent, "%s%s%zux%zu", shapes ? shapes : "", shapes ? " " : "", block->n_rows, widest);
        tables++;
        say_of(list, "item", position, mem_printf(list->parent, "caption %zu", tables), block->caption);
        say_cells(list, position, tables, block);
    }
    say_of(list, "item", position, "tables", shapes);
}

static const char *number_of(const struct item *item)
{
    return item->minute_number ? item->minute_number : item->agenda_number;
}

/* Votes, links, and where the files are: what pages and the service say beside the texts. */
static void say_marks(struct list *list, size_t position, const struct item *item)
{
    const void *parent = list->parent;
    say_of(list, "item", position, "id", item->service_id);
    for (size_t i = 0; i < item->n_attachments; i++)
        say_of(list, "item", position, mem_printf(parent, "file %zu", i + 1),
               mem_printf(parent, "%s | %s", or_dash(item->attachments[i].service_id), or_dash(item->attachments[i].url)));
    if (item->n_votes > 0)
        say_of(list, "item", position, "votes", mem_printf(parent, "%zu", item->n_votes));
    for (size_t i = 0; i < item->n_votes; i++) {
        const struct vote *vote = &item->votes[i];
        say_of(list, "item", position, mem_printf(parent, "vote %zu", i + 1),
               mem_printf(parent, "%s | %s | %s | %s", or_dash(vote->title), or_dash(vote->type), or_dash(vote->text),
                          or_dash(vote->result)));
    }
    if (item->n_links > 0)
        say_of(list, "item", position, "links", mem_printf(parent, "%zu", item->n_links));
    for (size_t i = 0; i < item->n_links; i++)
        say_of(list, "item", position, mem_printf(parent, "link %zu", i + 1),
               mem_printf(parent, "%s | %s", or_dash(item->links[i].text), or_dash(item->links[i].url)));
}

static void say_item(struct list *list, size_t position, const struct item *item)
{
    const struct {
        const char *field, *value;
    } texts[] = {
        {"", mem_printf(list->parent, "%s | %s", or_dash(number_of(item)), or_dash(item->title))},
        {"number", number_of(item)},
        {"title", item->title},
        {"kind", item->kind},
        {"timing", item->timing},
        {"pages", item->pages},
        {"pages_note", item->pages_note},
        {"follow", follow_of(item->follow)},
        {"exempt_reason", item->exempt_reason},
        {"author", item->author},
        {"agenda", item->agenda_text},
        {"minutes", item->minutes_text},
        {"decision", item->decision_text},
        {"files", files_of(list, item)},
        {"part", item->part ? mem_printf(list->parent, "%d", item->part) : NULL},
        {"report", item_report_text(list->parent, item)},
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        say_of(list, "item", position, texts[i].field, texts[i].value);
    say_strings(list, position, "asked", &item->asked);
    say_strings(list, position, "invited", &item->invited);
    say_tables(list, position, item);
    say_marks(list, position, item);
}

/* "553 555": the numbers of the items that a mark is set on. */
static char *numbers_with(struct list *list, const struct meeting *meeting, size_t mark)
{
    char *numbers = NULL;
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        if (*(const bool *)((const char *)item + mark))
            numbers = mem_printf(list->parent, "%s%s%s", numbers ? numbers : "", numbers ? " " : "",
                                 or_dash(number_of(item)));
    }
    return numbers;
}

static const char *kind_of_numbers(const struct meeting *meeting)
{
    size_t agenda = 0, minute = 0;
    for (size_t i = 0; i < meeting->n_items; i++) {
        agenda += meeting->items[i].agenda_number != NULL;
        minute += meeting->items[i].minute_number != NULL;
    }
    return agenda && minute ? "both" : agenda ? "agenda" : minute ? "minute" : NULL;
}

/* ---- the meeting ------------------------------------------------------------------------------------- */

static void say_people(struct list *list, const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_people; i++) {
        const struct person *person = &meeting->people[i];
        say_of(list, "person", i + 1, "",
               mem_printf(list->parent, "%s | %s | %s", or_dash(person->name), or_dash(person->role),
                          or_dash(person->capacity)));
        say_of(list, "person", i + 1, "attendance", person->attendance);
    }
    say_count(list, "people", meeting->n_people);
    say_count(list, "vacancies", meeting->vacancies.n);
}

static void say_meeting(struct list *list, const struct meeting *meeting)
{
    const char *basis = date_basis_name(meeting->date_basis), *date = day(list, meeting->date);
    const struct {
        const char *field, *value;
    } texts[] = {
        {"committee", meeting->committee},
        {"date", date ? mem_printf(list->parent, "%s %s", date, or_dash(basis)) : NULL},
        {"date_basis", basis},
        {"date_reason", meeting->date_reason},
        {"time", meeting_time(list->parent, meeting)},
        {"venue", meeting->venue},
        {"contact", meeting->contact},
        {"contact_email", meeting->contact_email},
        {"status", meeting->status},
        {"status_text", meeting->status_text},
        {"minutes_status", meeting->minutes_status},
        {"site", meeting->site},
        {"service_id", meeting->service_id},
        {"agenda_service_id", meeting->agenda_service_id},
        {"committee_service_id", meeting->committee_service_id},
        {"numbers", kind_of_numbers(meeting)},
        {"truncated", numbers_with(list, meeting, offsetof(struct item, truncated))},
        {"exempt", numbers_with(list, meeting, offsetof(struct item, exempt))},
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        say(list, texts[i].field, texts[i].value);
    say_people(list, meeting);
    say_count(list, "items", meeting->n_items);
    for (size_t i = 0; i < meeting->n_items; i++)
        say_item(list, i + 1, &meeting->items[i]);
}

/* ---- the programme ----------------------------------------------------------------------------------- */

static char *whens(struct list *list, const struct when *at, size_t n)
{
    char *words = NULL;
    for (size_t i = 0; i < n; i++)
        words = mem_printf(list->parent, "%s%s%s", words ? words : "", words ? "; " : "", or_dash(at[i].text));
    return words;
}

static void say_row(struct list *list, size_t n, const struct programme_entry *entry)
{
    const char *planned = whens(list, entry->planned, entry->n_planned);
    const char *section = programme_section_name(entry->section), *state = programme_state_name(entry->state);
    const struct {
        const char *field, *value;
    } texts[] = {
        {"", mem_printf(list->parent, "%s | %s | %s | %s", or_dash(planned), section, state, or_dash(entry->issue))},
        {"planned", planned},
        {"section", section},
        {"state", state},
        {"issue", entry->issue},
        {"from", entry->n_planned ? day(list, entry->planned[0].span.from) : NULL},
        {"to", entry->n_planned ? day(list, entry->planned[0].span.to) : NULL},
        {"inherited", entry->inherited ? "yes" : NULL},
        {"last", whens(list, entry->last_reports, entry->n_last_reports)},
        {"last_text", entry->last_reports_text},
        {"notes", entry->notes},
        {"requested", day(list, entry->requested_on)},
        {"frequency", entry->frequency},
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        say_of(list, "row", n, texts[i].field, texts[i].value);
}

static void say_programme(struct list *list, const struct programme *programme)
{
    char *days = NULL;
    say(list, "programme", "yes");
    say(list, "programme title", programme->title);
    say(list, "programme preamble", programme->preamble);
    say(list, "programme committee", programme->committee);
    say_count(list, "programme rows", programme->n_entries);
    for (size_t i = 0; i < programme->n_entries; i++)
        say_row(list, i + 1, &programme->entries[i]);
    for (size_t i = 0; i < programme->n_champions; i++)
        say_of(list, "champion", i + 1, "",
               mem_printf(list->parent, "%s | %s", or_dash(programme->champions[i].topic),
                          or_dash(programme->champions[i].name)));
    for (size_t i = 0; i < programme->n_future_meetings; i++)
        days = mem_printf(list->parent, "%s%s%s", days ? days : "", days ? " " : "",
                          or_dash(day(list, programme->future_meetings[i])));
    say(list, "future", days);
}

/* ---- lists --------------------------------------------------------------------------------------------- */

static void say_listed(struct list *list, const struct draft *draft)
{
    const void *parent = list->parent;
    if (form_is_list(draft->form))
        say_count(list, "listed", draft->n_listed_meetings);
    for (size_t i = 0; i < draft->n_listed_meetings; i++) {
        const struct listed_meeting *meeting = &draft->listed_meetings[i];
        struct meeting timed = {.minutes_after_midnight = meeting->minutes_after_midnight};
        const char *time = meeting_time(parent, &timed), *date = day(list, meeting->date);
        say_of(list, "listed", i + 1, "",
               mem_printf(parent, "%s | %s %s | %s | %s | %s%s%s", or_dash(meeting->committee), or_dash(date), or_dash(time),
                          or_dash(meeting->status), or_dash(meeting->status_text), meeting->has_agenda ? "A" : "-",
                          meeting->has_decisions ? "D" : "-", meeting->has_minutes ? "M" : "-"));
        say_of(list, "listed", i + 1, "ids",
               mem_printf(parent, "%s %s", or_dash(meeting->service_id), or_dash(meeting->committee_service_id)));
    }
    for (size_t i = 0; i < draft->n_listed_committees; i++) {
        const struct listed_committee *committee = &draft->listed_committees[i];
        say_of(list, "listed committee", i + 1, "",
               mem_printf(parent, "%s | %s | %s%s%s", or_dash(committee->service_id), or_dash(committee->name), or_dash(committee->category),
                          committee->expired ? " | expired" : "", committee->deleted ? " | deleted" : ""));
    }
}

struct facts facts_of(const void *parent, const struct draft *draft)
{
    struct list list = {.parent = parent};
    say(&list, "form", form_name(draft->form));
    say_meeting(&list, draft->meeting);
    for (size_t i = 0; i < draft->n_papers; i++) {
        const struct attachment *paper = &draft->papers[i];
        say_of(&list, "paper", i + 1, "",
               mem_printf(parent, "%s (%s, %s) %s | %s", or_dash(paper->title), or_dash(paper->format), or_dash(paper->size),
                          or_dash(paper->service_id), or_dash(paper->url)));
    }
    say_count(&list, "papers", draft->n_papers);
    say_listed(&list, draft);
    say(&list, "incomplete", draft->incomplete ? "yes" : NULL);
    say_count(&list, "warnings", draft->warnings.n);
    for (size_t i = 0; i < draft->warnings.n; i++)
        say_of(&list, "warning", i + 1, "", draft->warnings.at[i]);
    if (draft->programme)
        say_programme(&list, draft->programme);
    return list.facts;
}
