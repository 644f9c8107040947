/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The membership printed in a pack (field.md 2 "People", 3.7): names with roles in brackets, under the
 * headings of their seats; "Vacancy" where a name would stand is an unfilled seat. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

#define NAME_LONGEST 70
#define NAME_WORDS 7
#define SEAT_LONGEST 100

/* The seat whose names are being read. */
struct seat {
    const char *capacity; /* design.md 5.3 */
    const char *role;     /* of everybody in it: "Substitute"; NULL */
    char *label;          /* as printed, brackets and colon left out */
    bool surnames;        /* "Councillors Quill (Chair), Tarn and Ebor": one word may be a name */
};

/* What words of a heading (or of a role in brackets) say about the seat; the first that fit decide. */
static const struct {
    enum pack_words words;
    const char *capacity, *role;
} seats[] = {
    {PACK_SEAT_OF_PARENT_GOVERNORS, "parent-governor", NULL},
    {PACK_SEAT_OF_CHURCHES, "church", NULL},
    {PACK_SEAT_OF_THE_CO_OPTED, "co-opted", NULL},
    {PACK_SEAT_OF_SUBSTITUTES, "member", "Substitute"},
    {PACK_SEAT_OF_THE_CABINET, "cabinet", NULL},
    {PACK_SEAT_OF_OFFICERS, "officer", NULL},
};

/* ---- headings of seats --------------------------------------------------------------------------- */

/* TEXT up to its first bracket, without a colon: "Parent Governor Representatives". */
static char *label_of(const void *parent, const char *text)
{
    return text_squeeze(parent, text, strcspn(text, "(:"));
}

static bool seat_by_words(const char *folded, struct seat *seat)
{
    for (size_t i = 0; i < MB_LENGTH(seats); i++) {
        if (pack_says(seats[i].words, folded)) {
            seat->capacity = seats[i].capacity;
            seat->role = seats[i].role;
            return true;
        }
    }
    return false;
}

/* Is LINE the heading of a seat? Then *NAMES is what stands after its colon, or at its end. */
static bool read_heading(struct pack *pack, const char *line, struct seat *seat, const char **names)
{
    size_t colon = strcspn(line, ":");
    bool has_colon = line[colon] == ':';
    char *head = label_of(pack->scratch, line);
    char *folded = text_fold(pack->scratch, head);
    *names = has_colon ? line + colon + 1 : line + strlen(line);
    size_t honorific = pack_words_at(PACK_HONORIFIC, line); /* "Councillor A" is a name, "Councillors: A" a heading */
    if ((honorific && honorific != colon) || pack_says(PACK_VACANCY, folded) || strlen(head) > SEAT_LONGEST ||
        strchr(head, ','))
        return false;
    struct seat found = {.label = head};
    bool member = pack_says(PACK_SEAT_OF_MEMBERS, folded);
    if (!seat_by_words(folded, &found) && !member && !has_colon)
        return false;
    if (!found.capacity)
        found.capacity = member || !seat->capacity ? "member" : seat->capacity; /* "Conservative:" */
    *seat = found;
    return true;
}

/* ---- names ----------------------------------------------------------------------------------------- */

/* The bytes of the next name in a list: up to a comma, a semicolon or "and" outside brackets. */
static size_t name_length(const char *text)
{
    int depth = 0;
    size_t n = 0;
    for (; text[n]; n++) {
        depth += text[n] == '(';
        depth -= text[n] == ')' && depth > 0;
        if (depth == 0 &&
            (text[n] == ',' || text[n] == ';' || text_starts(text + n, " and ") || text_starts(text + n, " & ") ||
             text_starts(text + n, " ac ")))
            break;
    }
    return n;
}

static size_t joint_length(const char *text)
{
    size_t n = strspn(text, " ,;");
    static const char *const words[] = {"and ", "& ", "ac "};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        if (text_starts(text + n, words[i]))
            return n + strlen(words[i]);
    }
    return n;
}

