/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The one line in which a member notes a follow-up, and the way back from a row to it (screens.md 1.3):
 *
 *     BY > TO: WHAT; by WHEN; chase DAY; note WORDS
 *
 * Every part may be missing. A colon parts only where a blank follows it, so that 10:30 and addresses
 * stay whole; a semicolon parts only before the clauses named above. A backslash before > : ; keeps it
 * in the words. Nothing is guessed: what fits no part stays in WHAT. */
#include "config.h"

#include "private.h"

#include <string.h>

#define LINE_MAX_BYTES ((size_t)10000)
#define CLAUSES_MAX 16

static bool is_blank(char c)
{
    return c == ' ' || c == '\0';
}

/* ---- clauses behind the semicolons -------------------------------------------------------- */

enum clause_kind { CLAUSE_NONE, CLAUSE_DUE, CLAUSE_CHASE, CLAUSE_NOTE };
struct clause {
    enum clause_kind kind;
    const char *words; /* without the keyword */
};
static const struct {
    const char *word;
    enum clause_kind kind;
} keywords[] = {{"by ", CLAUSE_DUE}, {"due ", CLAUSE_DUE}, {"chase ", CLAUSE_CHASE}, {"note ", CLAUSE_NOTE}};

/* What a clause without its semicolon is. "chase" is a word of everyday: only with a day is it ours. */
static struct clause clause_of(const char *text, struct date meeting_date)
{
    for (size_t i = 0; i < MB_LENGTH(keywords); i++) {
        size_t n = strlen(keywords[i].word);
        if (strlen(text) < n || !words_equal(text, n, keywords[i].word))
            continue;
        struct date day;
        bool has_year;
        if (keywords[i].kind == CLAUSE_CHASE && !due_day_at(text + n, meeting_date, &day, &has_year))
            continue;
        return (struct clause){keywords[i].kind, text + n};
    }
    return (struct clause){due_says_when(text, meeting_date) ? CLAUSE_DUE : CLAUSE_NONE, text};
}

/* Do the clauses from FIRST on all have a name of their own? A note holds all that follows it. */
static bool clauses_fit(const struct clause *clauses, size_t first, size_t n)
{
    unsigned seen = 0;
    for (size_t i = first; i < n; i++) {
        unsigned bit = 1u << clauses[i].kind;
        if (seen & (1u << CLAUSE_NOTE))
            return true;
        if (clauses[i].kind == CLAUSE_NONE || (seen & bit))
            return false;
        seen |= bit;
    }
    return true;
}

/* The parts of a line, cut in place. */
struct parts {
    char *by, *to, *what, *due, *chase, *note;
};

/* The next ';' of TEXT that no backslash keeps, or NULL. */
static char *next_semicolon(char *text)
{
    for (char *p = text; *p; p++) {
        if (*p == '\\' && p[1])
            p++;
        else if (*p == ';')
            return p;
    }
    return NULL;
}

/* "by 16 Nov" alone, or before the first semicolon: a line that begins with when and not with what. */
static bool begins_with_due(const void *parent, const char *line, struct date meeting_date)
{
    char *first = mem_strndup(parent, line, strcspn(line, ";"));
    bool due = words_equal(first, strlen(first) < 3 ? 0 : 3, "by ") && due_says_when(text_trim(first + 3), meeting_date);
    talloc_free(first);
    return due;
}

/* Cut LINE before its first clause; all clauses go to PARTS. A line may begin with one ("; by March"). */
static void cut_clauses(char *line, struct date meeting_date, struct parts *parts)
{
    char *at[CLAUSES_MAX];
    struct clause clauses[CLAUSES_MAX];
    size_t n = 0;
    for (char *p = next_semicolon(line); p && n < CLAUSES_MAX; p = next_semicolon(p + 1))
        at[n++] = p;
    for (size_t i = 0; i < n; i++) { /* a clause ends at the next semicolon while it is looked at */
        if (i + 1 < n)
            *at[i + 1] = '\0';
        char *words = text_trim(mem_strdup(line, at[i] + 1));
        clauses[i] = clause_of(words, meeting_date);
        if (i + 1 < n)
            *at[i + 1] = ';';
    }
    size_t first = 0;
    while (first < n && !clauses_fit(clauses, first, n))
        first++;
    char **slots[] = {NULL, &parts->due, &parts->chase, &parts->note};
    for (size_t i = first; i < n; i++) {
        *at[i] = '\0';
        if (clauses[i].kind == CLAUSE_NOTE) { /* a note takes the rest of the line */
            parts->note = text_trim(at[i] + 1) + strlen("note ");
            return;
        }
        *slots[clauses[i].kind] = mem_strdup(line, clauses[i].words);
    }
}

