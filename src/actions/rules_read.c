/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The text form of rules (assets/rules/README): blocks that begin at the margin, fields indented below
 * them. Nothing is compiled here, so that a later file may replace a word that an earlier one uses. */
#include "config.h"

#include "rules.h"

#include <stdlib.h>
#include <string.h>

#define PATTERN_LONGEST 200000 /* bytes of a pattern with its words filled in */
#define WORDS_DEPTH 12         /* words in words */
#define LINE_LONGEST 8000
#define PLACES_OF_RULES (1u << PLACE_SAID | 1u << PLACE_RESOLVED | 1u << PLACE_DECIDED | 1u << PLACE_LISTED)

static enum status bad(struct err *err, const char *what, const char *words)
{
    return err_set(err, STATUS_INPUT, "%s \"%.80s\"", what, words);
}

/* ---- words -------------------------------------------------------------------------------------------- */

static struct macro *macro_get(const struct rule_source *source, const char *name, size_t n)
{
    for (size_t i = 0; i < source->n_macros; i++) {
        if (strlen(source->macros[i].name) == n && strncmp(source->macros[i].name, name, n) == 0)
            return &source->macros[i];
    }
    return NULL;
}

/* "{ROLE}" is a name, the count "{2,5}" is not. */
size_t rule_words_at(const char *text)
{
    static const char first[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    if (text[0] != '{' || !text[1] || !strchr(first, text[1]))
        return 0;
    size_t n = strspn(text + 1, letters);
    return text[1 + n] == '}' ? n : 0;
}

const struct macro *rule_words_get(const struct rule_source *source, const char *name, size_t n)
{
    return macro_get(source, name, n);
}

static enum status expand(const struct rule_source *source, const char *pattern, int depth, struct buf *out, struct err *err)
{
    for (const char *p = pattern; *p; p++) {
        size_t n = rule_words_at(p);
        if (!n) {
            buf_putc(out, *p);
            continue;
        }
        const struct macro *macro = macro_get(source, p + 1, n);
        if (!macro || depth == 0)
            return err_set(err, STATUS_INPUT, "%s {%.*s}", macro ? "words go round in a circle:" : "there are no words", (int)n, p + 1);
        buf_puts(out, "(?:");
        enum status status = expand(source, macro->body, depth - 1, out, err);
        buf_putc(out, ')');
        if (status != STATUS_OK)
            return status;
        p += n + 1;
    }
    return out->full ? err_set(err, STATUS_INPUT, "the pattern is too long") : STATUS_OK;
}

enum status rule_expand(const void *parent, const struct rule_source *source, const char *pattern, char **out, struct err *err)
{
    struct buf text;
    buf_init(&text, parent, PATTERN_LONGEST);
    enum status status = expand(source, pattern, WORDS_DEPTH, &text, err);
    *out = status == STATUS_OK ? buf_take(&text) : NULL;
    return status;
}

static enum status open_words(struct rule_reader *reader, const char *name, struct err *err)
{
    char *braces = mem_printf(NULL, "{%s}", name);
    bool good = rule_words_at(braces) == strlen(name);
    talloc_free(braces);
    if (!good)
        return bad(err, "words have a name in capitals, not", name);
    struct rule_source *source = reader->source;
    struct macro *macro = macro_get(source, name, strlen(name));
    if (!macro)
        macro = mem_append(reader->parent, source->macros, source->n_macros);
    *macro = (struct macro){.name = mem_strdup(reader->parent, name), .body = mem_strdup(reader->parent, ""),
                            .file = mem_strdup(reader->parent, reader->file), .line = reader->line, .own = reader->own};
    reader->macro = (size_t)(macro - source->macros) + 1;
    return STATUS_OK;
}

static void add_words(struct rule_reader *reader, const char *words)
{
    struct macro *macro = &reader->source->macros[reader->macro - 1];
    macro->body = mem_printf(reader->parent, "%s%s%s", macro->body, *macro->body ? "|" : "", words);
}

/* ---- fields of a rule --------------------------------------------------------------------------------- */

static const char *const classes[] = {"action", "information_request", "recommendation", "resolution", "work_programme_change"};
static const char *const kinds[] = {"letter",   "undertaking", "report_back", "event",        "set_up_group",
                                    "referral", "pass_on",     "member_action"};

static bool word_among(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(word, list[i]) == 0)
            return true;
    }
    return false;
}

static int place_of_name(const char *name, size_t n)
{
    static const char *const names[] = {
#define X(id, word) [id] = word,
        PLACES(X)
#undef X
    };
    for (int i = 0; i < PLACE_COUNT; i++) {
        if (strlen(names[i]) == n && strncmp(names[i], name, n) == 0)
            return i;
    }
    return -1;
}