/* Words of a name that begin small: "de", "van". */
static bool is_particle(const char *word)
{
    static const char *const particles[] = {"de ", "van ", "von ", "der ", "den ", "la ", "le ", "du ", "ap ", "al "};
    for (size_t i = 0; i < MB_LENGTH(particles); i++) {
        if (text_starts(word, particles[i]))
            return true;
    }
    return false;
}

/* A name has a few words, each with a capital; no digit, no '@', no final stop. */
static bool looks_like_name(const char *name, size_t shortest)
{
    size_t words = 0;
    for (const char *at = name; *at; at++) {
        if ((*at >= '0' && *at <= '9') || strchr("@:/", *at))
            return false;
        bool starts = at == name || at[-1] == ' ';
        if (starts && *at >= 'a' && *at <= 'z' && !is_particle(at))
            return false;
        words += starts;
    }
    return words >= shortest && words <= NAME_WORDS && strlen(name) <= NAME_LONGEST && name[strlen(name) - 1] != '.';
}

/* The last bracket of NAME, which is cut off it: "Chairman"; "" where it has none. */
static char *cut_bracket(char *name)
{
    size_t n = strlen(name), at = n;
    for (int depth = 0; at > 0; at--) {
        depth += name[at - 1] == ')';
        depth -= name[at - 1] == '(';
        if (depth == 0)
            break;
    }
    if (n == 0 || name[n - 1] != ')' || at == 0)
        return name + n;
    name[n - 1] = '\0';
    name[at - 1] = '\0';
    return name + at;
}

/* "Chairman: Cllr A", "Councillor A - Chair": a role outside brackets. */
static char *cut_dashed_role(char *name)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 "};
    for (size_t i = 0; i < MB_LENGTH(dashes); i++) {
        char *dash = strstr(name, dashes[i]);
        if (!dash)
            continue;
        *dash = '\0';
        return dash + strlen(dashes[i]);
    }
    return name + strlen(name);
}

/* "Vacancy", "2 vacancies": as many seats as the number says. */
static void add_vacancies(struct pack *pack, const struct seat *seat, const char *role, char digit)
{
    const char *label = seat->label && seat->label[0] ? seat->label : role[0] ? role : "Vacancy";
    for (int left = digit >= '2' && digit <= '9' ? digit - '0' : 1; left > 0; left--)
        strings_add(pack->meeting, &pack->meeting->vacancies, label);
}

/* "Mr T Rowe, Mere Hills District Council (Vice Chairman)": whom somebody stands for comes after the
 * name. It is said as the role where no other is. */
static void add_affiliation(struct meeting *meeting, const char *organisation, const char *role)
{
    struct person *person = meeting->n_people ? &meeting->people[meeting->n_people - 1] : NULL;
    if (person && !person->role)
        person->role = mem_strdup(meeting, role[0] ? role : organisation);
}

/* "Vic Rudd (VR)": the letters with which notes call him are no role. */
static bool is_initials(const char *name, const char *role)
{
    size_t n = strlen(role), found = 0;
    for (const char *at = name; *at && found < n; at++)
        found += (at == name || at[-1] == ' ' || at[-1] == '-' || at[-1] == '\'') && *at == role[found];
    return n >= 2 && n <= 4 && found == n;
}

static void add_person(struct pack *pack, const struct seat *seat, char *name)
{
    char *folded = text_fold(pack->scratch, name);
    char *role = cut_bracket(name);
    struct seat of = *seat;
    if (pack_says(PACK_VACANCY, folded)) {
        add_vacancies(pack, seat, role, folded[0]);
        return;
    }
    if (!role[0])
        role = cut_dashed_role(name);
    name = text_trim(name);
    cut_bracket(name); /* a party before the role */
    name = text_trim(name);
    role += is_initials(name, role) ? strlen(role) : 0;
    if (!looks_like_name(name, seat->surnames ? 1 : 2))
        return;
    if (pack_says(PACK_ORGANISATION, folded)) {
        add_affiliation(pack->meeting, name, role);
        return;
    }
    struct person *person = mem_append(pack->meeting, pack->meeting->people, pack->meeting->n_people);
    char *role_folded = text_fold(pack->scratch, role);
    if (strcmp(of.capacity, "member") == 0)
        seat_by_words(role_folded, &of);
    if (!role[0] && of.role)
        role = mem_strdup(pack->scratch, of.role);
    person->name = mem_strdup(pack->meeting, name);
    person->role = role[0] ? mem_strdup(pack->meeting, text_trim(role)) : NULL;
    person->capacity = mem_strdup(pack->meeting, of.capacity);
}

