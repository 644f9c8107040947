/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A committee's name without what stands on its line beside it, whatever paper it was read from: when a browser printed the page,
 * what the paper is ("Agenda and minutes", "Agenda: "), the sentence that calls the meeting ("Meeting of the ...", "... which will
 * be held"). A name of which nothing but such words remains is left as it is. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Before the name. Those that a name may begin with itself ("Agenda Committee") need a joint behind them. */
static const struct lead {
    const char *words;
    bool joint;
} leads[] = {
    {"agenda and draft minutes", false}, {"agenda, decisions and minutes", false}, {"agenda and minutes", false},
    {"agenda and decisions", false},     {"public document pack", false},          {"agenda frontsheet", false},
    {"supplementary agenda", false},     {"notice of a meeting", true},            {"notice of meeting", true},
    {"minutes of a meeting", true},      {"minutes of the meeting", true},         {"meeting details", false},
    {"a meeting", true},                 {"the meeting", true},                    {"meeting", true},
    {"draft minutes", true},             {"minutes", true},                        {"decisions", true},
    {"agenda", true},                    {"for a meeting", true},                  {"for the meeting", true},
    {"supplement", true},                {"supplementary papers", true},           {"supplementary pack", true},
    {"to a meeting", true},              {"to the meeting", true},
    {"notice", true},                    {"papers", true},                         {"documents", true},
    {"meeting papers", true},            {"meeting documents", true},              {"reports", true},
    {"view meeting", true},              {"view the meeting", true},               {"event", true},
    {"title", true},
};

/* What parts such words from the name; the longer first. */
static const char *const joints[] = {" of the ", " for the ", " of ", " for ", ": ", " - ", " \xE2\x80\x93 "};

/* Behind the name. */
static const char *const tails[] = {" which ", " that will ", " will be ", " will take ", " to be held", " held on ", " held at ", " is to be ", " held the ", " held in ", " minutes of the", " minutes of a"};

/* Bytes of "15/05/2024, 09:14 " as browsers print above a page. */
static size_t print_stamp(const char *name)
{
    size_t digits = strspn(name, "0123456789");
    if (digits == 0 || digits > 2 || name[digits] != '/')
        return 0;
    size_t n = strspn(name, "0123456789/,: ");
    return strchr("0123456789", name[n]) ? 0 : n;
}

static size_t joint_at(const char *text)
{
    for (size_t i = 0; i < MB_LENGTH(joints); i++)
        if (strncasecmp(text, joints[i], strlen(joints[i])) == 0)
            return strlen(joints[i]);
    return 0;
}

/* Bytes of what the paper is, with the joint behind it. */
static size_t lead_at(const char *name)
{
    for (size_t i = 0; i < MB_LENGTH(leads); i++) {
        size_t n = strlen(leads[i].words);
        bool is = strncasecmp(name, leads[i].words, n) == 0;
        size_t counted = is && leads[i].joint && name[n] == ' ' ? strspn(name + n + 1, "0123456789") : 0; /* "Supplement 2 - " */
        n += counted ? counted + 1 : 0;
        if (!is || (name[n] && name[n] != ' ' && name[n] != ':'))
            continue;
        size_t joint = joint_at(name + n);
        if (joint || !leads[i].joint)
            return n + (joint ? joint : strspn(name + n, " "));
    }
    return 0;
}

/* "Planning Committee: Late Representations", "Audit Committee (Addendum)", "Rivers Panel - Agenda": what the paper is begins at
 * the joint. */
static size_t form_behind(const char *name)
{
    static const char *const parts[] = {": ", " - ", " \xE2\x80\x93 ", " (", ", "};
    for (size_t i = 0; i < MB_LENGTH(parts); i++) {
        const char *at = strstr(name, parts[i]);
        char *rest = at && at > name ? mem_strdup(NULL, at + strlen(parts[i])) : NULL;
        size_t n = rest ? strlen(rest) : 0;
        if (n > 0 && rest[n - 1] == ')')
            rest[n - 1] = '\0';
        bool form = rest && (pack_line_says(PACK_SUPPLEMENT, rest) || pack_line_says(PACK_HEAD_OF_AGENDA, rest));
        talloc_free(rest);
        if (form)
            return (size_t)(at - name);
    }
    return strlen(name);
}

/* "Rivers Panel Agenda": what the paper is stands right behind the body. */
static size_t before_form(const char *name, size_t end)
{
    static const char *const forms[] = {" agenda",         " agenda pack",    " agenda and minutes", " agenda and reports", " agenda and papers", " draft minutes",
                                        " meeting agenda", " public agenda", " summons",            " agenda frontsheet", " minutes",           " meeting minutes", " meeting",            " held"};
    size_t cut = end;
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        size_t n = strlen(forms[i]);
        if (end <= n || strncasecmp(name + end - n, forms[i], n) != 0 || end - n >= cut)
            continue;
        char *before = mem_strndup(NULL, name, end - n);
        cut = pack_line_says(PACK_WEAKER_BODY, before) || pack_line_says(PACK_BODY, before) ? end - n : cut;
        talloc_free(before);
    }
    return cut;
}

