/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* export_explain: why each sentence of a meeting's minutes is a follow-up, or none, as a document. */
#ifndef MINUTEBOOK_EXPORT_EXPLAIN_H
#define MINUTEBOOK_EXPORT_EXPLAIN_H

#include <minutebook/actions_explain.h>
#include <minutebook/export.h>

/* minutebook-explanation, version 1. Words of exempt texts, and what quotes them, are null unless OPTIONS want them. */
enum status export_explanation(struct sink *sink, const struct meeting *meeting, const struct explanation *explanation,
                               const struct export_options *options, struct err *err) MB_MUST_CHECK;

#endif
