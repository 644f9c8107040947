/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A whole list into a file that is not there yet: the same for the subcommand and the browser. An export never
 * overwrites, and one that fails leaves no half of a file. */
#include "config.h"

#include <minutebook/export_chase.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *name;
    enum status (*json)(struct sink *, struct store *, const struct export_options *, struct err *);
    enum status (*table)(struct sink *, struct store *, enum table_format, const struct export_options *, struct err *);
} lists[] = {
    {"meetings", export_meetings, export_meetings_table},
    {"actions", export_actions, export_actions_table},
    {"programme", export_programmes, export_programmes_table},
    {"to-get", export_wanted, export_wanted_table},
    {"committees", export_committees, export_committees_table},
    {"pairs", export_pairs, export_pairs_table},
};

static bool write_bytes(void *to, const char *bytes, size_t n)
{
    return fwrite(bytes, 1, n, to) == n;
}

/* How many lines of a table went by: a line may be broken within quotes. */
struct counted {
    struct sink sink;
    size_t lines;
    bool csv, quoted;
};

static bool write_counted(void *to, const char *bytes, size_t n)
{
    struct counted *counted = to;
    for (size_t i = 0; i < n; i++) {
        counted->quoted = counted->quoted != (counted->csv && bytes[i] == '"');
        counted->lines += bytes[i] == '\n' && !counted->quoted;
    }
    return counted->sink.write(counted->sink.to, bytes, n);
}

static enum status write_list(struct counted *to, size_t list, const char *format, struct store *store,
                              const struct export_options *options, struct err *err)
{
    struct sink sink = {.write = write_counted, .to = to};
    if (strcmp(format, "json") == 0)
        return lists[list].json(&sink, store, options, err);
    to->csv = strcmp(format, "csv") == 0;
    return lists[list].table(&sink, store, to->csv ? TABLE_CSV : TABLE_TSV, options, err);
}

bool export_knows(const char *list, const char *format, struct err *err)
{
    bool known = false;
    for (size_t i = 0; i < MB_LENGTH(lists); i++)
        known = known || strcmp(lists[i].name, list) == 0;
    if (!known)
        (void)err_set(err, STATUS_USAGE, "“%.60s” cannot be exported: meetings, actions, programme, to-get, committees or pairs", list);
    else if (strcmp(format, "json") != 0 && strcmp(format, "csv") != 0 && strcmp(format, "tsv") != 0)
        (void)err_set(err, STATUS_USAGE, "export has the formats json, csv and tsv, not “%.60s”", format);
    else
        return true;
    return false;
}

enum status export_new_file(const char *path, bool over, export_writer *write, void *with, struct err *err)
{
    char *part = mem_printf(NULL, "%s%s", path, over ? ".part" : ""); /* what is written over stays until the new is whole */
    FILE *file = fopen(part, "wxe");
    enum status status = STATUS_OK;
    if (!file && errno == EEXIST)
        status = err_set(err, STATUS_USAGE, "\"%s\" is there already: nothing was written", part);
    else if (!file)
        status = err_set(err, STATUS_USAGE, "\"%s\" cannot be written: %s", part, strerror(errno));
    if (file) {
        struct sink sink = {.write = write_bytes, .to = file};
        status = write(&sink, with, err);
        bool whole = !ferror(file);
        whole = fclose(file) == 0 && whole;
        if (!whole || (status == STATUS_OK && over && rename(part, path) != 0))
            status = err_set(err, STATUS_INPUT, "\"%s\" could not be written whole", path);
        if (status != STATUS_OK)
            (void)unlink(part);
    }
    talloc_free(part);
    return status;
}

/* A list on its way, and what it is counted by. */
struct whole_list {
    size_t list;
    const char *format;
    struct store *store;
    const struct export_options *options;
    struct counted counted;
};

static enum status write_whole(struct sink *sink, void *with, struct err *err)
{
    struct whole_list *whole = with;
    whole->counted.sink = *sink;
    return write_list(&whole->counted, whole->list, whole->format, whole->store, whole->options, err);
}

enum status export_file(const char *path, const char *list, const char *format, struct store *store,
                        const struct export_options *options, int *rows, struct err *err)
{
    struct whole_list whole = {.format = format, .store = store, .options = options};
    if (!export_knows(list, format, err))
        return STATUS_USAGE;
    while (strcmp(lists[whole.list].name, list) != 0)
        whole.list++;
    enum status status = export_new_file(path, false, write_whole, &whole, err);
    size_t lines = whole.counted.lines;
    *rows = strcmp(format, "json") == 0 ? -1 : lines > 0 ? (int)lines - 1 : 0; /* the first names the columns */
    return status;
}
