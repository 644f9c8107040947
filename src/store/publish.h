/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Publishing: from kept drafts, corrections and rulings to the meetings that everybody reads. What a
 * change touches is worked out anew and whole; what comes out as it was is left alone. */
#ifndef MINUTEBOOK_STORE_PUBLISH_H
#define MINUTEBOOK_STORE_PUBLISH_H

#include "src/store/merge.h"
#include "src/store/committees.h"
#include "src/store/private.h"

#define EDITION_LIVE 1
#define EDITION_GONE 2

/* Row ids, each once, in ascending order. */
struct ids {
    int64_t *at;
    size_t n;
};
bool ids_add(const void *parent, struct ids *ids, int64_t id); /* false where it is there already */
bool ids_has(const struct ids *ids, int64_t id);

/* What has changed. All zero: what the user's corrections and rulings changed since the last time. */
struct change {
    int64_t source;  /* row of the source */
    int64_t draft;   /* its draft that is still loading and goes live; 0 none */
    int reader_version; /* of that draft; 0 as it was */
    int64_t meeting; /* row of a meeting that is to be swept anew; 0 none */
    bool leaving;    /* the source goes */
};
/* Under the import lock. Makes CHANGE visible in one last small transaction, with all that follows from
 * it; *changed says whether any meeting is published otherwise than before. */
enum status publish_change(struct store *store, const struct change *change, bool *changed, struct err *err) MB_MUST_CHECK;
/* What follows from a ruling or correction that was saved; takes the import lock. */
enum status publish_rules(struct store *store, struct err *err) MB_MUST_CHECK;

/* publish_scope.c: what a change touches, and what becomes of it. */
struct scope {
    struct db *db;
    const struct change *change;
    struct ids sources;    /* of all meetings that may come out otherwise */
    struct head *heads;    /* of those that stay, corrections worked in */
    size_t n;
    struct ruling *rulings;
    size_t n_rulings;
    struct groups *groups;
    struct committee_names names;
    int64_t user_seq;      /* corrections and rulings are worked in up to this */
};
enum status scope_read(struct scope *scope, struct err *err) MB_MUST_CHECK;

/* meeting.made_from and meeting.fingerprint */
struct sums {
    const char *made_from, *fingerprint;
};
/* swept.c: what was found in a meeting, as it is kept, and by which rules; `version` NULL: not swept. */
struct finds {
    const char *version;
    struct swept swept;
};
/* Sweep MEETING with what is in use, if anything is. */
enum status finds_of(const void *parent, const struct store *store, const struct meeting *meeting, struct finds *out, struct err *err) MB_MUST_CHECK;
/* Of the published meeting ROW. */
enum status finds_read(const void *parent, struct db *db, int64_t row, struct finds *out, struct err *err) MB_MUST_CHECK;
enum status finds_write(struct db *db, int64_t row, const struct finds *finds, struct err *err) MB_MUST_CHECK;
/* All of it into a sum; nothing where it was not swept. */
void finds_print(struct buf *out, const struct finds *finds);

/* publish_write.c: MERGED as rows under EDITION; all of it between db_begin and db_finish; breathes. */
enum status publish_write(struct db *db, int64_t edition, const struct group *group, const struct head *heads,
                          const struct merged *merged, const struct finds *finds, const struct sums *sums, int64_t *meeting,
                          struct err *err) MB_MUST_CHECK;

/* All that is published of a meeting, and its sum: what meeting.fingerprint keeps. */
struct published {
    const char *base_id;
    const struct finds *finds;
    const struct strings *aliases; /* sorted */
    const struct meeting *meeting;
    struct programme *const *programmes;
    size_t n_programmes;
};
char *publish_fingerprint(const void *parent, const struct published *published);

/* sweep.c: remove what an interrupted import left (sources, drafts and meetings still loading) and what
 * was replaced, in short holds. Under the import lock. */
enum status publish_clean(struct store *store, struct err *err) MB_MUST_CHECK;
/* The same at opening: nothing while another program imports, or where nothing is left over. */
enum status publish_sweep(struct store *store, struct err *err) MB_MUST_CHECK;

#endif
