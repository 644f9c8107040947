/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Who is invited to the meeting for an item: the subject of "... have been invited to the meeting", parted
 * into persons and posts, or the list below it. A comma inside a post ("Permanency, Care Proceedings,
 * Fostering and Adoption") parts nothing: a new person begins with an article, an honorific or a name. */
#include "config.h"

#include "src/intake/report.h"

#include <string.h>

#define SUBJECT_LONGEST ((size_t)3000)

/* What is invited to something else ("to take part in the pilot") is no guest of this meeting; where the
 * sentence ends with the word, it is. REST goes on behind the words that invite, USED bytes long. */
static bool is_to_meeting(const char *rest, size_t used)
{
    if (rest[used] == '\0' || strchr(".;", rest[used]))
        return true;
    size_t n = sentence_length(rest);
    char *sentence = mem_strndup(NULL, rest, n < SUBJECT_LONGEST ? n : SUBJECT_LONGEST);
    bool is = pack_line_says(PACK_INVITED_TO_THE_MEETING, sentence);
    talloc_free(sentence);
    return is;
}

/* ---- who a list of words names ---------------------------------------------------------------------------- */

static bool starts_with_one(const char *text, const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++) {
        if (text_starts(text, words[i]))
            return true;
    }
    return false;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "Jane Smith," "Jane Smith (": two words with capitals, then what a post or the end follows. */
static bool starts_with_name(const char *text)
{
    size_t words = 0, at = 0;
    while (is_capital(text[at]) && words < 4) {
        at += strcspn(text + at, " ,(");
        words++;
        if (text[at] == ',' || text[at] == '\0')
            break;
        at += text[at] == ' ';
    }
    return words >= 2 && (text[at] == ',' || text[at] == '(' || text[at] == '\0');
}

static bool starts_with_article(const char *text)
{
    static const char *const articles[] = {"the ", "The ", "a ", "A ", "an ", "An "};
    return starts_with_one(text, articles, MB_LENGTH(articles)) && is_capital(text[strcspn(text, " ") + 1]);
}

/* Bytes of the joint at TEXT after which a new guest begins; 0 where TEXT goes on with the same one. Names
 * count only where the list is one of names: a post may hold capitals too ("Health and Well Being, ..."). */
static size_t joint_at(const char *text, bool by_name)
{
    static const char *const joints[] = {", and ",
                                         "; and ",
                                         ", as well as ",
                                         ", together with ",
                                         ", along with ",
                                         " as well as ",
                                         " together with ",
                                         " along with ",
                                         " and ",
                                         " & ",
                                         "; ",
                                         ", "};
    for (size_t i = 0; i < MB_LENGTH(joints); i++) {
        size_t n = strlen(joints[i]);
        if (!text_starts(text, joints[i]))
            continue;
        const char *next = text + n;
        bool comma = strcmp(joints[i], ", ") == 0;
        bool begins = starts_with_article(next) || pack_words_at(PACK_HONORIFIC, next) ||
                      pack_words_at(PACK_GUESTS_OF_NO_NAME, next) || (by_name && !comma && starts_with_name(next)) ||
                      joints[i][0] == ';';
        return begins ? n : 0;
    }
    return 0;
}

static void add_guest(const void *owner, struct item *item, const char *text, size_t n)
{
    char *guest = mem_strndup(NULL, text, n);
    char *kept = text_trim(guest);
    if (text_starts(kept, "The ") || text_starts(kept, "the "))
        kept += 4;
    size_t length = strlen(kept);
    while (length && strchr(" ,;:.", kept[length - 1]))
        kept[--length] = '\0';
    bool known = false;
    for (size_t i = 0; i < item->invited.n && !known; i++)
        known = strcmp(item->invited.at[i], kept) == 0;
    if (length > 2 && !known && item->invited.n < 100)
        strings_add(owner, &item->invited, kept);
    talloc_free(guest);
}

static void add_guests(const void *owner, struct item *item, const char *text, size_t n)
{
    size_t from = 0;
    int depth = 0;
    char *subject = mem_strndup(NULL, text, n);
    bool by_name = starts_with_name(subject) || pack_words_at(PACK_HONORIFIC, subject);
    for (size_t i = 0; i < n; i++) {
        depth += subject[i] == '(';
        depth -= subject[i] == ')' && depth > 0;
        size_t joint = joint_at(subject + i, by_name);
        if (joint == 0 || (depth > 0 && memchr(subject + i, ')', n - i)))
            continue;
        add_guest(owner, item, subject + from, i - from);
        from = i + joint;
        depth = 0;
        i = from - 1;
    }
    add_guest(owner, item, subject + from, n - from);
    talloc_free(subject);
}

/* ---- where a report invites ---------------------------------------------------------------------------------- */

/* Before the guests a sentence may say more: "In addition, the Head of ..." begins at "the Head". */
static size_t skip_lead(const char *text, size_t n)
{
    size_t lead = pack_words_at(PACK_BEFORE_THE_GUESTS, text);
    if (lead && lead < n)
        return lead + strspn(text + lead, ", ");
    return mark_scan(text, n).kind == MARK_NUMBER ? mark_scan(text, n).len : 0;
}

/* "The following have been invited": the guests are in the list below. */
static bool is_following(const char *text, size_t n)
{
    char *subject = mem_strndup(NULL, text, n);
    bool is = pack_line_says(PACK_GUESTS_IN_A_LIST, subject);
    talloc_free(subject);
    return is;
}

static void read_list(const void *owner, struct item *item, size_t first)
{
    for (size_t i = first; i < item->n_blocks && item->blocks[i].kind == BLOCK_LIST; i++) {
        const char *text = item->blocks[i].text;
        text += mark_scan(text, strlen(text)).len;
        add_guest(owner, item, text, strlen(text));
    }
}

/* The guests that the sentence with the words AT names. */
static void read_inviting(const void *owner, struct item *item, size_t index, size_t at)
{
    const char *text = item->blocks[index].text;
    size_t start = 0;
    for (size_t next; start < at && (next = start + sentence_length(text + start)) <= at; start = next)
        next += strspn(text + next, " \n");
    start += strspn(text + start, " \n");
    if (start >= at)
        return;
    start += skip_lead(text + start, at - start);
    if (start >= at || at - start > SUBJECT_LONGEST)
        return;
    if (is_following(text + start, at - start))
        read_list(owner, item, index + 1);
    else
        add_guests(owner, item, text + start, at - start);
}

void report_invited(const void *owner, struct item *item)
{
    for (size_t b = 0; b < item->n_blocks; b++) {
        const struct block *block = &item->blocks[b];
        if (block->kind != BLOCK_PARA)
            continue;
        size_t n;
        const char *at = pack_words_find(PACK_INVITES, block->text, &n);
        if (at && is_to_meeting(at, n))
            read_inviting(owner, item, b, (size_t)(at - block->text));
    }
}
