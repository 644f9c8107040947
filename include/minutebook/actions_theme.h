/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* actions, themes: do two titles name the same topic? Papers rename their topics from one meeting to the next, and most words of a
 * title are those of every title; so words that tell nothing are left out, and so are those of the committee's own name. An offer to
 * the eye, nothing is stored. Better one title missed than a wrong one listed. */
#ifndef MINUTEBOOK_ACTIONS_THEME_H
#define MINUTEBOOK_ACTIONS_THEME_H

#include <minutebook/actions.h>

/* What a title is about. */
struct theme;
/* Titles taken together: a word that stands in many different ones ("school") makes no two of them one topic by itself. */
struct themes;

struct themes *themes_new(const void *parent);
/* What TITLE of an item or entry of COMMITTEE (NULL: not known) is about; THEMES owns it. COUNTED: of an item, whose words count. */
const struct theme *themes_add(struct themes *themes, const char *title, const char *committee, bool counted);
/* Once all titles are added: do they name the same topic? By the same words; by the same name before a colon or dash; by an acronym and
 * another word, or an acronym alone; by all words of the shorter that tell something, and within a committee by most of them where one
 * stands in few different titles. One such word alone is enough only within a committee, between short titles, and where it is as rare. */
bool theme_is_same(const struct themes *themes, const struct theme *a, const struct theme *b);
/* How many words that tell something both have. */
size_t theme_shared(const struct themes *themes, const struct theme *a, const struct theme *b);
/* Does OTHER hold every word that ASKED has, whatever the word? For what a member typed. */
bool theme_holds(const struct theme *asked, const struct theme *other);
/* Do the N bytes of TEXT, a sentence, name it: an acronym of it, or all its words that tell something? *AT is the byte
 * where the first word of it stands that decided. */
bool theme_is_said(struct themes *themes, const struct theme *theme, const char *text, size_t n, size_t *at);
/* Has it a word that tells something? Two of them, or an acronym: then texts can be asked for it, too. */
bool theme_tells(const struct theme *theme);
bool theme_is_sharp(const struct theme *theme);
/* Those words in small letters, in their order, PARENT's; or its acronyms alone. */
struct strings theme_words(const void *parent, const struct themes *themes, const struct theme *theme, bool acronyms);

#endif