static void add_names(struct pack *pack, const struct seat *of, const char *text)
{
    static const char *const leads[] = {"Councillors ", "Cllrs ", "Y Cynghorwyr ", "Cynghorwyr "};
    struct seat with_lead = *of;
    const struct seat *seat = &with_lead;
    text += joint_length(text);
    for (size_t i = 0; i < MB_LENGTH(leads); i++) {
        if (text_starts(text, leads[i])) {
            text += strlen(leads[i]);
            with_lead.surnames = true;
        }
    }
    while (*text) {
        size_t n = name_length(text);
        char *name = mem_strndup(pack->scratch, text, n);
        add_person(pack, seat, text_trim(name));
        text += n;
        text += joint_length(text);
    }
}

/* ---- the section ----------------------------------------------------------------------------------- */

static bool ends_section(const char *line)
{
    char *label = label_of(NULL, line);
    bool ends = pack_line_says(PACK_BELOW_THE_MEMBERSHIP, label);
    talloc_free(label);
    return ends;
}

/* The line "Membership" or the like, perhaps with names after its colon. */
static size_t find_section(const struct pack *pack, const char **names)
{
    for (size_t i = 0; i < pack->front.n; i++) {
        const char *line = pack->front.at[i];
        size_t n = strcspn(line, ":");
        char *title = mem_strndup(NULL, line, n < SEAT_LONGEST ? n : SEAT_LONGEST);
        bool found = pack_line_says(PACK_MEMBERSHIP_TITLE, title);
        talloc_free(title);
        if (found) {
            *names = line + n + (line[n] == ':');
            return i;
        }
    }
    return pack->front.n;
}

void pack_read_people(struct pack *pack)
{
    const char *names = "";
    struct seat seat = {.capacity = "member"};
    size_t start = find_section(pack, &names);
    if (start < pack->front.n && strncmp(pack->front.at[start], "Councillors", 11) == 0)
        seat.label = label_of(pack->scratch, pack->front.at[start]);
    add_names(pack, &seat, names);
    for (size_t i = start + 1; i < pack->front.n && !ends_section(pack->front.at[i]); i++) {
        const char *line = pack->front.at[i];
        if (!read_heading(pack, line, &seat, &names))
            names = line;
        add_names(pack, &seat, names);
    }
}

/* ---- attendance ---------------------------------------------------------------------------------------------- */

/* "Director of Place" after a name, or instead of one. */
static bool is_post(const char *text)
{
    char *before = mem_strndup(NULL, text, strcspn(text, "("));
    bool post = *before && pack_words_at(PACK_HONORIFIC, text) == 0 && pack_line_says(PRINT_POST, before);
    talloc_free(before);
    return post;
}

/* A row as a line: "Councillor | Ada Quill" is one name, "Ada Quill | Chair" has its role in brackets. */
static char *line_of_row(const void *parent, const char *line)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (const char *cell = line; cell; cell = strchr(cell, '\t') ? strchr(cell, '\t') + 1 : NULL) {
        char *text = text_squeeze(parent, cell, strcspn(cell, "\t"));
        bool after_name = strchr(out.len ? out.data : "", ' ') != NULL;
        bool role = after_name && *text && pack_words_at(PACK_HONORIFIC, text) == 0 && !strchr(text, '(');
        if (*text && role)
            buf_printf(&out, " (%s)", text);
        else if (*text)
            buf_printf(&out, "%s%s", out.len == 0 ? "" : after_name ? "; " : " ", text);
    }
    return buf_take(&out);
}

