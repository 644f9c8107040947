/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The first look: all words of all questions in one automaton (Aho and Corasick's), which reads each byte of a
 * sentence once. Bytes that no word has are one letter to it. */
#include "config.h"

#include "look.h"

#include <string.h>

#define STATES_MOST 60000
#define LETTERS 64 /* of the words; the first is every byte that none has */

struct state {
    uint16_t next[LETTERS]; /* while words are added: 0 is none */
    uint16_t fail;          /* the longest end of it that begins a word, too */
    unsigned *questions;    /* that the word which ends here answers */
    size_t n_questions;
};

struct first_look {
    struct state *states; /* the first is the beginning */
    size_t n_states;
    uint16_t *told; /* of each state the nearest along `fail`, itself first, with questions, 0 for none: by themselves, as every byte asks for one */
    unsigned char letter[256];
    unsigned n_letters;
    char **keys; /* of each question its words as one text, for finding it again */
    size_t n_keys;
};

struct first_look *first_look_new(const void *parent)
{
    struct first_look *look = mem_new(parent, struct first_look);
    look->n_letters = 1;
    (void)mem_append(look, look->states, look->n_states);
    (void)mem_append(look, look->keys, look->n_keys);
    return look;
}

/* ---- questions -------------------------------------------------------------------------------------------- */

/* Can it be a word here, and is there room for it? */
static bool word_fits(struct first_look *look, const char *word)
{
    if (!*word || look->n_states + strlen(word) >= STATES_MOST)
        return false;
    for (; *word; word++) {
        unsigned char c = (unsigned char)*word;
        if (c >= 0x80 || (c >= 'A' && c <= 'Z') || (!look->letter[c] && look->n_letters == LETTERS))
            return false;
        if (!look->letter[c])
            look->letter[c] = (unsigned char)look->n_letters++;
    }
    return true;
}

static void add_word(struct first_look *look, const char *word, unsigned question)
{
    size_t at = 0;
    for (; *word; word++) {
        unsigned char letter = look->letter[(unsigned char)*word];
        if (!look->states[at].next[letter]) {
            look->states[at].next[letter] = (uint16_t)look->n_states;
            (void)mem_append(look, look->states, look->n_states);
        }
        at = look->states[at].next[letter];
    }
    struct state *state = &look->states[at];
    *mem_append(look, state->questions, state->n_questions) = question;
}

unsigned first_look_add(struct first_look *look, char *const *words, size_t n)
{
    struct buf key;
    buf_init(&key, look, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < n; i++) {
        if (!word_fits(look, words[i])) {
            buf_release(&key);
            return 0;
        }
        buf_printf(&key, "%s\n", words[i]);
    }
    char *text = buf_take(&key);
    for (size_t i = 1; i < look->n_keys; i++) {
        if (strcmp(look->keys[i], text) == 0) {
            talloc_free(text);
            return (unsigned)i;
        }
    }
    unsigned question = (unsigned)look->n_keys;
    *mem_append(look, look->keys, look->n_keys) = text;
    for (size_t i = 0; i < n; i++)
        add_word(look, words[i], question);
    return question;
}

/* ---- the automaton ----------------------------------------------------------------------------------------- */

/* Breadth first, so that what `fail` leads to is finished before it is asked. */
void first_look_done(struct first_look *look)
{
    struct state *states = look->states;
    uint16_t *told = look->told = mem_zero_named(look, look->n_states * sizeof *told, "told");
    uint16_t *queue = mem_zero_named(look, look->n_states * sizeof *queue, "queue");
    size_t head = 0, tail = 0;
    queue[tail++] = 0;
    while (head < tail) {
        size_t at = queue[head++];
        struct state *state = &states[at];
        told[at] = state->n_questions ? (uint16_t)at : told[state->fail];
        for (unsigned letter = 1; letter < look->n_letters; letter++) {
            uint16_t next = state->next[letter], other = at ? states[state->fail].next[letter] : 0;
            if (next) {
                states[next].fail = other;
                queue[tail++] = next;
            } else {
                state->next[letter] = other;
            }
        }
    }
    talloc_free(queue);
}

static void tell(const struct first_look *look, size_t at, uint64_t *answers)
{
    for (at = look->told[at]; at; at = look->told[look->states[at].fail]) {
        const struct state *state = &look->states[at];
        for (size_t i = 0; i < state->n_questions; i++)
            answers[state->questions[i] / 64] |= (uint64_t)1 << (state->questions[i] % 64);
    }
}

/* The byte at AT as words have it; *n bytes of the text stand for it. */
static unsigned char small_at(const char *text, size_t left, size_t *n)
{
    unsigned char c = (unsigned char)*text;
    *n = 1;
    if (c >= 'a' && c <= 'z')
        return c;
    if (c >= 'A' && c <= 'Z')
        return (unsigned char)(c + ('a' - 'A'));
    if (left >= 2 && memcmp(text, "\xC5\xBF", 2) == 0) { /* U+017F, a long s */
        *n = 2;
        return 's';
    }
    if (left >= 3 && memcmp(text, "\xE2\x84\xAA", 3) == 0) { /* U+212A, the sign of kelvins */
        *n = 3;
        return 'k';
    }
    return c;
}

uint64_t *first_look_at(const void *parent, const struct first_look *look, const char *text, size_t n)
{
    uint64_t *answers = mem_zero_named(parent, (look->n_keys / 64 + 1) * sizeof *answers, "answers");
    size_t state = 0, used;
    for (size_t at = 0; at < n; at += used) {
        state = look->states[state].next[look->letter[small_at(text + at, n - at, &used)]];
        if (look->told[state])
            tell(look, state, answers);
    }
    return answers;
}
