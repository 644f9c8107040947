/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The papers that the user's paths name, in an order that never depends on the file system. */
#include "config.h"

#include <minutebook/intake.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define WALK_DEPTH_MAX 32

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The entries of folder PATH that are not hidden, sorted by their bytes. False if it cannot be read. */
static bool list_folder(const void *context, const char *path, struct strings *names)
{
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    for (const struct dirent *entry; (entry = readdir(folder));)
        if (entry->d_name[0] != '.')
            strings_add(context, names, entry->d_name);
    closedir(folder);
    if (names->n > 0)
        qsort(names->at, names->n, sizeof *names->at, compare_names);
    return true;
}

struct walk {
    const void *parent;
    struct strings papers;
};

static void walk_entry(struct walk *walk, const char *path, int depth);

static void walk_folder(struct walk *walk, const char *path, int depth)
{
    void *context = talloc_named_const(NULL, 0, "folder");
    struct strings names = {0};
    if (depth >= WALK_DEPTH_MAX || !list_folder(context, path, &names))
        strings_add(walk->parent, &walk->papers, path); /* opening it will say why */
    const char *stroke = path[strlen(path) - 1] == '/' ? "" : "/";
    for (size_t i = 0; i < names.n; i++)
        walk_entry(walk, mem_printf(context, "%s%s%s", path, stroke, names.at[i]), depth + 1);
    talloc_free(context);
}

/* An entry of a folder: a link to a folder could lead round in a ring and is left out, as are pipes,
 * sockets and devices. */
static void walk_entry(struct walk *walk, const char *path, int depth)
{
    struct stat link, target;
    bool is_link = lstat(path, &link) == 0 && S_ISLNK(link.st_mode);
    if (stat(path, &target) != 0)
        strings_add(walk->parent, &walk->papers, path);
    else if (S_ISDIR(target.st_mode) && !is_link)
        walk_folder(walk, path, depth);
    else if (S_ISREG(target.st_mode))
        strings_add(walk->parent, &walk->papers, path);
}

struct strings intake_walk(const void *parent, char *const *paths, size_t n)
{
    struct walk walk = {.parent = parent};
    for (size_t i = 0; i < n; i++) {
        struct stat info;
        bool is_folder =
            paths[i][0] && strcmp(paths[i], "-") != 0 && stat(paths[i], &info) == 0 && S_ISDIR(info.st_mode);
        if (is_folder)
            walk_folder(&walk, paths[i], 0);
        else
            strings_add(parent, &walk.papers, paths[i]);
    }
    return walk.papers;
}
