/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/search/oracle.h"

#include <minutebook/model_action.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define TOKENS_MAX 4000
#define PARTS_MAX 3

/* ---- chance ----------------------------------------------------------------------------------------- */

/* xorshift32 (Marsaglia 2003): the same everywhere. */
static uint32_t state_of_chance = 1;

void chance_begin(uint32_t seed)
{
    state_of_chance = seed ? seed : 1;
}

int chance_below(int n)
{
    state_of_chance ^= state_of_chance << 13;
    state_of_chance ^= state_of_chance >> 17;
    state_of_chance ^= state_of_chance << 5;
    return (int)(state_of_chance % (uint32_t)n);
}

/* ---- words ------------------------------------------------------------------------------------------ */

const char *oracle_word(void)
{
    static const char *const words[] = {"ferry",   "ferries",  "ferryman", "quay",      "quayside", "toll",    "tolls",   "tollhouse",
                                        "school",  "scholars", "schooner", "transport", "transit",  "transfer", "boat",   "boats",
                                        "harbour", "harrow",   "winch",    "winter",    "wind",     "bus",     "buses",   "a"};
    int i = chance_below((int)MB_LENGTH(words)), j = chance_below((int)MB_LENGTH(words));
    return words[i < j ? i : j]; /* those in front more often */
}

char *oracle_words(const void *parent, int low, int high)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (int i = 0, n = low + chance_below(high - low + 1); i < n; i++) {
        const char *word = oracle_word();
        bool first = i == 0 || out.data[out.len - 1] == '.';
        buf_printf(&out, "%s%c%s%s", i ? " " : "", first ? toupper((unsigned char)*word) : *word, word + 1, chance_below(7) == 0 ? "." : "");
    }
    return buf_take(&out);
}

/* ---- a question ------------------------------------------------------------------------------------- */

enum kind { IS_WORD, IS_BEGINNING, IS_PHRASE, IS_NEAR, IS_FIELD, IS_ALL, IS_ANY, IS_NOT };
struct oracle_node {
    enum kind kind;
    const char *words[PARTS_MAX]; /* of a phrase, or the two that are near */
    size_t n_words;
    int near;
    const char *field, *value;
    struct oracle_node *parts[PARTS_MAX];
    size_t n_parts;
};

struct making {
    struct oracle_query *query;
    const struct oracle_values *values;
};

static struct oracle_node *node_new(const struct making *making, enum kind kind)
{
    struct oracle_node *node = mem_zero_named(making->query, sizeof *node, "node");
    node->kind = kind;
    return node;
}

static const char *one_of(const char *const *list)
{
    int n = 0;
    while (list[n])
        n++;
    return list[chance_below(n)];
}

static struct oracle_node *make_words(const struct making *making)
{
    static const enum kind kinds[] = {IS_WORD, IS_WORD, IS_WORD, IS_BEGINNING, IS_BEGINNING, IS_PHRASE, IS_NEAR};
    struct oracle_node *node = node_new(making, kinds[chance_below((int)MB_LENGTH(kinds))]);
    node->n_words = node->kind == IS_NEAR ? 2 : node->kind == IS_PHRASE ? (size_t)(2 + chance_below(2)) : 1;
    for (size_t i = 0; i < node->n_words; i++)
        node->words[i] = oracle_word();
    while (node->kind == IS_NEAR && strcmp(node->words[0], node->words[1]) == 0)
        node->words[1] = oracle_word();
    node->near = chance_below(4) ? 1 + chance_below(6) : 10;
    if (node->kind == IS_BEGINNING)
        node->words[0] = mem_strndup(making->query, node->words[0], (size_t)(1 + chance_below(6)));
    return node;
}

