/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search: words found in everything that is held, for people and programs. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/search_words.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define SEARCH_LIMIT_DEFAULT 50
#define SEARCH_LIMIT_MOST 10000

static enum status search_limit(const struct call *call, int *limit, struct err *err)
{
    const char *value = call_option(call, "limit");
    *limit = SEARCH_LIMIT_DEFAULT;
    if (!value)
        return STATUS_OK;
    char *end;
    long n = strtol(value, &end, 10);
    if (*value == '\0' || *end != '\0' || n < 1 || n > SEARCH_LIMIT_MOST)
        return err_set(err, STATUS_USAGE, "--limit takes a number from 1 to %d, not '%s'", SEARCH_LIMIT_MOST, value);
    *limit = (int)n;
    return STATUS_OK;
}

static enum status search_order(const struct call *call, enum search_order *order, struct err *err)
{
    const char *value = call_option(call, "sort");
    *order = SEARCH_NEWEST;
    for (size_t i = 0; value && search_order_names[i]; i++) {
        *order = (enum search_order)i;
        if (strcmp(search_order_names[i], value) == 0)
            return STATUS_OK;
    }
    return value ? err_set(err, STATUS_USAGE, "--sort takes best, newest or oldest, not '%s'", value) : STATUS_OK;
}

/* A minus, and the name of a field with its colon: what stands before the quotes that the shell took away. */
static size_t before_quotes(const char *word)
{
    size_t n = strspn(word, "-"), name = n;
    while (isalpha((unsigned char)word[name]))
        name++;
    return word[name] == ':' ? name + 1 : n;
}

/* The search that is named stands for the words; it is looked at by that, where the store may be written. */
static enum status take_saved(struct call *call, struct err *err)
{
    struct store *store;
    struct saved_search *saved;
    struct edit_result *looked;
    struct err ignored;
    const char *name = call_option(call, "saved");
    enum status status = call->n > 0 ? err_set(err, STATUS_USAGE, "say either words or --saved NAME") : call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = store_saved_search(call->parent, store, name, &saved, err);
    talloc_free(store);
    if (status != STATUS_OK)
        return status;
    char **words = mem_new(call->parent, char *);
    *words = saved->words;
    call->words = words;
    call->n = 1;
    if (call->program->read_only || call_store(call, STORE_WRITE, &store, &ignored) != STATUS_OK)
        return STATUS_OK;
    struct edit edit = {.kind = EDIT_LOOKED, .field = "search", .target = saved->id};
    enum status marked = store_edit(call->parent, store, &edit, &looked, &ignored);
    talloc_free(store);
    (void)marked; /* without it nothing is found any the less */
    return STATUS_OK;
}

/* The words as one line; a word with blanks in it was quoted in the shell and is a phrase here, or a field's value. */
static char *search_words(const struct call *call)
{
    struct buf words;
    buf_init(&words, call->parent, BUF_MAX_DOCUMENT);
    for (int i = 0; i < call->n; i++) {
        const char *word = call->words[i];
        bool phrase = call->n > 1 && strpbrk(word, " \t") && !strchr(word, '"') && !strchr(word, '(');
        size_t n = phrase ? before_quotes(word) : 0;
        buf_printf(&words, phrase ? "%s%.*s\"%s\"" : "%s%.*s%s", i ? " " : "", (int)n, word, word + n);
    }
    return buf_take(&words);
}

/* "also searched for: CLA, looked after children": to people, so that data holds data alone. */
static void tell_added(const struct query *query)
{
    struct buf line;
    buf_init(&line, query, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < query->added.n; i++)
        buf_printf(&line, "%s%s", i ? ", " : "", query->added.at[i]);
    if (line.len)
        out_line("also searched for: %s", line.data);
    buf_release(&line);
}

static enum status print_hits(struct call *call, enum cli_format format, const struct query *query,
                              const struct search_rows *rows, struct err *err)
{
    struct sink data = out_data(), text = out_text();
    struct export_options options = call_export_options(call);
    if (format == CLI_TEXT) {
        enum status status = search_print(&text, query, rows, out_width(), err);
        if (status == STATUS_OK)
            tell_added(query);
        return status;
    }
    if (format == CLI_JSON)
        return export_search(&data, query, rows, &options, err);
    return export_search_table(&data, query, rows, call_table(format), &options, err);
}

