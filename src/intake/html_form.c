/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which page a saved page is (field.md 3.2, 3): its main title tells, not its address. What is no paper of a meeting
 * is told apart, so that the refusal can say what to open instead. */
#include "config.h"

#include "src/intake/page_html.h"

#include <string.h>
#include <strings.h>

#define REFUSE_LOGIN                                                                                                   \
    "a page that asks to log in or reports an error, not the paper itself: open the address again and save what it "   \
    "shows"
#define REFUSE_CMIS                                                                                                    \
    "a page of another council system (CMIS), whose minutes are PDF files only: open its agenda or minutes and save "  \
    "that PDF"
#define REFUSE_TOPIC "a page of one topic in several meetings: open the item of each meeting and save that"
#define REFUSE_DECISION                                                                                                \
    "the details of one decision, which name no item of a meeting: open the meeting's page and save that"
#define REFUSE_PERSON "a page about councillors: personal details are not kept; open the meeting's page and save that"
#define REFUSE_ATTENDANCE "the attendance at a meeting, which is not read yet: open the meeting's page and save that"
#define REFUSE_SITE "a page of the council's site that is no paper of a meeting: open the meeting's page and save that"
#define REFUSE_WEB "a web page, but not one of a meeting: it has neither the items nor the heading of a meeting's page"

/* The main titles of the system's pages, folded; the longer first where one begins another. */
static const struct {
    const char *title;
    enum form form;
    const char *refusal;
} titles[] = {
    {"agenda item", FORM_ITEM_HTML, NULL},
    {"eitem ar yr agenda", FORM_ITEM_HTML, NULL},
    {"browse meetings", FORM_LIST_HTML, NULL},
    {"pori cyfarfodydd", FORM_LIST_HTML, NULL},
    {"committee details", FORM_COMMITTEE_HTML, NULL},
    {"manylion pwyllgor", FORM_COMMITTEE_HTML, NULL},
    {"issue", FORM_UNKNOWN, REFUSE_TOPIC},
    {"decision details", FORM_UNKNOWN, REFUSE_DECISION},
    {"attendance", FORM_UNKNOWN, REFUSE_ATTENDANCE},
    {"meeting attendance", FORM_UNKNOWN, REFUSE_ATTENDANCE},
    {"councillor", FORM_UNKNOWN, REFUSE_PERSON},
    {"your councillors", FORM_UNKNOWN, REFUSE_PERSON},
    {"find councillor", FORM_UNKNOWN, REFUSE_PERSON},
    {"register of interests", FORM_UNKNOWN, REFUSE_PERSON},
};

static bool has_items(const struct tree *tree)
{
    const struct node *content = html_content(tree);
    return node_find(content, NULL, "mgItemNumberCell") || node_find(content, "table", "mgItemTable");
}

bool html_lists(const struct node *content)
{
    static const char *const pages[][2] = {{"ieListDocuments.aspx", "MId"}, {"ieListDocuments.aspx", "MeetingId"}, {"mgCommitteeDetails.aspx", "ID"}};
    for (size_t i = 0; i < MB_LENGTH(pages); i++) {
        char *first = NULL;
        bool several = false;
        for (const struct node *at = content; !several && (at = node_find_next(at, content, "a", NULL)) != NULL;) {
            const char *href = node_attribute(at, "href");
            char *id = href && href_is(href, pages[i][0]) ? href_number(NULL, href, pages[i][1]) : NULL;
            several = first && id && strcmp(first, id) != 0;
            if (first || !id)
                talloc_free(id);
            else
                first = id;
        }
        talloc_free(first);
        if (several)
            return true;
    }
    return false;
}

static bool is_meeting_title(const char *title)
{
    static const char *const words[] = {"meeting", "cyfarfod",      "agenda",   "rhaglen",
                                        "minutes", "draft minutes", "decisions"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (text_starts(title, words[i]))
            return true;
    return false;
}

/* The form of a page of the system. */
static enum form form_of_system(const struct tree *tree, const char **refusal)
{
    char *words = html_main_title(NULL, tree), *title = text_fold(NULL, words);
    enum form form = has_items(tree) ? FORM_PAGE_HTML : FORM_UNKNOWN;
    *refusal = NULL;
    for (size_t i = 0; i < MB_LENGTH(titles) && form == FORM_UNKNOWN && !*refusal; i++)
        if (text_starts(title, titles[i].title)) {
            form = titles[i].form;
            *refusal = titles[i].refusal;
        }
    const struct node *name = form == FORM_UNKNOWN && !*refusal ? node_find(tree_root(tree), "title", NULL) : NULL;
    char *said = name ? node_text(NULL, name, NULL) : NULL;
    if (said && page_word(WORD_ITEM_PAGE, said))
        form = FORM_ITEM_HTML;
    talloc_free(said);
    bool list = text_starts(title, "meetings") || !is_meeting_title(title);
    if (form == FORM_UNKNOWN && !*refusal && list && html_lists(html_content(tree)))
        form = FORM_LIST_HTML;
    if (form == FORM_UNKNOWN && !*refusal && is_meeting_title(title))
        form = FORM_PAGE_HTML;
    if (form == FORM_UNKNOWN && !*refusal)
        *refusal = REFUSE_SITE;
    talloc_free(title);
    talloc_free(words);
    return form;
}

/* ---- pages of other making ------------------------------------------------------------------------ */

static bool is_cmis(const struct tree *tree)
{
    const struct node *root = tree_root(tree);
    for (const struct node *at = root; at; at = node_next(at, root)) {
        const char *href = node_attribute(at, "href"), *action = node_attribute(at, "action");
        if ((href && strcasestr(href, "ctl/ViewMeetingPublic")) ||
            (action && strcasestr(action, "ctl/ViewMeetingPublic")) || node_has_class(at, "DNNLabel"))
            return true;
    }
    return false;
}

static bool is_login_or_error(const struct tree *tree)
{
    static const char *const words[] = {"error",     "sign in",       "log in",      "login",
                                        "not found", "access denied", "forbidden",   "unavailable",
                                        "moved",     "just a moment", "bad request", "service unavailable"};
    const struct node *root = tree_root(tree), *title = node_find(root, "title", NULL);
    if (!title)
        title = node_find(root, "h1", NULL);
    char *said = title ? node_text(NULL, title, NULL) : mem_strdup(NULL, "");
    bool found = false;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        found |= strcasestr(said, words[i]) != NULL;
    talloc_free(said);
    for (const struct node *at = root; !found && (at = node_find_next(at, root, "input", NULL)) != NULL;) {
        const char *type = node_attribute(at, "type");
        found = type && strcasecmp(type, "password") == 0;
    }
    return found;
}

enum form html_form(const struct tree *tree, const char *source, size_t n, const char **refusal)
{
    if (html_content(tree))
        return form_of_system(tree, refusal);
    char *text = html_plain(NULL, tree);
    enum form form = page_item_looks_like(text)   ? FORM_ITEM_HTML
                     : page_text_looks_like(text) || html_page_looks_like(source, n) ? FORM_PAGE_HTML
                     : html_lists(tree_root(tree)) ? FORM_LIST_HTML
                                                   : FORM_UNKNOWN;
    talloc_free(text);
    *refusal = form != FORM_UNKNOWN      ? NULL
               : is_cmis(tree)           ? REFUSE_CMIS
               : is_login_or_error(tree) ? REFUSE_LOGIN
                                         : REFUSE_WEB;
    return form;
}
