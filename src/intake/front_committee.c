/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The committee that a cover names: by a label, in the sentence that calls its meeting, above the day or beside it
 * (field.md 3.7, 3.9). */
#include "config.h"

#include "src/intake/front.h"
#include "src/intake/page.h"
#include "src/intake/printed.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>

#define NAME_ABOVE_LONGEST 80
#define LABEL_LONGEST 12 /* bytes of the label of a report */
#define LINES_ABOVE_DATE 12 /* where the committee's name is looked for */

/* "Meeting of the Health Committee" says its name after the words. */
static const char *without_lead(const char *line)
{
    size_t lead = pack_words_at(PACK_BEFORE_A_BODY, line);
    line += lead;
    line += strspn(line, " ");
    return line;
}

/* "Scrutiny Board", "Management Board": nothing but what kind of body it is. */
static bool is_only_kind(const char *name)
{
    static const char *const words[] = {"scrutiny", "overview", "select", "management", "policy", "joint", "sub-committee", "sub", "committee", "board", "panel",
                                        "commission", "and", "&", "review", "performance"};
    for (const char *at = name; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        bool kind = false;
        for (size_t i = 0; i < MB_LENGTH(words); i++)
            kind |= strlen(words[i]) == n && strncasecmp(at, words[i], n) == 0;
        if (!kind)
            return false;
        at += n;
    }
    return true;
}

/* "Children's Services and Education", "Adults, Health and": a list of what a body looks after, which it does not end. */
static bool is_subject(const char *above)
{
    return strstr(above, " and ") || strstr(above, " AND ") || strstr(above, " & ") || strchr(above, ',') || title_is_open(above);
}

/* A name over two lines ends with a line that says only what kind of body it is: "SUB-COMMITTEE", or "Scrutiny Board" below what
 * it looks after. */
static const char *whole_name(const struct pack *pack, size_t line, const char *name)
{
    bool single = !strchr(name, ' ');
    while (single && line > 1 && !*pack->front.at[line - 1])
        line--;
    if (line == 0 || !is_only_kind(name) || (!single && !is_subject(pack->front.at[line - 1])))
        return name;
    const char *above = without_lead(pack->front.at[line - 1]);
    bool begins = !pack_line_says(PACK_HEAD_OF_AGENDA, above) && !pack_is_page_noise(above) && *above && (is_only_kind(above) || !front_names_committee(above, false)) && !strpbrk(above, "0123456789:;.@/") && strlen(above) <= NAME_ABOVE_LONGEST &&
                  text_in_capitals(above) == text_in_capitals(name) && !pack_line_says(PACK_NO_BODY, above);
    return begins ? mem_printf(pack->scratch, "%s %s", above, name) : name;
}

/* "Agenda for a meeting of the Parks and Rivers Scrutiny" above "Committee to be held on": of NAME, "Committee", the whole; NULL where
 * nothing stands above it, for the kind of a body alone names none. */
static const char *unbroken(const struct pack *pack, size_t line, const char *name)
{
    static const char *const calls[] = {" of the ", " of "};
    if (strchr(name, ' ') || !is_only_kind(name))
        return name;
    const char *above = line > 0 ? pack->front.at[line - 1] : "";
    for (size_t i = 0; i < MB_LENGTH(calls); i++) {
        const char *of = strcasestr(above, calls[i]);
        if (of && !text_stops(above) && !pack_line_says(PRINT_PLACE, of))
            return mem_printf(pack->scratch, "%s %s", of + strlen(calls[i]), name);
    }
    return NULL;
}

/* The nearest line above the day that names a body, or, not STRICT, a council. */
static const char *committee_above(const struct pack *pack, size_t date_line, bool strict)
{
    for (size_t up = 1; up <= LINES_ABOVE_DATE && up <= date_line; up++) {
        const char *line = without_lead(pack->front.at[date_line - up]);
        if (strict && line > pack->front.at[date_line - up])
            line = mem_strndup(pack->scratch, line, committee_before_place(line, strlen(line), front_names_committee));
        if (front_names_committee(line, strict) && !label_value(line, PACK_VENUE_LABEL) && !text_starts(line, "To:"))
            return strict ? whole_name(pack, date_line - up, line) : line;
    }
    return NULL;
}

/* The committee on the day's own line: "Health Panel - Thursday ...", "A meeting of the Health Panel will be held". */
static char *committee_beside(const struct pack *pack, const struct stated *stated, bool strict)
{
    const char *line = pack->front.at[stated->line];
    static const char *const held[] = {" will be held", " to be held", " will take place", " to take place"};
    static const char on[] = " on ";
    const char *end = NULL, *day = line + stated->at;
    for (size_t i = 0; i < MB_LENGTH(held) && (!end || end > day); i++)
        end = strstr(line, held[i]);
    for (const char *at = end && end <= day ? NULL : strstr(line, on); at && at < day; at = strstr(at + 1, on))
        end = at; /* the last: "Advisory Council on Religious Education on 4 March" */
    if (!end || end > line + stated->at)
        end = line + stated->at;
    static const char *const leads[] = {"meeting of the ", "meeting of "};
    const char *start = without_lead(line);
    for (size_t i = 0; i < MB_LENGTH(leads); i++) {
        const char *of = strcasestr(line, leads[i]);
        if (of && of < end) {
            start = of + strlen(leads[i]);
            break;
        }
    }
    size_t n = end > start ? front_joint_before(start, (size_t)(end - start)) : 0;
    char *name = mem_strndup(pack->scratch, start, n);
    name[committee_before_place(name, n, front_names_committee)] = '\0';
    return front_names_committee(name, strict) ? name : NULL;
}

