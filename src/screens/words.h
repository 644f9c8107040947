/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of the screens: names shortened, facts about meetings and items each in one place, and which
 * item an entry of a work programme was taken at. Pure. */
#ifndef MINUTEBOOK_SCREENS_WORDS_H
#define MINUTEBOOK_SCREENS_WORDS_H

#include <minutebook/base_lookup.h>
#include <minutebook/screens.h>

/* ---- names.c, facts.c, pair.c: words ------------------------------------------------------------------ */

/* A committee's name in at most WIDTH cells (0: as many as it takes): whole, with "O&S", or cut; NULL says "committee
 * not stated". */
char *name_committee(const void *parent, const char *committee, int width);
char *name_in_list(const void *parent, const char *committee, int width); /* always with "O&S" */
char *name_stem(const void *parent, const char *committee);               /* "Children and Families" */
const char *name_body(const char *committee); /* "Panel", "Committee"; "meeting" where not said */
char *words_count(const void *parent, int n, const char *one, const char *many); /* "1 report", "3 reports" */
char *words_thousands(const void *parent, size_t n);                             /* "12,345" */
size_t words_shared_folder(const struct strings *paths);                         /* bytes of it */
/* A refusal as intake says it, its PATH without the FOLDER that was named anyway: "\"letter.docx\": a ZIP or Word document" */
char *words_refusal(const void *parent, const char *refusal, const char *path, size_t folder);
void pace_now(struct pace *pace); /* its time until now, however long its step takes */
char *words_range(const void *parent, const char *pages);                        /* "1 - 10" as "1–10" */
char *words_join(const void *parent, const struct strings *parts, const char *between);
char *words_as_at(const void *parent, const struct program *program, bool weekday);

/* Facts about a meeting, each in one place (screens.md 2). NULL where there is nothing to say; with KEYS
 * they name the key that tells more. */

/* "Thursday 3 November 2022, worked out" */
char *fact_day(const void *parent, struct date date, enum date_basis basis);
/* "agenda, 4 reports, minutes (3 cut off)" */
char *fact_meeting_line(const void *parent, const struct meeting_row *row);
/* ---- standing.c: does it take place, and how is it known */

/* "cancelled", "postponed"; NULL where the meeting takes place as far as is known. */
const char *status_called_off(const char *status);
/* The same of a meeting with what its paper prints, where that says more: "postponed (printed: “Postponed to 4 March”)". */
char *fact_called_off(const void *parent, const struct meeting *meeting);
/* Nothing of it is held: it has been entered by hand, or a list of the council names it. */
bool meeting_has_no_paper(const struct meeting *meeting);
bool meeting_is_listed(const struct meeting *meeting);
/* Then: "no paper held yet; entered by you" */
const char *fact_no_paper(bool listed, const char *status);
/* The same in sentences: how it is known, how its papers come, and where its page is. */
/* The address of the meeting's page, which has all that the council gives of it, or from where it is found; NULL not known. */
char *fact_page(const void *parent, const struct meeting *meeting);
struct strings fact_how_known(const void *parent, const struct meeting *meeting);
/* The same and what there is to check, in pieces: TO_CHECK as count_to_check() gives it. */
struct strings fact_meeting_found(const void *parent, const struct meeting_row *row, int to_check);
/* "from the agenda pack and the meeting page, joined (I: why)" */
char *fact_sources(const void *parent, const struct meeting *meeting, bool keys);
/* "3 of 9 minutes cut off · 1 report not held (item 6)" */
char *fact_gaps(const void *parent, const struct meeting *meeting);
/* "probably Health Panel, because ..." */
char *fact_offer(const void *parent, const struct committee_offer *offer);
/* disagree.c: "time: the agenda pack says 10.00 am; the meeting page says 10.30 am"; of a text only that it differs */
char *fact_alternative(const void *parent, const struct meeting *meeting, const struct alternative *other);
int alternative_position(const struct alternative *other); /* of the item it is of; 0: of the meeting */
bool alternative_is_text(const struct alternative *other);
bool alternative_matters(const struct alternative *other); /* to whoever wants to be there: day, time, venue */
void fact_disagree(const void *parent, const struct meeting *meeting, struct strings *out); /* all of them, under a heading */
/* All of it, as lines. */
struct strings fact_why(const void *parent, const struct meeting *meeting, const struct committee_offer *offer);

/* Facts about an item. */