/* "Health Select Committee Corley Borough Council": the bytes before the council's name, which stood on the line below. */
static size_t before_council(const char *name)
{
    static const char *const bodies[] = {" committee ", " sub-committee ", " board ", " panel ", " commission ", " cabinet "};
    static const char tail[] = " council";
    size_t n = strlen(name);
    if (n < strlen(tail) || strcasecmp(name + n - strlen(tail), tail) != 0)
        return n;
    for (size_t i = 0; i < MB_LENGTH(bodies); i++) {
        const char *body = strcasestr(name, bodies[i]), *rest = body ? body + strlen(bodies[i]) : NULL;
        if (body && isupper((unsigned char)*rest) && !text_in_capitals(rest))
            return (size_t)(rest - name) - 1;
    }
    return n;
}

/* "Pwyllgor Craffu / Scrutiny Committee Dydd Llun, 10fed Tachwedd": the bytes before the day in Welsh, which stood on the line below. */
static size_t before_welsh_day(const char *name)
{
    const char *day = strcasestr(name, " dydd ");
    return day && day > name && page_weekday_named(day + 1) ? (size_t)(day - name) : strlen(name);
}

/* The bytes of NAME before the words or the day of the sentence that it was taken from. */
static size_t before_sentence(const char *name)
{
    struct date date;
    size_t end = strlen(name), used, day = text_find_date(name, 0, &date, &used);
    for (size_t i = 0; i < MB_LENGTH(tails); i++) {
        const char *at = strcasestr(name, tails[i]);
        if (at && at > name && (size_t)(at - name) < end)
            end = (size_t)(at - name);
    }
    end = day > 0 && day < end ? day : end;
    static const char which[] = " which";
    size_t n = strlen(which);
    return end > n && strncasecmp(name + end - n, which, n) == 0 ? end - n : end;
}

static size_t end_of(const char *whole)
{
    char *name = mem_strndup(NULL, whole, before_sentence(whole));
    name[before_form(name, strlen(name))] = '\0'; /* "Adults, Health and Care Committee Agenda": no form behind the comma */
    size_t end = before_form(name, form_behind(name)), council = before_council(name);
    talloc_free(name);
    return council < end ? council : end;
}

static bool is_welsh(const char *name)
{
    static const char *const words[] = {"pwyllgor", "is-bwyllgor", "isbwyllgor", "cyngor", "bwrdd", "cabinet y", "y cabinet", "panel craffu", "cyd-bwyllgor", "gweithgor"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcasestr(name, words[i]))
            return true;
    return false;
}

/* "Pwyllgor Craffu Dysgu / Learning Scrutiny Committee", in either order: the English name. Bytes of it from *FROM on; 0 where the
 * name is not in two languages. */
static size_t english_of(const char *name, const char **from)
{
    const char *slash = strstr(name, " / ");
    if (!slash || strstr(slash + 3, " / "))
        return 0;
    char *first = mem_strndup(NULL, name, (size_t)(slash - name));
    bool first_welsh = is_welsh(first), second_welsh = is_welsh(slash + 3);
    bool bodies = pack_line_says(PACK_BODY, first) && pack_line_says(PACK_BODY, slash + 3);
    talloc_free(first);
    if (!bodies || first_welsh == second_welsh)
        return 0;
    *from = first_welsh ? slash + 3 : name;
    return first_welsh ? strlen(slash + 3) : (size_t)(slash - name);
}

