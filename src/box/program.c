/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Programs of the system: where one is found, and the start that shuts the looser box around itself and
 * then becomes that program. No shell, no name that a document has a say in. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define USUAL_PATH "/usr/bin:/bin"

/* ---- in the parent ---- */

/* A folder or file that nobody but root can change: what lies in a folder of the user's could be anything. */
static bool of_the_system(const struct stat *is)
{
    return is->st_uid == 0 && (is->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

static bool is_program(const char *path)
{
    struct stat is;
    return stat(path, &is) == 0 && S_ISREG(is.st_mode) && of_the_system(&is) && access(path, X_OK) == 0;
}

/* NAME in the folder that begins at AT and has N bytes; the real path, so that Landlock is told of the file itself. */
static char *program_in(const void *parent, const char *at, size_t n, const char *name)
{
    char real[PATH_MAX];
    struct stat is;
    char *folder = mem_strndup(parent, at, n);
    char *path = mem_printf(folder, "%s/%s", folder, name);
    bool found = folder[0] == '/' && stat(folder, &is) == 0 && of_the_system(&is) && is_program(path) &&
                 realpath(path, real) != NULL;
    talloc_free(folder);
    return found ? mem_strdup(parent, real) : NULL;
}

const char *box_find_program(struct box *box, const struct box_program *program, struct err *err)
{
    if (program->path)
        return program->path;
    const char *folders = getenv("PATH");
    for (const char *at = folders ? folders : USUAL_PATH; *at;) {
        size_t n = strcspn(at, ":");
        char *path = program_in(box, at, n, program->name);
        if (path)
            return path;
        at += n;
        at += *at == ':';
    }
    err_set(err, STATUS_INPUT, "is not read without the program %s; install the package %s", program->name,
            program->package);
    return NULL;
}

/* ---- in the child ---- */

_Noreturn void serve_program(const struct order *order, char **words)
{
    bool landlock;
    const char *path = words[0];
    char **folders = words + 1, **arguments = folders;
    while (*arguments && strcmp(*arguments, PROGRAM_WORDS) != 0)
        arguments++;
    if (!*arguments)
        refuse_to_run("not a start of this program", EINVAL);
    *arguments++ = NULL; /* the folders end here */
    shut_files(order, BOX_LOOSER, path, (const char *const *)folders, &landlock);
    shut_rest(order, BOX_LOOSER);
    execve(path, arguments, environ);
    cannot_start(path, errno);
}
