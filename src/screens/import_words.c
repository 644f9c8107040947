/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of `:import`: paths, and what the member says of the papers, as the command line takes it. Nothing is
 * opened here; what the words mean for a paper is told where it is read. */
#include "config.h"

#include "private.h"

#include <string.h>

static enum status take_form(const void *parent, const char *value, struct import_request *out, struct err *err)
{
    (void)parent;
    if (form_parse(value, &out->form))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "'%s' is no form of a paper; Tab after --form offers them", value);
}

static enum status take_committee(const void *parent, const char *value, struct import_request *out, struct err *err)
{
    (void)err;
    out->committee = mem_strdup(parent, value);
    return STATUS_OK;
}

static enum status take_council(const void *parent, const char *value, struct import_request *out, struct err *err)
{
    (void)err;
    out->council = mem_strdup(parent, value);
    return STATUS_OK;
}

static enum status take_date(const void *parent, const char *value, struct import_request *out, struct err *err)
{
    (void)parent;
    if (date_parse_iso(value, &out->date))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "--date takes a day as YYYY-MM-DD, not '%s'", value);
}

static const struct {
    const char *name;
    enum status (*take)(const void *, const char *, struct import_request *, struct err *);
} options[] = {{"form", take_form}, {"committee", take_committee}, {"council", take_council}, {"date", take_date}};

/* Word I is "--NAME=VALUE", or "--NAME" and the value is the next. */
static enum status take_option(const void *parent, const struct strings *words, size_t *i, struct import_request *out,
                               struct err *err)
{
    const char *name = words->at[*i] + 2;
    size_t n = strcspn(name, "=");
    for (size_t k = 0; k < MB_LENGTH(options); k++) {
        if (strlen(options[k].name) != n || strncmp(options[k].name, name, n) != 0)
            continue;
        if (name[n] == '=')
            return options[k].take(parent, name + n + 1, out, err);
        if (*i + 1 >= words->n)
            return err_set(err, STATUS_USAGE, "--%s needs a value", options[k].name);
        return options[k].take(parent, words->at[++*i], out, err);
    }
    return err_set(err, STATUS_USAGE, "import takes --form, --committee, --council and --date here, not '--%.*s'", (int)n, name);
}

enum status import_request_parse(const void *parent, const char *line, struct import_request *out, struct err *err)
{
    struct strings words;
    bool only_paths = false;
    *out = (struct import_request){.form = FORM_UNKNOWN};
    enum status status = command_split(parent, line, &words, err);
    for (size_t i = 0; status == STATUS_OK && i < words.n; i++) {
        if (only_paths || !text_starts(words.at[i], "--"))
            strings_add(parent, &out->paths, words.at[i]);
        else if (words.at[i][2])
            status = take_option(parent, &words, &i, out, err);
        else
            only_paths = true;
    }
    if (status == STATUS_OK && out->paths.n == 0)
        return err_set(err, STATUS_USAGE, "name the files or folders to import");
    return status;
}

void import_request_copy(const void *parent, const struct import_request *from, struct import_request *out)
{
    *out = (struct import_request){
        .form = from->form,
        .date = from->date,
        .committee = mem_strdup(parent, from->committee),
        .council = mem_strdup(parent, from->council),
    };
    for (size_t i = 0; i < from->paths.n; i++)
        strings_add(parent, &out->paths, from->paths.at[i]);
}
