/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A walk through the screens without a terminal: commands, keys and lines in, the grid out; jobs run at
 * once, as the terminal would have them done. */
#ifndef MINUTEBOOK_TESTS_WALK_H
#define MINUTEBOOK_TESTS_WALK_H

#include "screens/town.h"

struct walk {
    struct browser *browser;
    struct program *program;
    struct grid *grid;
};

struct walk *walk_new(const void *parent, const char *path, int width, int height);
/* Serve what a command asks for as the terminal would, jobs at once. */
void serve(struct walk *walk, unsigned reactions);
void do_command(struct walk *walk, enum command_id command);
void do_line(struct walk *walk, const char *line); /* as typed after ":" */
void type_keys(struct walk *walk, const char *keys);
void resize(struct walk *walk, int width, int height);
char *shown(struct walk *walk);    /* the screen as text */
char *row_here(struct walk *walk); /* the row with the cursor */
/* Are WORDS on the screen, not on it, in the row with the cursor? */
void assert_shows(struct walk *walk, const char *words);
void assert_hides(struct walk *walk, const char *words);
void assert_here(struct walk *walk, const char *words);
/* Compare with golden/NAME-WIDTHxHEIGHT.txt; at 80 columns with its styles. */
void golden(struct walk *walk, const char *name);
/* The screen that KEYS and then LINE (NULL: none) lead to, at all sizes. */
void golden_sizes(const void *parent, const char *path, const char *name, const char *keys, const char *line);
/* The same at the three sizes that people have. */
void golden_usual(const void *parent, const char *path, const char *name, const char *keys, const char *line);

#endif
