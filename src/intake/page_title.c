/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The title of an item of a page, which may go on in a second line, and what stands behind it: its file, timing, number,
 * that its paper is exempt or to follow (field.md 3.6). */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define TITLE_LINE_MAX 100 /* bytes of a title's second line */
#define WRAPPED_FROM 40    /* bytes of a title that may go on below */

char *page_title_of_line(const void *parent, const char *line)
{
    size_t marks = strspn(line, "#*_|");
    line += marks;
    line += blanks_at(line);
    size_t n = strlen(line);
    while (marks > 0 && n > 0 && strchr("*_|", line[n - 1]))
        n--;
    return text_squeeze(parent, line, n);
}

const char *page_without_link_words(const char *title)
{
    static const char *const links[] = {"Download ", "Download: ", "View: ", "Open: ", "Download - ", "Attachment: ", "Document: ", "File: "};
    for (size_t i = 0; i < MB_LENGTH(links); i++) {
        const char *behind = title + strlen(links[i]);
        if (text_starts(title, links[i]) && isalnum((unsigned char)*behind) && !islower((unsigned char)*behind))
            return behind;
    }
    return title;
}

void page_add_file(struct page *page, struct item *item, const char *title, const struct attachment *file)
{
    struct meeting *meeting = page->meeting;
    struct attachment *added = mem_append(meeting, item->attachments, item->n_attachments);
    *added = *file;
    char *reason;
    title = title ? page_without_link_words(title) : NULL;
    if (title && text_starts(title, "pdf ") && isalnum((unsigned char)title[4]))
        title += strlen("pdf "); /* a picture's name */
    if (!title || !*title)
        return;
    added->title = mem_strdup(meeting, title);
    added->exempt |= page_word(WORD_RESTRICTED, title) > 0 || mark_exempt_title(meeting, title, &reason) != EXEMPT_NOT;
}

bool title_is_open(const char *title)
{
    static const char *const ends[] = {" and", " or", " of", " the", " for", " to", " in", " on", " with", " at", " from", " by", " a", " an", " during", " into",
                                       " between", " within", " including", " against", " upon", " via", " as", " than", " its", " their", " our", " per", " under",
                                       ",", "&", "-", "\xE2\x80\x93", "/"};
    size_t n = strlen(title);
    for (size_t i = 0; i < MB_LENGTH(ends); i++)
        if (n > strlen(ends[i]) && strcasecmp(title + n - strlen(ends[i]), ends[i]) == 0)
            return title[n - 1] != 'A'; /* "SITE A" */
    return false;
}

/* Is REST the name that a paper has on every page, "Report", "Appendix A", and no second line of a title? */
static bool is_common_name(const char *rest)
{
    static const char *const names[] = {"report", "reports", "minutes", "paper", "papers", "plans", "cover report", "covering report", "officer report", "draft minutes"};
    bool common = page_word(WORD_ANNEX, rest) > 0;
    for (size_t i = 0; i < MB_LENGTH(names) && !common; i++)
        common = strcasecmp(rest, names[i]) == 0;
    return common;
}

/* Does line I carry the file of the title above it: nothing but a suffix, or the title's own second line? */
static bool second_line_of_title(const struct page *page, const char *title, size_t i, char *rest, struct attachment *file)
{
    bool names_item = strstr(rest, ", item ") || strstr(rest, ", eitem ") || page_without_link_words(rest) > rest;
    bool in_brackets = *rest && rest[strlen(rest) - 1] == ')'; /* "Minutes of 7 May (PDF, 188 KB)": mostly a link of its own */
    if (names_item || !file_suffix(page->meeting, rest, file))
        return false;
    bool author = page_word(WORD_AUTHOR, rest) > 0; /* the report's, whose file it is */
    if (*rest && is_common_name(rest) && !title_is_open(title))
        return false;
    bool open = title_is_open(title); /* goes on also where each line is a paragraph */
    bool wraps = open || islower((unsigned char)*rest) || (!author && !in_brackets && strlen(title) >= WRAPPED_FROM); /* else the file has a name of its own */
    return *rest == '\0' || (wraps && !page->lines[i].gap && (open || !page->compact));
}

