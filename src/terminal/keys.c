/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Bytes to keys. curses' own get_wch() without delay loses a character whose bytes come in two reads,
 * so bytes are read with getch() and decoded here, with state. A paste is gathered until its end mark;
 * an escape sequence that means nothing to us disappears whole, because its tail would be commands. */
#include "config.h"

#include "keys.h"

#include <curses.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

#include <minutebook/command.h>

#define PASTE_MAX ((size_t)64 << 10) /* far more than a line takes; the rest is swallowed */
#define KEY_PASTE_BEGIN (KEY_MAX - 10)
#define KEY_PASTE_END (KEY_MAX - 9)
#define ESCAPE 27
#define BELL 7
#define RUBOUT 127

struct keys {
    mbstate_t decoder;
    bool inside;        /* a character's first bytes are decoded, its last are to come */
    bool held_escape;   /* Esc Esc: the second is still to be told */
    bool pasting;
    bool paste_is_told; /* `paste` went out with the last call */
    struct buf paste;
};

static const struct {
    int curses;
    uint32_t key;
} special_keys[] = {
    {KEY_UP, MBKEY_UP},           {KEY_DOWN, MBKEY_DOWN},           {KEY_LEFT, MBKEY_LEFT},
    {KEY_RIGHT, MBKEY_RIGHT},     {KEY_HOME, MBKEY_HOME},           {KEY_END, MBKEY_END},
    {KEY_FIND, MBKEY_HOME},       {KEY_SELECT, MBKEY_END},          {KEY_PPAGE, MBKEY_PAGE_UP},
    {KEY_NPAGE, MBKEY_PAGE_DOWN}, {KEY_ENTER, MBKEY_ENTER},         {KEY_BACKSPACE, MBKEY_BACKSPACE},
    {KEY_DC, MBKEY_DELETE},       {KEY_IC, MBKEY_INSERT},           {KEY_BTAB, MBKEY_SHIFT_TAB},
    {KEY_SLEFT, MBKEY_SHIFT_LEFT}, {KEY_SRIGHT, MBKEY_SHIFT_RIGHT},
};

/* What terminals send whatever their description says: pasting, and Home, End and the arrows of
 * emulators that call themselves something else. */
static const struct {
    const char *bytes;
    int curses;
} extra_sequences[] = {
    {"\033[200~", KEY_PASTE_BEGIN}, {"\033[201~", KEY_PASTE_END},
    {"\033[H", KEY_HOME},  {"\033OH", KEY_HOME},  {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME},
    {"\033[F", KEY_END},   {"\033OF", KEY_END},   {"\033[4~", KEY_END},  {"\033[8~", KEY_END},
    {"\033[A", KEY_UP},    {"\033OA", KEY_UP},    {"\033[B", KEY_DOWN},  {"\033OB", KEY_DOWN},
    {"\033[C", KEY_RIGHT}, {"\033OC", KEY_RIGHT}, {"\033[D", KEY_LEFT},  {"\033OD", KEY_LEFT},
    {"\033[Z", KEY_BTAB},  {"\033[1;2C", KEY_SRIGHT}, {"\033[1;2D", KEY_SLEFT},
};

struct keys *keys_new(const void *parent)
{
    struct keys *keys = mem_new(parent, struct keys);
    buf_init(&keys->paste, keys, PASTE_MAX);
    for (size_t i = 0; i < MB_LENGTH(extra_sequences); i++)
        if (key_defined(extra_sequences[i].bytes) <= 0)
            define_key(extra_sequences[i].bytes, extra_sequences[i].curses);
    define_key(NULL, KEY_MOUSE); /* never asked for; a stray report is dropped like any sequence */
    return keys;
}

static uint32_t key_of_curses(int code)
{
    for (size_t i = 0; i < MB_LENGTH(special_keys); i++)
        if (special_keys[i].curses == code)
            return special_keys[i].key;
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return MBKEY_F1 + (uint32_t)(code - KEY_F(1));
    return 0;
}

/* Control characters that have a key of their own; all others are keys as they come. */
static uint32_t key_of_character(int character)
{
    if (character == '\r' || character == '\n')
        return MBKEY_ENTER;
    return character == RUBOUT ? MBKEY_BACKSPACE : (uint32_t)character;
}

/* One character or curses code, what is available now. */
enum token { TOKEN_NONE, TOKEN_CHARACTER, TOKEN_CODE };