static struct oracle_node *make_field(const struct making *making)
{
    static const char *const kinds[] = {"minutes", "decision", "report", "agenda", "follow-up", "note", "question", NULL};
    static const char *const states[] = {"exempt", "cut", "routine", "tofollow", NULL}, *const statuses[] = {"in progress", "complete", "open", NULL};
    static const char *const contents[] = {"table", NULL};
    static const char *const fields[] = {"kind", "committee", "council", "item", "page", "is", "status", "owner", "recipient", "has", NULL};
    struct oracle_node *node = node_new(making, IS_FIELD);
    const char *field = node->field = one_of(fields);
    const char *const *values = strcmp(field, "kind") == 0      ? kinds
                                : strcmp(field, "committee") == 0 ? making->values->committees
                                : strcmp(field, "council") == 0   ? making->values->councils
                                : strcmp(field, "is") == 0        ? states
                                : strcmp(field, "status") == 0    ? statuses
                                : strcmp(field, "has") == 0       ? contents
                                                                  : NULL;
    node->value = values                        ? one_of(values)
                  : strcmp(field, "item") == 0 || strcmp(field, "page") == 0 ? mem_printf(making->query, "%d", 1 + chance_below(6))
                                                : oracle_word();
    making->query->asks_routine = making->query->asks_routine || strcmp(node->value, "routine") == 0;
    return node;
}

static struct oracle_node *make_part(const struct making *making, int depth);

static struct oracle_node *make_any(const struct making *making, int depth)
{
    struct oracle_node *any = node_new(making, IS_ANY);
    any->n_parts = (size_t)(2 + chance_below(2));
    for (size_t i = 0; i < any->n_parts; i++)
        any->parts[i] = make_part(making, depth - 1);
    return any;
}

static struct oracle_node *make_not(const struct making *making, int depth)
{
    struct oracle_node *not = node_new(making, IS_NOT);
    not->parts[not->n_parts++] = make_part(making, depth - 1);
    return not;
}

/* Words or more first: what is only left out is no question. */
static struct oracle_node *make_all(const struct making *making, int depth)
{
    struct oracle_node *all = node_new(making, IS_ALL);
    if (chance_below(20) == 0) { /* what only routine texts say */
        struct oracle_node *word = all->parts[all->n_parts++] = node_new(making, IS_WORD);
        word->words[word->n_words++] = "received";
        return all;
    }
    all->n_parts = (size_t)(1 + chance_below(PARTS_MAX));
    for (size_t i = 0; i < all->n_parts; i++)
        all->parts[i] = i > 0 && chance_below(4) == 0 ? make_not(making, depth) : make_part(making, depth);
    return all;
}

static struct oracle_node *make_part(const struct making *making, int depth)
{
    int what = chance_below(10);
    if (depth > 0 && what < 2)
        return make_any(making, depth);
    if (depth > 0 && what < 3)
        return make_all(making, depth - 1);
    return what < 5 ? make_field(making) : make_words(making);
}

/* ---- as it is typed --------------------------------------------------------------------------------- */

static void type(struct buf *out, const struct oracle_node *node);

static void type_parts(struct buf *out, const struct oracle_node *node, const char *between)
{
    for (size_t i = 0; i < node->n_parts; i++) {
        buf_puts(out, i ? between : "");
        type(out, node->parts[i]);
    }
}

static void type_words(struct buf *out, const struct oracle_node *node)
{
    for (size_t i = 0; i < node->n_words; i++)
        buf_printf(out, "%s%s", i ? " " : "", node->words[i]);
}

static void type(struct buf *out, const struct oracle_node *node)
{
    switch (node->kind) {
    case IS_WORD:
    case IS_BEGINNING:
        buf_printf(out, node->kind == IS_WORD ? "%s" : "%s*", node->words[0]);
        break;
    case IS_PHRASE:
        buf_putc(out, '"');
        type_words(out, node);
        buf_putc(out, '"');
        break;
    case IS_NEAR:
        if (node->near == 10) /* the number goes without saying */
            buf_printf(out, "(%s NEAR %s)", node->words[0], node->words[1]);
        else
            buf_printf(out, "(%s NEAR/%d %s)", node->words[0], node->near, node->words[1]);
        break;
    case IS_FIELD:
        buf_printf(out, strchr(node->value, ' ') ? "%s:\"%s\"" : "%s:%s", node->field, node->value);
        break;
    case IS_NOT:
        buf_puts(out, chance_below(2) ? "-" : "NOT ");
        type_parts(out, node, "");
        break;
    case IS_ALL:
    case IS_ANY:
        buf_putc(out, '(');
        type_parts(out, node, node->kind == IS_ANY ? " OR " : chance_below(2) ? " " : " AND ");
        buf_putc(out, ')');
        break;
    }
}

