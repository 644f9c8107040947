/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* PCRE2 for the rules: a pattern compiled once and shared, a matcher for each sweep with its limits. Texts
 * are views (view.h), so they are valid UTF-8. */
#ifndef MINUTEBOOK_ACTIONS_PATTERN_H
#define MINUTEBOOK_ACTIONS_PATTERN_H

#include <minutebook/base.h>

/* X(identifier, name of the group in a pattern) */
#define HIT_GROUPS(X)                                                                                                  \
    X(HIT_OWNER, "owner")                                                                                              \
    X(HIT_RECIPIENT, "recipient")                                                                                      \
    X(HIT_DUE, "due")                                                                                                  \
    X(HIT_TOPIC, "topic")                                                                                              \
    X(HIT_DEED, "deed")                                                                                                \
    X(HIT_BODY, "body")                                                                                                \
    X(HIT_DAY, "day")

enum hit_group {
#define X(id, name) id,
    HIT_GROUPS(X)
#undef X
    HIT_GROUP_COUNT
};
int hit_group_of_name(const char *name); /* -1 if there is none */

struct hit_span {
    size_t start, end;
    bool set;
};
struct hit {
    size_t start, end;
    struct hit_span groups[HIT_GROUP_COUNT];
};

struct pattern;
/* Caseless, UTF and UCP; a group may be named in several alternatives. STATUS_INPUT with PCRE2's sentence
 * where SOURCE is none, or names a group that nothing reads. */
enum status pattern_new(const void *parent, const char *source, struct pattern **out, struct err *err) MB_MUST_CHECK;

/* The room for one thread's matching. */
struct matcher;
struct matcher *matcher_new(const void *parent);

/* The first match at or behind byte FROM of TEXT. A match that passes the limits counts as none. */
bool pattern_find(struct matcher *matcher, const struct pattern *pattern, const char *text, size_t n, size_t from, struct hit *hit);
/* Is it sure that there is no match at or behind byte FROM? One that passes the limits is not. */
bool pattern_lacks(struct matcher *matcher, const struct pattern *pattern, const char *text, size_t n, size_t from);

#endif
