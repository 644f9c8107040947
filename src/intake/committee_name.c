/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A committee's name without what stands on its line beside it, whatever paper it was read from. Such a heading is
 *
 *   [when a browser printed it] [call] {form, "a meeting of the"} [council " - " {form}] NAME {joint form | sentence | council | day}
 *
 * and NAME may be said in two languages. A form is what the paper is: "agenda", "draft minutes". Each part is a table below, with the
 * function that reads it; a heading of which nothing but such parts remains is left as it is. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

/* ---- what a paper is ------------------------------------------------------------------------------ */

enum side {
    BEFORE = 1,        /* before a name */
    BEFORE_JOINED = 2, /* likewise, with a joint between them: a name may begin with the words itself ("Agenda Committee") */
    BEHIND = 4         /* right behind a name */
};

/* The longer first. */
static const struct paper_form {
    const char *words;
    unsigned sides;
} forms[] = {
    {"agenda and draft minutes", BEFORE},
    {"agenda, decisions and minutes", BEFORE},
    {"agenda and minutes", BEFORE | BEHIND},
    {"agenda and decisions", BEFORE},
    {"agenda and reports", BEHIND},
    {"agenda and papers", BEHIND},
    {"agenda frontsheet", BEFORE | BEHIND},
    {"agenda pack", BEHIND},
    {"meeting agenda", BEHIND},
    {"public agenda", BEHIND},
    {"supplementary agenda", BEFORE},
    {"agenda", BEFORE_JOINED | BEHIND},
    {"supplementary papers", BEFORE_JOINED},
    {"supplementary pack", BEFORE_JOINED},
    {"supplement", BEFORE_JOINED},
    {"public document pack", BEFORE},
    {"summons", BEHIND},
    {"draft minutes", BEFORE_JOINED | BEHIND},
    {"unconfirmed minutes", BEFORE_JOINED},
    {"unapproved minutes", BEFORE_JOINED},
    {"confirmed minutes", BEFORE_JOINED},
    {"approved minutes", BEFORE_JOINED},
    {"signed minutes", BEFORE_JOINED},
    {"action notes", BEFORE_JOINED},
    {"notes", BEFORE_JOINED},
    {"note", BEFORE_JOINED},
    {"the proceedings at a meeting", BEFORE_JOINED},
    {"the proceedings", BEFORE_JOINED},
    {"proceedings at a meeting", BEFORE_JOINED},
    {"proceedings", BEFORE_JOINED},
    {"at a meeting", BEFORE_JOINED},
    {"at the meeting", BEFORE_JOINED},
    {"meeting minutes", BEHIND},
    {"minutes", BEFORE_JOINED | BEHIND},
    {"decisions", BEFORE_JOINED},
    {"papers", BEFORE_JOINED},
    {"documents", BEFORE_JOINED},
    {"reports", BEFORE_JOINED},
    {"meeting papers", BEFORE_JOINED},
    {"meeting documents", BEFORE_JOINED},
    {"notice", BEFORE_JOINED},
    {"meeting details", BEFORE},
    {"for a meeting", BEFORE_JOINED},
    {"for the meeting", BEFORE_JOINED},
    {"to a meeting", BEFORE_JOINED},
    {"to the meeting", BEFORE_JOINED},
    {"a meeting", BEFORE_JOINED},
    {"the meeting", BEFORE_JOINED},
    {"view meeting", BEFORE_JOINED},
    {"view the meeting", BEFORE_JOINED},
    {"meeting", BEFORE_JOINED | BEHIND},
    {"held", BEHIND}, /* the end of "a meeting of the ... held" */
    {"event", BEFORE_JOINED},
    {"title", BEFORE_JOINED},
};

/* Between a form and the name behind it; the longer first. */
static const char *const joints[] = {" of the ", " for the ", " of ", " for ", ": ", " - ", " \xE2\x80\x93 "};

/* ---- before the name ------------------------------------------------------------------------------ */

/* Bytes of "15/05/2024, 09:14 " as browsers print above a page. */
static size_t print_stamp(const char *name)
{
    size_t digits = strspn(name, DIGITS);
    if (digits == 0 || digits > 2 || name[digits] != '/')
        return 0;
    size_t n = strspn(name, DIGITS "/,: ");
    return strchr(DIGITS, name[n]) ? 0 : n;
}

/* "You are hereby summoned to the Parks Committee": the body behind it. */
static const char *behind_call(const char *name)
{
    static const char *const calls[] = {" summoned to the ",
                                        " summoned to attend the ",
                                        " invited to the ",
                                        " invited to attend the ",
                                        " given that a meeting of the ",
                                        " given that the meeting of the ",
                                        " given that a meeting of ",
                                        " given of a meeting of the "};
    for (size_t i = 0; i < MB_LENGTH(calls); i++) {
        const char *at = strcasestr(name, calls[i]);
        if (at)
            return at + strlen(calls[i]);
    }
    return name;
}

static size_t joint_at(const char *text)
{
    for (size_t i = 0; i < MB_LENGTH(joints); i++)
        if (strncasecmp(text, joints[i], strlen(joints[i])) == 0)
            return strlen(joints[i]);
    return 0;
}

