/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What hangs on an item of a saved page beside its texts: files with address and id, restricted ones,
 * links. Votes: page_html_votes.c. */
#include "config.h"

#include "src/intake/page_html.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SIZE_LONGEST 40 /* bytes */

/* ---- files ----------------------------------------------------------------------------------------- */

/* The digits of "documents/s112217/"; NULL. */
static char *file_id(const void *parent, const char *href)
{
    const char *at = strcasestr(href, "documents/s");
    size_t digits = at ? strspn(at + strlen("documents/s"), "0123456789") : 0;
    return digits > 0 && digits < 12 ? mem_strndup(parent, at + strlen("documents/s"), digits) : NULL;
}

static bool is_document(const char *href)
{
    const char *at = strcasestr(href, "documents/");
    return at && isalpha((unsigned char)at[10]) && isdigit((unsigned char)at[11]);
}

/* "/media/plan.pdf?v=2": on a page that is none of the system's the end of the address alone tells a file, or who hands it out. */
static bool is_file_address(const char *href)
{
    if (file_ends_address(href, strcspn(href, "?#")))
        return true;
    static const char *const handlers[] = {"document.ashx?", "document.aspx?", "getdocument", "viewdocument", "getfile",
                                           "download.ashx?", "/download/",     "documentid=", "docid="};
    for (size_t i = 0; i < MB_LENGTH(handlers); i++) /* "/Document.ashx?id=77120" */
        if (strcasestr(href, handlers[i]))
            return true;
    return false;
}

/* " PDF 161 KB" of the element that shows a size; from the words of the link itself where they end so. */
static bool read_size(const void *parent, const struct node *shown, char *words, struct attachment *file)
{
    char *size = shown ? node_text(parent, shown, NULL) : NULL;
    return (size && file_suffix(parent, size, file)) || file_suffix(parent, words, file);
}

/* Into FILE what TEXT says, where it is a size and no more: "(PDF, 97 KB)", "(97 KB)". */
static bool read_size_alone(const void *parent, const char *text, struct attachment *file)
{
    if (strlen(text) >= SIZE_LONGEST)
        return false;
    char *words = mem_printf(parent, "file %s", text); /* a size stands behind something */
    bool is = file_suffix(parent, words, file) && strncmp(words, "file", 4) == 0 && words[4 + strspn(words + 4, " ()[],")] == '\0';
    talloc_free(words);
    return is;
}

static bool is_size_alone(const char *text)
{
    void *scratch = talloc_named_const(NULL, 0, "size");
    struct attachment size = {0};
    bool is = read_size_alone(scratch, text, &size);
    talloc_free(scratch);
    return is;
}

/* "PDF 97 KB", "(PDF, 97 KB)" in an element of its own: a size on a page whose classes do not say so. */
static bool is_size(const struct node *node)
{
    static const char *const elements[] = {"span", "small", "em", "i", "strong", "b", "sup", "sub", "font"};
    char words[SIZE_LONGEST];
    bool whole;
    if (!node_is_any(node, elements, MB_LENGTH(elements)))
        return false;
    node_lead(node, words, sizeof words, &whole);
    return whole && is_size_alone(words);
}

/* ", item 4." in an element of its own, which the system hides by a class: words for screen readers into WORDS, "" for others. */
static void hidden_item(const struct node *node, char words[SIZE_LONGEST])
{
    char title[SIZE_LONGEST + 1] = "x";
    bool whole;
    *words = '\0';
    if (!node_is(node, "span") && !node_is(node, "font"))
        return;
    node_lead(node, title + 1, SIZE_LONGEST, &whole);
    long number = whole && title[1] == ',' ? strtol(title + strcspn(title, "0123456789"), NULL, 10) : 0;
    bool bare = whole && (strcmp(title, "x, item") == 0 || strcmp(title, "x, eitem") == 0); /* of an item without number */
    if (bare || (number > 0 && number <= INT_MAX && file_item_tail(title, (int)number) == 1))
        memcpy(words, title + 1, strlen(title));
}

bool html_is_for_readers(const struct node *node)
{
    char words[SIZE_LONGEST];
    hidden_item(node, words);
    return *words != '\0';
}

/* The words of a file's LINK end where those for screen readers begin. */
static void cut_hidden_item(const struct node *link, char *words)
{
    char hidden[SIZE_LONGEST];
    for (const struct node *at = link; (at = node_find_next(at, link, "span", NULL)) != NULL;) {
        hidden_item(at, hidden);
        char *found = *hidden ? strstr(words, hidden) : NULL;
        if (found)
            *found = '\0';
    }
}

/* The size right behind AT; words for screen readers, ", item 43/22", and the picture of a PDF may stand between. */
static const struct node *size_behind(const struct node *at)
{
    const struct node *next = node_sibling(at, NULL);
    while (next && (node_has_class(next, "mgHide") || node_is(next, "img") || html_is_for_readers(next)))
        next = node_sibling(next, NULL);
    return next && (node_has_class(next, "mgFileSize") || is_size(next)) ? next : NULL;
}