/* "item 7, minute 555" */
char *fact_item_number(const void *parent, const struct item *item);
/* "to follow, since published, not held" */
char *fact_follow(const void *parent, const struct item *item);
char *fact_exempt(const void *parent, const struct item *item);
/* "Report held: pages 11–16, 5 paragraphs, 13 tables" */
char *fact_report(const void *parent, const struct item *item);
/* The lines under its title in the agenda. */
struct strings fact_item_notes(const void *parent, const struct item *item);
/* "Full minute held since 2 December 2022; before that cut off." */
char *fact_healed(const void *parent, struct date since);
#define FACT_CUT "Cut off on the council's page: the end of this minute is missing."

/* The texts an item can have, in the order `p` goes through them. */
enum item_text { TEXT_MINUTE, TEXT_REPORT, TEXT_AGENDA, TEXT_DECISION, TEXT_COUNT };
extern const enum passage_kind item_text_passage[TEXT_COUNT];
extern const char *const item_text_place[TEXT_COUNT]; /* as action_place() wants it */
bool item_has_text(const struct item *item, enum item_text text);
char *fact_text_name(const void *parent, const struct item *item, enum item_text text); /* "Minute 555" */

/* ---- follow_up_words.c ---------------------------------------------------------------------------------- */

/* What is still to be judged; a resolution with nothing to follow is not. */
bool follow_up_is_to_check(const struct action *action);
bool follow_up_is_kept(const struct action *action);
bool follow_up_is_change(const struct action *action); /* of the work programme */
const char *fact_follow_up_kind(const struct action *action); /* "letter", "request for information" */
/* "“It was agreed that the Chairman would write”", and CUT where the page cuts it off. It has a quote. */
char *fact_quote(const void *parent, const struct action *action, const char *cut);
#define CUT_OFF " [cut off]"
/* What it is about: the member's own words as they are; of the paper the words it turns on, and
 * while it is judged its sentence where ROOM cells are enough (0: they are); in quotes, with "[cut off]" where it is. */
char *fact_summary(const void *parent, const struct action *action, int room);
/* A post as it stands within a sentence: "the Head of Libraries", also where it began one. NULL stays NULL. */
char *fact_owner(const void *parent, const char *owner);
/* "minute 555, Performance Monitoring, Children and Families, 3 November 2022"; without the committee, without the
 * title, too */
enum place_words { PLACE_WHOLE, PLACE_ITEM, PLACE_SHORT };
char *fact_follow_up_place(const void *parent, const struct action *action, enum place_words words);
/* "to check", "awaiting response", "not a follow-up: it was answered there" */
char *fact_follow_up_state(const void *parent, const struct action *action);
/* The same with its time while it is open: "complete", "not started; no date given, asked 27 days ago" */
char *fact_follow_up_standing(const void *parent, const struct action *action, struct date as_at);
/* "2x, last 4 Nov"; NULL where nobody was chased yet. */
char *fact_chased(const void *parent, const struct action *action, struct date as_at);
/* How far it is beyond its status: "chased 2x, last 4 Nov, answered 21 Nov"; NULL where nothing was done. */
char *fact_progress(const void *parent, const struct action *action, struct date as_at);
/* Does ACTION hang under ROOF, an undertaking to answer it? */
bool follow_up_hangs_under(const struct action *action, const struct action *roof);
/* In ROOFS, rows that others may hang under are found by all that these name them by (`under`); AT is the place of ROOF. */
void roof_add(struct lookup *roofs, const struct action *roof, size_t at);
/* "1 of 5 answered", of those that hang under one; NULL for none. */
char *words_answered(const void *parent, const struct actions *under);
/* "none checked yet", "5 to check, 2 on the tracker" */
char *words_judged(const void *parent, const struct follow_up_counts *counts);
/* "7 possible follow-ups in what is held, none checked yet.", "7 follow-ups here, 5 to check. > goes to the next."; NULL where nothing need be said. FOUND: by the rules.
 * SWEPT: the text has been looked through; KEY goes to the next, NULL none */
char *words_found(const void *parent, const struct follow_up_counts *counts, int found, bool cut, bool swept, const char *key);
/* "6 to check · 2 not follow-ups"; NULL where there is neither */
char *words_to_check(const void *parent, const struct follow_up_counts *counts);

/* The item of a meeting that an entry of a work programme was taken at: paired by words, offered with
 * its reason, stored nowhere. */
struct pairing {
    int position; /* 0 none */
    char *reason; /* "both say: domestic, abuse" */
};
struct pairing pair_entry(const void *parent, const char *issue, const struct meeting *meeting);

#endif
