/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reading off a pattern what must stand in a text that it matches. The pattern is read as PCRE2 reads it, as far as
 * is needed: literal letters in a row make words, alternatives make sets of them, and what may be left out says
 * nothing. Of anything that is not surely understood the whole pattern is given up: it is then always tried. A
 * pattern without regard to capitals matches U+212A for k and U+017F for s; who looks for cues folds them (look.c). */
#include "config.h"

#include "cues.h"

#include <stdlib.h>
#include <string.h>

#define EXACT_MOST 128 /* texts that a part may stand for, one by one */
#define SET_MOST 400   /* words of a set */
#define WORD_LONGEST 60
#define CLASS_MOST 8
#define DEPTH_MOST 60

/* What is known of a part of a pattern. */
struct part {
    bool exact;           /* it matches one of `texts` and nothing else; "" may be among them */
    bool zero;            /* it stands for no bytes, so that what is before and behind it touch */
    struct cue_set texts;
    struct cue_sets sets; /* of a part that is not exact */
};

struct known_words {
    const struct macro *macro;
    struct part part;
    bool good;
};

struct cue_reader {
    const struct rule_source *source;
    struct known_words *known;
    size_t n_known;
};

struct parser {
    struct cue_reader *reader;
    const char *at;
    int depth;
    bool lost; /* something was not understood */
};

static struct part read_choice(struct parser *parser);

/* ---- sets -------------------------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void set_tidy(struct cue_set *set)
{
    size_t kept = 0;
    if (set->n > 1)
        qsort(set->at, set->n, sizeof *set->at, compare_texts);
    for (size_t i = 0; i < set->n; i++) {
        if (kept == 0 || strcmp(set->at[kept - 1], set->at[i]) != 0)
            set->at[kept++] = set->at[i];
    }
    set->n = kept;
}

static struct cue_set set_new(const void *parent, size_t room)
{
    return (struct cue_set){.at = mem_resize_named(parent, NULL, sizeof(char *), room + 1, "cues")};
}

static struct cue_set set_of(const void *parent, const char *text)
{
    struct cue_set set = set_new(parent, 1);
    set.at[set.n++] = mem_strdup(parent, text);
    return set;
}

static struct cue_set set_union(const void *parent, const struct cue_set *a, const struct cue_set *b)
{
    struct cue_set set = set_new(parent, a->n + b->n);
    for (size_t i = 0; i < a->n; i++)
        set.at[set.n++] = a->at[i];
    for (size_t i = 0; i < b->n; i++)
        set.at[set.n++] = b->at[i];
    set_tidy(&set);
    return set;
}

/* Each of A with each of B behind it; false where that would be too many or too long. */
static bool set_join(const void *parent, const struct cue_set *a, const struct cue_set *b, struct cue_set *out)
{
    if (a->n * b->n > EXACT_MOST)
        return false;
    *out = set_new(parent, a->n * b->n);
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            if (strlen(a->at[i]) + strlen(b->at[k]) > WORD_LONGEST)
                return false;
            out->at[out->n++] = mem_printf(parent, "%s%s", a->at[i], b->at[k]);
        }
    }
    set_tidy(out);
    return true;
}

static size_t set_shortest(const struct cue_set *set)
{
    size_t shortest = set->n ? SIZE_MAX : 0;
    for (size_t i = 0; i < set->n; i++)
        shortest = strlen(set->at[i]) < shortest ? strlen(set->at[i]) : shortest;
    return shortest;
}

static void sets_add(const void *parent, struct cue_sets *sets, struct cue_set set)
{
    if (set.n <= SET_MOST && set_shortest(&set) >= CUE_SHORTEST)
        *mem_append(parent, sets->at, sets->n) = set;
}

/* ---- parts ------------------------------------------------------------------------------------------------- */

static struct part part_exact(struct parser *parser, const char *text)
{
    return (struct part){.exact = true, .zero = *text == '\0', .texts = set_of(parser->reader, text)};
}

static struct part lose(struct parser *parser)
{
    parser->lost = true;
    return (struct part){0};
}

