/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: what the saved lists of a council's system have in common, "Browse meetings" (list_html.c) and
 * "Committee details" (committee_html.c); field.md 3.4 "Other pages". */
#ifndef MINUTEBOOK_INTAKE_LIST_HTML_H
#define MINUTEBOOK_INTAKE_LIST_HTML_H

#include "src/intake/page_html.h"

/* Open the page, and read whose list it is: site, committee and its id into the draft's meeting. STATUS_INPUT where it is
 * no page of the system. Close it by html_close(), also where this fails. */
enum status list_html_open(struct html_page *html, struct draft *draft, const char *text, size_t n, struct err *err) MB_MUST_CHECK;

#endif
