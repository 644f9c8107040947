/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Names of keys and of sequences of them, as files and as people write them. Which bytes of a terminal make
 * a key is not known here, nor what a key means (keymap.c). */
#include "config.h"

#include "keys.h"

#include <string.h>
#include <unistr.h>

static const struct {
    const char *name;
    uint32_t key;
} named_keys[] = {
    {"<Up>", MBKEY_UP},           {"<Down>", MBKEY_DOWN},
    {"<Left>", MBKEY_LEFT},       {"<Right>", MBKEY_RIGHT},
    {"<Home>", MBKEY_HOME},       {"<End>", MBKEY_END},
    {"<PageUp>", MBKEY_PAGE_UP},  {"<PageDown>", MBKEY_PAGE_DOWN},
    {"<Enter>", MBKEY_ENTER},     {"<Backspace>", MBKEY_BACKSPACE},
    {"<Delete>", MBKEY_DELETE},   {"<Insert>", MBKEY_INSERT},
    {"<S-Tab>", MBKEY_SHIFT_TAB}, {"<Tab>", '\t'},
    {"<S-Left>", MBKEY_SHIFT_LEFT}, {"<S-Right>", MBKEY_SHIFT_RIGHT},
    {"<Esc>", KEY_ESC},           {"<Space>", ' '},
};

char *key_spelling(const void *parent, uint32_t key)
{
    for (size_t i = 0; i < MB_LENGTH(named_keys); i++)
        if (named_keys[i].key == key)
            return mem_strdup(parent, named_keys[i].name);
    if (key >= MBKEY_F1 && key <= MBKEY_F12)
        return mem_printf(parent, "<F%d>", (int)(key - MBKEY_F1) + 1);
    if (key > 0 && key < ' ')
        return mem_printf(parent, "<C-%c>", (int)key < 27 ? 'a' + (int)key - 1 : '@' + (int)key);
    uint8_t utf8[6];
    int n = key && key < KEY_SPECIAL ? u8_uctomb(utf8, key, sizeof utf8) : -1;
    return n > 0 ? mem_strndup(parent, (const char *)utf8, (size_t)n) : mem_strdup(parent, "<?>");
}

char *key_label(const void *parent, uint32_t key)
{
    char *name = key_spelling(parent, key), *label = NULL;
    size_t n = strlen(name);
    if (n == 5 && memcmp(name, "<C-", 3) == 0)
        label = mem_printf(parent, "Ctrl-%c", name[3] >= 'a' && name[3] <= 'z' ? name[3] - 'a' + 'A' : name[3]);
    else if (n > 4 && memcmp(name, "<S-", 3) == 0)
        label = mem_printf(parent, "Shift-%.*s", (int)n - 4, name + 3);
    else if (n > 2 && name[0] == '<')
        label = mem_strndup(parent, name + 1, n - 2);
    if (!label)
        return name;
    talloc_free(name);
    return label;
}

/* "<F7>" and "<C-n>", which have no row of their own. */
static uint32_t parse_made_name(const char *name, size_t n)
{
    if (n == 5 && memcmp(name, "<C-", 3) == 0 && name[4] == '>')
        return name[3] >= 'a' && name[3] <= 'z'   ? (uint32_t)(name[3] - 'a' + 1)
               : name[3] >= '[' && name[3] <= '_' ? (uint32_t)(name[3] - '@')
                                                  : 0;
    if (n < 4 || n > 5 || name[0] != '<' || name[1] != 'F' || name[n - 1] != '>')
        return 0;
    int number = 0;
    for (size_t i = 2; i < n - 1; i++) {
        if (name[i] < '0' || name[i] > '9')
            return 0;
        number = number * 10 + (name[i] - '0');
    }
    return number >= 1 && number <= 12 ? (uint32_t)(MBKEY_F1 + number - 1) : 0;
}

uint32_t key_parse(const char *name, size_t n)
{
    for (size_t i = 0; i < MB_LENGTH(named_keys); i++)
        if (strlen(named_keys[i].name) == n && memcmp(named_keys[i].name, name, n) == 0)
            return named_keys[i].key;
    uint32_t made = parse_made_name(name, n);
    if (made || n == 0)
        return made;
    ucs4_t character = 0;
    int used = u8_mbtoucr(&character, (const uint8_t *)name, n);
    bool is_control = character <= ' ' || (character >= 0x7F && character < 0xA0);
    return used > 0 && (size_t)used == n && !is_control ? character : 0;
}

/* Enter arrives as CR or LF, Backspace as BS or DEL, as the terminal is set. */
uint32_t key_same(uint32_t key)
{
    if (key == '\r' || key == '\n')
        return MBKEY_ENTER;
    return key == 8 || key == 127 ? MBKEY_BACKSPACE : key;
}

/* ---- sequences -------------------------------------------------------------------------------------- */

size_t key_scan(const char *text, size_t n, uint32_t *key)
{
    const char *end = n > 1 && text[0] == '<' ? memchr(text, '>', n) : NULL;
    size_t length = end ? (size_t)(end - text) + 1 : 0;
    *key = length ? key_parse(text, length) : 0;
    if (*key)
        return length;
    int first = n ? u8_mblen((const uint8_t *)text, n) : 0;
    *key = first > 0 ? key_parse(text, (size_t)first) : 0;
    return *key ? (size_t)first : 0;
}

bool key_sequence_parse(const char *text, size_t n, struct key_sequence *out)
{
    *out = (struct key_sequence){0};
    for (size_t at = 0; at < n;) {
        uint32_t key = 0;
        size_t used = text[at] == ' ' ? 1 : key_scan(text + at, n - at, &key);
        if (used == 0 || (key && out->n == KEY_SEQUENCE_MAX))
            return false;
        if (key)
            out->at[out->n++] = key_same(key);
        at += used;
    }
    return out->n > 0;
}

static char *sequence_words(const void *parent, const struct key_sequence *keys,
                            char *(*one)(const void *parent, uint32_t key))
{
    struct buf out;
    buf_init(&out, parent, 256);
    for (size_t i = 0; i < keys->n; i++) {
        char *name = one(NULL, keys->at[i]);
        buf_printf(&out, "%s%s", i ? " " : "", name);
        talloc_free(name);
    }
    return buf_take(&out);
}

char *key_sequence_spelling(const void *parent, const struct key_sequence *keys)
{
    return sequence_words(parent, keys, key_spelling);
}

char *key_sequence_label(const void *parent, const struct key_sequence *keys)
{
    return sequence_words(parent, keys, key_label);
}
