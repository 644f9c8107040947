/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The council's page of one item (mgAi.aspx, field.md 3.1 and 3.4 "Other pages"), pasted as text: what the link "view
 * the full minutes text" opens. Its form line "Agenda item", the title, perhaps a line "Meeting of Rivers Panel,
 * Thursday 1st September 2022 10:00am (Item 206.)", then the item as on the meeting's page and, last, "Supporting
 * documents:". Many sites print neither committee nor day nor number: then the page says so little, and nothing is
 * guessed. Once its lines are sorted, the item is read as any other (page_item.c). */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>

#define PLACE_MAX 300 /* bytes of a line that names the meeting */
#define PLACE_WITHIN 5 /* lines below the title in which it stands */
#define NONE ((size_t)-1)

/* Where the parts of the page stand; NONE where it lacks one. */
struct sheet {
    size_t form, title, place, label; /* label: the first of "Decision:", "Minutes:", "Supporting documents:" */
    size_t places, minutes, decisions, documents; /* how many such lines */
};

/* ---- the line that names the meeting ------------------------------------------------------------- */

/* The bracket "(Item 206.)" at the end of LINE, its number in *number; NULL where there is none. */
static const char *item_bracket(const char *line, struct item_number *number)
{
    const char *open = strrchr(line, '(');
    for (; open && open > line; open = NULL) {
        size_t n = page_word(WORD_ITEM_OF, open + 1);
        const char *first = open + 1 + n + blanks_at(open + 1 + n);
        const char *end = line + strlen(line);
        while (end > first && strchr(" .)", end[-1]))
            end--;
        char *printed = n && end > first ? mem_printf(NULL, "%.*s.", (int)(end - first), first) : NULL;
        bool is_number = printed && end[0] != '\0' && item_number_parse(printed, number);
        talloc_free(printed);
        if (is_number)
            return open;
    }
    return NULL;
}

/* Is there a day with a year in WORDS, and a time of day behind it? */
static bool has_day(const char *words, bool *timed)
{
    size_t length;
    struct date date;
    bool has_year;
    int minutes;
    size_t at = date_find(words, &length, &date, &has_year);
    const char *rest = words + at + length;
    rest += strspn(rest, " ,") + blanks_at(rest + strspn(rest, " ,"));
    *timed = length > 0 && clock_scan(rest, &minutes) > 0;
    return length > 0 && has_year;
}

/* Does LINE name the meeting? "Meeting of ..." or "... (Item 206.)" with a day, or a heading "Rivers Panel - Thursday
 * 1st September 2022 10:00am". A title that speaks of a meeting has neither dash nor time. */
static bool is_place(const char *line)
{
    struct item_number number;
    bool timed;
    line = page_without_bullet(line);
    if (strlen(line) > PLACE_MAX || !has_day(line, &timed))
        return false;
    bool dashed = strstr(line, " - ") || strstr(line, " \xE2\x80\x93 ");
    return page_word(WORD_MEETING_OF, line) > 0 || item_bracket(line, &number) ||
           (timed && dashed && page_word_first(WORD_BODY, line, NULL));
}

static void read_place(struct page *page, const char *line, struct item_number *number)
{
    line = page_without_bullet(line);
    const char *bracket = item_bracket(line, number);
    size_t head = page_word(WORD_MEETING_OF, line);
    head += blanks_at(line + head);
    char *words = mem_strdup(page->scratch, line + head);
    if (bracket)
        words[bracket - line - (ptrdiff_t)head] = '\0';
    if (!page->meeting->committee)
        (void)page_read_meeting(page, words);
    talloc_free(words);
}

/* The way to the page, "Committees > Agenda for Rivers Panel on Thursday 1st September 2022, 10:00 am > Agenda item". */
static void read_way(struct page *page, const char *line)
{
    static const char *const partings[] = {" > ", " / ", " | ", "\xC2\xBB", "\xE2\x80\xBA"};
    char *part = mem_strdup(page->scratch, line);
    for (char *next; part && !page->meeting->committee; part = next) {
        next = NULL;
        for (size_t i = 0; i < MB_LENGTH(partings); i++) {
            char *at = strstr(part, partings[i]);
            if (at && (!next || at < next - 1)) {
                *at = '\0';
                next = at + strlen(partings[i]);
            }
        }
        part += blanks_at(part);
        bool timed;
        if (strlen(part) < PLACE_MAX && has_day(part, &timed) && page_word_first(WORD_BODY, part, NULL))
            (void)page_read_meeting(page, part);
    }
}

/* ---- the parts ------------------------------------------------------------------------------------ */

static bool is_form(const char *line)
{
    return strlen(line) < PLACE_MAX && page_word_is(WORD_ITEM_PAGE, page_form_words(line));
}

