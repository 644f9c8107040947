/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Why papers were joined to one meeting, in a sentence (screens.md 4.2). Pure, as reconcile.c. */
#include "config.h"

#include "src/store/joining.h"

char *number_words(const void *parent, int number)
{
    static const char *const words[] = {"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    if (number >= 0 && number < (int)MB_LENGTH(words))
        return mem_strdup(parent, words[number]);
    return mem_printf(parent, "%d", number);
}

/* How many of the papers say so; what at least two say agrees, else they were not joined. Pages of one
 * item are not asked. */
struct voices {
    int council, committee, date, starts, venue;
    bool noticed, given; /* a date from a notice, from the member */
};

static struct voices count_voices(const struct group *group, const struct head *heads, size_t papers)
{
    struct voices voices = {0};
    for (size_t i = 0; i < papers; i++) {
        const struct placing *says = &heads[group->members[i]].placing;
        voices.council += says->council != NULL;
        voices.committee += says->committee != NULL;
        voices.date += date_is_set(says->date);
        voices.starts += says->starts >= 0;
        voices.venue += says->venue != NULL;
        voices.noticed |= says->basis == DATE_INFERRED;
        voices.given |= says->basis == DATE_GIVEN;
    }
    return voices;
}

/* "the page of item 206 names this meeting": of the group's papers from FIRST on those that are pages of an item. */
static void say_pages(struct buf *said, const struct group *group, const struct head *heads, size_t first, size_t n)
{
    size_t count = 0;
    bool named = true, numbered = false;
    buf_printf(said, "%sthe page%s of", said->len > 0 ? "; " : "", n == 1 ? "" : "s");
    for (size_t i = first; i < group->n; i++) {
        const struct head *head = &heads[group->members[i]];
        if (head->placed || form_is_report(head->form))
            continue;
        named &= head->placing.committee && date_is_set(head->placing.date);
        const char *number = !head->items ? NULL : head->items->minute_number ? head->items->minute_number : head->items->agenda_number;
        buf_puts(said, count == 0 ? "" : count + 1 == n ? " and" : ",");
        if (number)
            buf_printf(said, "%s %s", numbered ? "" : " item", number);
        else
            buf_puts(said, numbered ? " one without a number" : " an item without a number");
        numbered = number != NULL;
        count++;
    }
    if (named)
        buf_puts(said, n == 1 ? " names this meeting" : " name this meeting");
    else
        buf_puts(said, n == 1 ? " bears the council's number of it" : " bear the council's numbers of this meeting");
}

/* Supplements stand among the editions by their rank; they agree with none in their titles. */
static void say_supplements(struct buf *said, size_t n)
{
    char *words = number_words(NULL, (int)n);
    if (n)
        buf_printf(said, "%s%s supplement%s this meeting", said->len > 0 ? "; " : "", words, n == 1 ? " names" : "s name");
    talloc_free(words);
}

/* Papers of one item: pages and reports that came here by themselves, and those that the member attached. */
static void say_parts(struct buf *said, const struct group *group, const struct head *heads, size_t first)
{
    size_t pages = 0, reports = 0, placed = 0;
    for (size_t i = first; i < group->n; i++) {
        const struct head *head = &heads[group->members[i]];
        placed += head->placed;
        reports += !head->placed && form_is_report(head->form);
        pages += !head->placed && !form_is_report(head->form);
    }
    char *words = number_words(NULL, (int)reports);
    if (pages)
        say_pages(said, group, heads, first, pages);
    if (reports)
        buf_printf(said, "%s%s report%s this meeting", said->len > 0 ? "; " : "", words, reports == 1 ? " names" : "s name");
    talloc_free(words);
    words = number_words(NULL, (int)placed);
    if (placed)
        buf_printf(said, "%syou said that %s paper%s here", said->len > 0 ? "; " : "", words, placed == 1 ? " belongs" : "s belong");
    talloc_free(words);
}

/* How many of the first PAPERS bear the number that most of them bear, which is *NUMBER: "the council's number of the
 * meeting, 4967, is in both". */
static size_t count_ids(const struct group *group, const struct head *heads, size_t papers, const char **number)
{
    size_t most = 0;
    for (size_t i = 0; i < papers; i++) {
        const struct head *head = &heads[group->members[i]];
        size_t same = 0;
        for (size_t k = 0; k < papers; k++)
            same += head->service_id && (k == i || ids_compare(head, &heads[group->members[k]]) == IDS_SAME);
        if (same > most) {
            most = same;
            *number = head->service_id;
        }
    }
    return most;
}

/* Is there nothing more to say? */
static bool say_ids(struct buf *said, const struct group *group, const struct head *heads, size_t papers)
{
    const char *number = NULL;
    size_t bearing = count_ids(group, heads, papers, &number);
    if (bearing < 2)
        return false;
    char *words = number_words(NULL, (int)bearing);
    buf_printf(said, "the council's number of the meeting, %s, is in ", number);
    if (papers == 2)
        buf_puts(said, "both");
    else
        buf_printf(said, "%s%s%s", bearing == papers ? "all " : "", words, bearing == papers ? "" : " of them");
    talloc_free(words);
    return bearing == papers;
}

/* The fewest titles that one has which was not told by its number; *ALL the most: an earlier edition may have fewer. */
static int titles_agreeing(const struct group *group, const struct head *heads, size_t papers, int *all)
{
    int few = -1;
    *all = heads[group->members[0]].titles;
    for (size_t i = 0; i < papers; i++) {
        const struct head *head = &heads[group->members[i]];
        if (head->service_id)
            continue;
        *all = few < 0 || head->titles > *all ? head->titles : *all;
        few = few < 0 || head->titles < few ? head->titles : few;
    }
    return few < 0 ? *all : few;
}

/* "the notice's date, the venue and nine of nine titles agree" (screens.md 4.2). */
static void say_whole(struct buf *said, const struct group *group, const struct head *heads, size_t papers)
{
    if (say_ids(said, group, heads, papers))
        return;
    size_t start = said->len;
    struct voices voices = count_voices(group, heads, papers);
    const struct part {
        bool agrees;
        const char *words;
    } parts[] = {
        {voices.council > 1, "the council"},
        {voices.committee > 1, "the committee"},
        {voices.date > 1, voices.given ? "the date you gave" : voices.noticed ? "the notice's date" : "the date"},
        {voices.starts > 1, "the time"},
        {voices.venue > 1, "the venue"},
    };
    for (size_t i = 0; i < MB_LENGTH(parts); i++)
        if (parts[i].agrees)
            buf_printf(said, "%s%s", said->len == start ? (start ? "; " : "") : ", ", parts[i].words);
    int all;
    char *titles = number_words(NULL, titles_agreeing(group, heads, papers, &all)), *most = number_words(titles, all);
    buf_printf(said, "%s%s of %s titles agree", said->len > start ? " and " : start ? "; " : "", titles, most);
    talloc_free(titles);
}

char *join_reason(const void *parent, const struct group *group, const struct head *heads)
{
    struct buf said;
    struct group told = {0}; /* without supplements, but those that the council's numbers tell */
    void *scratch = talloc_named_const(NULL, 0, "told");
    buf_init(&said, parent, 4000);
    for (size_t i = 0; i < group->n; i++) {
        const struct head *head = &heads[group->members[i]];
        if (!form_is_supplement(head->form) || head->service_id)
            *mem_append(scratch, told.members, told.n) = group->members[i];
    }
    size_t whole = whole_papers(&told, heads);
    if (whole > 1)
        say_whole(&said, &told, heads, whole);
    say_supplements(&said, group->n - told.n);
    say_parts(&said, &told, heads, whole);
    talloc_free(scratch);
    return buf_take(&said);
}