static enum status set_class(struct rule_reader *reader, const char *words, struct err *err)
{
    if (!word_among(words, classes, MB_LENGTH(classes)))
        return bad(err, "no class is called", words);
    reader->rule->class = mem_strdup(reader->rule, words);
    return STATUS_OK;
}

static enum status set_kind(struct rule_reader *reader, const char *words, struct err *err)
{
    if (!word_among(words, kinds, MB_LENGTH(kinds)))
        return bad(err, "no kind is called", words);
    reader->rule->kind = mem_strdup(reader->rule, words);
    return STATUS_OK;
}

static enum status set_says(struct rule_reader *reader, const char *words, struct err *err)
{
    if (!*words)
        return bad(err, "words are missing behind", "says");
    reader->rule->says = mem_strdup(reader->rule, words);
    return STATUS_OK;
}

static enum status set_confidence(struct rule_reader *reader, const char *words, struct err *err)
{
    char *end;
    long value = strtol(words, &end, 10);
    if (end == words || *end || value < 1 || value > 100)
        return bad(err, "a confidence is 1 to 100, not", words);
    reader->rule->confidence = (int)value;
    return STATUS_OK;
}

static enum status set_places(struct rule_reader *reader, const char *words, struct err *err)
{
    reader->rule->places = 0;
    for (const char *p = words; *p; p += strspn(p, " ")) {
        size_t n = strcspn(p, " ");
        int place = place_of_name(p, n);
        if (place < 0)
            return bad(err, "no place is called", p);
        reader->rule->places |= 1u << place;
        p += n;
    }
    return STATUS_OK;
}

static enum status set_opens(struct rule_reader *reader, const char *words, struct err *err)
{
    int place = place_of_name(words, strlen(words));
    if (place < 0)
        return bad(err, "no place is called", words);
    reader->rule->opens = (enum place)place;
    return STATUS_OK;
}

static enum status set_track(struct rule_reader *reader, const char *words, struct err *err)
{
    if (strcmp(words, "no") != 0)
        return bad(err, "track says \"no\" or is left out, not", words);
    reader->rule->untracked = true;
    return STATUS_OK;
}

static enum status set_answered(struct rule_reader *reader, const char *words, struct err *err)
{
    if (strcmp(words, "drop") != 0)
        return bad(err, "answered says \"drop\" or is left out, not", words);
    reader->rule->drop_if_answered = true;
    return STATUS_OK;
}

static enum status set_behind(struct rule_reader *reader, const char *words, struct err *err)
{
    if (*words)
        return bad(err, "behind stands alone, without", words);
    reader->rule->behind = true;
    return STATUS_OK;
}

static enum status set_next(struct rule_reader *reader, const char *words, struct err *err)
{
    if (*words)
        return bad(err, "next stands alone, without", words);
    reader->rule->next = true;
    return STATUS_OK;
}

static enum status set_cues(struct rule_reader *reader, const char *words, struct err *err)
{
    for (const char *p = words; *p; p += strspn(p, " ")) {
        size_t n = strcspn(p, " ");
        for (size_t i = 0; i < n; i++) {
            if (p[i] >= 'A' && p[i] <= 'Z')
                return bad(err, "a cue is written small:", p);
        }
        char *cue = mem_strndup(NULL, p, n);
        strings_add(reader->rule, &reader->rule->cues, cue);
        talloc_free(cue);
        p += n;
    }
    return STATUS_OK;
}

static const struct {
    const char *name;
    enum status (*set)(struct rule_reader *reader, const char *words, struct err *err);
} fields[] = {
    {"class", set_class}, {"kind", set_kind},   {"confidence", set_confidence}, {"in", set_places},
    {"opens", set_opens}, {"track", set_track}, {"answered", set_answered}, {"cue", set_cues}, {"behind", set_behind},
    {"next", set_next},   {"says", set_says},
};

static const struct {
    const char *name;
    size_t offset;
} lists[] = {
    {"pattern", offsetof(struct rule, patterns)}, {"not", offsetof(struct rule, nots)},
    {"above", offsetof(struct rule, above)},      {"not-above", offsetof(struct rule, not_above)},
    {"below", offsetof(struct rule, below)},      {"not-below", offsetof(struct rule, not_below)},
    {"title", offsetof(struct rule, titles)},
    {"example", offsetof(struct rule, examples)}, {"counter", offsetof(struct rule, counters)},
};

