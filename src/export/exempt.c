/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

#include "config.h"

#include "exempt.h"

char *exempt_guarded(const void *parent, const char *text, bool exempt, const struct export_options *options)
{
    if (!text || !exempt)
        return mem_strdup(parent, text);
    return options->exempt ? mem_printf(parent, "[EXEMPT] %s", text) : mem_strdup(parent, "[exempt: left out]");
}

bool exempt_subject(const struct action *action)
{
    return action->quote_exempt && !action->own_words;
}
