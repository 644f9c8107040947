/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Strings that grow to a stated maximum, and lists of strings. */
#include "config.h"

#include <minutebook/base.h>

#include <stdio.h>
#include <string.h>

#define BUF_FIRST 64 /* bytes of a buf's first block */

void buf_init(struct buf *buf, const void *parent, size_t max)
{
    *buf = (struct buf){.parent = parent, .max = max};
}

static void buf_reserve(struct buf *buf, size_t more)
{
    size_t wanted = buf->len + more + 1;
    if (wanted <= buf->capacity)
        return;
    size_t capacity = buf->capacity ? buf->capacity : BUF_FIRST;
    while (capacity < wanted)
        capacity *= 2;
    buf->data = mem_resize_named(buf->parent, buf->data, 1, capacity, "buf");
    buf->capacity = capacity;
}

void buf_add(struct buf *buf, const char *bytes, size_t n)
{
    if (n > buf->max - buf->len) {
        buf->full = true;
        return;
    }
    buf_reserve(buf, n);
    memcpy(buf->data + buf->len, bytes, n);
    buf->len += n;
    buf->data[buf->len] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (n < 0 || (size_t)n > buf->max - buf->len) {
        buf->full = true;
    } else {
        buf_reserve(buf, (size_t)n);
        vsnprintf(buf->data + buf->len, (size_t)n + 1, format, again);
        buf->len += (size_t)n;
    }
    va_end(again);
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    buf->full = false;
    if (buf->data)
        buf->data[0] = '\0';
}

char *buf_take(struct buf *buf)
{
    char *text = buf->data ? buf->data : mem_strdup(buf->parent, "");
    buf_init(buf, buf->parent, buf->max);
    return text;
}

void buf_release(struct buf *buf)
{
    talloc_free(buf->data);
    buf_init(buf, buf->parent, buf->max);
}

void strings_add(const void *parent, struct strings *list, const char *text)
{
    char **slot = mem_append(parent, list->at, list->n);
    *slot = mem_strdup(list->at, text);
}
