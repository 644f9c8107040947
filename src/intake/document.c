/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A file becomes bytes in memory, once and whole, or a sentence that says why not. What the bytes mean
 * is not asked here, save that a refused big file is told what it is. */
#include "config.h"

#include "src/intake/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BLOCK ((size_t)64 << 10)
#define MEGABYTE ((size_t)1 << 20)

static enum status cannot_read(const char *path, struct err *err)
{
    return err_set(err, STATUS_INPUT, "\"%s\" cannot be read: %s", path, strerror(errno));
}

/* Open PATH, following a link that the user named, but never waiting for a pipe or a device. */
static enum status open_file(const char *path, int *fd, struct err *err)
{
    *fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (*fd < 0)
        return cannot_read(path, err);
    struct stat info;
    if (*fd == STDIN_FILENO)
        return STATUS_OK;
    if (fstat(*fd, &info) == 0 && S_ISREG(info.st_mode))
        return STATUS_OK;
    close(*fd);
    return err_set(err, STATUS_INPUT, "\"%s\" is no ordinary file: name a file or a folder", path);
}

static void close_file(int fd)
{
    if (fd != STDIN_FILENO)
        close(fd);
}

/* What was read of a file, and how much may be. */
struct contents {
    unsigned char *bytes; /* NUL after the last */
    size_t n, room, max;
};

/* Room for another block, never for more than a little over the maximum. */
static void make_room(const void *parent, struct contents *contents)
{
    if (contents->n + READ_BLOCK < contents->room)
        return;
    size_t room = contents->room ? contents->room * 2 : READ_BLOCK * 4;
    if (room > contents->max + READ_BLOCK * 2)
        room = contents->max + READ_BLOCK * 2;
    contents->bytes = mem_resize_named(parent, contents->bytes, 1, room, "contents");
    contents->room = room;
}

/* Read FD to its end, or until there is more than a document may have. What the first block is decides how much. */
static enum status read_all(const void *parent, int fd, const char *path, struct contents *contents, struct err *err)
{
    ssize_t got;
    do {
        make_room(parent, contents);
        got = read(fd, contents->bytes + contents->n, READ_BLOCK);
        if (got > 0 && contents->n == 0 && bytes_are_pdf(contents->bytes, (size_t)got))
            contents->max = INTAKE_PDF_MAX;
        contents->n += got > 0 ? (size_t)got : 0;
    } while ((got > 0 && contents->n <= contents->max) || (got < 0 && errno == EINTR));
    contents->bytes[contents->n] = '\0';
    return got < 0 ? cannot_read(path, err) : STATUS_OK;
}

static enum status too_large(const char *path, int fd, const struct contents *read, struct err *err)
{
    const char *binary = bytes_refusal(read->bytes, read->n);
    if (binary)
        return err_set(err, STATUS_INPUT, "\"%s\": %s", path, binary);
    struct stat info;
    size_t size = fstat(fd, &info) == 0 && info.st_size > 0 ? (size_t)info.st_size : 0;
    if (size <= read->max)
        return err_set(err, STATUS_INPUT, "\"%s\" is too large (limit %zu MB)", path, read->max / MEGABYTE);
    return err_set(err, STATUS_INPUT, "\"%s\" is too large (%zu MB, limit %zu MB)", path,
                   (size + MEGABYTE - 1) / MEGABYTE, read->max / MEGABYTE);
}

static bool is_blank(const struct contents *contents)
{
    for (size_t i = 0; i < contents->n; i++)
        if (!strchr(" \t\r\n\f\v", contents->bytes[i]) || contents->bytes[i] == '\0')
            return false;
    return true;
}

static enum status check_contents(const char *path, int fd, const struct contents *contents, struct err *err)
{
    if (contents->n > contents->max)
        return too_large(path, fd, contents, err);
    if (contents->n == 0)
        return err_set(err, STATUS_INPUT, "\"%s\" is empty: save or download it again", path);
    if (is_blank(contents))
        return err_set(err, STATUS_INPUT, "\"%s\" holds nothing but blanks: save or download it again", path);
    return STATUS_OK;
}

enum status document_open(const void *parent, const char *path, struct document **out, struct err *err)
{
    int fd;
    enum status status = open_file(path, &fd, err);
    if (status != STATUS_OK)
        return status;
    struct document *document = mem_new(parent, struct document);
    struct contents contents = {.max = INTAKE_TEXT_MAX};
    status = read_all(document, fd, path, &contents, err);
    if (status == STATUS_OK)
        status = check_contents(path, fd, &contents, err);
    close_file(fd);
    if (status != STATUS_OK) {
        talloc_free(document);
        return status;
    }
    document->path = mem_strdup(document, path);
    document->n = contents.n;
    document->bytes = contents.bytes;
    sha256_hex(document->bytes, document->n, document->sha256);
    *out = document;
    return STATUS_OK;
}
