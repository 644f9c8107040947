/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search: words found in everything that is held, for people and programs. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

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

/* The words as one line; a word with blanks in it was quoted in the shell and is a phrase here. */
static char *search_words(const struct call *call)
{
    struct buf words;
    buf_init(&words, call->parent, BUF_MAX_DOCUMENT);
    for (int i = 0; i < call->n; i++) {
        const char *word = call->words[i];
        bool phrase = call->n > 1 && strpbrk(word, " \t") && !strchr(word, '"');
        bool minus = phrase && word[0] == '-';
        buf_printf(&words, phrase ? "%s%s\"%s\"" : "%s%s%s", i ? " " : "", minus ? "-" : "", word + minus);
    }
    return buf_take(&words);
}

static enum status print_hits(struct call *call, enum cli_format format, const struct query *query,
                              const struct search_rows *rows, struct err *err)
{
    struct sink data = out_data(), text = out_text();
    struct export_options options = call_export_options(call);
    if (format == CLI_TEXT)
        return search_print(&text, query, rows, out_width(), err);
    if (format == CLI_JSON)
        return export_search(&data, query, rows, &options, err);
    return export_search_table(&data, query, rows, call_table(format), &options, err);
}

enum status run_search(struct call *call, struct err *err)
{
    enum cli_format format;
    int limit;
    struct store *store;
    struct query *query;
    struct search_rows rows;
    if (call->n == 0)
        return call_usage(call, err);
    enum status status = call_format(call, &format, err);
    if (status == STATUS_OK)
        status = search_limit(call, &limit, err);
    if (status == STATUS_OK)
        status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = search_run(call->parent, store, search_words(call), limit, 0, &query, &rows, err);
    if (status == STATUS_OK || status == STATUS_NONE) {
        struct err written = {0};
        enum status print = print_hits(call, format, query, &rows, &written);
        if (print != STATUS_OK)
            status = err_set(err, print, "%s", written.text);
        else if (format == CLI_TEXT)
            err->text[0] = '\0'; /* that nothing was found is what was printed */
    }
    talloc_free(store);
    return status;
}