/* At the end of the whole line, where it may be the beginning of a word. */
static void type_root(struct buf *out, struct oracle_query *query)
{
    const struct oracle_node *root = query->root;
    struct oracle_node *last = root->parts[root->n_parts - 1];
    type_parts(out, root, " ");
    query->last = last->kind == IS_WORD ? last : NULL;
}

static void add_days(struct buf *out, struct oracle_query *query)
{
    int year = 2030 + chance_below(4), month = 1 + chance_below(12);
    switch (chance_below(4)) {
    case 0:
        buf_printf(out, "date:%d ", year);
        query->from = (struct date){year, 1, 1};
        query->to = (struct date){year, 12, 31};
        break;
    case 1:
        buf_printf(out, "after:%d-%02d-15 ", year, month);
        query->from = (struct date){year, month, 16};
        break;
    case 2:
        buf_printf(out, "before:%d-%02d-15 ", year, month);
        query->to = (struct date){year, month, 14};
        break;
    default:
        buf_printf(out, "date:%d-%02d-02..%d-06-20 ", year, month, year + 1);
        query->from = (struct date){year, month, 2};
        query->to = (struct date){year + 1, 6, 20};
    }
}

struct oracle_query *oracle_query(const void *parent, const struct oracle_values *values)
{
    struct oracle_query *query = mem_zero_named(parent, sizeof *query, "question");
    const struct making making = {query, values};
    struct buf words;
    query->root = make_all(&making, 2);
    buf_init(&words, query, BUF_MAX_DOCUMENT);
    if (chance_below(4) == 0)
        add_days(&words, query);
    if (chance_below(12) == 0) {
        query->member = mem_strdup(query, one_of(values->members));
        buf_printf(&words, "member:%s ", query->member);
    }
    query->asks_overdue = chance_below(15) == 0;
    if (query->asks_overdue)
        buf_puts(&words, "is:overdue ");
    type_root(&words, query);
    query->words = buf_take(&words);
    return query;
}

/* ---- a text ----------------------------------------------------------------------------------------- */

enum column { TITLE, BODY, COLUMNS };
struct text {
    int64_t id;
    bool mine, exempt, cut, routine, to_follow;
    char *kind, *committee, *council, *date, *agenda_number, *minute_number, *page, *meeting_id, *people;
    char *owner, *recipient, *status;
    char *column[COLUMNS];
};

struct cut_text {
    char *copy;
    const char *word[TOKENS_MAX];
    size_t n;
};

/* Letters and digits, small; all words of these tests are of ASCII. */
static void cut(struct cut_text *out, const void *parent, const char *text)
{
    out->copy = mem_strdup(parent, text ? text : "");
    out->n = 0;
    for (char *c = out->copy; *c && out->n < TOKENS_MAX;) {
        if (!isalnum((unsigned char)*c)) {
            *c++ = '\0';
            continue;
        }
        out->word[out->n++] = c;
        for (; isalnum((unsigned char)*c); c++)
            *c = (char)tolower((unsigned char)*c);
    }
}

static bool fits(const char *word, const char *wanted, bool beginning)
{
    return beginning ? strncmp(word, wanted, strlen(wanted)) == 0 : strcmp(word, wanted) == 0;
}

static bool has_word(const struct cut_text *text, const char *wanted, bool beginning)
{
    for (size_t i = 0; i < text->n; i++)
        if (fits(text->word[i], wanted, beginning))
            return true;
    return false;
}

static bool has_phrase(const struct cut_text *text, const struct oracle_node *node)
{
    for (size_t i = 0; i + node->n_words <= text->n; i++) {
        size_t k = 0;
        while (k < node->n_words && strcmp(text->word[i + k], node->words[k]) == 0)
            k++;
        if (k == node->n_words)
            return true;
    }
    return false;
}

