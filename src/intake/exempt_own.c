/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What an item says of itself: "Tender for mowing - CONFIDENTIAL", "By virtue of paragraph 3 of Schedule 12A", "This item is exempt from
 * publication" (field.md 3.6, 3.9). Motions, and notices about what follows, are read by excluded.c; what is said of an appendix makes no
 * item exempt. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define MARK_LONGEST 60  /* bytes of a mark alone */
#define LAW_LONGEST 200  /* bytes of one in brackets, which may cite the law */
#define SHORT_TEXT 200   /* bytes of minutes that only say why there are none */
#define AGENDA_LONGEST 2000 /* bytes of what stands below a title */
#define BRACKET_LONGEST 200 /* bytes of a mark in brackets above minutes */

/* "Exempt - Para 3", "Confidential item": but "Private parade", "Restricted underpass" are no marks. */
static bool goes_on_as_mark(const char *behind)
{
    static const char *const words[] = {"para",   "paras",  "paragraph",   "paragraphs", "item",    "items",
                                        "report", "reports", "information", "under",      "session", "appendix"};
    size_t n = 0;
    while (isalpha((unsigned char)behind[n]))
        n++;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strlen(words[i]) == n && strncasecmp(behind, words[i], n) == 0)
            return true;
    return false;
}

/* "Exempt", "Confidential item", "Restricted - paragraph 3)": is TEXT a mark and no more, but for brackets and stops? */
static bool is_mark(const char *text)
{
    static const char *const words[] = {"exempt",       "confidential", "private",     "in private", "restricted",  "not for publication", "pink papers",
                                        "pink paper",   "in camera",    "in confidence", "in closed", "cyfrinachol",
                                        "eithriedig"};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i]);
        const char *behind = text + n;
        if (strncasecmp(text, words[i], n) != 0 || isalpha((unsigned char)*behind))
            continue;
        behind += strspn(behind, " :-\xE2\x80\x93");
        if (*behind == '\0' || strchr(")].*", *behind) || goes_on_as_mark(behind) || strncasecmp(behind, "by virtue", 9) == 0)
            return true;
    }
    return false;
}

/* "(Part 2)", "(Part II)": the private one of two reports, where the paper speaks of exemption. */
bool exempt_second_part(const struct meeting *meeting, const struct item *item)
{
    static const char *const tails[] = {"(part 2)",  "(part ii)",            "(part two)",            "(part b)", "- part 2",
                                        "- part ii", "\xE2\x80\x93 part 2", "\xE2\x80\x93 part ii", "(private)", "(closed)", "(rhan 2)"};
    size_t n = item->title ? strlen(item->title) : 0;
    bool tail = false;
    for (size_t i = 0; i < MB_LENGTH(tails); i++)
        tail |= n > strlen(tails[i]) && strcasecmp(item->title + n - strlen(tails[i]), tails[i]) == 0;
    const char *const texts[] = {item->agenda_text, item->minutes_text, item->decision_text};
    for (size_t i = 0; tail && i < MB_LENGTH(texts); i++)
        if (texts[i] && (strcasestr(texts[i], "exempt") || strcasestr(texts[i], "confidential")))
            return true;
    for (size_t i = 0; tail && &meeting->items[i] != item; i++)
        if (meeting->items[i].kind && strcmp(meeting->items[i].kind, "exclusion") == 0)
            return true;
    return false;
}

/* The mark behind the last joint of TITLE: "Tender for mowing - CONFIDENTIAL", "Mill Road (exempt: paragraph 3)". */
static bool ends_with_mark(const char *title)
{
    static const char *const joints[] = {" (", " [", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ", "};
    const char *last = NULL;
    for (size_t i = 0; i < MB_LENGTH(joints); i++)
        for (const char *at = title; (at = strstr(at, joints[i])); at++)
            if (is_mark(at + strlen(joints[i])) && (*joints[i] != ',' || strncasecmp(at + 2, "private", 7) != 0))
                last = at;
    size_t n = last ? strlen(last) : 0;
    bool bracket = last && strchr("([", last[1]);
    return last && n <= (bracket ? LAW_LONGEST : MARK_LONGEST) && !mark_is_of_appendix(last) && (!bracket || strpbrk(last, ")]") == last + n - 1);
}

/* "Confidential business: staff appraisal", "Staffing (press and public excluded)": said in the item's own title. */
static bool title_is_private(const struct item *item)
{
    static const char *const heads[] = {"in camera", "in committee", "in confidence", "in closed session", "in private session", "in private", "closed session"};
    static const char *const loud[] = {"IN CONFIDENCE ", "IN CAMERA "}; /* in capitals before the title, without a stop */
    static const char *const tails[] = {" in camera",
                                        "in private session",
                                        "press and public excluded)",
                                        "public and press excluded)",
                                        "considered in private)",
                                        "exclusion of press and public)",
                                        "exclusion of the press and public)",
                                        "exclusion of public and press)"};
    const char *title = item->title ? item->title : "";
    size_t length = strlen(title);
    bool private = ends_with_mark(title) || says_private_head(title);
    for (size_t i = 0; i < MB_LENGTH(heads); i++) {
        size_t n = strlen(heads[i]);
        private |= strncasecmp(title, heads[i], n) == 0 && (title[n] == ':' || (title[n] == ' ' && page_dash_at(title + n)));
    }
    for (size_t i = 0; i < MB_LENGTH(loud); i++)
        private |= text_starts(title, loud[i]);
    for (size_t i = 0; i < MB_LENGTH(tails); i++) {
        size_t n = strlen(tails[i]);
        private |= length > n && strcasecmp(title + length - n, tails[i]) == 0;
    }
    return private;
}

