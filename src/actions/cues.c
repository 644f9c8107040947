/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reading off a pattern what must stand in a text that it matches. The pattern is read as PCRE2 reads it, as far as
 * is needed: literal letters in a row make words, alternatives make sets of them, and what may be left out says
 * nothing. Of anything that is not surely understood the whole pattern is given up: it is then always tried. A
 * pattern without regard to capitals matches U+212A for k and U+017F for s; who looks for cues folds them (look.c). */
#include "config.h"

#include "cues_read.h"

#include <string.h>

#define DEPTH_MOST 60

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

static struct part read_choice(struct parser *parser);

/* What PART says where it need not be the whole of something. */
static struct cue_sets part_sets(struct parser *parser, const struct part *part)
{
    struct cue_sets sets = part->sets;
    if (part->exact) {
        sets = (struct cue_sets){0};
        cue_sets_add(parser->reader, &sets, part->texts);
    }
    return sets;
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
        return cue_lose(parser);
    struct part part = read_choice(parser);
    parser->depth--;
    if (*parser->at != ')')
        return cue_lose(parser);
    parser->at++;
    if (kind == GROUP_AHEAD) /* what it looks at stands in the text, too, but is read again */
        return (struct part){.zero = true, .sets = part_sets(parser, &part)};
    return kind == GROUP_NOT ? cue_exact(parser, "") : part;
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
    struct part part = inner.depth > DEPTH_MOST ? cue_lose(&inner) : read_choice(&inner);
    inner.lost = inner.lost || *inner.at;
    *mem_append(reader, reader->known, reader->n_known) = (struct known_words){macro, part, !inner.lost};
    parser->lost = parser->lost || inner.lost;
    return part;
}

/* ---- one thing, and how often ------------------------------------------------------------------------------ */

static struct part read_thing(struct parser *parser)
{
    if (cue_is_plain(*parser->at))
        return cue_read_letters(parser);
    size_t n = rule_words_at(parser->at);
    if (n) {
        const struct macro *macro = rule_words_get(parser->reader->source, parser->at + 1, n);
        parser->at += n + 2;
        return macro ? read_words(parser, macro) : cue_lose(parser);
    }
    char c = *parser->at++;
    if (c == '(')
        return read_group(parser);
    if (c == '[')
        return cue_read_class(parser);
    if (c == '\\')
        return cue_read_escape(parser);
    if (c == '^' || c == '$')
        return cue_exact(parser, "");
    if (strchr("{*+?", c))
        return cue_lose(parser);
    if (c == '.')
        return (struct part){0};
    if (!((unsigned char)c & 0x80))
        return cue_exact(parser, (char[]){c, '\0'});
    while (((unsigned char)*parser->at & 0xC0) == 0x80)
        parser->at++;
    return (struct part){0};
}

static struct part read_term(struct parser *parser)
{
    unsigned long least;
    bool once, maybe;
    struct part part = read_thing(parser);
    maybe = *parser->at == '?';
    if (parser->lost || !cue_read_count(parser, &least, &once) || once)
        return part;
    if (maybe && part.exact) {
        struct cue_set nothing = cue_set_of(parser->reader, "");
        return (struct part){.exact = true, .zero = part.zero, .texts = cue_set_union(parser->reader, &part.texts, &nothing)};
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
    struct part row = cue_exact(parser, "");
    struct cue_set run = row.texts, joined;
    row.zero = false;
    while (*parser->at && *parser->at != '|' && *parser->at != ')' && !parser->lost) {
        struct part part = read_term(parser);
        for (size_t i = 0; i < part.sets.n; i++)
            cue_sets_add(parent, &row.sets, part.sets.at[i]);
        if (part.exact && cue_set_join(parent, &run, &part.texts, &joined)) {
            run = joined;
            continue;
        }
        row.exact = false;
        if (part.zero && !part.exact)
            continue;
        cue_sets_add(parent, &row.sets, run);
        run = part.exact ? part.texts : cue_set_of(parent, "");
    }
    row.texts = run;
    if (!row.exact)
        cue_sets_add(parent, &row.sets, run);
    return row;
}

/* A and B as alternatives: of what each must hold, one set that says most. */
static struct part either(struct parser *parser, const struct part *a, const struct part *b)
{
    const void *parent = parser->reader;
    if (a->exact && b->exact && a->texts.n + b->texts.n <= EXACT_MOST)
        return (struct part){.exact = true, .texts = cue_set_union(parent, &a->texts, &b->texts)};
    struct cue_sets left = part_sets(parser, a), right = part_sets(parser, b);
    const struct cue_set *one = cue_sets_best(&left), *other = cue_sets_best(&right);
    struct part part = {0};
    if (one && other)
        cue_sets_add(parent, &part.sets, cue_set_union(parent, one, other));
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

struct cue_sets cues_of(struct cue_reader *reader, const char *pattern)
{
    struct parser parser = {.reader = reader, .at = pattern};
    struct part part = read_choice(&parser);
    if (parser.lost || *parser.at)
        return (struct cue_sets){0};
    struct cue_sets sets = part_sets(&parser, &part), cut = {0};
    for (size_t i = 0; i < sets.n; i++)
        *mem_append(reader, cut.at, cut.n) = cue_set_cut(reader, &sets.at[i]);
    return cut;
}