/* In either order, with at most so many words between. */
static bool has_near(const struct cut_text *text, const struct oracle_node *node)
{
    for (size_t i = 0; i < text->n; i++)
        for (size_t k = 0; k < text->n; k++) {
            size_t between = (i < k ? k - i : i - k) - 1;
            if (i != k && strcmp(text->word[i], node->words[0]) == 0 && strcmp(text->word[k], node->words[1]) == 0 &&
                between <= (size_t)node->near)
                return true;
        }
    return false;
}

static bool is(const char *a, const char *b)
{
    return a && strcmp(a, b) == 0;
}

static bool has_in(const char *text, const char *word)
{
    struct cut_text cut_;
    void *local = talloc_named_const(NULL, 0, "column");
    cut(&cut_, local, text);
    bool has = has_word(&cut_, word, false);
    talloc_free(local);
    return has;
}

static bool is_kind(const struct text *text, const char *value)
{
    static const char *const other[][2] = {{"follow-up", "action"}};
    for (size_t i = 0; i < MB_LENGTH(other); i++)
        if (strcmp(value, other[i][0]) == 0)
            value = other[i][1];
    return is(text->kind, value);
}

static bool has_status(const struct text *text, const char *value)
{
    bool open = text->status && *text->status && action_status_is_open(text->status);
    return strcmp(value, "open") == 0 ? open : is(text->status, value);
}

static bool is_so(const struct text *text, const char *value)
{
    if (strcmp(value, "exempt") == 0)
        return text->exempt;
    if (strcmp(value, "cut") == 0)
        return text->cut;
    return strcmp(value, "tofollow") == 0 ? text->to_follow : text->routine;
}

static bool field_holds(const struct text *text, const struct oracle_node *node)
{
    const char *field = node->field, *value = node->value;
    if (strcmp(field, "kind") == 0)
        return is_kind(text, value);
    if (strcmp(field, "committee") == 0)
        return is(text->committee, value);
    if (strcmp(field, "council") == 0)
        return is(text->council, value);
    if (strcmp(field, "item") == 0)
        return is(text->agenda_number, value) || is(text->minute_number, value);
    if (strcmp(field, "page") == 0)
        return is(text->page, value);
    if (strcmp(field, "is") == 0)
        return is_so(text, value);
    if (strcmp(field, "has") == 0)
        return !text->mine && has_in(text->column[BODY], ORACLE_TABLE_WORD);
    if (strcmp(field, "status") == 0)
        return has_status(text, value);
    return has_in(strcmp(field, "owner") == 0 ? text->owner : text->recipient, value);
}

struct looking {
    const struct text *text;
    struct cut_text column[COLUMNS];
    const struct oracle_node *going_on; /* a word that may be a beginning; NULL */
};

static bool words_hold(const struct looking *looking, const struct oracle_node *node)
{
    bool beginning = node->kind == IS_BEGINNING || node == looking->going_on;
    for (int i = 0; i < COLUMNS; i++) {
        const struct cut_text *column = &looking->column[i];
        if (node->kind == IS_PHRASE ? has_phrase(column, node) : node->kind == IS_NEAR ? has_near(column, node) : has_word(column, node->words[0], beginning))
            return true;
    }
    return false;
}

static bool holds(const struct looking *looking, const struct oracle_node *node)
{
    if (node->kind < IS_FIELD)
        return words_hold(looking, node);
    if (node->kind == IS_FIELD)
        return field_holds(looking->text, node);
    if (node->kind == IS_NOT)
        return !holds(looking, node->parts[0]);
    for (size_t i = 0; i < node->n_parts; i++)
        if (holds(looking, node->parts[i]) == (node->kind == IS_ANY))
            return node->kind == IS_ANY;
    return node->kind == IS_ALL;
}

/* ---- the answer ------------------------------------------------------------------------------------- */

static bool is_of_days(const struct text *text, const struct oracle_query *query)
{
    struct date date = {0};
    bool from = date_is_set(query->from), to = date_is_set(query->to);
    if (!from && !to)
        return true;
    if (!text->date || !date_parse_iso(text->date, &date))
        return false;
    return (!from || date_compare(date, query->from) >= 0) && (!to || date_compare(date, query->to) <= 0);
}

