/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The path through a site that a pasted or saved page has above its head: "Home / Council and democracy / Meetings / Rivers Panel",
 * "You are here: Meetings > Rivers Panel > 9 July 2025". As a whole it names nothing; its last step that names a body may say
 * whose meeting the page is of (field.md 3.6). */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define PATH_LONGEST 300 /* bytes */
#define STEPS_MOST 12

bool site_calls_its_part(const char *name)
{
    static const char *const words[] = {"committees", "meetings", "papers", "agendas", "details", "structure",
                                        "members", "democracy", "council and", "browse", "boards", "panels", "search", "calendar"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        for (const char *at = name; (at = strcasestr(at, words[i])); at++)
            if (at == name || !isalpha((unsigned char)at[-1])) /* "infrastructure" holds "structure" */
                return true;
    return false;
}

/* The first page of a site, as its paths call it. */
static bool is_home(const char *step)
{
    static const char *const words[] = {"home",         "homepage",    "home page", "hafan",      "cmis",
                                        "your council", "the council", "council",   "eich cyngor"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcasecmp(step, words[i]) == 0)
            return true;
    return false;
}

/* Bytes of what parts the steps of a path at TEXT: " > ", " / ", " » "; 0 if none. */
static size_t joint_at(const char *text)
{
    static const char *const joints[] = {" > ", " / ", " \xC2\xBB ", " \xE2\x80\xBA ", " \\ ", " | ", " :: ", " \xE2\x86\x92 "};
    for (size_t i = 0; i < MB_LENGTH(joints); i++)
        if (text_starts(text, joints[i]))
            return strlen(joints[i]);
    return 0;
}

/* The steps of LINE; one where it has no joint, none where it is too long. "You are here:" before the first is no part of it. */
static struct strings steps_of(const void *parent, const char *line)
{
    static const char here[] = "you are here";
    struct strings steps = {0};
    if (strlen(line) > PATH_LONGEST)
        return steps;
    if (strncasecmp(line, here, sizeof here - 1) == 0) {
        line += sizeof here - 1;
        line += strspn(line, ": ");
    }
    const char *from = line;
    for (const char *at = line; steps.n < STEPS_MOST; at++) {
        size_t joint = *at ? joint_at(at) : 0;
        if (*at && joint == 0)
            continue;
        strings_add(parent, &steps, text_squeeze(parent, from, (size_t)(at - from)));
        if (!*at)
            break;
        from = at + joint;
        at += joint - 1;
    }
    return steps;
}

static bool names_day(const char *step, size_t *at)
{
    struct date date;
    size_t used;
    *at = text_find_date(step, 0, &date, &used);
    return *at != SIZE_MAX;
}

/* Does STEP name a body, "Rivers Panel" or "Rivers Panel - 9 July 2025"? */
static bool names_body(const void *parent, const char *step)
{
    size_t day, n = strlen(step);
    if (names_day(step, &day))
        n = day;
    while (n > 0 && strchr(" -,:(\xE2\x80\x93", step[n - 1]))
        n--;
    return page_is_body_alone(mem_strndup(parent, step, n));
}

char *site_path_body(const void *parent, const char *line, size_t *n)
{
    struct strings steps = steps_of(parent, line);
    char *body = NULL;
    for (size_t i = 1; i < steps.n; i++)
        if (page_is_body_alone(steps.at[i]))
            body = steps.at[i];
    *n = steps.n;
    return body;
}

const char *site_path_heading(const void *parent, const char *line)
{
    struct strings steps = steps_of(parent, line);
    if (steps.n < 2 || strchr(steps.at[0], ':') || *line == '|')
        return NULL;
    bool bars = strstr(line, " | ") != NULL, home = is_home(steps.at[0]) || site_calls_its_part(steps.at[0]);
    if (!home && (bars || steps.n < 3 || !site_calls_its_part(steps.at[1])))
        return NULL;
    const char *body = "";
    for (size_t i = 1; i < steps.n; i++)
        body = names_body(parent, steps.at[i]) ? steps.at[i] : body;
    const char *last = steps.at[steps.n - 1];
    size_t at;
    bool day = *body && body != last && names_day(last, &at) && at < 12;
    return day ? mem_printf(parent, "%s - %s", body, last) : body;
}
