/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Keys into libedit and the line out of it. A callback of libedit is one pass of the loop: it waits for an
 * input, makes a character of it, and hands the line out before each wait. */
#include "config.h"

#include "prompt_private.h"

#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

#include <minutebook/command.h>

#define CANCEL_C 3
#define CANCEL_G 7
#define ESCAPE 27

/* A special key goes in as one private C1 character bound to the editor's function: atomic, alike in
 * all key maps and terminal types, and no unbound sequence can leave its tail in the line. */
static const struct {
    uint32_t key;
    wchar_t stand_in;
    const wchar_t *function;
} prompt_keys[] = {
    {MBKEY_LEFT, 0x81, L"ed-prev-char"},
    {MBKEY_RIGHT, 0x82, L"ed-next-char"},
    {MBKEY_UP, 0x83, L"minutebook-older"},
    {MBKEY_DOWN, 0x84, L"minutebook-newer"},
    {MBKEY_HOME, 0x85, L"ed-move-to-beg"},
    {MBKEY_END, 0x86, L"minutebook-end"},
    {MBKEY_DELETE, 0x87, L"ed-delete-next-char"},
    {MBKEY_BACKSPACE, 0x88, L"ed-delete-prev-char"},
    {MBKEY_PAGE_UP, 0x89, L"minutebook-older"},
    {MBKEY_PAGE_DOWN, 0x8A, L"minutebook-newer"},
    {MBKEY_ENTER, 0x8B, L"ed-newline"},
    {MBKEY_SHIFT_TAB, 0x8C, L"minutebook-tab-back"},
};

bool prompt_key_at(size_t i, wchar_t *stand_in, const wchar_t **function)
{
    if (i >= MB_LENGTH(prompt_keys))
        return false;
    *stand_in = prompt_keys[i].stand_in;
    *function = prompt_keys[i].function;
    return true;
}

/* ---- between wide characters and UTF-8 ---------------------------------------------------------- */

char *utf8_of_wide(const void *parent, const wchar_t *wide, size_t n, size_t *bytes_before, size_t cursor)
{
    char *text = mem_zero_named(parent, n * MB_LEN_MAX + 1, "char");
    size_t used = 0;
    mbstate_t state = {0};
    *bytes_before = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == cursor)
            *bytes_before = used;
        size_t wrote = wcrtomb(text + used, wide[i], &state);
        used += wrote == (size_t)-1 ? 0 : wrote;
    }
    if (cursor >= n)
        *bytes_before = used;
    text[used] = '\0';
    return text;
}

wchar_t *wide_of_utf8(const void *parent, const char *text, size_t max)
{
    size_t left = strlen(text), n = 0;
    wchar_t *wide = mem_zero_named(parent, (max + 1) * sizeof *wide, "wchar_t");
    mbstate_t state = {0};
    while (left > 0 && n < max) {
        size_t used = mbrtowc(&wide[n], text, left, &state);
        if (used == 0 || used > left) /* not UTF-8: one byte is left out */
            memset(&state, 0, sizeof state), wide[n] = 0, used = 1;
        if (wide[n] == L'\n' || wide[n] == L'\r' || wide[n] == L'\t')
            wide[n] = L' ';
        if (wide[n] >= 0x20 && (wide[n] < 0x7F || wide[n] > 0x9F))
            n++;
        text += used;
        left -= used;
    }
    wide[n] = 0;
    return wide;
}

/* ---- keys in, line out -------------------------------------------------------------------------- */

void prompt_modes_back(const struct prompt *prompt)
{
    if (prompt->master < 0)
        reset_prog_mode();
}

char *prompt_text(const void *parent, const struct prompt *prompt, size_t *cursor)
{
    const LineInfoW *line = el_wline(prompt->edit);
    size_t all = (size_t)(line->lastchar - line->buffer), at = (size_t)(line->cursor - line->buffer);
    const wchar_t *hint = wmemchr(line->buffer, L'\n', all); /* libedit's own searches: "\nbck:..." */
    return utf8_of_wide(parent, line->buffer, hint ? (size_t)(hint - line->buffer) : all, cursor, at);
}