/* What PART says where it need not be the whole of something. */
static struct cue_sets part_sets(struct parser *parser, const struct part *part)
{
    struct cue_sets sets = part->sets;
    if (part->exact) {
        sets = (struct cue_sets){0};
        sets_add(parser->reader, &sets, part->texts);
    }
    return sets;
}

/* The set that says most: its shortest word is the longest. */
static const struct cue_set *best_of(const struct cue_sets *sets)
{
    const struct cue_set *best = NULL;
    for (size_t i = 0; i < sets->n; i++) {
        size_t now = set_shortest(&sets->at[i]), before = best ? set_shortest(best) : 0;
        if (now > before || (now == before && sets->at[i].n < best->n))
            best = &sets->at[i];
    }
    return best;
}

/* ---- classes and escapes ----------------------------------------------------------------------------------- */

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static char small_of(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Behind "\p" or "\P": "{Lu}" or one letter. */
static void skip_property(struct parser *parser)
{
    if (*parser->at == '{')
        parser->at += strcspn(parser->at, "}");
    if (*parser->at)
        parser->at++;
    else
        parser->lost = true;
}

/* "[...]": its few characters, else any one character. */
static struct part read_class(struct parser *parser)
{
    struct cue_set set = set_new(parser->reader, CLASS_MOST);
    bool plain = *parser->at != '^';
    parser->at += !plain;
    for (bool first = true; *parser->at && (first || *parser->at != ']'); first = false) {
        char c = *parser->at++;
        if ((c == '[' && strchr(":.=", *parser->at)) || (c == '{' && *parser->at >= 'A' && *parser->at <= 'Z'))
            return lose(parser); /* a named class; words within a class */
        if (c == '\\') {
            c = *parser->at ? *parser->at++ : 'Q';
            if (c == 'p' || c == 'P')
                skip_property(parser);
            else if (is_alnum(c) && !strchr("wWdDsShHvVnrtb", c))
                return lose(parser);
            plain = plain && !is_alnum(c);
        } else if (c == '-' && !first && *parser->at != ']') {
            plain = false;
        }
        plain = plain && !((unsigned char)c & 0x80) && set.n < CLASS_MOST;
        if (plain)
            set.at[set.n++] = mem_printf(parser->reader, "%c", small_of(c));
    }
    if (*parser->at != ']')
        return lose(parser);
    parser->at++;
    set_tidy(&set);
    return plain && set.n ? (struct part){.exact = true, .texts = set} : (struct part){0};
}

static struct part read_escape(struct parser *parser)
{
    char c = *parser->at;
    if (!c || ((unsigned char)c & 0x80))
        return lose(parser);
    parser->at++;
    if (!is_alnum(c))
        return part_exact(parser, (char[]){small_of(c), '\0'});
    if (strchr("bBAzZ", c))
        return part_exact(parser, "");
    if (c == 'p' || c == 'P')
        skip_property(parser);
    else if (!strchr("wWdDsShHvVRntr", c))
        return lose(parser);
    return (struct part){0};
}

/* ---- groups ------------------------------------------------------------------------------------------------ */

enum group { GROUP_PLAIN, GROUP_AHEAD, GROUP_NOT };

/* What stands behind "(": its kind, or -1 where it is not understood. */
static int group_kind(struct parser *parser)
{
    static const struct {
        const char *head;
        int kind;
    } heads[] = {
        {"?:", GROUP_PLAIN},  {"?>", GROUP_PLAIN},     {"?=", GROUP_AHEAD},   {"?!", GROUP_NOT},   {"?<=", GROUP_AHEAD},
        {"?<!", GROUP_NOT},   {"?i:", GROUP_PLAIN},    {"?-i:", GROUP_PLAIN}, {"?s:", GROUP_PLAIN},
    };
    for (size_t i = 0; i < MB_LENGTH(heads); i++) {
        size_t n = strlen(heads[i].head);
        if (strncmp(parser->at, heads[i].head, n) == 0) {
            parser->at += n;
            return heads[i].kind;
        }
    }
    if (strncmp(parser->at, "?<", 2) == 0) { /* a name */
        const char *end = parser->at + 2 + strspn(parser->at + 2, "abcdefghijklmnopqrstuvwxyz_");
        if (*end != '>')
            return -1;
        parser->at = end + 1;
        return GROUP_PLAIN;
    }
    return *parser->at == '?' || *parser->at == '*' ? -1 : GROUP_PLAIN;
}

static struct part read_group(struct parser *parser)
{
    int kind = group_kind(parser);
    if (kind < 0 || ++parser->depth > DEPTH_MOST)
        return lose(parser);
    struct part part = read_choice(parser);
    parser->depth--;
    if (*parser->at != ')')
        return lose(parser);
    parser->at++;
    if (kind == GROUP_AHEAD) /* what it looks at stands in the text, too, but is read again */
        return (struct part){.zero = true, .sets = part_sets(parser, &part)};
    return kind == GROUP_NOT ? part_exact(parser, "") : part;
}

/* The words that {NAME} stands for, in brackets of their own. */
static struct part read_words(struct parser *parser, const struct macro *macro)
{
    struct cue_reader *reader = parser->reader;
    for (size_t i = 0; i < reader->n_known; i++) {
        if (reader->known[i].macro == macro) {
            parser->lost = parser->lost || !reader->known[i].good;
            return reader->known[i].part;
        }
    }
    struct parser inner = {.reader = reader, .at = macro->body, .depth = parser->depth + 1};
    struct part part = inner.depth > DEPTH_MOST ? lose(&inner) : read_choice(&inner);
    inner.lost = inner.lost || *inner.at;
    *mem_append(reader, reader->known, reader->n_known) = (struct known_words){macro, part, !inner.lost};
    parser->lost = parser->lost || inner.lost;
    return part;
}

/* ---- one thing, and how often ------------------------------------------------------------------------------ */

static bool is_plain(char c)
{
    return is_alnum(c) || c == ' ' || c == ',' || c == '\'' || c == '-' || c == ':';
}

/* Letters and blanks in a row; how often the last stands is another thing's business. */
static struct part read_letters(struct parser *parser)
{
    char text[WORD_LONGEST + 1];
    size_t n = 0;
    while (n < WORD_LONGEST && is_plain(parser->at[n]) && (n == 0 || !parser->at[n + 1] || !strchr("?*+{", parser->at[n + 1]))) {
        text[n] = small_of(parser->at[n]);
        n++;
    }
    text[n] = '\0';
    parser->at += n;
    return part_exact(parser, text);
}

static struct part read_thing(struct parser *parser)
{
    if (is_plain(*parser->at))
        return read_letters(parser);
    size_t n = rule_words_at(parser->at);
    if (n) {
        const struct macro *macro = rule_words_get(parser->reader->source, parser->at + 1, n);
        parser->at += n + 2;
        return macro ? read_words(parser, macro) : lose(parser);
    }
    char c = *parser->at++;
    if (c == '(')
        return read_group(parser);
    if (c == '[')
        return read_class(parser);
    if (c == '\\')
        return read_escape(parser);
    if (c == '^' || c == '$')
        return part_exact(parser, "");
    if (strchr("{*+?", c))
        return lose(parser);
    if (c == '.')
        return (struct part){0};
    if (!((unsigned char)c & 0x80))
        return part_exact(parser, (char[]){small_of(c), '\0'});
    while (((unsigned char)*parser->at & 0xC0) == 0x80)
        parser->at++;
    return (struct part){0};
}

/* Behind a thing: how often it stands at least, and whether it is just once. False for no count. */
static bool read_count(struct parser *parser, unsigned long *least, bool *once)
{
    char *end;
    char c = *parser->at;
    *least = c == '+';
    *once = false;
    if (c == '{' && rule_words_at(parser->at) == 0) {
        *least = strtoul(parser->at + 1, &end, 10);
        *once = *end == '}' && *least == 1;
        if (end == parser->at + 1 || (*end != '}' && *end != ',') || !strchr(end, '}')) {
            parser->lost = true;
            return false;
        }
        end += *end == ',' ? 1 + strspn(end + 1, "0123456789") : 0;
        parser->lost = parser->lost || *end != '}';
        parser->at = *end ? end + 1 : end;
    } else if (c == '?' || c == '*' || c == '+') {
        parser->at++;
    } else {
        return false;
    }
    if (*parser->at == '?' || *parser->at == '+') /* how it is tried first, not what it matches */
        parser->at++;
    return true;
}

static struct part read_term(struct parser *parser)
{
    unsigned long least;
    bool once, maybe;
    struct part part = read_thing(parser);
    maybe = *parser->at == '?';
    if (parser->lost || !read_count(parser, &least, &once) || once)
        return part;
    if (maybe && part.exact) {
        struct cue_set nothing = set_of(parser->reader, "");
        return (struct part){.exact = true, .zero = part.zero, .texts = set_union(parser->reader, &part.texts, &nothing)};
    }
    if (least == 0)
        return (struct part){.zero = part.zero};
    return (struct part){.zero = part.zero, .sets = part_sets(parser, &part)};
}

/* ---- things in a row, and choices ---------------------------------------------------------------------------- */

/* Things in a row: whatever is exact joins what was before it. */
static struct part read_row(struct parser *parser)
{
    const void *parent = parser->reader;
    struct part row = part_exact(parser, "");
    struct cue_set run = row.texts, joined;
    row.zero = false;
    while (*parser->at && *parser->at != '|' && *parser->at != ')' && !parser->lost) {
        struct part part = read_term(parser);
        for (size_t i = 0; i < part.sets.n; i++)
            sets_add(parent, &row.sets, part.sets.at[i]);
        if (part.exact && set_join(parent, &run, &part.texts, &joined)) {
            run = joined;
            continue;
        }
        row.exact = false;
        if (part.zero && !part.exact)
            continue;
        sets_add(parent, &row.sets, run);
        run = part.exact ? part.texts : set_of(parent, "");
    }
    row.texts = run;
    if (!row.exact)
        sets_add(parent, &row.sets, run);
    return row;
}

/* A and B as alternatives: of what each must hold, one set that says most. */
static struct part either(struct parser *parser, const struct part *a, const struct part *b)
{
    const void *parent = parser->reader;
    if (a->exact && b->exact && a->texts.n + b->texts.n <= EXACT_MOST)
        return (struct part){.exact = true, .texts = set_union(parent, &a->texts, &b->texts)};
    struct cue_sets left = part_sets(parser, a), right = part_sets(parser, b);
    const struct cue_set *one = best_of(&left), *other = best_of(&right);
    struct part part = {0};
    if (one && other)
        sets_add(parent, &part.sets, set_union(parent, one, other));
    return part;
}

static struct part read_choice(struct parser *parser)
{
    struct part choice = read_row(parser);
    while (*parser->at == '|' && !parser->lost) {
        parser->at++;
        struct part next = read_row(parser);
        choice = either(parser, &choice, &next);
    }
    return choice;
}

/* ---- outside --------------------------------------------------------------------------------------------------- */

struct cue_reader *cue_reader_new(const void *parent, const struct rule_source *source)
{
    struct cue_reader *reader = mem_new(parent, struct cue_reader);
    reader->source = source;
    return reader;
}

/* Cut, and without the words that another of the set stands in: where they are, it is. */
static struct cue_set set_cut(const void *parent, const struct cue_set *whole)
{
    struct cue_set set = set_new(parent, whole->n);
    size_t kept = 0;
    for (size_t i = 0; i < whole->n; i++)
        set.at[set.n++] = mem_strndup(parent, whole->at[i], strnlen(whole->at[i], CUE_LONGEST));
    set_tidy(&set);
    for (size_t i = 0; i < set.n; i++) {
        bool spared = false;
        for (size_t k = 0; k < set.n && !spared; k++)
            spared = k != i && strlen(set.at[k]) < strlen(set.at[i]) && strstr(set.at[i], set.at[k]);
        if (!spared)
            set.at[kept++] = set.at[i];
    }
    set.n = kept;
    return set;
}

struct cue_sets cues_of(struct cue_reader *reader, const char *pattern)
{
    struct parser parser = {.reader = reader, .at = pattern};
    struct part part = read_choice(&parser);
    if (parser.lost || *parser.at)
        return (struct cue_sets){0};
    struct cue_sets sets = part_sets(&parser, &part), cut = {0};
    for (size_t i = 0; i < sets.n; i++)
        *mem_append(reader, cut.at, cut.n) = set_cut(reader, &sets.at[i]);
    return cut;
}