static enum token keys_token(struct keys *keys, int *value)
{
    for (;;) {
        int byte = getch();
        if (byte == ERR)
            return TOKEN_NONE;
        *value = byte;
        if (byte > 0xFF) {
            memset(&keys->decoder, 0, sizeof keys->decoder);
            keys->inside = false;
            return TOKEN_CODE;
        }
        char c = (char)byte;
        wchar_t wide;
        size_t n = mbrtowc(&wide, &c, 1, &keys->decoder);
        if (n == (size_t)-2) {
            keys->inside = true;
            continue;
        }
        if (n == (size_t)-1) { /* drop what was wrong; the byte itself may begin a good character */
            memset(&keys->decoder, 0, sizeof keys->decoder);
            if (keys->inside)
                ungetch(byte);
            keys->inside = false;
            continue;
        }
        keys->inside = false;
        *value = (int)wide;
        return TOKEN_CHARACTER;
    }
}

/* The rest of a control sequence (ECMA-48): CSI to its final byte, SS3 one byte, strings to BEL or ST. */
static void keys_drop_sequence(struct keys *keys, int introducer)
{
    int value = 0;
    bool is_string = introducer == ']' || introducer == 'P' || introducer == '_' || introducer == '^';
    while (keys_token(keys, &value) == TOKEN_CHARACTER) {
        if (introducer == 'O')
            return;
        if (is_string ? value == BELL || value == '\\' : value >= 0x40 && value <= 0x7E)
            return;
    }
}

/* After Esc: alone, Alt with a character, or a sequence nobody bound. False: nothing to tell. */
static bool keys_after_escape(struct keys *keys, struct input *input)
{
    int value;
    enum token token = keys_token(keys, &value);
    *input = (struct input){.kind = INPUT_KEY, .key = ESCAPE};
    if (token == TOKEN_NONE)
        return true;
    if (token == TOKEN_CODE)
        return false;
    if (value == ESCAPE) {
        keys->held_escape = true;
        return true;
    }
    if (value > 0 && value < RUBOUT && strchr("[O]P_^", value)) {
        keys_drop_sequence(keys, value);
        return false;
    }
    *input = (struct input){.kind = INPUT_ALT, .key = (uint32_t)value};
    return true;
}

/* One more character of a paste; true when it is whole. */
static bool keys_paste(struct keys *keys, enum token token, int value, struct input *input)
{
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    if (token == TOKEN_CODE && value == KEY_PASTE_END) {
        keys->pasting = false;
        keys->paste_is_told = true;
        *input = (struct input){.kind = INPUT_PASTE, .paste = keys->paste.data ? keys->paste.data : ""};
        return true;
    }
    size_t n = token == TOKEN_CHARACTER && value ? wcrtomb(bytes, (wchar_t)value, &state) : (size_t)-1;
    if (n != (size_t)-1)
        buf_add(&keys->paste, bytes, n);
    return false;
}

static bool keys_of_code(struct keys *keys, int code, struct input *input)
{
    if (code == KEY_PASTE_BEGIN) {
        keys->pasting = true;
        buf_clear(&keys->paste);
        return false;
    }
    *input = (struct input){.kind = INPUT_KEY, .key = key_of_curses(code)};
    return input->key != 0;
}

bool keys_next(struct keys *keys, struct input *input)
{
    if (keys->paste_is_told) {
        keys->paste_is_told = false;
        buf_clear(&keys->paste);
    }
    for (;;) {
        int value = ESCAPE;
        enum token token = keys->held_escape ? TOKEN_CHARACTER : keys_token(keys, &value);
        keys->held_escape = false;
        if (token == TOKEN_NONE)
            return false;
        if (keys->pasting) {
            if (keys_paste(keys, token, value, input))
                return true;
        } else if (token == TOKEN_CODE) {
            if (keys_of_code(keys, value, input))
                return true;
        } else if (value == ESCAPE) {
            if (keys_after_escape(keys, input))
                return true;
        } else {
            *input = (struct input){.kind = INPUT_KEY, .key = key_of_character(value)};
            return true;
        }
    }
}

bool keys_silence(struct keys *keys)
{
    bool dropped = keys->pasting;
    memset(&keys->decoder, 0, sizeof keys->decoder);
    keys->inside = keys->pasting = false;
    if (dropped)
        buf_clear(&keys->paste);
    return dropped;
}
