/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Whom to ask about the agenda (field.md 3.7 (5)): the end of "Agenda produced and published by ...
 * please contact NAMES TELEPHONE email: ...", or a line "Contact: ...". The e-mail address is no part of
 * it. Also: the day the notice to the public implies, against the day the cover states. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/readers.h"

#include <string.h>

#define CONTACT_LONGEST 300
#define PARAGRAPH_LONGEST 5000
#define LABEL_LONGEST 40
#define PIECES_LOOKED_AT 40 /* below the agenda table: contact, notes */
#define PHONE_SHORTEST 9    /* digits of a whole telephone number */
#define PHONE_LONGEST 13

/* Bytes of TEXT before an e-mail address or the word that announces one. */
static size_t before_email(const char *text)
{
    size_t n = strcspn(text, "@"), used;
    while (text[n] && n && text[n - 1] != ' ' && text[n - 1] != '\n')
        n--;
    const char *word = pack_words_find(PACK_EMAIL, text, &used);
    return word && (size_t)(word - text) < n ? (size_t)(word - text) : n;
}

static char *contact_of(const void *parent, const char *text)
{
    text += strspn(text, " :-");
    static const char *const leads[] = {"the ", "on ", "with "};
    for (size_t i = 0; i < MB_LENGTH(leads); i++) {
        if (text_starts(text, leads[i]))
            text += strlen(leads[i]);
    }
    size_t n = before_email(text);
    if (n == 0 || n > CONTACT_LONGEST)
        return NULL;
    char *contact = text_squeeze(parent, text, n);
    size_t end = strlen(contact);
    while (end && strchr(" ,;:.(", contact[end - 1]))
        contact[--end] = '\0';
    if (end > 3 && strcmp(contact + end - 3, " or") == 0)
        contact[end - 3] = '\0';
    return end > 0 ? contact : NULL; /* an address alone names nobody */
}

/* The words after "please contact" in a paragraph about this agenda; NULL else. The paragraph about other
 * formats names an office, not the clerk of this meeting. */
static const char *contact_in(const char *text)
{
    size_t used;
    if (strlen(text) > PARAGRAPH_LONGEST || !pack_line_says(PACK_ABOUT_THE_AGENDA, text))
        return NULL;
    const char *words = pack_words_find(PACK_CONTACT, text, &used);
    return words ? words + used : NULL;
}

static const char *contact_label(const char *text)
{
    size_t n = strcspn(text, ":");
    if (!text[n] || n > LABEL_LONGEST)
        return NULL;
    char *label = mem_strndup(NULL, text, n);
    bool is = pack_line_says(PACK_CONTACT_LABEL, label);
    talloc_free(label);
    return is ? text + n + 1 : NULL;
}

/* Whole telephone numbers of the contact, digits only: a later page may be known by them. */
static void read_telephones(struct pack *pack, const char *contact)
{
    char digits[PHONE_LONGEST + 1];
    size_t n = 0;
    for (const char *at = contact;; at++) {
        if (*at >= '0' && *at <= '9') {
            if (n < PHONE_LONGEST)
                digits[n] = *at;
            n++;
        } else if (*at != ' ' || n == 0) {
            if (n >= PHONE_SHORTEST && n <= PHONE_LONGEST) {
                digits[n] = '\0';
                strings_add(pack->draft, &pack->draft->telephones, digits);
            }
            n = 0;
        }
        if (!*at)
            return;
    }
}

/* The first whole address in TEXT, which begins with the contact's name; NULL if there is none. */
static char *email_of(const void *parent, const char *text)
{
    const char *at = strchr(text, '@');
    if (!at)
        return NULL;
    const char *start = at, *end = at + 1;
    while (start > text && !strchr(" \t\n<([:;,", start[-1]))
        start--;
    end += strcspn(end, " \t\n>)]:;,");
    while (end > at + 1 && end[-1] == '.')
        end--;
    return start < at && end > at + 1 ? mem_strndup(parent, start, (size_t)(end - start)) : NULL;
}

void pack_read_contact(struct pack *pack)
{
    size_t end = pack->agenda_end + PIECES_LOOKED_AT < pack->n ? pack->agenda_end + PIECES_LOOKED_AT : pack->n;
    typedef const char *finder(const char *text);
    static finder *const finders[] = {contact_in, contact_label};
    for (size_t f = 0; f < MB_LENGTH(finders) && !pack->meeting->contact; f++) {
        for (size_t i = 0; i < end && !pack->meeting->contact; i++) {
            const char *text = pack->pieces[i].kind == PIECE_ROW ? NULL : finders[f](pack->pieces[i].text);
            pack->meeting->contact = text ? contact_of(pack->meeting, text) : NULL;
            if (pack->meeting->contact)
                pack->meeting->contact_email = email_of(pack->meeting, text);
        }
    }
    if (pack->meeting->contact)
        read_telephones(pack, pack->meeting->contact);
}

/* ---- the day ---------------------------------------------------------------------------------------- */

static bool notice_of(const struct pack *pack, struct date *named, const struct item **where)
{
    for (size_t i = 0; i < pack->meeting->n_items; i++) {
        const struct item *item = &pack->meeting->items[i];
        *where = item;
        if (item->agenda_text && notice_scan(item->agenda_text, named))
            return true;
    }
    return false;
}

void pack_settle_date(struct pack *pack)
{
    struct meeting *meeting = pack->meeting;
    struct date named;
    const struct item *item;
    if (!notice_of(pack, &named, &item))
        return;
    struct date inferred = date_next_working_day(named);
    char *notice = date_words(pack->scratch, named);
    if (!date_is_set(meeting->date)) {
        meeting->date = inferred;
        meeting->date_basis = DATE_INFERRED;
        meeting->date_reason = mem_printf(meeting, "the notice in item %s names %s as the working day before",
                                          item->agenda_number, notice);
    } else if (date_compare(meeting->date, inferred) != 0) {
        draft_warn(pack->draft, "the cover says %s, but the notice in item %s names %s as the working day before",
                   date_words(pack->scratch, meeting->date), item->agenda_number, notice);
    }
}
