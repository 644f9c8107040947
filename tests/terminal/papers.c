/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "terminal/papers.h"

#define MARK "\u00a4"
#define WORDS_MAX 24
#define PAPER_MAX ((size_t)1 << 20)

static char *paper_read(const void *parent, const char *name)
{
    struct buf text;
    char piece[4096];
    char *path = mem_printf(parent, "%s/tests/terminal/papers/%s", test_env("MINUTEBOOK_SRCDIR"), name);
    FILE *file = fopen(path, "re");
    if (!file)
        fail_msg("cannot read '%s'", path);
    buf_init(&text, parent, PAPER_MAX);
    for (size_t n; (n = fread(piece, 1, sizeof piece, file)) > 0;)
        buf_add(&text, piece, n);
    fclose(file);
    return buf_take(&text);
}

void paper_write(const char *folder, const char *name, const char *payload)
{
    void *local = talloc_new(NULL);
    const char *text = paper_read(local, name);
    FILE *out = fopen(mem_printf(local, "%s/%s", folder, name), "we");
    assert_non_null(out);
    for (const char *mark; (mark = strstr(text, MARK)) != NULL; text = mark + strlen(MARK))
        fprintf(out, "%.*s%s", (int)(mark - text), text, payload);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    talloc_free(local);
}

void papers_write(const char *folder, const char *payload)
{
    paper_write(folder, "pack.txt", payload);
    paper_write(folder, "page.txt", payload);
}

/* The environment given, and DAY as the clock's where it does not say one. */
static const char *const *with_day(void *parent, const char *const *environment, const char *day)
{
    struct strings all = {0};
    bool says = false;
    for (; environment && *environment; environment++) {
        strings_add(parent, &all, *environment);
        says = says || strncmp(*environment, "MINUTEBOOK_AS_AT=", strlen("MINUTEBOOK_AS_AT=")) == 0;
    }
    if (!says)
        strings_add(parent, &all, mem_printf(parent, "MINUTEBOOK_AS_AT=%s", day));
    *mem_append(parent, all.at, all.n) = NULL;
    return (const char *const *)all.at;
}

struct tty *minutebook_start(void *parent, const char *folder, struct tty_options options, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], "--as-at") == 0 && words[i + 1])
            options.environment = with_day(parent, options.environment, words[i + 1]);
    const char *arguments[WORDS_MAX] = {test_env("MINUTEBOOK_BIN"), "--store", mem_printf(parent, "%s/store", folder)};
    size_t n = 3;
    for (; *words && n + 1 < WORDS_MAX; words++)
        arguments[n++] = *words;
    options.arguments = arguments;
    return tty_start(parent, &options);
}

struct tty *minutebook_run(void *parent, const char *folder, int status, const char *const *words)
{
    struct tty *tty = minutebook_start(parent, folder, (struct tty_options){.columns = 200, .rows = 200}, words);
    int ended = tty_exit(tty);
    if (ended != status) {
        tty_print(tty);
        fail_msg("exit %d instead of %d", ended, status);
    }
    return tty;
}