/* Bytes of a form that NAME begins with, and of the joint behind it. */
static size_t form_at(const char *name)
{
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        size_t n = strlen(forms[i].words);
        if (!(forms[i].sides & (BEFORE | BEFORE_JOINED)) || strncasecmp(name, forms[i].words, n) != 0)
            continue;
        bool joined = forms[i].sides & BEFORE_JOINED;
        size_t counted = joined && name[n] == ' ' ? strspn(name + n + 1, DIGITS) : 0; /* "Supplement 2 - " */
        n += counted ? counted + 1 : 0;
        if (name[n] && name[n] != ' ' && name[n] != ':')
            continue;
        size_t joint = joint_at(name + n);
        if (joint || !joined)
            return n + (joint ? joint : strspn(name + n, " "));
    }
    return 0;
}

static const char *behind_forms(const char *name)
{
    name = behind_call(name);
    for (size_t n; (n = form_at(name)) > 0;)
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
        const char *after = dash ? dash + strlen(dashes[i]) : NULL, *rest = after ? behind_forms(after) : NULL;
        bool of_council = n > strlen(council) && strncasecmp(dash - strlen(council), council, strlen(council)) == 0;
        if (rest && (of_council || rest > after) && (page_is_body_alone(rest) || page_is_whole_body(rest)))
            return rest;
    }
    return name;
}

/* ---- the name in two languages -------------------------------------------------------------------- */

static bool is_welsh(const char *name)
{
    static const char *const words[] = {"pwyllgor", "is-bwyllgor",  "isbwyllgor",  "cyngor",       "bwrdd",
                                        "cabinet y", "y cabinet", "panel craffu", "cyd-bwyllgor", "gweithgor"};
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

/* ---- behind the name: each says how many bytes of NAME stand before its part ----------------------- */

/* "Planning Committee: Late Representations", "Audit Committee (Addendum)", "Rivers Panel - Agenda": a joint, and a form behind it. */
static size_t before_joined_form(const char *name)
{
    static const char *const joined[] = {": ", " - ", " \xE2\x80\x93 ", " (", ", "};
    for (size_t i = 0; i < MB_LENGTH(joined); i++) {
        const char *at = strstr(name, joined[i]);
        char *rest = at && at > name ? mem_strdup(NULL, at + strlen(joined[i])) : NULL;
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

/* "Rivers Panel Agenda": the form stands right behind the body. */
static size_t before_form(const char *name)
{
    size_t end = strlen(name), cut = end;
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        size_t n = strlen(forms[i].words) + 1;
        bool ends = forms[i].sides & BEHIND && end > n && name[end - n] == ' ' && strcasecmp(name + end - n + 1, forms[i].words) == 0;
        if (!ends || end - n >= cut)
            continue;
        char *before = mem_strndup(NULL, name, end - n);
        cut = pack_line_says(PACK_WEAKER_BODY, before) || pack_line_says(PACK_BODY, before) ? end - n : cut;
        talloc_free(before);
    }
    return cut;
}

/* "Health Select Committee Corley Borough Council": the council's name stood on the line below. */
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

/* "Rivers Panel which will be held", "Rivers Panel Tuesday 4 March": the sentence goes on, or the day follows. */
static size_t before_sentence(const char *name)
{
    static const char *const goes_on[] = {" which",   " that will", " will be",  " will take", " to be held",     " to be", " held on",
                                          " held at", " is to be",  " held the", " held in",   " minutes of the", " minutes of a"};
    struct date date;
    size_t used, day = text_find_date(name, 0, &date, &used), end = strlen(name);
    end = day > 0 && day < end ? day : end;
    for (size_t i = 0; i < MB_LENGTH(goes_on); i++) {
        const char *at = strcasestr(name, goes_on[i]);
        if (at && at > name && !text_is_word_byte(at[strlen(goes_on[i])]) && (size_t)(at - name) < end)
            end = (size_t)(at - name);
    }
    return end;
}

/* "Pwyllgor Craffu / Scrutiny Committee Dydd Llun, 10fed Tachwedd": the day in Welsh stood on the line below. */
static size_t before_welsh_day(const char *name)
{
    const char *day = strcasestr(name, " dydd ");
    return day && day > name && page_weekday_named(day + 1) ? (size_t)(day - name) : strlen(name);
}

/* The parts that may stand behind a name, in the order in which they are taken from it: a form right behind the body first, for
 * "Adults, Health and Care Committee Agenda" has no form behind its comma. */
static size_t (*const before_parts[])(const char *name) = {before_sentence, before_form, before_council, before_joined_form, before_form};

char *committee_alone(const void *parent, const char *heading)
{
    char *whole = mem_strndup(parent, heading, before_welsh_day(heading));
    const char *from = behind_council(behind_forms(whole + print_stamp(whole)));
    from += strspn(from, " -:|");
    size_t english = english_of(from, &from);
    char *name = mem_strndup(parent, from, english ? english : strlen(from));
    for (size_t i = 0; i < MB_LENGTH(before_parts) && !english; i++)
        name[before_parts[i](name)] = '\0';
    size_t end = strlen(name);
    while (end > 0 && strchr(" ,:-([|", name[end - 1]))
        end--;
    name[end] = '\0';
    talloc_free(end ? whole : name);
    return end ? name : whole;
}

/* ---- the place behind the name -------------------------------------------------------------------- */

size_t committee_before_place(const char *name, size_t n, bool names(const char *line, bool strict))
{
    static const char *const words[] = {" within ", " in the ", " at the ", " in ", " at ", " via "};
    char *copy = mem_strndup(NULL, name, n);
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        char *at = strcasestr(copy, words[i]);
        if (!at || at == copy || !pack_line_says(PRINT_PLACE, at))
            continue;
        *at = '\0';
        if (names(copy, true)) {
            n = (size_t)(at - copy);
            break;
        }
        *at = ' ';
    }
    talloc_free(copy);
    return n;
}