/* "You are hereby summoned to the Parks Committee": the body behind it. */
static const char *behind_summons(const char *name)
{
    static const char *const calls[] = {" summoned to the ", " summoned to attend the ", " invited to the ", " invited to attend the ",
                                        " given that a meeting of the ", " given that the meeting of the ", " given that a meeting of ", " given of a meeting of the "};
    for (size_t i = 0; i < MB_LENGTH(calls); i++) {
        const char *at = strcasestr(name, calls[i]);
        if (at)
            return at + strlen(calls[i]);
    }
    return name;
}

static const char *behind_leads(const char *name)
{
    name = behind_summons(name);
    for (size_t n; (n = lead_at(name)) > 0;)
        name += n;
    return name;
}

/* "Corley District Council - Agenda for Parks Committee": the committee, behind the council's name and a dash. */
static const char *behind_council(const char *name)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": "};
    static const char council[] = " council"; /* an authority's committees may be called by both names */
    for (size_t i = 0; i < MB_LENGTH(dashes); i++) {
        const char *dash = strstr(name, dashes[i]);
        size_t n = dash ? (size_t)(dash - name) : 0;
        const char *after = dash ? dash + strlen(dashes[i]) : NULL, *rest = after ? behind_leads(after) : NULL;
        bool of_council = n > strlen(council) && strncasecmp(dash - strlen(council), council, strlen(council)) == 0;
        if (rest && (of_council || rest > after) && (page_is_body_alone(rest) || page_is_whole_body(rest)))
            return rest;
    }
    return name;
}

char *committee_alone(const void *parent, const char *name)
{
    name = mem_strndup(parent, name, before_welsh_day(name));
    const char *from = behind_council(behind_leads(name + print_stamp(name)));
    from += strspn(from, " -:|");
    size_t end = end_of(from), english = english_of(from, &from);
    end = english ? english : end;
    while (end > 0 && strchr(" ,:-([|", from[end - 1]))
        end--;
    return mem_strndup(parent, end ? from : name, end ? end : strlen(name));
}

#define HEAD_LINES 12     /* with something on them, of a paper's head */
#define HEAD_LONGEST 120  /* bytes of a line that is a name */

/* "Authority", "Parish Council": what its own minutes call a body whose heading has the name. */
static bool is_called_so(const char *name)
{
    static const char *const calls[] = {"authority", "the authority", "parish council", "town council", "community council", "joint committee", "joint board", "joint authority"};
    for (size_t i = 0; i < MB_LENGTH(calls); i++)
        if (strcasecmp(name, calls[i]) == 0)
            return true;
    return false;
}

/* Does LINE end with a kind of council whose whole meets as "the Council"? */
static bool is_of_parish(const char *line)
{
    static const char *const kinds[] = {" parish council", " town council", " community council"};
    size_t n = strlen(line);
    for (size_t i = 0; i < MB_LENGTH(kinds); i++)
        if (n > strlen(kinds[i]) && strcasecmp(line + n - strlen(kinds[i]), kinds[i]) == 0)
            return true;
    return false;
}

/* Is LINE a name that ends with what its body is CALLED? */
static bool is_whole_name(const char *line, const char *called)
{
    called += strncasecmp(called, "the ", 4) == 0 ? 4 : 0;
    size_t n = strlen(line), end = strlen(called);
    return n > end + 1 && n <= HEAD_LONGEST && line[n - end - 1] == ' ' && strcasecmp(line + n - end, called) == 0 && isupper((unsigned char)*line) &&
           !strpbrk(line, "0123456789,.;:>|<") && !strcasestr(line, "meeting") && !strcasestr(line, "minutes of") && !strcasestr(line, "agenda");
}

char *committee_in_full(const void *parent, char *name, const char *text)
{
    bool council = strcasecmp(name, "council") == 0 || strcasecmp(name, "the council") == 0; /* of a parish, or of any other council */
    if (!council && !is_called_so(name))
        return name;
    size_t lines = 0;
    for (const char *at = text; *at && lines < HEAD_LINES; at += strcspn(at, "\n"), at += *at == '\n') {
        size_t n = strcspn(at, "\n");
        char *line = n <= HEAD_LONGEST ? text_squeeze(parent, at, n) : NULL;
        lines += line && *line;
        if (line && is_whole_name(line, name) && (!council || is_of_parish(line)))
            return line;
        talloc_free(line);
    }
    return name;
}