/* Where the size of the file behind LINK stands: in it, right behind it, or behind what only sets its type ("<b><a>..</a></b>"). */
static const struct node *size_of(const struct node *link)
{
    static const char *const type[] = {"b", "strong", "i", "em", "font", "u", "span"};
    const struct node *size = node_find(link, NULL, "mgFileSize");
    for (const struct node *at = link; !size && at; at = node_parent(at)) {
        size = size_behind(at);
        bool sets_type = false;
        for (size_t i = 0; i < MB_LENGTH(type); i++)
            sets_type |= node_is(node_parent(at), type[i]);
        if (!sets_type)
            break;
    }
    return size;
}

bool html_take_size(struct html_page *html, struct html_item *item, const char *text)
{
    struct attachment size = {0};
    if (!read_size_alone(html->page.meeting, text, &size))
        return false;
    for (size_t i = 0; i < item->n_files; i++)
        if (!item->files[i].size) {
            item->files[i].size = size.size;
            item->files[i].format = size.format ? size.format : item->files[i].format;
            break;
        }
    return true;
}

/* The size that stands as text right behind LINK: "<a>Report</a> (PDF, 97 KB)". */
static bool read_size_behind(const void *parent, const struct node *link, struct attachment *file)
{
    char text[SIZE_LONGEST];
    node_text_behind(link, text, sizeof text);
    return read_size_alone(parent, text, file);
}

static struct attachment *add_file(struct html_page *html, struct html_item *item, const struct attachment *file)
{
    struct attachment *added = mem_append(html->page.scratch, item->files, item->n_files);
    *added = *file;
    char *reason;
    if (added->title)
        added->exempt |= page_word(WORD_RESTRICTED, added->title) > 0 ||
                         mark_exempt_title(html->page.meeting, added->title, &reason) != EXEMPT_NOT;
    return added;
}

/* A title of words that is not blank; of an empty one NULL. */
static char *title_of(const void *parent, const char *words)
{
    char *title = text_squeeze(parent, words, strlen(words));
    size_t n = strlen(title);
    while (n > 0 && strchr(" ,;", title[n - 1]))
        title[--n] = '\0';
    return n > 0 ? title : NULL;
}

/* Bytes of TITLE without ", item 4." at its end, where NUMBER is the item's. */
static size_t without_item(const char *title, const char *number)
{
    struct item_number item;
    bool numbered = number && item_number_parse_bare(number, &item) && item.main > 0;
    return numbered ? file_item_tail(title, item.main) : strlen(title);
}

static bool take_linked_file(struct html_page *html, struct html_item *item, const struct node *link)
{
    const char *href = node_attribute(link, "href");
    char *words = href ? node_text(html->page.scratch, link, "mgFileSize") : NULL;
    struct attachment file = {0};
    const struct node *size = words ? size_of(link) : NULL;
    bool sized = words && (read_size(html->page.meeting, size, words, &file) || (html->loose && read_size_behind(html->page.meeting, link, &file)));
    if (!words || (html->loose && !*words) || !(sized || is_document(href) || (html->loose && is_file_address(href))))
        return false;
    html->size = size;
    words[without_item(words, item->number)] = '\0';
    cut_hidden_item(link, words);
    file.title = title_of(html->page.meeting, page_without_link_words(words));
    file.url = link_address(html->page.meeting, href, html->site);
    file.service_id = file_id(html->page.meeting, href);
    add_file(html, item, &file);
    return true;
}

/* "Restricted enclosure 4": words without an address. */
static bool take_restricted(struct html_page *html, struct html_item *item, const char *words)
{
    if (page_word(WORD_RESTRICTED_REASON, words)) {
        if (item->n_files > 0)
            item->files[item->n_files - 1].exempt = true;
        return true;
    }
    if (!page_word(WORD_RESTRICTED, words))
        return false;
    char *copy = mem_strdup(html->page.scratch, words);
    struct attachment file = {.exempt = true};
    (void)file_suffix(html->page.meeting, copy, &file);
    const char *reason = page_word_first(WORD_RESTRICTED_REASON, copy, NULL);
    if (reason)
        copy[reason - copy] = '\0';
    file.title = title_of(html->page.meeting, copy);
    add_file(html, item, &file);
    return true;
}

bool html_take_file(struct html_page *html, struct html_item *item, const struct node *node)
{
    if (node_is(node, "a")) {
        char *words = node_text(html->page.scratch, node, "mgFileSize");
        return take_restricted(html, item, words) || take_linked_file(html, item, node);
    }
    return false;
}

bool html_take_restricted(struct html_page *html, struct html_item *item, const struct node *entry)
{
    return take_restricted(html, item, node_text(html->page.scratch, entry, NULL));
}

/* "Appendix C, item 33. View the reasons why document 33./2 is restricted": WORDS of an entry that name a file and why it has no link. */
static bool take_withheld(struct html_page *html, struct html_item *item, const struct node *entry, const char *words)
{
    const char *reason = page_word_first(WORD_RESTRICTED_REASON, words, NULL);
    if (!reason || reason == words)
        return false;
    char *name = text_trim(mem_strndup(html->page.scratch, words, (size_t)(reason - words)));
    struct attachment file = {.exempt = true};
    (void)file_suffix(html->page.meeting, name, &file);
    name[without_item(name, item->number)] = '\0';
    cut_hidden_item(entry, name);
    file.title = title_of(html->page.meeting, name);
    if (file.title)
        add_file(html, item, &file);
    return file.title != NULL;
}