/* ---- by whom, to whom, what --------------------------------------------------------------- */

static bool is_arrow(const char *p)
{
    return *p == '>' && p[1] != '=' && p[1] != '>';
}

/* Is the arrow at P the sign of "> 95%"? It is not where a colon tells that a person stands behind it. */
static bool is_sign(const char *p, const char *colon)
{
    const char *next = p + 1 + strspn(p + 1, " ");
    return !colon && ((*next >= '0' && *next <= '9') || text_starts(next, "\xC2\xA3"));
}

/* The first separator of TEXT that IS says yes to; a backslash keeps the next byte. */
static char *find_mark(char *text, bool (*is)(const char *))
{
    for (char *p = text; *p; p++) {
        if (*p == '\\' && p[1])
            p++;
        else if (is(p))
            return p;
    }
    return NULL;
}

static bool is_colon(const char *p)
{
    return *p == ':' && is_blank(p[1]);
}

/* Behind an arrow a colon needs no blank, but "10:30" and "https://" stay whole. */
static bool is_tight_colon(const char *p)
{
    return *p == ':' && !text_starts(p + 1, "//") && !(p[1] >= '0' && p[1] <= '9');
}

static void cut_head(char *head, struct parts *parts)
{
    char *colon = find_mark(head, is_colon);
    char *arrow = find_mark(head, is_arrow);
    if (arrow && ((colon && colon < arrow) || is_sign(arrow, colon)))
        arrow = NULL;
    if (arrow && !colon)
        colon = find_mark(arrow, is_tight_colon);
    parts->what = head;
    if (arrow) {
        if (arrow > head && arrow[-1] == '-') /* "->" */
            arrow[-1] = ' ';
        *arrow = '\0';
        parts->by = head;
        parts->to = arrow + 1;
        parts->what = NULL;
    } else if (colon) {
        parts->by = head;
    }
    if (colon) {
        *colon = '\0';
        parts->what = colon + 1;
    }
}

/* PART as a text of its own, without the backslashes; NULL if it is empty. */
static char *part_text(const void *parent, char *part)
{
    if (!part)
        return NULL;
    part = text_trim(part);
    char *to = part;
    for (const char *from = part; *from; from++) {
        if (*from == '\\' && from[1] && strchr(">:;\\", from[1]))
            from++;
        *to++ = *from;
    }
    *to = '\0';
    return *part ? mem_strdup(parent, part) : NULL;
}

static enum status set_chase(struct action *action, const char *words, struct date meeting_date, struct err *err)
{
    bool has_year;
    if (!words)
        return STATUS_OK;
    if (!due_day_at(words, meeting_date, &action->chase_date, &has_year))
        return err_set(err, STATUS_USAGE, CHASE_REFUSED, words);
    if (!date_is_set(action->chase_date))
        return err_set(err, STATUS_USAGE, "\"%s\" needs its year: the meeting's date is not known", words);
    return STATUS_OK;
}

enum status action_parse_line(const void *parent, const char *line, struct date meeting_date, struct action **out,
                              struct err *err)
{
    size_t n = line ? strlen(line) : 0;
    if (n > LINE_MAX_BYTES || (n && !text_is_utf8(line, n)))
        return err_set(err, STATUS_USAGE, "the line is %s", n > LINE_MAX_BYTES ? "too long" : "not UTF-8 text");
    void *scratch = talloc_new(parent);
    char *copy = text_squeeze(scratch, line ? line : "", n);
    if (!*copy) {
        talloc_free(scratch);
        return err_set(err, STATUS_USAGE, "nothing to note: BY > TO: WHAT; by WHEN");
    }
    struct action *action = mem_new(parent, struct action);
    action->own_words = mem_strdup(action, copy);
    action->class = mem_strdup(action, "action");
    struct parts parts = {0};
    if (begins_with_due(scratch, copy, meeting_date))
        copy = mem_printf(scratch, ";%s", copy);
    cut_clauses(copy, meeting_date, &parts);
    cut_head(copy, &parts);
    action->owner = part_text(action, parts.by);
    action->recipient = part_text(action, parts.to);
    action->subject = part_text(action, parts.what);
    action->note = part_text(action, parts.note);
    char *due = part_text(scratch, parts.due), *chase = part_text(scratch, parts.chase);
    action_due_of_words(action, due, meeting_date);
    enum status status = set_chase(action, chase, meeting_date, err);
    talloc_free(scratch);
    if (status != STATUS_OK)
        talloc_free(action);
    else
        *out = action;
    return status;
}