static void count_labels(const struct page *page, struct sheet *sheet)
{
    sheet->label = page->n;
    for (size_t i = 0; i < page->n; i++) {
        char *plain = line_plain(page->scratch, page->lines[i].text);
        bool minutes = page_word(WORD_MINUTES, plain) > 0, decision = page_word_is(WORD_DECISION, plain);
        bool documents = page_word_is(WORD_DOCUMENTS, plain);
        talloc_free(plain);
        sheet->minutes += minutes;
        sheet->decisions += decision;
        sheet->documents += documents;
        if ((minutes || decision || documents) && sheet->label == page->n)
            sheet->label = i;
    }
}

static bool is_skipped(const struct page_line *line)
{
    struct item_number number;
    return is_form(line->text) || is_place(line->text) || page_word(WORD_NOISE, line->text) ||
           item_number_parse(line->text, &number);
}

/* The form line may stand in the way to the page, too, and "Agenda item" above the details: the title is behind the
 * last that has something but a label behind it. */
static void find_title(const struct page *page, struct sheet *sheet)
{
    sheet->form = sheet->title = NONE;
    for (size_t i = 0, title = 0; i < sheet->label; i++) { /* the title after a line is that after the next, too */
        if (!is_form(page->lines[i].text))
            continue;
        if (title <= i)
            title = i + 1;
        while (title < sheet->label && is_skipped(&page->lines[title]))
            title++;
        bool details = sheet->title != NONE && title > i + 1 && is_place(page->lines[i + 1].text);
        if (title < sheet->label && !details) {
            sheet->form = i;
            sheet->title = title;
        }
    }
    if (sheet->form == NONE && sheet->place != NONE)
        for (size_t i = 0; i < sheet->place && sheet->title == NONE; i++)
            if (!is_skipped(&page->lines[i]))
                sheet->title = i;
}

/* "52 Sale of Mill Lane" below "Meeting: 20/09/2017 - Council (Item 52)": the page of an issue repeats the title so. */
static size_t numbered(const char *line, const struct item_number *number)
{
    size_t n = strlen(number->text);
    bool same = n > 0 && strncmp(line, number->text, n) == 0;
    size_t stop = same && line[n] == '.';
    size_t blanks = same ? blanks_at(line + n + stop) : 0;
    return blanks ? n + stop + blanks : 0;
}

static void find_places(const struct page *page, struct sheet *sheet)
{
    sheet->place = NONE;
    struct item_number number;
    for (size_t i = 0; i < sheet->label; i++) {
        const char *line = page->lines[i].text;
        if (!is_place(line) || !(page_word(WORD_MEETING_OF, line) || item_bracket(line, &number)))
            continue;
        sheet->places++;
        if (sheet->place == NONE)
            sheet->place = i;
    }
}

static struct sheet sheet_of(const struct page *page)
{
    struct sheet sheet = {0};
    count_labels(page, &sheet);
    find_places(page, &sheet);
    find_title(page, &sheet);
    return sheet;
}

static struct page open_page(const void *parent, const char *text, size_t n)
{
    struct page page = {.scratch = talloc_named_const(parent, 0, "page of one item"), .one_item = true};
    page_split(&page, text, n);
    page_mend(&page);
    return page;
}

bool page_item_looks_like(const char *text)
{
    struct page page = open_page(NULL, text, strlen(text));
    struct sheet sheet = sheet_of(&page);
    struct item_number number;
    bool table = page_items_heading(&page) < page.n || sheet.minutes > 1 || sheet.decisions > 1 || sheet.documents > 2;
    bool labelled = sheet.label < page.n;
    bool placed = sheet.place != NONE && item_bracket(page.lines[sheet.place].text, &number);
    bool looks = !table && sheet.title != NONE && (sheet.form != NONE ? labelled || placed : labelled && placed);
    talloc_free(page.scratch);
    return looks;
}

#define FORM_WITHIN 3 /* lines above which the form line of a page without headings stands */

bool page_item_of_many(const char *text)
{
    struct page page = open_page(NULL, text, strlen(text));
    struct item_number number;
    size_t places = 0;
    for (size_t i = 0; i < page.n; i++) {
        const char *line = page.lines[i].text;
        places += is_place(line) && page_word(WORD_MEETING_OF, line) && item_bracket(line, &number);
    }
    talloc_free(page.scratch);
    return places > 1;
}

bool page_item_may_be(const char *text)
{
    struct page page = open_page(NULL, text, strlen(text));
    struct sheet sheet = sheet_of(&page);
    bool bare = sheet.label == page.n && page_items_heading(&page) == page.n;
    bool may = bare && sheet.form != NONE && sheet.form < FORM_WITHIN && sheet.title == sheet.form + 1 && sheet.title + 1 < page.n;
    talloc_free(page.scratch);
    return may;
}