/* In attendance, what somebody is there as shows in the post. */
static const char *capacity_of(struct pack *pack, const struct person *person)
{
    char *role = text_fold(pack->scratch, person->role ? person->role : "");
    struct seat of = {.capacity = person->capacity};
    if (*role && !seat_by_words(role, &of) && pack_says(PRINT_POST, role) && !strstr(person->name, "Cllr") &&
        !strstr(person->name, "Councillor"))
        of.capacity = "officer";
    return of.capacity;
}

/* "Head of Housing and Planning": does the post that ends at NAMES + N go on behind its "and"? It does where one word
 * stands there, or no names are told (NAMED), or a post comes next that would be without a name. */
static size_t whole_post(const char *names, size_t n, bool named)
{
    size_t joint = joint_length(names + n);
    if (joint == 0 || names[n] != ' ' || names[n + joint] == '\0')
        return n;
    const char *next = names + n + joint;
    size_t length = name_length(next), after = joint_length(next + length);
    char *words = mem_strndup(NULL, next, length), *second = mem_strndup(NULL, next + length + after, name_length(next + length + after));
    bool person = pack_words_at(PACK_HONORIFIC, words) > 0 || (named && strchr(words, ' ') && next[length] == ',' && is_post(second));
    bool post = is_post(words) && strchr(words, ' ');
    talloc_free(words);
    talloc_free(second);
    return person || post ? n : n + joint + length;
}

/* The names of PART, a stretch of the line without a semicolon; what is no name but a post is the role of the last. */
static void add_attending(struct pack *pack, struct seat *seat, const char *part)
{
    const char *names = part + strspn(part, " \t");
    size_t colon = strcspn(names, ":"), before = pack->meeting->n_people;
    if (names[colon] == ':')
        (void)read_heading(pack, names, seat, &names); /* heading or not, what follows the colon is names */
    struct buf kept;
    buf_init(&kept, pack->scratch, BUF_MAX_DOCUMENT);
    while (*names) {
        size_t n = name_length(names);
        char *name = text_trim(mem_strndup(pack->scratch, names, n));
        size_t people = pack->meeting->n_people;
        if (!is_post(name)) {
            buf_puts(&kept, kept.len ? ", " : "");
            buf_puts(&kept, name);
        } else {
            n = whole_post(names, n, kept.len > 0 || people > before);
            name = text_trim(mem_strndup(pack->scratch, names, n));
            if (kept.len > 0)
                add_names(pack, seat, kept.data);
            buf_clear(&kept);
            bool told = pack->meeting->n_people > people;
            char *bracket = told && *name && name[strlen(name) - 1] == ')' ? strrchr(name, '(') : NULL;
            if (bracket && strlen(bracket) < 7 && text_in_capitals(bracket)) /* initials */
                *bracket = '\0';
            if (told)
                add_affiliation(pack->meeting, text_trim(name), "");
        }
        names += n;
        names += joint_length(names);
    }
    add_names(pack, seat, kept.len ? kept.data : "");
    buf_release(&kept);
}

void pack_read_attendance(struct pack *pack, const char *line, const char *capacity, const char *attendance)
{
    struct meeting *meeting = pack->meeting;
    struct seat seat = {.capacity = capacity};
    size_t before = meeting->n_people;
    char *text = line_of_row(pack->scratch, line);
    size_t length = strlen(text);
    if (length > 0 && text[length - 1] == '.')
        text[length - 1] = '\0';
    for (char *part = text; *part;) {
        size_t n = strcspn(part, ";");
        char *own = mem_strndup(pack->scratch, part, n);
        add_attending(pack, &seat, own);
        part += n + (part[n] == ';');
    }
    for (size_t i = before; i < meeting->n_people; i++) {
        struct person *person = &meeting->people[i];
        if (strcmp(capacity, "other") == 0)
            person->capacity = mem_strdup(meeting, capacity_of(pack, person));
        person->attendance = mem_strdup(meeting, attendance);
    }
}
