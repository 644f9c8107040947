/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A whole list into a file that is not there yet: the same for the subcommand and the browser. An export never
 * overwrites, and one that fails leaves no half of a file. */
#include "config.h"

#include <minutebook/export.h>

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

/* A file, and how many lines of a table went into it: a line may be broken within quotes. */
struct counted_file {
    FILE *file;
    size_t lines;
    bool csv, quoted;
};

static bool write_counted(void *to, const char *bytes, size_t n)
{
    struct counted_file *counted = to;
    for (size_t i = 0; i < n; i++) {
        counted->quoted = counted->quoted != (counted->csv && bytes[i] == '"');
        counted->lines += bytes[i] == '\n' && !counted->quoted;
    }
    return fwrite(bytes, 1, n, counted->file) == n;
}

static enum status write_list(struct counted_file *to, size_t list, const char *format, struct store *store,
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

enum status export_file(const char *path, const char *list, const char *format, struct store *store,
                        const struct export_options *options, int *rows, struct err *err)
{
    size_t at = 0;
    if (!export_knows(list, format, err))
        return STATUS_USAGE;
    while (strcmp(lists[at].name, list) != 0)
        at++;
    struct counted_file to = {.file = fopen(path, "wxe")};
    if (!to.file && errno == EEXIST)
        return err_set(err, STATUS_USAGE, "\"%s\" is there already: nothing was written", path);
    if (!to.file)
        return err_set(err, STATUS_USAGE, "\"%s\" cannot be written: %s", path, strerror(errno));
    enum status status = write_list(&to, at, format, store, options, err);
    bool whole = !ferror(to.file);
    whole = fclose(to.file) == 0 && whole;
    if (!whole)
        status = err_set(err, STATUS_INPUT, "\"%s\" could not be written whole", path);
    if (status != STATUS_OK)
        (void)unlink(path);
    *rows = strcmp(format, "json") == 0 ? -1 : to.lines > 0 ? (int)to.lines - 1 : 0; /* the first names the columns */
    return status;
}