#define CITED_CELLS 300 /* a sentence is cited whole where it can be */

/* A line for each, to be pasted: the words of a text that is not public stay here. */
static void print_citations(struct call *call, const struct query *query, const struct search_rows *rows)
{
    const bool exempt = call_export_options(call).exempt;
    for (size_t i = 0; i < rows->n; i++) {
        void *local = talloc_named_const(NULL, 0, "cited");
        const struct search_row *row = &rows->at[i];
        bool tell = exempt || !row->exempt;
        const char *said = tell ? snippet_make(local, row, query, CITED_CELLS).text : NULL;
        if (said && *said)
            out_line("“%s” %s", said, search_citation(local, row));
        else
            out_line("%s%s", search_citation(local, row), tell ? "" : ": exempt");
        talloc_free(local);
    }
}

/* "1204 places in 310 meetings" */
static enum status print_count(struct call *call, struct store *store, struct search_wish wish, struct err *err)
{
    struct search_counts counts;
    enum status status = search_count(call->parent, store, search_words(call), wish, &counts, err);
    if (status == STATUS_OK || status == STATUS_NONE)
        out_line("%lld place%s in %lld meeting%s", (long long)counts.places, counts.places == 1 ? "" : "s",
                 (long long)counts.meetings, counts.meetings == 1 ? "" : "s");
    if (status == STATUS_NONE)
        err->text[0] = '\0'; /* it is what was printed */
    return status;
}

/* What was left out, below what was found. */
static void tell_routine(struct store *store, const struct query *query)
{
    int64_t n;
    if (query->only_routine)
        out_line("Routine texts alone have these words.");
    else if (search_count_routine(store, query, &n, NULL) == STATUS_OK && n > 0)
        out_line("%lld routine text%s left out: --routine", (long long)n, n == 1 ? "" : "s");
}

static enum status print_search(struct call *call, struct store *store, enum cli_format format, struct search_wish wish,
                                struct err *err)
{
    struct query *query;
    struct search_rows rows;
    struct err written = {0};
    enum status status = search_run(call->parent, store, search_words(call), wish, &query, &rows, err);
    if (status != STATUS_OK && status != STATUS_NONE)
        return status;
    enum status print = STATUS_OK;
    if (call_option(call, "cite"))
        print_citations(call, query, &rows);
    else
        print = print_hits(call, format, query, &rows, &written);
    if (print != STATUS_OK)
        return err_set(err, print, "%s", written.text);
    if (format == CLI_TEXT && !call_option(call, "cite"))
        err->text[0] = '\0'; /* that nothing was found is what was printed */
    if (format == CLI_TEXT && !call_option(call, "cite") && query->routine_match)
        tell_routine(store, query);
    return status;
}

struct query_options call_search_options(struct call *call, bool literal)
{
    struct query_options options = {.as_at = call->program->as_at, .overdue = actions_overdue, .forms = !literal};
    struct strings faults = {0};
    if (!literal)
        options.related = related_new(call->parent, program_words(call->program), &faults);
    for (size_t i = 0; i < faults.n; i++)
        cli_complain(faults.at[i]);
    return options;
}

enum status run_search(struct call *call, struct err *err)
{
    enum cli_format format;
    struct search_wish wish = {0};
    struct store *store;
    bool count = call_option(call, "count"), cite = call_option(call, "cite");
    enum status status = call_option(call, "saved") ? take_saved(call, err) : STATUS_OK;
    if (status == STATUS_OK && call->n == 0)
        return call_usage(call, err);
    if (status == STATUS_OK)
        status = call_format(call, &format, err);
    if (status == STATUS_OK)
        status = search_limit(call, &wish.limit, err);
    if (status == STATUS_OK)
        status = search_order(call, &wish.order, err);
    if (status == STATUS_OK && count && format != CLI_TEXT)
        status = err_set(err, STATUS_USAGE, "--count is a line of text: as data, the hits have the field total");
    if (status == STATUS_OK && cite && (count || format != CLI_TEXT))
        status = err_set(err, STATUS_USAGE, "--cite is lines of text: as data, each hit has the field citation");
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    wish.options = call_search_options(call, call_option(call, "literal") != NULL);
    wish.options.routine = call_option(call, "routine") != NULL;
    status = count ? print_count(call, store, wish, err) : print_search(call, store, format, wish, err);
    talloc_free(store);
    return status;
}
