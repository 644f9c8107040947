/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The head of a message as a file (private): RFC 5322, RFC 2047. */
#ifndef EXPORT_MESSAGE_H
#define EXPORT_MESSAGE_H

#include <minutebook/export_chase.h>

/* "NAME: TEXT", folded, in encoded words where it is not plain ASCII; CR LF. Line ends in TEXT are blanks. */
void message_header(struct buf *out, const char *name, const char *text);
/* "NAME: Jo Reed <jo@place.example>"; PERSON may be NULL. */
void message_address(struct buf *out, const char *name, const char *person, const char *address);
void message_date(struct buf *out, struct date day);
/* Behind the head; BODY's line ends become CR LF. */
void message_body(struct buf *out, const char *body);

#endif
