/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reads the member's own list of who holds which role, and how they are written to: minutebook-people(5). */
#include "config.h"

#include "blocks.h"
#include "people.h"

#include <string.h>
#include <unistd.h>

#define FILE_LONGEST ((size_t)256 << 10)

/* An address that stands in a header as it is: one @ between words of letters, digits and marks (RFC 5322, addr-spec without
 * quotes and comments). */
static bool is_address(const char *text)
{
    static const char marks[] = "!#$%&'*+-/=?^_`{|}~.";
    const char *at = strchr(text, '@');
    if (!at || at == text || !at[1] || strchr(at + 1, '@') || strlen(text) > 254)
        return false;
    for (const char *c = text; *c; c++) {
        bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9');
        if (!letter && c != at && !strchr(c < at ? marks : ".-", *c))
            return false;
    }
    return true;
}

/* ---- lines --------------------------------------------------------------------------------------------- */

typedef const char *read_line(struct people *people, struct role *role, char *rest);

static const char *read_also(struct people *people, struct role *role, char *rest)
{
    strings_add(people, &role->names, rest);
    return NULL;
}

static const char *read_holder(struct people *people, struct role *role, char *rest)
{
    role->holder = mem_strdup(people, rest);
    return NULL;
}

static const char *read_address(struct people *people, struct role *role, char *rest)
{
    role->address = mem_strdup(people, rest);
    return is_address(rest) ? NULL : "this is no address: name@place.example";
}

static const char *read_dear(struct people *people, struct role *role, char *rest)
{
    role->dear = mem_strdup(people, rest);
    return NULL;
}

static const char *read_post(struct people *people, struct role *role, char *rest)
{
    role->post = role->post ? mem_printf(people, "%s\n%s", role->post, rest) : mem_strdup(people, rest);
    return NULL;
}

static const struct {
    const char *word;
    read_line *read;
} readers[] = {{"also", read_also}, {"holder", read_holder}, {"address", read_address}, {"dear", read_dear}, {"post", read_post}};

/* "from Ada Moss <ada@place.example>" */
static const char *read_from(struct people *people, char *rest)
{
    char *open = strchr(rest, '<'), *close = open ? strchr(open, '>') : NULL;
    if (open && close && close[1] == '\0') {
        *open = *close = '\0';
        people->from_address = mem_strdup(people, text_trim(open + 1));
        people->from_name = mem_strdup(people, text_trim(rest));
    } else {
        people->from_address = mem_strdup(people, rest);
    }
    if (people->from_address && is_address(people->from_address))
        return NULL;
    people->from_address = NULL;
    return "from is NAME <ADDRESS>";
}

static const char *read_indented(struct people *people, struct role *role, struct block_line *line)
{
    if (!role)
        return "this line belongs to no role";
    if (!*line->rest)
        return "what it is is missing";
    for (size_t i = 0; i < MB_LENGTH(readers); i++)
        if (strcmp(readers[i].word, line->word) == 0)
            return readers[i].read(people, role, line->rest);
    return "a role has also, holder, address, dear and post";
}

static const char *read_margin(struct people *people, struct role **role, struct block_line *line)
{
    *role = NULL;
    if (*line->rest && strcmp(line->word, "from") == 0)
        return read_from(people, line->rest);
    if (!*line->rest || strcmp(line->word, "role") != 0)
        return "\"role NAME\" or \"from NAME <ADDRESS>\" is wanted at the margin";
    *role = mem_append(people, people->roles, people->n);
    **role = (struct role){0};
    strings_add(people, &(*role)->names, line->rest);
    return NULL;
}

enum status people_load(const void *parent, const char *path, struct people **out, struct err *err)
{
    size_t n = 0;
    struct err why = {0};
    *out = mem_new(parent, struct people);
    if (!path || access(path, F_OK) != 0)
        return STATUS_OK;
    char *bytes = file_small(NULL, path, FILE_LONGEST, &n, &why);
    if (!bytes)
        return err_set(err, STATUS_INPUT, "%s %s", path, why.text);
    enum status status = STATUS_OK;
    struct block_lines lines = block_lines_read(bytes, text_decode(bytes, bytes, n, NULL, NULL));
    struct role *role = NULL;
    for (size_t i = 0; i < lines.n && status == STATUS_OK; i++) {
        const char *wrong = lines.at[i].opens ? read_margin(*out, &role, &lines.at[i]) : read_indented(*out, role, &lines.at[i]);
        if (wrong)
            status = err_set(err, STATUS_INPUT, "%s:%d: %s", path, lines.at[i].number, wrong);
    }
    talloc_free(bytes);
    return status;
}

/* ---- asked for --------------------------------------------------------------------------------------------- */

const char *role_without_article(const char *who)
{
    return text_starts(who, "the ") || text_starts(who, "The ") ? who + 4 : who;
}

const struct role *people_find(const struct people *people, const char *who)
{
    for (size_t i = 0; who && i < people->n; i++) {
        const struct role *role = &people->roles[i];
        for (size_t k = 0; k < role->names.n; k++)
            if (text_same_words(role_without_article(who), role_without_article(role->names.at[k])))
                return role;
        if (role->holder && text_same_words(who, role->holder))
            return role;
    }
    return NULL;
}
