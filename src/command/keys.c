/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Names of keys, and from keys to commands: the default keys of the command table, with a count
 * before them. Which bytes of a terminal make a key is not known here. */
#include "config.h"

#include <minutebook/command.h>

#include <string.h>
#include <unistr.h>

#define COUNT_MAX 99999999
#define KEY_ESC 27

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
    return used > 0 && (size_t)used == n && character > ' ' ? character : 0;
}

static bool command_has_key(const struct command *command, uint32_t key)
{
    const char *at = command->keys;
    while (*at) {
        size_t n = strcspn(at, " ");
        if (key_parse(at, n) == key)
            return true;
        at += n;
        at += strspn(at, " ");
    }
    return false;
}

/* Enter arrives as CR or LF, Backspace as BS or DEL, as the terminal is set. */
static uint32_t key_same(uint32_t key)
{
    if (key == '\r' || key == '\n')
        return MBKEY_ENTER;
    return key == 8 || key == 127 ? MBKEY_BACKSPACE : key;
}

static bool feed_count(struct key_state *state, uint32_t key)
{
    if (key < '0' || key > '9' || (key == '0' && state->count == 0))
        return false;
    int digit = (int)(key - '0');
    state->count = state->count > (COUNT_MAX - digit) / 10 ? COUNT_MAX : state->count * 10 + digit;
    return true;
}

/* The command that KEY is in CONTEXT. */
static enum command_id key_command(unsigned context, uint32_t key)
{
    for (size_t i = 0; i < CMD_COUNT; i++) {
        const struct command *command = command_get((enum command_id)i);
        if ((command->contexts & context) && command_has_key(command, key))
            return command->id;
    }
    return CMD_NONE;
}

enum command_id key_feed(struct key_state *state, unsigned context, uint32_t key, int *count, bool *pending)
{
    *count = 0;
    *pending = false;
    if (key >= '1' && key <= '9' && state->count == 0 && key_command(context, key) != CMD_NONE) {
        *count = (int)(key - '0');
        return key_command(context, key);
    }
    *pending = feed_count(state, key);
    if (*pending)
        return CMD_NONE;
    int typed = state->count;
    state->count = 0;
    key = key_same(key);
    if (key == KEY_ESC && typed > 0)
        return CMD_NONE; /* the first Esc takes the count back */
    enum command_id command = key_command(context, key);
    *count = command == CMD_NONE ? 0 : typed;
    return command;
}