/* Does ENTRY link to a file? */
static bool links_file(const struct node *entry)
{
    for (const struct node *link = entry; (link = node_find_next(link, entry, "a", NULL)) != NULL;) {
        const char *href = node_attribute(link, "href");
        if (href && is_document(href))
            return true;
    }
    return false;
}

/* One entry of a list of documents. */
static void take_entry(struct html_page *html, struct html_item *item, const struct node *entry)
{
    char *words = node_text(html->page.scratch, entry, NULL);
    if (!*words || take_restricted(html, item, words) || (!links_file(entry) && take_withheld(html, item, entry, words)))
        return;
    bool taken = false;
    for (const struct node *link = entry; (link = node_find_next(link, entry, "a", NULL)) != NULL;) {
        const char *href = node_attribute(link, "href");
        char *text = node_text(html->page.scratch, link, NULL);
        if (take_restricted(html, item, text)) {
            taken = true;
        } else if (take_linked_file(html, item, link)) {
            taken = true;
        } else if (href) {
            html_take_link(html, item, text, href);
            taken |= strlen(text) >= strlen(words) / 2;
        }
    }
    struct attachment file = {0};
    char *copy = mem_strdup(html->page.scratch, words);
    if (!taken && file_suffix(html->page.meeting, copy, &file)) { /* a file whose link is gone */
        file.title = title_of(html->page.meeting, copy);
        add_file(html, item, &file);
    }
}

void html_take_documents(struct html_page *html, struct html_item *item, const struct node *list)
{
    bool entries = false;
    for (const struct node *at = node_find(list, "li", NULL); at; entries = true) {
        take_entry(html, item, at);
        do
            at = node_after(at, list);
        while (at && !node_is(at, "li"));
    }
    if (!entries)
        take_entry(html, item, list);
}

/* ---- papers of the whole meeting ----------------------------------------------------------------------- */

/* "Supplement: late figures PDF 88 KB", or the pack in parts, which shows no size. */
static void take_paper(struct html_page *html, const struct node *link)
{
    const char *href = node_attribute(link, "href");
    bool parts = href && href_is(href, "mgChooseDocPack.aspx");
    char *words = href ? node_text(html->page.scratch, link, "mgFileSize") : NULL;
    struct attachment file = {0};
    bool sized = words && read_size(html->page.draft, size_of(link), words, &file);
    if (!words || !(sized || parts || is_document(href)))
        return;
    file.title = title_of(html->page.draft, words);
    file.url = link_address(html->page.draft, href, html->site);
    file.service_id = parts ? href_number(html->page.draft, href, "SID") : NULL;
    *mem_append(html->page.draft, html->page.draft->papers, html->page.draft->n_papers) = file;
}

void html_take_papers(struct html_page *html, const struct node *table)
{
    for (const struct node *at = html->content; at;) {
        bool list = node_has_class(at, "mgActionList");
        for (const struct node *link = at; list && (link = node_find_next(link, at, "a", NULL)) != NULL;)
            take_paper(html, link);
        at = list || at == table ? node_after(at, html->content) : node_next(at, html->content);
    }
}

/* ---- links ------------------------------------------------------------------------------------------- */

/* A link to the item's own full text is the page's cut, not a link of the text. */
void html_take_link(struct html_page *html, struct html_item *item, const char *text, const char *href)
{
    bool cut = page_word_first(WORD_CUT, text, NULL) != NULL;
    if (cut && href_is(href, "mgAi.aspx") && !item->service_id)
        item->service_id = href_number(html->page.meeting, href, "ID");
    char *url = cut || text[blanks_at(text)] == '\0' ? NULL : link_address(html->page.meeting, href, html->site);
    if (!url)
        return;
    struct link *link = mem_append(html->page.scratch, item->links, item->n_links);
    link->text = text_squeeze(html->page.meeting, text, strlen(text));
    link->url = url;
}

void html_give(struct html_page *html, const struct html_item *item, struct item *into)
{
    struct meeting *meeting = html->page.meeting;
    into->service_id = item->service_id;
    into->exempt |= item->exempt;
    for (size_t i = 0; i < item->n_files; i++) {
        struct attachment *file = mem_append(meeting, into->attachments, into->n_attachments);
        *file = item->files[i];
        if ((i == 0 && item->title_file) || !file->title)
            file->title = mem_strdup(meeting, into->title);
    }
    if (into->n_attachments > 0 && into->follow == FOLLOW_TO_FOLLOW)
        into->follow = FOLLOW_NONE;
    for (size_t i = 0; i < item->n_votes; i++)
        *mem_append(meeting, into->votes, into->n_votes) = item->votes[i];
    for (size_t i = 0; i < item->n_links; i++)
        *mem_append(meeting, into->links, into->n_links) = item->links[i];
}
