/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How names are compared: of committees, councils and sites. */
#include "config.h"

#include "src/store/reconcile.h"

#include <ctype.h>
#include <string.h>

char *committee_key(const void *parent, const char *name)
{
    return name ? text_fold(parent, name) : NULL;
}

char *site_key(const void *parent, const char *site)
{
    if (!site)
        return NULL;
    const char *scheme = strstr(site, "://");
    char *key = mem_strdup(parent, scheme ? scheme + 3 : site);
    for (char *c = key; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    for (size_t n = strlen(key); n > 0 && key[n - 1] == '/'; n--)
        key[n - 1] = '\0';
    return key;
}