static bool is_asked(const struct text *text, const struct oracle_query *query, bool typing)
{
    if (!is_of_days(text, query) || (query->member && !(text->people && strstr(text->people, query->member))))
        return false;
    if (query->asks_overdue && !(is(text->kind, "action") && is(text->status, ORACLE_OVERDUE)))
        return false;
    void *local = talloc_named_const(NULL, 0, "look");
    struct looking *looking = mem_zero_named(local, sizeof *looking, "looking");
    looking->text = text;
    looking->going_on = typing ? query->last : NULL;
    for (int i = 0; i < COLUMNS; i++)
        cut(&looking->column[i], local, text->column[i]);
    bool asked = holds(looking, query->root);
    talloc_free(local);
    return asked;
}

static int newer(const void *left, const void *right)
{
    const struct oracle_hit *a = left, *b = right;
    if (a->id != b->id)
        return a->id > b->id ? -1 : 1;
    return (a->mine > b->mine) - (a->mine < b->mine);
}

static int count_meetings(const struct oracle_answer *answer)
{
    int n = 0;
    for (size_t i = 0; i < answer->n; i++) {
        bool first = answer->at[i].meeting_id != NULL;
        for (size_t k = 0; k < i && first; k++)
            first = !is(answer->at[k].meeting_id, answer->at[i].meeting_id);
        n += first;
    }
    return n;
}

static void read_text(const void *parent, struct rows *rows, struct text *text)
{
    char **const texts[] = {&text->kind, &text->committee, &text->council, &text->date, &text->agenda_number, &text->minute_number, &text->page,
                            &text->meeting_id, &text->people, &text->owner, &text->recipient, &text->status, &text->column[TITLE], &text->column[BODY]};
    *text = (struct text){.id = rows_int(rows, 0), .mine = rows_bool(rows, 1), .exempt = rows_bool(rows, 2), .cut = rows_bool(rows, 3), .routine = rows_bool(rows, 4), .to_follow = rows_bool(rows, 5)};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        *texts[i] = rows_text(parent, rows, 6 + (int)i);
}

struct oracle_answer oracle_ask(const void *parent, struct store *store, const struct oracle_query *query, bool typing, bool routine)
{
    static const char SQL[] =
        "SELECT t.id, 0, p.exempt, p.truncated, p.routine, coalesce(i.follow, 'held') <> 'held', p.kind, p.committee, m.council, p.date, p.agenda_number, p.minute_number, p.page,"
        " p.meeting_id, (SELECT group_concat(name) FROM person WHERE meeting = p.edition), NULL, NULL, NULL, t.title, t.body"
        " FROM search_text t JOIN search_place p ON p.id = t.id JOIN meeting m ON m.id = p.edition AND m.edition = 1"
        " LEFT JOIN item i ON i.meeting = m.id AND i.position = p.position"
        " UNION ALL SELECT rowid, 1, exempt, truncated, 0, 0, kind, committee, NULL, date, agenda_number, minute_number, NULL, meeting_id, NULL,"
        " owner, recipient, status, title, body FROM mine";
    struct oracle_answer asked = {0}, left_out = {0};
    struct err err;
    struct rows rows = db_select(store->db, SQL, &err);
    while (rows_next(&rows)) {
        struct text *text = mem_zero_named(parent, sizeof *text, "text");
        read_text(text, &rows, text);
        if (!is_asked(text, query, typing)) {
            talloc_free(text);
            continue;
        }
        struct oracle_answer *to = text->routine && !routine && !query->asks_routine ? &left_out : &asked;
        *mem_append(parent, to->at, to->n) = (struct oracle_hit){text->id, text->mine, text->meeting_id};
    }
    assert_ok(rows_end(&rows), err);
    if (asked.n == 0) {
        asked = left_out;
        asked.only_routine = asked.n > 0;
    } else {
        asked.routine = (int)left_out.n;
    }
    if (asked.n)
        qsort(asked.at, asked.n, sizeof *asked.at, newer);
    asked.meetings = count_meetings(&asked);
    return asked;
}
