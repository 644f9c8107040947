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
    return err_set(err, STATUS_INPUT, "\"%s\" is no ordinary file", path);
}

static void close_file(int fd)
{
    if (fd != STDIN_FILENO)
        close(fd);
}

/* Read FD to its end, or to one byte more than a document may have. */
static enum status read_all(int fd, const char *path, struct buf *into, struct err *err)
{
    char *block = mem_zero_named(into->parent, READ_BLOCK, "block");
    ssize_t got;
    do {
        got = read(fd, block, READ_BLOCK);
        if (got > 0)
            buf_add(into, block, (size_t)got);
    } while ((got > 0 && !into->full) || (got < 0 && errno == EINTR));
    talloc_free(block);
    return got < 0 ? cannot_read(path, err) : STATUS_OK;
}

static enum status too_large(const char *path, int fd, const struct buf *read, struct err *err)
{
    const char *binary = bytes_refusal((const unsigned char *)read->data, read->len);
    if (binary)
        return err_set(err, STATUS_INPUT, "\"%s\": %s", path, binary);
    struct stat info;
    size_t size = fstat(fd, &info) == 0 && info.st_size > 0 ? (size_t)info.st_size : 0;
    if (size <= INTAKE_TEXT_MAX)
        return err_set(err, STATUS_INPUT, "\"%s\" is too large (limit %zu MB)", path, INTAKE_TEXT_MAX / MEGABYTE);
    return err_set(err, STATUS_INPUT, "\"%s\" is too large (%zu MB, limit %zu MB)", path,
                   (size + MEGABYTE - 1) / MEGABYTE, INTAKE_TEXT_MAX / MEGABYTE);
}

static bool is_blank(const struct buf *buf)
{
    for (size_t i = 0; i < buf->len; i++)
        if (!strchr(" \t\r\n\f\v", buf->data[i]) || buf->data[i] == '\0')
            return false;
    return true;
}

static enum status check_contents(const char *path, int fd, const struct buf *contents, struct err *err)
{
    if (contents->full)
        return too_large(path, fd, contents, err);
    if (contents->len == 0)
        return err_set(err, STATUS_INPUT, "\"%s\" is empty", path);
    if (is_blank(contents))
        return err_set(err, STATUS_INPUT, "\"%s\" holds nothing but blanks", path);
    return STATUS_OK;
}

enum status document_open(const void *parent, const char *path, struct document **out, struct err *err)
{
    int fd;
    enum status status = open_file(path, &fd, err);
    if (status != STATUS_OK)
        return status;
    struct document *document = mem_new(parent, struct document);
    struct buf contents;
    buf_init(&contents, document, INTAKE_TEXT_MAX);
    status = read_all(fd, path, &contents, err);
    if (status == STATUS_OK)
        status = check_contents(path, fd, &contents, err);
    close_file(fd);
    if (status != STATUS_OK) {
        talloc_free(document);
        return status;
    }
    document->path = mem_strdup(document, path);
    document->n = contents.len;
    document->bytes = (unsigned char *)buf_take(&contents);
    sha256_hex(document->bytes, document->n, document->sha256);
    *out = document;
    return STATUS_OK;
}
