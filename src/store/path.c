/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where the store and what belongs to it lie, and whether a file may be trusted as a store
 * (reliability.md 2.1). Never opens the store's file: closing a descriptor of it would drop SQLite's
 * locks. */
#include "config.h"

#include "src/store/private.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

/* ---- the usual places ------------------------------------------------------------------------- */

static const char *home_folder(void)
{
    const char *home = getenv("HOME");
    if (home && home[0] == '/')
        return home;
    const struct passwd *user = getpwuid(geteuid());
    return user && user->pw_dir && user->pw_dir[0] == '/' ? user->pw_dir : "/";
}

/* A relative value is ignored, as the XDG base directory specification says. */
static char *xdg_folder(const void *parent, const char *variable, const char *below_home)
{
    const char *value = getenv(variable);
    if (value && value[0] == '/')
        return mem_printf(parent, "%s/minutebook", value);
    return mem_printf(parent, "%s/%s/minutebook", home_folder(), below_home);
}

static char *in_data_folder(const void *parent, const char *name)
{
    char *folder = xdg_folder(parent, "XDG_DATA_HOME", ".local/share");
    char *path = mem_printf(parent, "%s/%s", folder, name);
    talloc_free(folder);
    return path;
}

char *store_default_path(const void *parent)
{
    const char *named = getenv("MINUTEBOOK_STORE");
    return named && named[0] ? mem_strdup(parent, named) : in_data_folder(parent, "minutebook.db");
}

char *store_sample_path(const void *parent)
{
    return in_data_folder(parent, "sample.db");
}

bool store_exists(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISREG(found.st_mode) && found.st_size > 0;
}

/* The member's own store keeps its state in the XDG state folder, any other beside itself. */
static char *state_path_of(const void *parent, const char *path)
{
    void *scratch = talloc_new(parent);
    char *usual = realpath(in_data_folder(scratch, "minutebook.db"), NULL);
    char *state = usual && strcmp(usual, path) == 0 ? xdg_folder(parent, "XDG_STATE_HOME", ".local/state")
                                                    : mem_printf(parent, "%s.state", path);
    free(usual);
    talloc_free(scratch);
    return state;
}

enum status store_state_folder(struct store *store, const char **path, struct err *err)
{
    if (!store->state_path)
        store->state_path = state_path_of(store, store->path);
    *path = store->state_path;
    return path_make_folders(store->state_path, err);
}

/* ---- folders ------------------------------------------------------------------------------------ */

static enum status make_folder(const char *path, struct err *err)
{
    struct stat found;
    if (mkdir(path, 0700) == 0)
        return STATUS_OK;
    int why = errno;
    if (stat(path, &found) == 0 && S_ISDIR(found.st_mode))
        return STATUS_OK;
    return err_set(err, STATUS_STORE, "cannot make the folder \"%s\": %s", path, strerror(why == EEXIST ? ENOTDIR : why));
}

enum status path_make_folders(const char *path, struct err *err)
{
    char *part = mem_strdup(NULL, path);
    enum status status = STATUS_OK;
    for (char *slash = strchr(part + 1, '/'); slash && status == STATUS_OK; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        status = make_folder(part, err);
        *slash = '/';
    }
    if (status == STATUS_OK)
        status = make_folder(part, err);
    talloc_free(part);
    return status;
}

static enum status resolve_folder(const char *folder, bool make, char **out, struct err *err)
{
    *out = realpath(folder, NULL);
    if (*out)
        return STATUS_OK;
    if (errno != ENOENT || !make)
        return err_set(err, STATUS_STORE, "cannot use the folder \"%s\": %s", folder, strerror(errno));
    enum status status = path_make_folders(folder, err);
    if (status != STATUS_OK)
        return status;
    *out = realpath(folder, NULL);
    return *out ? STATUS_OK : err_set(err, STATUS_STORE, "cannot use the folder \"%s\": %s", folder, strerror(errno));
}

/* The folder is resolved first because SQLITE_OPEN_NOFOLLOW refuses a link anywhere in the path, and
 * many home folders are links. The name itself stays as it is: path_check() refuses a link there. */
enum status path_resolve(const void *parent, const char *path, bool make, char **out, struct err *err)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strlen(path) >= PATH_MAX)
        return err_set(err, STATUS_STORE, "\"%s\" cannot be a store: it names no file", path);
    char *folder = !slash ? mem_strdup(NULL, ".") : mem_strndup(NULL, path, slash == path ? 1 : (size_t)(slash - path));
    char *real = NULL;
    enum status status = resolve_folder(folder, make, &real, err);
    if (status == STATUS_OK)
        *out = mem_printf(parent, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
    free(real);
    talloc_free(folder);
    return status;
}

/* ---- may this file be a store? ------------------------------------------------------------------ */

enum status path_check(const char *path, bool *exists, dev_t *device, ino_t *inode, struct err *err)
{
    struct stat found;
    *exists = lstat(path, &found) == 0;
    if (!*exists)
        return errno == ENOENT ? STATUS_OK : err_set(err, STATUS_STORE, "cannot use the store \"%s\": %s", path, strerror(errno));
    *device = found.st_dev;
    *inode = found.st_ino;
    if (S_ISLNK(found.st_mode))
        return err_set(err, STATUS_STORE, "the store \"%s\" is a link and is not used; name the file itself with --store", path);
    if (!S_ISREG(found.st_mode))
        return err_set(err, STATUS_STORE, "\"%s\" is no file and cannot be a store", path);
    if (found.st_nlink > 1)
        return err_set(err, STATUS_STORE, "the store \"%s\" has a second name (a hard link) and is not used; remove one of them", path);
    if (found.st_uid != geteuid())
        return err_set(err, STATUS_STORE, "the store \"%s\" belongs to another user and is not used", path);
    if (found.st_mode & (S_IWGRP | S_IWOTH))
        return err_set(err, STATUS_STORE, "the store \"%s\" may be written by others and is not used; run: chmod go-rwx on it", path);
    return STATUS_OK;
}

uint64_t path_wal_size(const char *path)
{
    struct stat found;
    char *wal = mem_printf(NULL, "%s-wal", path);
    uint64_t size = stat(wal, &found) == 0 && found.st_size > 0 ? (uint64_t)found.st_size : 0;
    talloc_free(wal);
    return size;
}

enum status path_room(const char *path, uint64_t bytes, struct err *err)
{
    struct statvfs disk;
    if (statvfs(path, &disk) != 0)
        return STATUS_OK; /* not known: the disk will say so itself */
    uint64_t have = (uint64_t)disk.f_bavail * disk.f_frsize, need = bytes + path_wal_size(path);
    if (have >= need)
        return STATUS_OK;
    return err_set(err, STATUS_STORE, "the disk of \"%s\" is nearly full: %" PRIu64 " MB are free, %" PRIu64 " MB are needed; nothing was changed",
                   path, have >> 20, (need >> 20) + 1);
}

/* statfs(2): NFS, SMB, CIFS, SMB2, FUSE, 9P, Ceph. WAL needs all users on one host. */
static const uint32_t network_types[] = {0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x65735546, 0x01021997, 0x00C36400};

bool path_on_network(const char *path)
{
    struct statfs found;
    if (statfs(path, &found) != 0)
        return false;
    for (size_t i = 0; i < MB_LENGTH(network_types); i++)
        if ((uint32_t)found.f_type == network_types[i])
            return true;
    return false;
}
