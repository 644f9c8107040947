/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* base: what every room stands on. Outcomes and their sentence, memory that is there or ends the
 * program, strings that grow to a stated maximum, and SHA-256. Nothing here knows councils.
 *
 * Ownership throughout minutebook is a talloc tree: the first parameter of a constructor is the
 * parent, freeing the parent frees all below it. talloc is not thread-safe: each thread has a top
 * context of its own, and trees cross threads only whole. */
#ifndef MINUTEBOOK_BASE_H
#define MINUTEBOOK_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

#define MB_MUST_CHECK __attribute__((warn_unused_result))
#define MB_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#define MB_LENGTH(array) (sizeof(array) / sizeof *(array))

/* ---- outcomes ---------------------------------------------------------------------------- */

/* How a call ended. The exit code of the program follows from it (design.md 5.2; status_exit_code). */
enum status {
    STATUS_OK = 0,
    STATUS_NONE,      /* a search found nothing: exit 1 */
    STATUS_USAGE,     /* the call's words are wrong or name more than one thing: exit 2 */
    STATUS_INPUT,     /* a document or file is bad, empty, too large or not for us: exit 3 */
    STATUS_STORE,     /* the store cannot be written, is not ours, damaged or too new: exit 4 */
    STATUS_CONFLICT,  /* the row changed since it was read; nothing was written: exit 4 */
    STATUS_DENIED,    /* a write that this connection may not make: exit 4 */
    STATUS_BUSY,      /* the write lock was not had in 5 s: exit 75 */
    STATUS_CANCELLED, /* the user stopped it: exit 0, nothing half done */
};

/* Where a failing call leaves its sentence: what failed, the value in quotes, what to do; lower
 * case, no full stop. The text is NOT yet safe for a terminal: faces pass it through safe_text(). */
struct err {
    enum status status;
    char text[1024];
};

/* Set *err (may be NULL) and return STATUS, so that a caller can write `return err_set(...)`.
 * Overlong text is cut on a character boundary. */
enum status err_set(struct err *err, enum status status, const char *format, ...) MB_PRINTF(3, 4);

/* 0, 1, 2, 3, 4 or 75, by the table in design.md 5.2. */
int status_exit_code(enum status status);

/* ---- memory ------------------------------------------------------------------------------ */

/* Called once when memory is exhausted, before the program prints one line and exits 70; the
 * terminal face sets it to give the terminal back. */
void mem_on_exhausted(void (*restore)(void));

/* As their talloc namesakes, but they never return NULL. Sizes that come from a document must be
 * checked against a maximum first. */
void *mem_zero_named(const void *parent, size_t size, const char *name) __attribute__((returns_nonnull));
void *mem_resize_named(const void *parent, void *old, size_t element, size_t count, const char *name);
char *mem_strdup(const void *parent, const char *text);           /* NULL stays NULL */
char *mem_strndup(const void *parent, const char *text, size_t n) __attribute__((returns_nonnull));
char *mem_printf(const void *parent, const char *format, ...) MB_PRINTF(2, 3) __attribute__((returns_nonnull));

#define mem_new(parent, type) ((type *)mem_zero_named((parent), sizeof(type), #type))

/* For libraries that take allocators: malloc, realloc and strdup that are there or end the program. What they give
 * is no talloc block; free() gives it back. */
void *mem_library_alloc(size_t size);
void *mem_library_realloc(void *old, size_t size);
char *mem_library_strdup(const char *text);

/* Append a zeroed element to the array POINTER of COUNT elements and yield its address, valid until
 * the next append. An array grown this way is only ever grown this way: its size follows from COUNT.
 * Grows by doubling: `struct item *item = mem_append(meeting, meeting->items, meeting->n_items);` */
#define mem_append(parent, pointer, count)                                                        \
    ((pointer) = mem_grow_named((parent), (pointer), sizeof *(pointer), (count), #pointer), &(pointer)[(count)++])
void *mem_grow_named(const void *parent, void *old, size_t element, size_t count, const char *name);

/* ---- strings that grow ------------------------------------------------------------------- */

/* Bytes with a terminating NUL that is not counted. `full` is set, and what does not fit is left
 * out, once `max` would be passed. */
struct buf {
    char *data; /* talloc child of the parent given to buf_init */
    size_t len, capacity, max;
    bool full;
    const void *parent;
};

#define BUF_MAX_DOCUMENT ((size_t)64 << 20) /* reliability.md 4.3: output of one document */

void buf_init(struct buf *buf, const void *parent, size_t max);
void buf_add(struct buf *buf, const char *bytes, size_t n);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *format, ...) MB_PRINTF(2, 3);
void buf_clear(struct buf *buf);
char *buf_take(struct buf *buf);   /* the string leaves, never NULL; the buf is empty and usable */
void buf_release(struct buf *buf);

/* A list of strings; each string and the array are talloc children of the parent given. */
struct strings {
    char **at;
    size_t n;
};
void strings_add(const void *parent, struct strings *list, const char *text);

/* ---- files that people write -------------------------------------------------------------- */

/* The bytes of the file at PATH, and a NUL; NULL with what is wrong of it in *err (STATUS_USAGE, without the path): "cannot be
 * read: ...", "is no file", "is longer than 256 KB". It never waits for a pipe. */
char *file_small(const void *parent, const char *path, size_t most, size_t *n, struct err *err);
/* Names in FOLDER that end in SUFFIX, hidden ones left out, in the order of their bytes; at most 200. None, and *err as above,
 * where it cannot be read; a folder that is not there has none, and *err is left as it is. */
struct strings folder_names(const void *parent, const char *folder, const char *suffix, struct err *err);

/* ---- SHA-256 ----------------------------------------------------------------------------- */

#define SHA256_HEX 65 /* 64 hexadecimal digits, lower case, and a NUL */
void sha256_hex(const void *bytes, size_t n, char out[SHA256_HEX]);

#endif
