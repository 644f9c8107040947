/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Memory that is there: the talloc calls we use, wrapped so that no NULL travels. When memory is
 * exhausted the terminal is given back and the program ends with 70; the store is whole, because
 * every edit was a transaction. */
#include "config.h"

#include <minutebook/base.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXIT_NO_MEMORY 70 /* EX_SOFTWARE of sysexits.h; design.md 5.2 */

static void (*restore_terminal)(void);

void mem_on_exhausted(void (*restore)(void))
{
    restore_terminal = restore;
}

static _Noreturn void mem_exhausted(void)
{
    if (restore_terminal)
        restore_terminal();
    fputs("minutebook: out of memory; what was saved is in the store\n", stderr);
    _Exit(EXIT_NO_MEMORY);
}

void *mem_zero_named(const void *parent, size_t size, const char *name)
{
    void *block = talloc_zero_size(parent, size);
    if (!block)
        mem_exhausted();
    talloc_set_name_const(block, name);
    return block;
}

void *mem_resize_named(const void *parent, void *old, size_t element, size_t count, const char *name)
{
    if (count > SIZE_MAX / element)
        mem_exhausted();
    void *block = talloc_realloc_size(parent, old, element * (count ? count : 1));
    if (!block)
        mem_exhausted();
    talloc_set_name_const(block, name);
    return block;
}

void *mem_grow_named(const void *parent, void *old, size_t element, size_t count, const char *name)
{
    /* The array is full at every power of two: its size need not be kept beside it. */
    char *block = old;
    if (count == 0 || (count & (count - 1)) == 0)
        block = mem_resize_named(parent, old, element, count ? count * 2 : 1, name);
    memset(block + element * count, 0, element);
    return block;
}

char *mem_strdup(const void *parent, const char *text)
{
    return text ? mem_strndup(parent, text, strlen(text)) : NULL;
}

char *mem_strndup(const void *parent, const char *text, size_t n)
{
    char *copy = talloc_strndup(parent, text, n);
    if (!copy)
        mem_exhausted();
    return copy;
}

char *mem_printf(const void *parent, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = talloc_vasprintf(parent, format, arguments);
    va_end(arguments);
    if (!text)
        mem_exhausted();
    return text;
}

void *mem_library_alloc(size_t size)
{
    void *block = malloc(size ? size : 1);
    if (!block)
        mem_exhausted();
    return block;
}

void *mem_library_realloc(void *old, size_t size)
{
    void *block = realloc(old, size ? size : 1);
    if (!block)
        mem_exhausted();
    return block;
}

char *mem_library_strdup(const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        mem_exhausted();
    return copy;
}