/* The committee behind the day on its own line: "4 March 2025: Health Panel", "Tuesday 4 March 2025 6.30 pm, Health Panel"; not STRICT,
 * "Full Council", too. */
static const char *committee_behind(const struct pack *pack, const struct stated *stated, bool strict)
{
    const char *rest = head_skip_joint(pack->front.at[stated->line] + stated->at + stated->used);
    int minutes;
    rest += strspn(rest, " ,:");
    size_t hour = clock_scan(rest, &minutes);
    rest = hour ? head_skip_joint(rest + hour + strspn(rest + hour, " ,;")) : rest;
    bool body = page_is_body_alone(rest) || (!strict && page_is_whole_body(rest));
    return !islower((unsigned char)*rest) && body && front_names_committee(rest, strict) ? rest : NULL;
}

/* A sentence that calls the meeting of a body by its whole name is surer than the lines above it, which may say it in two
 * languages; "a meeting of the Board" is not its name. */
static const char *committee_called(const struct pack *pack, const struct stated *stated, bool strict)
{
    const char *line = pack->front.at[stated->line];
    const char *name = strcasestr(line, "meeting of ") && pack_line_says(PACK_CALLS_THE_MEETING, line) ? committee_beside(pack, stated, strict) : NULL;
    return name && strchr(name, ' ') ? name : NULL;
}

/* The same name in small letters, where the cover says it in capitals. */
static const char *in_small_letters(const struct pack *pack, const char *name)
{
    if (!text_in_capitals(name))
        return name;
    char *key = text_fold(pack->scratch, name);
    for (size_t i = 0; i < pack->front.n; i++) {
        char *folded = text_fold(pack->scratch, pack->front.at[i]);
        bool same = strcmp(key, folded) == 0 && !text_in_capitals(pack->front.at[i]);
        talloc_free(folded);
        if (same)
            return pack->front.at[i];
    }
    return name;
}

/* What the heads of the reports call the body whose NAME the cover has in capitals: "TARNE RIVERS BOARD" is "Rivers Board" where a report
 * is "Report to: Rivers Board, 4 March 2025". */
static const char *as_reports_say(const struct pack *pack, const char *name)
{
    static const char *const labels[] = {"report to", "committee", "meeting", "meeting of", "body", "to"};
    if (!text_in_capitals(name))
        return name;
    char *key = text_fold(pack->scratch, name);
    for (size_t i = pack->front_end; i < pack->n; i++) {
        const char *text = pack->pieces[i].text + strspn(pack->pieces[i].text, "*_# ");
        size_t n = strcspn(text, ":|\t*_\n"), label = MB_LENGTH(labels);
        for (size_t k = 0; k < MB_LENGTH(labels) && n <= LABEL_LONGEST; k++)
            label = strlen(labels[k]) == n && strncasecmp(text, labels[k], n) == 0 ? k : label;
        if (label == MB_LENGTH(labels))
            continue;
        text += n + strspn(text + n, ":|*_ \t");
        char *said = text_squeeze(pack->scratch, text, strcspn(text, ",;(|\n*0123456789")), *folded = text_fold(pack->scratch, said);
        size_t whole = strlen(key), part = strlen(folded);
        bool end = part > 0 && part <= whole && strcmp(key + whole - part, folded) == 0 && (part == whole || key[whole - part - 1] == ' ');
        if (end && strchr(said, ' ') && !text_in_capitals(said) && front_names_committee(said, true))
            return said;
    }
    return name;
}

/* "To: Members of the Health Committee": surer than a council's name above the day. */
static const char *committee_of_members(const struct pack *pack)
{
    static const char *const words[] = {"members of the ", "members of ", "membership of the "};
    for (size_t i = 0; i < pack->front.n; i++) {
        for (size_t k = 0; k < MB_LENGTH(words); k++) {
            const char *at = strcasestr(pack->front.at[i], words[k]);
            char *name = at ? text_squeeze(pack->scratch, at + strlen(words[k]), strcspn(at + strlen(words[k]), ":;(")) : NULL;
            if (name && front_names_committee(name, true) && !strchr(name, ','))
                return name;
        }
    }
    return NULL;
}

void front_read_committee(struct pack *pack, const struct stated *stated)
{
    const char *name = front_value(pack, PACK_COMMITTEE_LABEL);
    if (name && !front_names_committee(name, true) && !(front_names_committee(name, false) && strchr(name, ' ')))
        name = NULL;
    if (!name && stated)
        name = committee_called(pack, stated, true);
    if (!name && stated)
        name = committee_behind(pack, stated, true);
    if (!name && stated)
        name = committee_above(pack, stated->line, true);
    if (!name && stated)
        name = committee_beside(pack, stated, true);
    if (!name)
        name = committee_of_members(pack);
    if (!name && stated)
        name = committee_called(pack, stated, false);
    if (!name && stated) /* a council, only where nothing else is named, and first where the day stands */
        name = committee_beside(pack, stated, false);
    if (!name && stated)
        name = committee_behind(pack, stated, false);
    if (!name && stated)
        name = committee_above(pack, stated->line, false);
    for (size_t i = 0; i < pack->front.n && !name; i++) {
        if (front_names_committee(without_lead(pack->front.at[i]), true))
            name = without_lead(pack->front.at[i]);
    }
    name = name && stated ? unbroken(pack, stated->line, name) : name;
    name = name ? name : committee_of_members(pack);
    name = name ? printed_without_council(mem_strdup(pack->scratch, name)) : NULL;
    pack->meeting->committee = name ? mem_strdup(pack->meeting, as_reports_say(pack, in_small_letters(pack, name))) : NULL;
}