size_t exempt_law_of_title(const char *title, size_t *length)
{
    static const char *const law[] = {" by virtue of ", " within the meaning of ", " as defined in ", " in accordance with "};
    for (const char *open = title; (open = strpbrk(open + (open > title), "([")) != NULL && open > title;) {
        const char *close = strpbrk(open, ")]");
        bool ends = close && (close[1] == '\0' || strpbrk(close + 1, "([") == close + 1 + blanks_at(close + 1));
        char *bracket = ends && is_mark(open + 1) ? mem_strndup(NULL, open, (size_t)(close - open)) : NULL;
        *length = 0;
        for (size_t i = 0; i < MB_LENGTH(law) && bracket; i++)
            if (strcasestr(bracket, law[i]))
                *length = (size_t)(close + 1 - open);
        talloc_free(bracket);
        if (*length > 0)
            return (size_t)(open - title);
    }
    return SIZE_MAX;
}

/* "By virtue of paragraph 3 of Part 1 of Schedule 12A", "This report is considered exempt": how a paragraph begins that says it. */
bool paragraph_is_private(const char *paragraph)
{
    static const char *const heads[] = {"by virtue of paragraph",
                                        "exempt by virtue of paragraph",
                                        "exempt under paragraph",
                                        "exempt: para",
                                        "exempt - para",
                                        "exempt (para",
                                        "exempt, para",
                                        "exempt para",
                                        "confidential: para",
                                        "reason for exemption: para",
                                        "not for publication by virtue",
                                        "not for publication under",
                                        "this report is considered exempt",
                                        "this item is considered exempt",
                                        "this report is deemed exempt",
                                        "this item is likely to be considered in private",
                                        "this item will be considered in private",
                                        "this item was considered in private",
                                        "this item will be taken in private",
                                        "this item was taken in private",
                                        "to be considered in private",
                                        "this report is not for publication",
                                        "report not for publication",
                                        "restricted by virtue of",
                                        "[exempt",
                                        "(exempt",
                                        "exempt information: paragraph",
                                        "exempt information - paragraph"};
    static const char *const parts[] = {"part of this report", "not considered exempt", "schedule 12a and"};
    bool says = (strlen(paragraph) <= MARK_LONGEST && is_mark(paragraph + strspn(paragraph, "([- "))) || mark_in_sentences(paragraph);
    for (size_t i = 0; i < MB_LENGTH(heads); i++)
        says |= strncasecmp(paragraph, heads[i], strlen(heads[i])) == 0;
    for (size_t i = 0; i < MB_LENGTH(parts); i++)
        says &= !strcasestr(paragraph, parts[i]);
    return says && !mark_is_of_appendix(paragraph);
}

/* "(Considered in private under paragraph 3 of Schedule 12A)": a bracket that stands alone above the minutes of an item. */
static bool bracket_is_private(const char *text)
{
    static const char *const says[] = {"in private", "exempt", "confidential", "not for publication", "press and public were excluded", "public and press were excluded", "in camera", "in closed session"};
    size_t n = strcspn(text, "\n");
    if (n < 3 || n > BRACKET_LONGEST || !strchr("([", *text) || !strchr(")].", text[n - 1]))
        return false;
    char *bracket = mem_strndup(NULL, text, n);
    bool private = false;
    for (size_t i = 0; i < MB_LENGTH(says); i++)
        private |= strcasestr(bracket, says[i]) != NULL;
    private &= !mark_is_of_appendix(bracket) && !strcasestr(bracket, "not exempt");
    talloc_free(bracket);
    return private;
}

/* Does a sentence of the first N bytes of TEXT say that its item is private? */
static bool sentences_say(const char *text, size_t n)
{
    struct sentence one;
    bool says = false;
    for (size_t at = 0; !says && sentence_next(text, n, &at, &one);) {
        char *sentence = mem_strndup(NULL, text + one.words.start, one.words.len);
        says = says_own_private(sentence);
        talloc_free(sentence);
    }
    return says;
}

bool exempt_by_itself(const struct item *item)
{
    bool says = title_is_private(item), may = pack_may_be_private(item);
    if (may && item->agenda_text)
        says |= sentences_say(item->agenda_text, strnlen(item->agenda_text, AGENDA_LONGEST));
    for (const char *at = item->agenda_text; at && *at && !says; at += strcspn(at, "\n"), at += strspn(at, "\n")) {
        char *paragraph = mem_strndup(NULL, at, strcspn(at, "\n"));
        says = paragraph_is_private(paragraph);
        talloc_free(paragraph);
    }
    const char *const texts[] = {item->minutes_text, item->decision_text};
    for (size_t i = 0; i < MB_LENGTH(texts); i++) {
        says |= texts[i] && strlen(texts[i]) <= SHORT_TEXT && mark_in_sentences(texts[i]); /* all that can be said of it in public */
        says |= texts[i] && bracket_is_private(texts[i]);
        says |= may && texts[i] && sentences_say(texts[i], strcspn(texts[i], "\n")); /* how its first paragraph begins */
    }
    return says;
}
