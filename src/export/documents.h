/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The pieces that the documents of this room share (private): heads, and one meeting, one edition of
 * a work programme as JSON. */
#ifndef EXPORT_DOCUMENTS_H
#define EXPORT_DOCUMENTS_H

#include "json.h"

/* {"format":FORMAT,"version":1,"as_at":...,LIST:[ and its end ]} */
void document_open_list(struct json *json, const char *format, const struct export_options *options, const char *list);
void document_close_list(struct json *json);
/* The end of minutebook-meetings: committees and members that the draft of a list names (NULL: none). */
void document_close_meetings(struct json *json, const struct draft *list);

/* The meeting as in design.md 5.3; POSITION 0 for all its items. */
void document_meeting(struct json *json, const struct meeting *meeting, int position,
                      const struct export_options *options);
void document_people(struct json *json, const struct meeting *meeting);
void document_programme(struct json *json, const struct programme *programme);

/* ENTRIES and EVENTS are of ACTION; the private note goes only where OPTIONS say so, also out of the history. */
void document_action(struct json *json, const struct action *action, const struct action_entries *entries,
                     const struct events *events, const struct export_options *options);

/* The file's name without its folders: an export does not depend on where a paper lay. */
const char *document_base_name(const char *path);

#endif