static void prompt_tell(struct prompt *prompt)
{
    size_t cursor;
    char *text = prompt_text(NULL, prompt, &cursor);
    prompt_cycle_check(prompt, text, cursor);
    prompt->ops->changed(prompt->to, text, cursor);
    talloc_free(text);
}

/* How one input goes on: the editor gets *out, or the line is given up, or nothing happens. */
enum fed { FED_NOTHING, FED_CHARACTER, FED_CANCEL };

static enum fed feed_paste(struct prompt *prompt, const char *paste, wchar_t *out)
{
    const LineInfoW *line = el_wline(prompt->edit);
    size_t held = (size_t)(line->lastchar - line->buffer);
    wchar_t *wide = wide_of_utf8(NULL, paste, held < LINE_MAX_CHARACTERS ? LINE_MAX_CHARACTERS - held : 0);
    *out = wide[0];
    if (wide[0] && wide[1])
        el_wpush(prompt->edit, wide + 1); /* the rest comes without asking: one refresh for all */
    enum fed fed = wide[0] ? FED_CHARACTER : FED_NOTHING;
    talloc_free(wide);
    return fed;
}

static enum fed feed_alt(struct prompt *prompt, uint32_t key, wchar_t *out)
{
    if (key < 0x20 || key > 0x7E)
        return FED_NOTHING;
    wchar_t after[2] = {(wchar_t)key, 0};
    el_wpush(prompt->edit, after);
    prompt->escaped = false;
    *out = ESCAPE;
    return FED_CHARACTER;
}

static enum fed feed_special(struct prompt *prompt, uint32_t key, wchar_t *out)
{
    prompt->escaped = false;
    for (size_t i = 0; i < MB_LENGTH(prompt_keys); i++) {
        if (prompt_keys[i].key == key) {
            *out = prompt_keys[i].stand_in;
            return FED_CHARACTER;
        }
    }
    return FED_NOTHING;
}

static enum fed feed_key(struct prompt *prompt, uint32_t key, wchar_t *out)
{
    const LineInfoW *line = el_wline(prompt->edit);
    bool empty = line->lastchar == line->buffer, full = line->lastchar - line->buffer >= LINE_MAX_CHARACTERS;
    if (key >= KEY_SPECIAL)
        return feed_special(prompt, key, out);
    if (key == CANCEL_C || key == CANCEL_G || (key == ESCAPE && (!prompt->vi || prompt->escaped || empty)))
        return FED_CANCEL;
    prompt->escaped = key == ESCAPE;
    if ((key >= 0x80 && key < 0xA0) || (full && key >= 0x20)) /* C1 are our stand-ins, never typed */
        return FED_NOTHING;
    *out = (wchar_t)key;
    return FED_CHARACTER;
}

static enum fed feed(struct prompt *prompt, const struct input *input, wchar_t *out)
{
    if (input->kind == INPUT_PASTE)
        return feed_paste(prompt, input->paste, out);
    if (input->kind == INPUT_ALT)
        return feed_alt(prompt, input->key, out);
    return feed_key(prompt, input->key, out);
}

int prompt_character(EditLine *edit, wchar_t *out)
{
    struct prompt *prompt = NULL;
    el_get(edit, EL_CLIENTDATA, &prompt);
    prompt_modes_back(prompt);
    enum fed fed = FED_NOTHING;
    while (fed == FED_NOTHING) {
        struct input input;
        prompt_tell(prompt);
        fed = prompt->ops->next(prompt->to, &input) ? feed(prompt, &input, out) : FED_CANCEL;
    }
    errno = 0; /* libedit would take an old EINTR for ours */
    return fed == FED_CHARACTER ? 1 : -1;
}
