/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What changed between the papers of a meeting, as lines: change_words.c sets two texts into one, change_report.c two
 * reports, change_table.c two tables, changes_page.c says of each change what it is of, and changes.c is the screen.
 * Everything but the screen is pure. */
#ifndef MINUTEBOOK_SCREENS_CHANGES_H
#define MINUTEBOOK_SCREENS_CHANGES_H

#include "page.h"
#include "words.h"

/* What is gone and what is new stands between these signs, line by line, so that it can be read without any style. */
#define SIGN_GONE "[-"
#define SIGN_GONE_END "-]"
#define SIGN_NEW "{+"
#define SIGN_NEW_END "+}"

/* A text in which what is gone stands beside what is new, of a text of the new paper. It passed the gate. */
struct changed_text {
    void *parent;
    struct buf out;
    struct changed_part {
        size_t start, end; /* of `out` */
        size_t place;      /* in the text of the new paper; of what is gone, where it stood */
        enum style style;
    } * at;
    size_t n;
};
void changed_text_start(struct changed_text *text, void *parent);
/* N bytes of TEXT as they are, after a blank. */
void changed_text_put(struct changed_text *text, enum style style, const char *words, size_t n, size_t place);
void changed_text_break(struct changed_text *text); /* what follows begins a line */
/* OLD that is gone or NEW that came, whole. */
void changed_text_mark(struct changed_text *text, enum change_kind kind, const char *words, size_t n, size_t place);
/* OLD and NEW word by word; NEW begins at PLACE. With FOLD long stretches that are the same are only counted. */
void changed_text_compare(struct changed_text *text, const char *old_text, const char *new_text, size_t place, bool fold);
/* Wrapped from X on, each line a row of KEY with its place. A line within a longer change has its sign in the margin. */
void changed_text_page(struct page *page, const struct changed_text *text, int x, int hang, const char *key);

/* The reports of CHANGE block by block: what is the same is counted, paragraphs word by word, tables cell by cell. */
void changed_report_page(struct page *page, const struct meeting_change *change, int x, const char *key);
/* Do two tables of one place in two reports seem to be one? */
bool tables_are_one(const struct block *old, const struct block *new);
/* Its rows and cells; *PLACE is where it begins in the report's text. */
void changed_table_page(struct page *page, const struct block *old, const struct block *new, size_t place, int x, const char *key);
/* A table that only one of the papers has. */
void single_table_page(struct page *page, const struct block *table, enum change_kind kind, size_t place, int x, const char *key);

/* "12 changes in 5 items" */
char *changes_counted(const void *parent, const struct meeting_changes *changes);
char *change_key(const void *parent, const struct meeting_change *change); /* of its rows */
char *change_where(const void *parent, const struct meeting_change *change); /* "item 3, minute 33 > Report" */
/* "may-pack.txt (agenda pack, came 2 May 2024)" */
char *changed_paper_words(const void *parent, const struct changed_paper *paper);
/* All of them; N_PAPERS of the meeting are held. */
void changes_page(struct page *page, const struct meeting_changes *changes, size_t n_papers);

#endif