static enum status add_field(struct rule_reader *reader, const char *name, const char *words, struct err *err)
{
    if (strcmp(name, "+") == 0 && reader->last) {
        reader->last->words = mem_printf(reader->rule, "%s %s", reader->last->words, words);
        return STATUS_OK;
    }
    reader->last = NULL;
    for (size_t i = 0; i < MB_LENGTH(fields); i++) {
        if (strcmp(name, fields[i].name) == 0)
            return fields[i].set(reader, words, err);
    }
    for (size_t i = 0; i < MB_LENGTH(lists); i++) {
        if (strcmp(name, lists[i].name) != 0)
            continue;
        struct rule_lines *list = (struct rule_lines *)((char *)reader->rule + lists[i].offset);
        reader->last = mem_append(reader->rule, list->at, list->n);
        *reader->last = (struct rule_line){.words = mem_strdup(reader->rule, words), .line = reader->line};
        return STATUS_OK;
    }
    return bad(err, "a rule has no field", name);
}

/* ---- blocks ------------------------------------------------------------------------------------------- */

static size_t rule_index(const struct rule_source *source, const char *name)
{
    size_t i = 0;
    while (i < source->n_rules && strcmp(source->rules[i]->name, name) != 0)
        i++;
    return i;
}

/* A rule of a name that is there takes its place. */
static void open_rule(struct rule_reader *reader, enum rule_sort sort, const char *name)
{
    struct rule_source *source = reader->source;
    struct rule *rule = mem_new(reader->parent, struct rule);
    *rule = (struct rule){.name = mem_strdup(rule, name), .file = mem_strdup(rule, reader->file), .line = reader->line, .own = reader->own,
                          .sort = sort, .confidence = 50, .places = PLACES_OF_RULES, .opens = PLACE_SAID};
    size_t i = rule_index(source, name);
    if (i < source->n_rules) {
        rule->instead = source->rules[i];
        source->rules[i] = rule;
    } else {
        *mem_append(reader->parent, source->rules, source->n_rules) = rule;
    }
    reader->rule = rule;
}

static enum status switch_off(struct rule_reader *reader, const char *name, struct err *err)
{
    struct rule_source *source = reader->source;
    size_t i = rule_index(source, name);
    if (i == source->n_rules)
        return bad(err, "no rule to switch off is called", name);
    struct rule_off *off = mem_append(reader->parent, source->off, source->n_off);
    *off = (struct rule_off){source->rules[i], mem_strdup(reader->parent, reader->file), reader->line};
    memmove(source->rules + i, source->rules + i + 1, (source->n_rules - i - 1) * sizeof *source->rules);
    source->n_rules--;
    return STATUS_OK;
}

void rule_reader_skip(struct rule_reader *reader)
{
    reader->skipping = true;
    reader->rule = NULL;
    reader->macro = 0;
    reader->last = NULL;
}

static enum status open_block(struct rule_reader *reader, const char *sort, const char *name, struct err *err)
{
    static const char *const sorts[] = {
#define X(id, word) [id] = word,
        RULE_SORTS(X)
#undef X
    };
    if (!*name)
        return bad(err, "a name is missing behind", sort);
    if (strcmp(sort, "words") == 0)
        return open_words(reader, name, err);
    if (strcmp(sort, "off") == 0)
        return switch_off(reader, name, err);
    for (int i = 0; i < RULE_SORT_COUNT; i++) {
        if (strcmp(sort, sorts[i]) == 0) {
            open_rule(reader, (enum rule_sort)i, name);
            return STATUS_OK;
        }
    }
    return bad(err, "nothing begins with", sort);
}

/* A line that stands in a block that is looked at; WORDS without blanks around them, to be cut. */
static enum status read_words(struct rule_reader *reader, bool indented, char *words, struct err *err)
{
    if (reader->macro && indented) {
        add_words(reader, words);
        return STATUS_OK;
    }
    char *rest = words + strcspn(words, " \t");
    if (*rest)
        *rest++ = '\0';
    rest += strspn(rest, " \t");
    if (!indented)
        return open_block(reader, words, rest, err);
    return reader->rule ? add_field(reader, words, rest, err) : bad(err, "belongs to nothing:", words);
}

enum status rule_read_line(struct rule_reader *reader, const char *line, struct err *err)
{
    reader->line++;
    buf_puts(&reader->source->read, line);
    buf_putc(&reader->source->read, '\n');
    bool fit = strlen(line) <= LINE_LONGEST && text_is_utf8(line, strlen(line)), indented = *line == ' ' || *line == '\t';
    void *scratch = talloc_new(NULL);
    char *words = fit ? text_trim(mem_strdup(scratch, line)) : mem_strdup(scratch, "?");
    bool blank = *words == '\0' || *words == '#';
    enum status status = STATUS_OK;
    if (!blank && !indented) {
        rule_reader_skip(reader);
        reader->block = reader->line;
        reader->skipping = reader->without && fault_at(reader->without, reader->file, reader->block);
    }
    if (!blank && !reader->skipping)
        status = fit ? read_words(reader, indented, words, err) : bad(err, "a line is too long or not UTF-8:", "");
    talloc_free(scratch);
    return status;
}