/* ---- the way back ------------------------------------------------------------------------- */

/* TEXT on one line; with KEEP every character that could part the line gets a backslash. */
static void put_part(struct buf *out, const char *text, bool keep)
{
    char *flat = text_squeeze(out->parent, text, strlen(text));
    for (const char *p = flat; *p; p++) {
        if (keep && strchr(">:;\\", *p))
            buf_putc(out, '\\');
        buf_putc(out, *p);
    }
    talloc_free(flat);
}

static char *write_line(const void *parent, const struct action *action, bool keep)
{
    struct buf out;
    buf_init(&out, parent, 4 * LINE_MAX_BYTES);
    if (action->owner)
        put_part(&out, action->owner, keep);
    if (action->recipient) {
        buf_puts(&out, out.len ? " > " : "> ");
        put_part(&out, action->recipient, keep);
    }
    if (out.len || keep)
        buf_puts(&out, action->subject ? ": " : ":");
    if (action->subject)
        put_part(&out, action->subject, keep);
    if (action->due_text) {
        bool day = action->due_text[0] >= '0' && action->due_text[0] <= '9';
        buf_puts(&out, !day && due_says_when(action->due_text, action->meeting_date) ? "; " : "; by ");
        put_part(&out, action->due_text, keep);
    }
    if (date_is_set(action->chase_date))
        buf_printf(&out, "; chase %s", date_words(out.parent, action->chase_date));
    if (action->note) {
        buf_puts(&out, "; note ");
        put_part(&out, action->note, keep);
    }
    return buf_take(&out);
}

static bool same_text(const void *scratch, const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    return strcmp(text_squeeze(scratch, a, strlen(a)), b) == 0;
}

/* Does LINE give ACTION's parts again? */
static bool reads_back(const void *scratch, const char *line, const struct action *action)
{
    struct action *read;
    struct err err;
    if (action_parse_line(scratch, line, action->meeting_date, &read, &err) != STATUS_OK)
        return false;
    return same_text(scratch, action->owner, read->owner) && same_text(scratch, action->recipient, read->recipient) &&
           same_text(scratch, action->subject, read->subject) && same_text(scratch, action->due_text, read->due_text) &&
           same_text(scratch, action->note, read->note) && date_compare(action->chase_date, read->chase_date) == 0;
}

char *action_line(const void *parent, const struct action *action)
{
    void *scratch = talloc_new(parent);
    const char *line = write_line(scratch, action, false);
    if (!reads_back(scratch, line, action))
        line = write_line(scratch, action, true);
    char *copy = mem_strdup(parent, line);
    talloc_free(scratch);
    return copy;
}

char *action_own_words(const void *parent, const struct action *action, bool notes)
{
    if (!action->own_words || notes)
        return mem_strdup(parent, action->own_words);
    struct parts parts = {0};
    void *scratch = talloc_named_const(NULL, 0, "own words");
    bool due_first = begins_with_due(scratch, action->own_words, action->meeting_date);
    char *line = mem_printf(scratch, "%s%s", due_first ? ";" : "", action->own_words);
    cut_clauses(line, action->meeting_date, &parts);
    const char *end = parts.note;
    while (end && *end) /* the clause began where its semicolon was cut */
        end--;
    char *words = mem_strndup(scratch, action->own_words, end ? (size_t)(end - line) - due_first : strlen(action->own_words));
    words = text_trim(words);
    char *kept = *words ? mem_strdup(parent, words) : NULL;
    talloc_free(scratch);
    return kept;
}