/* "For information", "FOR DECISION - all members": what the meeting is to do with the item. */
static bool says_what_for(const char *line)
{
    static const char *const ends[] = {"information", "decision", "noting", "discussion", "approval", "action", "consideration", "comment", "endorsement", "assurance"};
    const char *word = strncasecmp(line, "for ", 4) == 0 ? line + 4 : "";
    for (size_t i = 0; i < MB_LENGTH(ends); i++) {
        size_t n = strlen(ends[i]);
        if (strncasecmp(word, ends[i], n) == 0 && !isalpha((unsigned char)word[n]))
            return true;
    }
    return false;
}

/* Does TITLE go on in line I, in the same paragraph? A remark in brackets, a sentence, a heading do not, nor does what
 * stands below a short title: "Declarations of Interest", "Chair". */
static bool continues_title(const struct page *page, const char *title, size_t i)
{
    const char *line = page->lines[i].text;
    size_t n = strlen(line);
    char *reason;
    bool says_why = mark_exempt(page->scratch, line, &reason) != EXEMPT_NOT; /* "Exempt under paragraph 3" */
    bool is_file = file_at_end(line, n); /* a file of its own, "Report , item 9. PDF 43 KB" */
    bool open = title_is_open(title), wraps = open || (!page->runs_on && strlen(title) >= WRAPPED_FROM && title[strlen(title) - 1] != ')');
    return !is_file && !says_why && (wraps || islower((unsigned char)*line)) && !page->lines[i].gap && (!page->compact || open) && n <= TITLE_LINE_MAX && *line != '(' && *line != '[' &&
           line[n - 1] != '.' && line[n - 1] != ':' && mark_scan(line, n).kind == MARK_NONE && page_without_bullet(line) == line && !page_word(WORD_AUTHOR, line) &&
           !page_word(WORD_NOISE, line) && !mark_part(line) && !says_what_for(line);
}

bool page_note_follow(struct page *page, struct item *item, char *text)
{
    char *note = mark_follow(page->meeting, text);
    if (note && !item->pages_note)
        item->pages_note = note;
    return note != NULL;
}

/* Read the title from line I on; the first line after it. */
size_t page_read_title(struct page *page, struct item *item, size_t i, size_t end, int number)
{
    struct attachment file = {0};
    const char *printed = page->lines[i].text;
    char *title = page_title_of_line(page->scratch, page->lines[i++].text);
    bool has_file = file_suffix(page->meeting, title, &file);
    if (!has_file && i < end) {
        char *rest = mem_strdup(page->scratch, page->lines[i].text);
        has_file = second_line_of_title(page, title, i, rest, &file);
        if (has_file) {
            title = mem_printf(page->scratch, "%s%s%s", title, *rest ? " " : "", rest);
            i++;
        } else if (continues_title(page, title, i)) {
            title = mem_printf(page->scratch, "%s %s", title, page->lines[i++].text);
        }
    }
    if (!has_file && number > 0)
        title[file_item_tail(title, number)] = '\0';
    item->timing = mark_timing_in_title(page->meeting, title);
    page_note_follow(page, item, title);
    char *agenda_number = mark_agenda_number(page->meeting, title);
    if (agenda_number && !item->agenda_number)
        item->agenda_number = agenda_number;
    char *reason;
    if (mark_exempt_title(page->meeting, title, &reason) == EXEMPT_ITEM) {
        item->exempt = true;
        item->exempt_reason = reason;
    }
    if (!*title && !item->agenda_number && !item->minute_number)
        title = text_squeeze(page->scratch, printed, strlen(printed)); /* else it had no name at all */
    item->title = *title ? mem_strdup(page->meeting, title) : NULL;
    item->kind = mem_strdup(page->meeting, item_kind_of_title(title));
    if (has_file)
        page_add_file(page, item, item->title, &file);
    return i;
}
