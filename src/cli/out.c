/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The one writer of src/cli. Text for people passes safe_text() here, whatever it passed before; data
 * for programs is written as its maker made it (src/export escapes what the gate would remove). */
#include "config.h"

#include "src/cli/out.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_DEFAULT 80
#define WIDTH_LEAST 40
#define LINE_MAX_BYTES ((size_t)1 << 20)

static struct buf pending; /* a line of text that is not complete yet */
static bool progress_shown;

static void write_safe(FILE *stream, const char *text, size_t n, enum safe_mode mode)
{
    void *local = talloc_named_const(NULL, 0, "out");
    struct safe safe = safe_text(local, text, n, mode);
    fwrite(safe.text, 1, safe.len, stream);
    talloc_free(local);
}

static bool sink_text(void *to, const char *bytes, size_t n)
{
    (void)to;
    if (!pending.max)
        buf_init(&pending, NULL, LINE_MAX_BYTES);
    while (n > 0) {
        const char *end = memchr(bytes, '\n', n);
        size_t part = end ? (size_t)(end - bytes) + 1 : n;
        buf_add(&pending, bytes, part);
        if (end || pending.full) {
            write_safe(stdout, pending.data, pending.len, SAFE_TEXT);
            buf_clear(&pending);
        }
        bytes += part;
        n -= part;
    }
    return !ferror(stdout);
}

static bool sink_data(void *to, const char *bytes, size_t n)
{
    (void)to;
    return fwrite(bytes, 1, n, stdout) == n;
}

struct sink out_text(void)
{
    return (struct sink){.write = sink_text};
}

struct sink out_data(void)
{
    return (struct sink){.write = sink_data};
}

static MB_PRINTF(3, 0) void say(FILE *stream, enum safe_mode mode, const char *format, va_list arguments)
{
    struct buf line;
    buf_init(&line, NULL, LINE_MAX_BYTES);
    char *said = talloc_vasprintf(NULL, format, arguments);
    buf_puts(&line, said ? said : "");
    talloc_free(said);
    write_safe(stream, line.data ? line.data : "", line.len, mode);
    buf_release(&line);
}

void out_line(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(stdout, SAFE_TEXT, format, arguments);
    va_end(arguments);
    fputc('\n', stdout);
}

void out_complain(const char *format, ...)
{
    out_progress_end();
    va_list arguments;
    va_start(arguments, format);
    fputs("minutebook: ", stderr);
    say(stderr, SAFE_LINE, format, arguments); /* one line, so that no name in it can begin another */
    va_end(arguments);
    fputc('\n', stderr);
}

void cli_complain(const char *sentence)
{
    out_complain("%s", sentence);
}

int out_progress_width(void)
{
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : WIDTH_DEFAULT;
}

/* As much of TEXT as fits into WIDTH cells: a line that wraps could not be taken back. */
static void write_cut(const char *text, int width)
{
    void *local = talloc_named_const(NULL, 0, "out");
    struct safe safe = safe_line(local, text);
    size_t n = 0;
    for (int used = 0, cells; n < safe.len; used += cells) {
        size_t next = text_cluster(safe.text + n, safe.len - n, &cells);
        if (used + cells > width)
            break;
        n += next;
    }
    fwrite(safe.text, 1, n, stderr);
    talloc_free(local);
}

void out_progress(const char *format, ...)
{
    if (!isatty(STDERR_FILENO))
        return;
    out_progress_end();
    va_list arguments;
    va_start(arguments, format);
    char *said = talloc_vasprintf(NULL, format, arguments);
    va_end(arguments);
    write_cut(said ? said : "", out_progress_width() - 1);
    talloc_free(said);
    fflush(stderr);
    progress_shown = true;
}

void out_progress_end(void)
{
    if (progress_shown)
        fputs("\r\033[K", stderr); /* our own bytes: back to the start of the line, and clear it */
    progress_shown = false;
}

bool out_finish(void)
{
    if (pending.len)
        write_safe(stdout, pending.data, pending.len, SAFE_TEXT);
    buf_release(&pending);
    bool whole = fflush(stdout) == 0 && !ferror(stdout);
    /* Asked afresh: stdio keeps no errno, and the first error may be many writes ago. */
    struct pollfd reader = {.fd = STDOUT_FILENO, .events = POLLOUT};
    bool reader_left = !whole && poll(&reader, 1, 0) > 0 && (reader.revents & POLLERR);
    return whole || reader_left;
}

int out_width(void)
{
    struct winsize size;
    int width = WIDTH_DEFAULT;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        width = size.ws_col;
    return width < WIDTH_LEAST ? WIDTH_LEAST : width;
}
