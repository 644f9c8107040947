/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands under every reader: decoding, the gate to the terminal, wrapping, days and times in words, notices,
 * what changed from one text to another. */
#include "config.h"

#include "fuzz/fuzz.h"

#include <string.h>

#define WIDTH 40

static void read_days(const void *context, const char *text)
{
    struct date date;
    bool has_year;
    int from, to;
    size_t length;
    for (const char *at = text; *at;) {
        size_t found = date_find(at, &length, &date, &has_year);
        if (length == 0)
            break;
        fuzz_demand(has_year && !date_is_real(date) ? "a day that is not in the calendar" : NULL);
        at += found + length;
    }
    date_list(context, text);
    date_span_of_words(text);
    clock_parse(text, &from);
    if (clock_scan_span(text, &from, &to) > 0)
        fuzz_demand(from < 0 || from >= 24 * 60 || to < -1 || to >= 24 * 60 ? "a time that is not of a day" : NULL);
    if (notice_scan(text, &date))
        fuzz_demand(!date_is_real(date) ? "a notice names a day that is not in the calendar" : NULL);
}

static void show(const void *context, const char *text, size_t n)
{
    static const enum safe_mode modes[] = {SAFE_TEXT, SAFE_LINE};
    for (size_t i = 0; i < MB_LENGTH(modes); i++) {
        struct safe safe = safe_text(context, text, n, modes[i]);
        fuzz_demand(!text_is_utf8(safe.text, strlen(safe.text)) ? "what is shown is not UTF-8" : NULL);
        for (const char *at = safe.text; *at; at++)
            fuzz_demand(((unsigned char)*at < 0x20 && (*at != '\n' || modes[i] == SAFE_LINE)) || *at == 0x7F ? "a control is shown" : NULL);
        text_wrap(context, safe.text, strlen(safe.text), WIDTH, 0, 2);
        text_cut(context, safe.text, WIDTH, false);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    void *context = talloc_named_const(NULL, 0, "fuzz");
    size_t n;
    char *text = text_decode(context, data, size, &n, NULL);
    fuzz_demand(!text_is_utf8(text, n) ? "what was decoded is not UTF-8" : NULL);
    show(context, (const char *)data, size);
    show(context, text, n);
    read_days(context, text);
    char *fold = text_fold(context, text), *slug = text_slug(context, text);
    fuzz_demand(!text_is_utf8(fold, strlen(fold)) || strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(slug)
                    ? "a fold or a slug of other letters"
                    : NULL);
    char *newer = strchr(text, '\n');
    if (newer) {
        *newer = '\0';
        text_changes(context, text, newer + 1);
    }
    talloc_free(context);
    return 0;
}
