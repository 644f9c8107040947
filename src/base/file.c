/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Small files that people write, rules and profiles and configurations, read whole. Papers are read elsewhere: their
 * bytes are hostile. */
#include "config.h"

#include <minutebook/base.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAMES_MOST 200

/* What FD has to its end, or one byte more than MOST; false with errno set. */
static bool read_whole(int fd, char *bytes, size_t most, size_t *n)
{
    for (*n = 0; *n <= most;) {
        ssize_t got = read(fd, bytes + *n, most + 1 - *n);
        if (got < 0 && errno != EINTR)
            return false;
        if (got == 0)
            return true;
        *n += got > 0 ? (size_t)got : 0;
    }
    return true;
}

char *file_small(const void *parent, const char *path, size_t most, size_t *n, struct err *err)
{
    struct stat about;
    enum status status = STATUS_OK;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe without a writer would wait */
    char *bytes = mem_zero_named(parent, most + 2, "small file");
    if (fd < 0 || fstat(fd, &about) != 0)
        status = err_set(err, STATUS_USAGE, "cannot be read: %s", strerror(errno));
    else if (!S_ISREG(about.st_mode))
        status = err_set(err, STATUS_USAGE, "is no file");
    else if (!read_whole(fd, bytes, most, n))
        status = err_set(err, STATUS_USAGE, "cannot be read: %s", strerror(errno));
    else if (*n > most)
        status = err_set(err, STATUS_USAGE, "is longer than %zu KB", most >> 10);
    if (fd >= 0)
        close(fd);
    if (status == STATUS_OK)
        return mem_resize_named(parent, bytes, 1, *n + 1, "small file");
    talloc_free(bytes);
    return NULL;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

struct strings folder_names(const void *parent, const char *folder, const char *suffix, struct err *err)
{
    struct strings names = {0};
    size_t ending = strlen(suffix);
    DIR *dir = opendir(folder);
    if (!dir && errno != ENOENT)
        (void)err_set(err, STATUS_USAGE, "cannot be read: %s", strerror(errno));
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        size_t n = strlen(entry->d_name);
        if (*entry->d_name != '.' && n > ending && strcmp(entry->d_name + n - ending, suffix) == 0 && names.n < NAMES_MOST)
            strings_add(parent, &names, entry->d_name);
    }
    if (dir)
        closedir(dir);
    if (names.n)
        qsort(names.at, names.n, sizeof *names.at, compare_names);
    return names;
}
