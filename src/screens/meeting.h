/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Meeting screen: meeting.c moves about in it, meeting_load.c reads and chooses, meeting_panes.c says
 * what stands in its panes and meeting_about.c in the one about an item, meeting_beside.c sets a second text beside
 * the first. */
#ifndef MINUTEBOOK_SCREENS_MEETING_H
#define MINUTEBOOK_SCREENS_MEETING_H

#include "links.h"
#include "private.h"

enum meeting_pane { PANE_AGENDA, PANE_TEXTS, PANE_ABOUT = PANE_TEXTS + TEXT_COUNT, PANE_BESIDE };

/* The item in view; a talloc block freed with the next choice. */
struct chosen {
    const struct item *item; /* borrowed from the meeting */
    char *raw[TEXT_COUNT];   /* as stored; NULL where there is none */
    struct safe clean[TEXT_COUNT];
    struct text_links links[TEXT_COUNT];
    struct founds {
        struct found {
            const struct action *action; /* of the meeting screen */
            size_t start, end;           /* its sentence, in bytes of the clean text */
        } * at;
        size_t n;
    } found[TEXT_COUNT]; /* in order of their places */
};

struct meeting_screen {
    struct screen screen;
    char *id; /* as it was opened; the meeting's own may be newer */
    int position;
    struct meeting *meeting;       /* child of the screen, freed with the next load */
    struct committee_offer *offer; /* child of the meeting */
    struct actions actions;        /* follow-ups of this meeting, kept, refused and to check, on the meeting */
    const struct found *found_here; /* the one whose sentence is laid out as under the cursor */
    struct programmes programmes;  /* those printed with it, on the meeting */
    struct healed_minutes healed;  /* on the meeting */
    struct notes notes;            /* on the meeting */
    struct item_reads reads;       /* on the meeting */
    struct changed {               /* between its papers */
        char *papers;              /* of which it was counted: it is not done again while they are the same */
        int n, *of;                /* of each item, by its position; of the meeting itself at 0 */
        bool *latest;              /* is each item in the latest edition? */
        size_t n_of;
    } changed;
    struct chosen *chosen;
    enum item_text beside;        /* asked for in the right pane; TEXT_COUNT: the details */
    enum item_text second;        /* what stands there now */
    bool swept;                   /* its texts have been looked through for follow-ups */
    bool show_hits;               /* opened at a hit of the last search */
    bool straight;                /* opened at a place in a text, and its agenda not looked at since: Esc leads back from there */
    struct from_number {
        size_t pane;
        int number; /* 0: none was followed */
        size_t offset;
    } from_number; /* where a number in a text was followed to its footnote or address */
    enum passage_kind first_kind; /* where it is opened; PASSAGE_KINDS: at the agenda */
    size_t first_offset;
};

static inline struct meeting_screen *meeting_of(struct screen *screen)
{
    return (struct meeting_screen *)screen;
}

static inline bool is_text_pane(size_t pane)
{
    return (pane >= PANE_TEXTS && pane < PANE_ABOUT) || pane == PANE_BESIDE;
}
/* The text that a pane of text shows. */
enum item_text text_of_pane(const struct meeting_screen *ms, size_t pane);
/* Set the right pane for the item and the text in the middle. */
void meeting_set_beside(struct meeting_screen *ms);
void meeting_settle(struct screen *screen);
unsigned meeting_beside(struct meeting_screen *ms);         /* P */
unsigned meeting_next_text(struct meeting_screen *ms);      /* p */
unsigned meeting_turn_to(struct meeting_screen *ms, const char *number); /* :page */
unsigned meeting_footnote(struct meeting_screen *ms, const char *number); /* Enter in a text, :footnote; NULL: that of the line */
bool meeting_has_number(struct meeting_screen *ms);                      /* does Enter lead anywhere from this line? */
enum offer meeting_offers(struct screen *screen, enum command_id command); /* for the hints */
unsigned meeting_how_to_get(struct meeting_screen *ms);     /* F */

enum status meeting_load(struct screen *screen, struct err *err) MB_MUST_CHECK;
int meeting_changes_in(const struct meeting_screen *ms, int position); /* how many changes between its papers the item has */
/* Choose the item at POSITION; the agenda's cursor goes there. */
void meeting_go(struct meeting_screen *ms, int position);
void meeting_follow_agenda(struct meeting_screen *ms); /* its cursor has moved: that item is chosen */
void meeting_agenda_fill(struct screen *screen, struct page *page);
void meeting_text_fill(struct screen *screen, struct page *page);
void meeting_banner_fill(struct screen *screen, struct page *page);
void meeting_about_fill(struct screen *screen, struct page *page);

/* ---- meeting_found.c: follow-ups in the texts ---- */

#define FOUND_KEY "found:"   /* of a row of the details that is to check, before its id */
#define ACTION_KEY "action:" /* of one on the tracker */
void meeting_find(struct meeting_screen *ms, struct chosen *chosen);
const struct found *meeting_found_here(struct meeting_screen *ms); /* under the cursor; NULL */
void meeting_mark_sentence(struct meeting_screen *ms);
/* Of ITEM, or of all (NULL). */
struct follow_up_counts meeting_counts(const struct actions *actions, const struct meeting *meeting, const struct item *item);
/* How many were found in ITEM, whatever became of them. */
int meeting_found_count(const struct actions *actions, const struct meeting *meeting, const struct item *item);
char *meeting_found_words(const void *parent, struct meeting_screen *ms);
/* The references of follow-ups beside TEXT, and the margin they take in a pane of WIDTH. */
void meeting_notes(const void *local, const struct meeting_screen *ms, enum item_text text, int width, struct flow *flow);
unsigned meeting_next_to_check(struct meeting_screen *ms, enum command_id command); /* > and < */
bool meeting_go_to_action(struct meeting_screen *ms, const char *id);               /* to its sentence */
void meeting_follow_ups(struct screen *screen, enum reach reach, const void *local, struct actions *out);
unsigned meeting_set(struct meeting_screen *ms, const struct request *request); /* = on a follow-up; or NOT_MINE */
unsigned meeting_all_about(struct meeting_screen *ms); /* H */
void meeting_go_on(struct screen *screen, enum command_id after, const struct id_set *judged);

/* With the member's NOTES on its items, and which of them were read; either may be empty. */
void agenda_page(struct page *page, const struct meeting *meeting, const struct actions *actions, const struct notes *notes,
                 const struct item_reads *reads);
unsigned meeting_turn_read(struct meeting_screen *ms); /* m */
/* The text TEXT of an item with what must be said before and after it. */
void text_page(struct page *page, const struct item *item, enum item_text text, const struct flow *flow,
               const struct text_links *links);
/* "Full minute held since 2 December 2022; before that cut off." where that is so. */
void say_healed(struct page *page, const struct healed_minutes *healed, const struct item *item);
/* Instead of a text, where no paper of the meeting is held; with KEYS it names commands. */
void no_paper_page(struct page *page, const struct meeting *meeting, bool keys);
/* What is said above a text: exempt, cut off, and the HIDDEN characters the gate counted in it. With KEYS it says
 * which key tells more. FOUND is what there is to check, NULL: nothing is said of it. */
void text_banner(struct page *page, const struct item *item, enum item_text text, unsigned hidden, bool keys,
                 const char *found);
/* With KEYS it says which key tells more. */
void about_page(struct page *page, const struct meeting_screen *screen, struct date as_at, bool keys);

#endif