/* ---- reading ---------------------------------------------------------------------------------------- */

/* The number that the files behind the item name, "Appendix 1 , item 206. PDF 1 MB", where all name one. */
static void number_of_files(const struct page *page, size_t from, struct item_number *number)
{
    for (size_t i = from; i < page->n; i++) {
        char *line = mem_strdup(page->scratch, page->lines[i].text);
        struct attachment file = {0};
        const char *item = NULL;
        for (const char *at = line; (at = strstr(at, ", item ")) != NULL; at++)
            item = at + strlen(", item ");
        size_t n = item ? strcspn(item, " .") : 0;
        char *printed = n ? mem_printf(page->scratch, "%.*s.", (int)n, item) : NULL;
        struct item_number named = {0};
        if (!printed || !item_number_parse(printed, &named) || !file_suffix(page->scratch, line, &file))
            continue;
        if (*number->text && !item_number_same(number, &named)) {
            *number = (struct item_number){0};
            return;
        }
        *number = named;
    }
}

/* What stands above the title and beside it; the number of the item, "" where the page gives none. */
static struct item_number read_sheet(struct page *page, struct sheet *sheet)
{
    struct item_number number = {0};
    size_t below = sheet->title + 1 + PLACE_WITHIN;
    for (size_t i = 0; i < page->n && i < below; i++) {
        const char *line = page->lines[i].text;
        if (i < sheet->label && is_place(line))
            read_place(page, line, &number);
        else if (i < sheet->title && sheet->form != NONE && i > sheet->form && !*number.text)
            (void)item_number_parse(line, &number);
    }
    for (size_t i = 0; i < sheet->title; i++)
        read_way(page, page->lines[i].text);
    if (!*number.text)
        number_of_files(page, sheet->label, &number);
    return number;
}

/* Leave only the item's own lines: its title first, nothing above it and no line that names the meeting. */
static void keep_own_lines(struct page *page, const struct sheet *sheet, const struct item_number *number)
{
    size_t below = sheet->title + 1 + PLACE_WITHIN, n = 0, title = sheet->title;
    if (sheet->place != NONE && sheet->place > title && sheet->place + 1 < sheet->label &&
        numbered(page->lines[sheet->place + 1].text, number))
        title = sheet->place + 1;
    for (size_t i = title; i < page->n; i++) {
        bool place = i > title && i < below && i < sheet->label && (is_place(page->lines[i].text) || is_form(page->lines[i].text));
        if (place && i + 1 < page->n)
            page->lines[i + 1].gap = true;
        else if (!place)
            page->lines[n++] = page->lines[i];
    }
    page->n = n;
    page->lines[0].text += numbered(page->lines[0].text, number);
}

/* Without any heading: does a line say what was resolved? */
static bool says_outcome(const struct page *page, const struct sheet *sheet)
{
    bool says = false;
    for (size_t i = sheet->title + 1; i < page->n && sheet->minutes + sheet->decisions == 0 && !says; i++)
        says = page_word(WORD_OUTCOME, page->lines[i].text) > 0;
    return says;
}

static void read_item(struct page *page, struct sheet *sheet)
{
    struct item_number number = read_sheet(page, sheet);
    page->has_labels = sheet->minutes > 0;
    page->has_minutes = sheet->minutes > 0 || says_outcome(page, sheet);
    keep_own_lines(page, sheet, &number);
    *mem_append(page->scratch, page->items, page->n_items) = (struct page_item){.number = number, .first = 0, .end = page->n};
    page_drop_foot(page);
    struct page_part part = {0};
    page_read_item(page, 0, &part);
    page_place_links(page);
    page_settle(page);
    pack_mark_excluded(page->meeting);
    if (!page->meeting->committee || !date_is_set(page->meeting->date))
        draft_warn(page->draft, "this page of one item does not say which meeting it is of: join it to its meeting");
}

enum status page_read_one(struct page *page, struct err *err)
{
    page->one_item = true;
    struct sheet sheet = sheet_of(page);
    if (sheet.places > 1)
        return err_set(err, STATUS_INPUT, "a page of one topic in several meetings: open the item of each meeting and save that");
    if (sheet.title == NONE)
        return err_set(err, STATUS_INPUT, "no title was found: a page of one item has the line \"Agenda item\" above its title");
    read_item(page, &sheet);
    return STATUS_OK;
}

enum status page_item_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct page page = open_page(draft, text, n);
    page.draft = draft;
    page.meeting = draft->meeting;
    enum status status = page_read_one(&page, err);
    talloc_free(page.scratch);
    return status;
}
