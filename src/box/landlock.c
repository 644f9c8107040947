/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Landlock, where the kernel has it: the second wall behind the list of calls. In the strict box nothing
 * may be opened at all; in the looser one libraries, the program and its data may be read. glibc has no
 * wrappers and Debian 12's headers stop at ABI 2, so the numbers stand here; their source is the
 * kernel's include/uapi/linux/landlock.h and Documentation/userspace-api/landlock.rst. */
#include "config.h"

#include "src/box/private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The same numbers on every architecture but alpha. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif
#define LANDLOCK_VERSION_QUESTION 1U
#define LANDLOCK_PATH_BENEATH 1
#define RIGHT_EXECUTE (1ULL << 0)
#define RIGHT_READ_FILE (1ULL << 2)
#define RIGHT_READ_DIR (1ULL << 3)

struct ruleset {
    uint64_t files, network, scopes;
};
struct path_rule {
    uint64_t rights;
    int32_t folder;
} __attribute__((packed));

/* What each ABI added: nothing of it is given back below, so everything a kernel can refuse is refused. */
static struct ruleset all_of(long abi)
{
    struct ruleset all = {.files = (1ULL << 13) - 1};
    if (abi >= 2)
        all.files |= 1ULL << 13; /* link and rename across folders */
    if (abi >= 3)
        all.files |= 1ULL << 14; /* truncate */
    if (abi >= 4)
        all.network = 3; /* TCP bind and connect */
    if (abi >= 5)
        all.files |= 1ULL << 15; /* ioctl of devices */
    if (abi >= 6)
        all.scopes = 3; /* abstract sockets of others, signals to others */
    return all;
}

/* Where the dynamic loader and the C library look, on the systems we know. What is not there is left out. */
static const char *const library_folders[] = {
    "/lib",     "/lib64",    "/usr/lib",        "/usr/lib64",          "/usr/local/lib",
    "/lib32",   "/usr/lib32", "/nix/store",     "/gnu/store",          "/etc/ld.so.cache",
    "/etc/ld.so.preload",     "/usr/share/locale", "/usr/share/zoneinfo",
};

static bool allow(int rules, const char *path, uint64_t rights)
{
    int at = open(path, O_PATH | O_CLOEXEC);
    if (at < 0)
        return true; /* not there: nothing to allow */
    struct stat is;
    if (fstat(at, &is) != 0 || !S_ISDIR(is.st_mode))
        rights &= RIGHT_EXECUTE | RIGHT_READ_FILE; /* the kernel refuses a folder's rights on a file */
    struct path_rule rule = {rights, at};
    long added = syscall(SYS_landlock_add_rule, rules, LANDLOCK_PATH_BENEATH, &rule, 0U);
    close(at);
    return added == 0;
}

static bool allow_reading(int rules, const char *program, const char *const *folders)
{
    bool all = true;
    for (size_t i = 0; i < MB_LENGTH(library_folders); i++)
        all = allow(rules, library_folders[i], RIGHT_EXECUTE | RIGHT_READ_FILE | RIGHT_READ_DIR) && all;
    for (size_t i = 0; folders && folders[i]; i++)
        all = allow(rules, folders[i], RIGHT_READ_FILE | RIGHT_READ_DIR) && all;
    return allow(rules, program, RIGHT_EXECUTE | RIGHT_READ_FILE) && all;
}

int landlock_apply(enum box_kind kind, const char *program, const char *const *folders)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_VERSION_QUESTION);
    if (abi < 1)
        return 0;
    struct ruleset all = all_of(abi);
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0U);
    if (rules < 0)
        return -1;
    bool applied = (kind == BOX_STRICT || allow_reading(rules, program, folders)) &&
                   syscall(SYS_landlock_restrict_self, rules, 0U) == 0;
    int error = errno;
    close(rules);
    errno = error;
    return applied ? 1 : -1;
}
