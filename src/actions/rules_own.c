/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The member's own rules: the files of a folder, read after what is compiled in. What is wrong in one is kept
 * as a fault with file and line, and the block it stands in is left out, so that a slip of the pen loses one
 * rule and neither the others nor an import. Blocks lean on one another (a rule on words), so whatever was left
 * out, all is read anew without it, until nothing more is wrong. */
#include "config.h"

#include "rules.h"

#include <string.h>

#define FILE_LONGEST ((size_t)1 << 20)

/* ---- faults ---------------------------------------------------------------------------------------------- */

void fault_add(struct rule_faults *faults, const char *file, int line, int block, const char *words)
{
    if (faults->n == FAULTS_MOST)
        return;
    struct rule_fault *fault = mem_append(faults, faults->at, faults->n);
    *fault = (struct rule_fault){.file = mem_strdup(faults, file), .block = block};
    fault->sentence = line ? mem_printf(faults, "%s:%d: %s", file, line, words) : mem_printf(faults, "%s: %s", file, words);
}

bool fault_at(const struct rule_faults *faults, const char *file, int block)
{
    for (size_t i = 0; i < faults->n; i++) {
        if (faults->at[i].block == block && strcmp(faults->at[i].file, file) == 0)
            return true;
    }
    return false;
}

/* ---- the folder -------------------------------------------------------------------------------------------- */

/* The text of a file; NULL with a fault. */
static char *file_text(const void *parent, const char *path, struct rule_faults *faults)
{
    size_t n = 0;
    struct err err = {0};
    char *text = file_small(parent, path, FILE_LONGEST, &n, &err);
    if (text && !memchr(text, '\0', n))
        return text;
    fault_add(faults, path, 0, 0, text ? "is not a file of rules" : err.text);
    talloc_free(text);
    return NULL;
}

struct own_files own_files_read(const void *parent, const char *folder, struct rule_faults *faults)
{
    struct own_files files = {0};
    struct err err = {0};
    struct strings names = folder ? folder_names(parent, folder, ".rules", &err) : (struct strings){0};
    if (err.text[0])
        fault_add(faults, folder, 0, 0, err.text);
    for (size_t i = 0; i < names.n; i++) {
        char *path = mem_printf(parent, "%s/%s", folder, names.at[i]);
        char *text = file_text(parent, path, faults);
        if (text)
            *mem_append(parent, files.at, files.n) = (struct own_file){path, text};
    }
    return files;
}

/* ---- reading ----------------------------------------------------------------------------------------------- */

/* Every line that is wrong is told, the lines behind it in its block are not looked at. */
static void read_lines(struct rule_reader *reader, const char *text, struct rule_faults *faults)
{
    void *scratch = talloc_named_const(NULL, 0, "own rules");
    char *line = mem_strdup(scratch, text);
    if (strncmp(line, "\xEF\xBB\xBF", 3) == 0)
        line += 3;
    for (char *next; line; line = next) {
        struct err err;
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        line[strcspn(line, "\r")] = '\0';
        if (rule_read_line(reader, line, &err) == STATUS_OK)
            continue;
        fault_add(faults, reader->file, reader->line, reader->block, err.text);
        rule_reader_skip(reader);
    }
    talloc_free(scratch);
}

void own_files_add(const void *parent, const struct own_files *files, struct rule_source *source, const struct rule_faults *known,
                   struct rule_faults *faults)
{
    for (size_t i = 0; i < files->n; i++) {
        struct rule_reader reader = {.source = source, .parent = parent, .file = files->at[i].path, .own = true, .without = known,
                                     .skipping = fault_at(known, files->at[i].path, 0)};
        read_lines(&reader, files->at[i].text, faults);
    }
}

/* ---- what does not become a pattern ------------------------------------------------------------------------- */

/* The first words of the member's that PATTERN leans on; NULL where it is wrong by itself. */
static const struct macro *own_words_in(const struct rule_source *source, const char *pattern, int depth)
{
    for (size_t i = 0; i < source->n_macros; i++) {
        const struct macro *macro = &source->macros[i];
        void *scratch = talloc_named_const(NULL, 0, "words");
        bool used = strstr(pattern, mem_printf(scratch, "{%s}", macro->name)) != NULL;
        talloc_free(scratch);
        const struct macro *found = !used ? NULL : macro->own ? macro : depth > 0 ? own_words_in(source, macro->body, depth - 1) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

/* A rule of ours is sound by itself: what broke it are the member's words. */
static void blame(const struct rule_source *source, const struct rule *rule, const struct rule_line *line, const char *why,
                  struct rule_faults *faults)
{
    void *scratch = talloc_named_const(NULL, 0, "blame");
    const struct macro *words = rule->own || !line ? NULL : own_words_in(source, line->words, 4);
    const char *named = mem_printf(scratch, "rule \"%s\"%s%s", rule->name, line ? ": " : " ", why);
    if (!words)
        fault_add(faults, rule->file, line ? line->line : rule->line, rule->line, named);
    else if (!fault_at(faults, words->file, words->line))
        fault_add(faults, words->file, words->line, words->line, mem_printf(scratch, "with these words in it, %s", named));
    talloc_free(scratch);
}

static void compile_own(struct rule_source *source, struct rule *rule, struct rule_faults *faults)
{
    struct err why;
    const struct rule_line *line;
    if (rule_compile(source, rule, &line, &why) != STATUS_OK)
        blame(source, rule, line, why.text, faults);
}

void own_rules_compile(struct rule_source *source, const struct rule_faults *known, struct rule_faults *faults)
{
    bool own_words = false;
    for (size_t i = 0; i < source->n_macros; i++)
        own_words = own_words || source->macros[i].own;
    for (size_t i = 0; i < source->n_rules && faults->n < FAULTS_MOST; i++) {
        struct rule *rule = source->rules[i];
        if ((rule->own || own_words) && !fault_at(known, rule->file, rule->line) && !fault_at(faults, rule->file, rule->line))
            compile_own(source, rule, faults);
    }
}
