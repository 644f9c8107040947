/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The contact that a page names above its items: name, e-mail address, telephone numbers (field.md 3.6). */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

char *page_tidy(const void *parent, const char *value)
{
    value += strspn(value, " ,;:|");
    size_t n = strlen(value);
    while (n > 0 && strchr(" .,;:|/[(-", value[n - 1]))
        n--;
    return n ? mem_strndup(parent, value, n) : NULL;
}

/* Take the e-mail address and its label out of VALUE; the address, or NULL. */
static char *take_email(const void *parent, char *value)
{
    char *at = strchr(value, '@');
    if (!at || at == value || at[1] == '\0' || at[1] == ' ')
        return NULL;
    char *start = at, *end = at;
    while (start > value && !strchr(" <(:;,", start[-1]))
        start--;
    end += strcspn(end, " >);,");
    char *address = mem_strndup(parent, start, (size_t)(end - start));
    size_t n;
    const char *label = page_word_last(WORD_EMAIL, value, &n);
    if (label && label < start && label + n + blanks_at(label + n) >= start - 1)
        start = (char *)label;
    memmove(start, end + (*end && strchr(">)", *end)), strlen(end + (*end && strchr(">)", *end))) + 1);
    return address;
}

#define TELEPHONE_MIN 9 /* digits of a number in the United Kingdom, with its 0 or 44 */
#define TELEPHONE_MAX 13

/* The telephone number at TEXT: its bytes, and its digits in DIGITS. */
static size_t telephone_at(const char *text, char digits[TELEPHONE_MAX + 1])
{
    size_t n = 0, used = 0;
    for (; isdigit((unsigned char)text[used]) || (n > 0 && text[used] && strchr(" -()", text[used])); used++)
        if (isdigit((unsigned char)text[used])) {
            if (n == TELEPHONE_MAX)
                return 0;
            digits[n++] = text[used];
        }
    digits[n] = '\0';
    bool begins = digits[0] == '0' || (digits[0] == '4' && digits[1] == '4');
    return n >= TELEPHONE_MIN && begins ? used : 0;
}

static void read_telephones(struct draft *draft, const char *value)
{
    char digits[TELEPHONE_MAX + 1];
    for (size_t i = 0, used; value[i]; i += used ? used : 1) {
        bool starts = isdigit((unsigned char)value[i]) && (i == 0 || !isdigit((unsigned char)value[i - 1]));
        used = starts ? telephone_at(value + i, digits) : 0;
        if (used)
            strings_add(draft, &draft->telephones, digits);
    }
}

/* The "or" before an address that was taken out. */
static void drop_joint(char *contact)
{
    size_t n = contact ? strlen(contact) : 0;
    if (n > 3 && strcasecmp(contact + n - 3, " or") == 0)
        contact[n - 3] = '\0';
}

void page_read_contact(struct page *page, char *value)
{
    struct meeting *meeting = page->meeting;
    read_telephones(page->draft, value);
    char *address = take_email(meeting, value);
    if (!meeting->contact_email)
        meeting->contact_email = address;
    char *contact = page_tidy(meeting, value);
    drop_joint(contact);
    if (!meeting->contact)
        meeting->contact = contact;
}
