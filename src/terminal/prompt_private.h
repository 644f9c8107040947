/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of the typed line share: prompt.c makes and reads it, prompt_feed.c brings keys in and the line
 * out, prompt_recall.c looks among the lines typed before, prompt_complete.c goes on with a word. */
#ifndef MINUTEBOOK_TERMINAL_PROMPT_PRIVATE_H
#define MINUTEBOOK_TERMINAL_PROMPT_PRIVATE_H

#include "prompt.h"

#include <histedit.h>
#include <stdio.h>

#define LINE_MAX_CHARACTERS 4096

/* Lines typed before at the prompts of one name; libedit's own list, which vi's k and / look through. */
struct past {
    char *name;
    HistoryW *lines;
};

/* Where a walk through them stands. It goes on while the line is as the walk left it. */
struct recall {
    wchar_t *typed; /* the line before the walk; NULL: none under way */
    size_t prefix;  /* characters of it before the cursor: what an older line must begin with */
    wchar_t *shown; /* as the walk left the line */
    int place;      /* 1 the newest; 0 the typed one */
};

/* The choices that Tab goes through. They go as soon as the line is another than Tab left. */
struct cycle {
    struct completion *completion; /* NULL: none under way */
    size_t chosen;                 /* n: none yet */
    char *line;                    /* as Tab left it */
    size_t cursor;                 /* bytes */
};

struct prompt {
    EditLine *edit;
    FILE *nowhere;
    int master, slave; /* master -1: the slave is the real terminal */
    bool vi;
    bool escaped;      /* vi: the last key was Esc; a second one gives up */
    struct past *pasts;
    size_t n_pasts;
    struct past *past; /* of the line being read */
    struct recall recall;
    struct cycle cycle;
    const struct prompt_ops *ops;
    void *to;
};

/* ---- prompt_feed.c: between wide characters and UTF-8 (LC_CTYPE is UTF-8 once the face runs) ---- */

char *utf8_of_wide(const void *parent, const wchar_t *wide, size_t n, size_t *bytes_before, size_t cursor);
/* What may go into the line: breaks and tabs as blanks, other control characters left out. */
wchar_t *wide_of_utf8(const void *parent, const char *text, size_t max);
/* The line as it stands, without what libedit writes behind it while it searches. Child of PARENT. */
char *prompt_text(const void *parent, const struct prompt *prompt, size_t *cursor);
/* EL_GETCFN: called by libedit for the next character; -1 ends el_wgets() without a line. */
int prompt_character(EditLine *edit, wchar_t *out);
/* The key that stands for a special one, bound to FUNCTION; false past the last. */
bool prompt_key_at(size_t i, wchar_t *stand_in, const wchar_t **function);
/* Without a terminal of its own libedit has put the real one into its modes. */
void prompt_modes_back(const struct prompt *prompt);

/* ---- prompt_recall.c ------------------------------------------------------------------------------ */

void prompt_past_open(struct prompt *prompt, const char *name); /* read from now on with these lines before it */
void prompt_past_add(struct prompt *prompt, const char *line);
void prompt_past_free(struct prompt *prompt);
unsigned char prompt_older(EditLine *edit, int key); /* the next older line that begins as this one did */
unsigned char prompt_newer(EditLine *edit, int key);

/* ---- prompt_complete.c ---------------------------------------------------------------------------- */

unsigned char prompt_tab(EditLine *edit, int key);
unsigned char prompt_tab_back(EditLine *edit, int key);
/* The line is LINE now: choices that were for another one go. */
void prompt_cycle_check(struct prompt *prompt, const char *line, size_t cursor);
void prompt_cycle_end(struct prompt *prompt);

#endif
