/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Promises of fictional councils against their later papers. One set was read while the rules were written (evidence-work.txt), three
 * when they stood, each of which then mended them. As each was read for the first time, of what was proposed as certain or probable:
 * evidence-more.txt 6 of 8 right (one wrong, one that its file had forgotten to tell), evidence-fresh.txt 8 of 9, evidence-third.txt 3 of 3; of evidence-fourth.txt, read after it,
 * 9 of 13 (four wrong) and 9 of its 15 places;
 * all 16 that said "reported" were. Found of what is told: 6 of 14, 8 of 11, 3 of 9. A line of these files:
 *
 *   committee NAME            on DAY minutes|cut|agenda|cancelled|postponed      item AGENDA MINUTE TITLE    ("-" where it has none)
 *   m, a, r TEXT              a paragraph of the minute, the agenda, the report of the item; r| A | B  a row of a table
 *   promise KEY [FIELD=VALUE; ...] | SENTENCE     stands in the minute, too, and is on the tracker
 *   tells KEY SORT            this item tells that of it     topic KEY STANDING     how the programmes have it in the end
 *   w WHEN | ISSUE            a row of the work programme printed with the meeting
 *
 * Every proposal that is certain or probable must be told by its item in that sort; what is told and not proposed is only counted.
 * Each meeting of minutes gets routine items, which must draw nothing. */
#include "unit/store/many.h"
#include "unit/store/rows.h"

#include <minutebook/actions_evidence.h>

#include "src/actions/evidence.h"

#include <inttypes.h>

struct promise {
    char *key;
    struct action *action;
    char *topic;
};
struct tells {
    char *key, *sort;
    struct date date;
    int position;
    bool proposed;
};
struct world {
    void *context;
    struct store *store;
    char *committee, *form;
    struct draft *draft;
    struct item *item;
    struct promise *promises;
    size_t n_promises;
    struct tells *tells;
    size_t n_tells;
    int meetings;
};

/* ---- reading a file ------------------------------------------------------------------------------------ */

static char *read_cases(const void *parent, const char *name)
{
    char *path = mem_printf(parent, "%s/tests/unit/actions/%s", test_env("MINUTEBOOK_SRCDIR"), name);
    FILE *file = fopen(path, "rb");
    struct buf text;
    if (!file)
        fail_msg("%s cannot be read", path);
    buf_init(&text, parent, 1 << 22);
    for (int c; (c = fgetc(file)) != EOF;)
        buf_putc(&text, (char)c);
    fclose(file);
    return buf_take(&text);
}

static void add_paragraph(struct world *world, char **text, const char *words)
{
    *text = *text ? mem_printf(world->draft->meeting, "%s\n\n%s", *text, words) : mem_strdup(world->draft->meeting, words);
}

static struct block *add_block(struct world *world, enum block_kind kind)
{
    struct block *block = mem_append(world->draft->meeting, world->item->blocks, world->item->n_blocks);
    block->kind = kind;
    return block;
}

static void add_cells(struct world *world, char *words)
{
    struct item *item = world->item;
    bool goes_on = item->n_blocks && item->blocks[item->n_blocks - 1].kind == BLOCK_TABLE;
    struct block *table = goes_on ? &item->blocks[item->n_blocks - 1] : add_block(world, BLOCK_TABLE);
    struct table_row *row = mem_append(world->draft->meeting, table->rows, table->n_rows);
    for (char *cell = words; cell;) {
        char *bar = strstr(cell, " | ");
        if (bar)
            *bar = '\0';
        *mem_append(world->draft->meeting, row->cells, row->n_cells) = mem_strdup(world->draft->meeting, text_trim(cell));
        cell = bar ? bar + 3 : NULL;
    }
}

static struct item *routine(struct world *world, const char *title, const char *minute)
{
    struct item *item = paper_item(world->draft, title);
    item->minutes_text = mem_strdup(world->draft->meeting, minute);
    return item;
}

static void end_meeting(struct world *world)
{
    if (!world->draft)
        return;
    if (strcmp(world->form, "minutes") == 0) {
        routine(world, "Work Programme", "The Committee reviewed its work programme and the items that would be brought to later meetings.");
        routine(world, "Date of Next Meeting", "As printed.");
    }
    import_paper(world->context, world->store, world->draft);
    world->draft = NULL;
    world->item = NULL;
}

static void begin_meeting(struct world *world, char *words)
{
    end_meeting(world);
    char *form = strchr(words, ' ');
    struct date day;
    *form++ = '\0';
    assert_true(date_parse_iso(words, &day));
    bool minutes = strcmp(form, "minutes") == 0 || strcmp(form, "cut") == 0;
    world->form = form;
    world->draft = paper(world->context, mem_printf(world->context, "paper %d", ++world->meetings), minutes ? FORM_PAGE_TEXT : FORM_PACK_TEXT);
    paper_on(world->draft, day.year, day.month, day.day, DATE_STATED);
    paper_committee(world->draft, world->committee);
    if (strcmp(form, "cancelled") == 0 || strcmp(form, "postponed") == 0)
        world->draft->meeting->status = mem_strdup(world->draft->meeting, form);
    if (minutes) {
        routine(world, "Apologies", "Apologies were received from three Members, who had been asked to report on the escorts and the estates.");
        routine(world, "Minutes of the Previous Meeting", "The minutes of the previous meeting were agreed as a correct record.");
    }
}

static void begin_item(struct world *world, char *words)
{
    char *minute = strchr(words, ' '), *title = minute ? strchr(minute + 1, ' ') : NULL;
    assert_non_null(title);
    *minute++ = '\0';
    *title++ = '\0';
    world->item = paper_item(world->draft, title);
    world->item->agenda_number = strcmp(words, "-") ? mem_strdup(world->draft->meeting, words) : NULL;
    world->item->minute_number = strcmp(minute, "-") ? mem_strdup(world->draft->meeting, minute) : NULL;
    world->item->truncated = strcmp(world->form, "cut") == 0;
}

static void set_field(struct action *action, char *field)
{
    const struct {
        const char *name;
        char **at;
    } fields[] = {{"kind", &action->kind},           {"class", &action->class}, {"owner", &action->owner}, {"recipient", &action->recipient},
                  {"subject", &action->subject}, {"carried", &action->carried_to},
                  {"reference", &action->reference}};
    char *value = strchr(field, '=');
    assert_non_null(value);
    *value++ = '\0';
    if (strcmp(field, "due") == 0)
        action_due_of_words(action, value, action->meeting_date);
    for (size_t i = 0; i < MB_LENGTH(fields); i++)
        if (strcmp(field, fields[i].name) == 0)
            *fields[i].at = mem_strdup(action, value);
}

static void add_promise(struct world *world, char *words)
{
    char *bar = strstr(words, "| "), *fields = strchr(words, ' ');
    struct action *action = mem_new(world->context, struct action);
    assert_non_null(bar);
    *bar = '\0';
    *fields++ = '\0';
    action->id = mem_strdup(action, words);
    action->class = mem_strdup(action, "action");
    action->committee = mem_strdup(action, world->committee);
    action->meeting_date = world->draft->meeting->date;
    action->quote = mem_strdup(action, text_trim(bar + 2));
    action->minute_number = mem_strdup(action, world->item->minute_number);
    action->item_title = mem_strdup(action, world->item->title);
    for (char *field = strtok_r(fields, ";", &bar); field; field = strtok_r(NULL, ";", &bar))
        if (*text_trim(field))
            set_field(action, text_trim(field));
    add_paragraph(world, &world->item->minutes_text, action->quote);
    *mem_append(world->context, world->promises, world->n_promises) = (struct promise){action->id, action, NULL};
}

static void add_tells(struct world *world, char *words)
{
    char *sort = strchr(words, ' ');
    *sort++ = '\0';
    *mem_append(world->context, world->tells, world->n_tells) = (struct tells){words, sort, world->draft->meeting->date, world->item->position, false};
}

static void add_topic(struct world *world, char *words)
{
    char *standing = strchr(words, ' ');
    *standing++ = '\0';
    for (size_t i = 0; i < world->n_promises; i++)
        if (strcmp(world->promises[i].key, words) == 0)
            world->promises[i].topic = standing;
}

static void add_planned(struct world *world, char *words)
{
    char *issue = strstr(words, " | ");
    struct draft *draft = world->draft;
    *issue = '\0';
    if (!draft->programme) {
        draft->programme = mem_new(draft, struct programme);
        draft->programme->committee = mem_strdup(draft->programme, world->committee);
        draft->programme->published_for = draft->meeting->date;
    }
    struct programme_entry *entry = mem_append(draft->programme, draft->programme->entries, draft->programme->n_entries);
    entry->issue = mem_strdup(draft->programme, issue + 3);
    *mem_append(draft->programme, entry->planned, entry->n_planned) = (struct when){mem_strdup(draft->programme, words), date_span_of_words(words)};
}

static void read_line(struct world *world, char *line)
{
    char *rest = line + strcspn(line, " |");
    bool row = text_starts(line, "r| ");
    char *words = *rest ? rest + 1 + row : rest;
    size_t n = (size_t)(rest - line);
    if (row)
        add_cells(world, words);
    else if (n == 1 && *line == 'm')
        add_paragraph(world, &world->item->minutes_text, words);
    else if (n == 1 && *line == 'a')
        add_paragraph(world, &world->item->agenda_text, words);
    else if (n == 1 && *line == 'r')
        add_block(world, BLOCK_PARA)->text = mem_strdup(world->draft->meeting, words);
    else if (n == 1 && *line == 'w')
        add_planned(world, words);
    else if (text_starts(line, "committee "))
        end_meeting(world), world->committee = words;
    else if (text_starts(line, "on "))
        begin_meeting(world, words);
    else if (text_starts(line, "item "))
        begin_item(world, words);
    else if (text_starts(line, "promise "))
        add_promise(world, words);
    else if (text_starts(line, "tells "))
        add_tells(world, words);
    else if (text_starts(line, "topic "))
        add_topic(world, words);
    else
        fail_msg("what is this: %s", line);
}

static struct world world_of(void **state, char *text)
{
    struct world world = {.context = *state, .store = new_store(state)};
    for (char *line = text, *end; line; line = end) {
        end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        if (*line && *line != '#')
            read_line(&world, line);
    }
    end_meeting(&world);
    return world;
}

/* ---- proposals beside what is told ------------------------------------------------------------------------- */

struct tally {
    int right, wrong, missed, possible, possible_right, told, topics, topics_wrong;
};

static struct tells *told_by(struct world *world, const char *key, const struct evidence *evidence)
{
    for (size_t i = 0; i < world->n_tells; i++) {
        struct tells *tells = &world->tells[i];
        if (strcmp(tells->key, key) == 0 && tells->position == evidence->position && date_compare(tells->date, evidence->date) == 0 &&
            strcmp(tells->sort, evidence_sort_name(evidence->sort)) == 0)
            return tells;
    }
    return NULL;
}

static void count_promise(struct world *world, const struct promise *promise, const struct traced *traced, bool verbose, struct tally *tally)
{
    for (size_t i = 0; i < traced->n; i++) {
        const struct evidence *evidence = &traced->at[i];
        struct tells *tells = told_by(world, promise->key, evidence);
        bool possible = evidence->grade == EVIDENCE_POSSIBLE;
        *(possible ? tells ? &tally->possible_right : &tally->possible : tells ? &tally->right : &tally->wrong) += 1;
        if (tells && !possible)
            tells->proposed = true;
        if (verbose)
            print_message("%s %-10s %s, %s: %s [%s]\n", tells ? "right" : "WRONG", promise->key, evidence_words(*&world->context, evidence),
                          evidence->item_title, evidence->quote ? evidence->quote : "(title)", evidence->reasons.n ? evidence->reasons.at[0] : "");
    }
    if (!promise->topic && traced->topic.standing == TOPIC_NOT_ASKED)
        return;
    const char *standing = topic_standing_name(traced->topic.standing);
    bool same = promise->topic && standing && strcmp(promise->topic, standing) == 0;
    *(same ? &tally->topics : &tally->topics_wrong) += 1;
    if (verbose || !same)
        print_message("%s %-10s topic %s: %s\n", same ? "right" : "WRONG", promise->key, standing ? standing : "none",
                      standing ? topic_words(world->context, &traced->topic) : "");
}

static struct tally count_all(struct world *world, bool verbose)
{
    struct tally tally = {0};
    for (size_t i = 0; i < world->n_promises; i++) {
        struct traced *traced;
        struct err err;
        assert_ok(evidence_find(world->context, world->store, world->promises[i].action, (struct date){2025, 6, 1}, &traced, &err), err);
        count_promise(world, &world->promises[i], traced, verbose, &tally);
    }
    for (size_t i = 0; i < world->n_tells; i++) {
        const struct tells *tells = &world->tells[i];
        tally.told++;
        tally.missed += !tells->proposed;
        if (verbose && !tells->proposed)
            print_message("missed %s %s, %s\n", tells->key, tells->sort, date_words(world->context, tells->date));
    }
    return tally;
}

static struct tally tally_of(void **state, const char *name)
{
    struct world world = world_of(state, read_cases(*state, name));
    struct tally tally = count_all(&world, getenv("MINUTEBOOK_VERBOSE") != NULL);
    print_message("%s: %zu promises, %d places told: proposed as certain or probable %d right, %d wrong, %d missed; possible %d right, %d wrong; "
                  "topics %d right, %d wrong\n", name, world.n_promises, tally.told, tally.right, tally.wrong, tally.missed, tally.possible_right,
                  tally.possible, tally.topics, tally.topics_wrong);
    return tally;
}

static void what_is_proposed_of_known_papers_is_so(void **state)
{
    struct tally tally = tally_of(state, "evidence-work.txt");
    assert_int_equal(tally.wrong, 0);
    assert_int_equal(tally.topics_wrong, 0);
    assert_true(tally.missed * 10 <= tally.told * 3);
}

static void what_is_proposed_of_more_papers_is_so(void **state)
{
    struct tally tally = tally_of(state, "evidence-more.txt");
    assert_int_equal(tally.wrong, 0);
    assert_int_equal(tally.topics_wrong, 0);
    assert_true(tally.missed * 10 <= tally.told * 3);
}

static void what_is_proposed_of_the_third_set_is_so(void **state)
{
    struct tally tally = tally_of(state, "evidence-third.txt");
    assert_int_equal(tally.wrong, 0);
    assert_int_equal(tally.topics_wrong, 0);
}

static void what_is_proposed_of_the_fourth_set_is_so(void **state)
{
    struct tally tally = tally_of(state, "evidence-fourth.txt");
    assert_int_equal(tally.wrong, 0);
    assert_int_equal(tally.topics_wrong, 0);
    assert_true(tally.missed * 10 <= tally.told * 3);
}

static void what_is_proposed_of_fresh_papers_is_so(void **state)
{
    struct tally tally = tally_of(state, "evidence-fresh.txt");
    assert_int_equal(tally.wrong, 0);
    assert_int_equal(tally.topics_wrong, 0);
}

/* ---- one by one ---------------------------------------------------------------------------------------------- */

static const char ferry[] = "committee Harbour Scrutiny Panel\n"
                            "on 2024-02-06 minutes\n"
                            "item 5 11 Ferries\n"
                            "m The slipway was discussed.\n"
                            "promise slipway owner=the Harbour Master | The Harbour Master agreed to send the soundings of the slipway at Oarford.\n";
static const char answered[] = "item 5 19 Ferries\n"
                               "m The Harbour Master reported that the soundings of the slipway at Oarford had been sent on 3 March.\n";

static struct world harbour(void **state, const char *later)
{
    return world_of(state, mem_printf(*state, "%s%s", ferry, later));
}

static struct traced *traced_on(struct world *world, int year, int month, int day)
{
    struct traced *traced;
    struct err err;
    assert_ok(evidence_find(world->context, world->store, world->promises[0].action, (struct date){year, month, day}, &traced, &err), err);
    return traced;
}

static void it_is_known_from_the_day_of_its_paper_on(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "on 2024-04-09 minutes\n%s", answered));
    struct traced *traced = traced_on(&world, 2024, 2, 20);
    assert_int_equal(traced->n, 0);
    assert_string_equal(traced_words(*state, traced), "no later papers yet");
    assert_null(traced_caution(*state, traced));
    traced = traced_on(&world, 2024, 4, 9);
    assert_int_equal(traced->n, 1);
    assert_string_equal(evidence_words(*state, &traced->at[0]), "probably reported at item 5, 9 April 2024");
    assert_string_equal(traced->at[0].item, "m19");
    assert_int_equal(traced->at[0].offset, 0);
    assert_false(traced->at[0].exempt);
}

static void of_a_meeting_to_come_only_its_agenda_counts(void **state)
{
    struct world world = harbour(state, "on 2024-04-09 agenda\nitem 5 - Slipway at Oarford: Soundings\na To receive the soundings of the slipway.\n");
    assert_int_equal(traced_on(&world, 2024, 3, 20)->n_later, 0);
    struct traced *traced = traced_on(&world, 2024, 4, 1);
    assert_int_equal(traced->n, 1);
    assert_true(traced->at[0].ahead);
    assert_int_equal(traced->at[0].sort, EVIDENCE_ON_AGENDA);
    assert_string_equal(traced_words(*state, traced), "probably on the agenda, item 5, 9 April 2024");
    assert_string_equal(traced_caution(*state, traced_on(&world, 2024, 4, 30)), "the minutes of 9 April 2024 are not held");
}

/* Two places of one passage that both tell it was not done do not make it half done. */
static void what_is_put_off_and_still_open_is_not_reported_in_part(void **state)
{
    struct world world = harbour(state, "on 2024-04-09 minutes\nitem 5 19 Ferries\n"
                                        "m The soundings of the slipway at Oarford that the Harbour Master was to send were still outstanding.\n"
                                        "m The soundings of the slipway at Oarford by the Harbour Master were deferred to July.\n");
    struct traced *traced = traced_on(&world, 2024, 4, 9);
    assert_int_equal(traced->n, 1);
    assert_true(traced->at[0].grade <= EVIDENCE_PROBABLE);
    assert_true(traced->at[0].sort == EVIDENCE_STILL_OPEN || traced->at[0].sort == EVIDENCE_PUT_OFF);
}

static void what_is_reported_and_still_open_is_reported_in_part(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "on 2024-04-09 minutes\n%sm The soundings of the slipway at Oarford that the Harbour Master "
                                              "was to send for the winter were still outstanding.\n", answered));
    struct traced *traced = traced_on(&world, 2024, 4, 9);
    assert_int_equal(traced->n, 1);
    assert_int_equal(traced->at[0].sort, EVIDENCE_IN_PART);
}

/* A tracker cites its own reference, whether or not the minute had a number. */
static void what_is_cited_is_named(void **state)
{
    static const struct {
        const char *minute, *cited, *reason;
    } cases[] = {
        {"-", "HSP/2024/3", "it cites reference HSP/2024/3"},
        {"11", "HSP/2024/3", "it cites reference HSP/2024/3"},
        {"11", "minute 11", "it cites minute 11"},
    };
    (void)state;
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        void *inner = NULL;
        assert_int_equal(store_case_new(&inner), 0);
        struct world world = world_of(&inner, mem_printf(inner, "committee Harbour Scrutiny Panel\non 2024-02-06 minutes\nitem 5 %s Ferries\n"
                                                                "m The slipway was discussed.\n"
                                                                "promise slipway reference=HSP/2024/3 | The Harbour Master agreed to send the "
                                                                "soundings of the slipway at Oarford.\non 2024-04-09 minutes\nitem 5 19 Ferries\n"
                                                                "m The soundings of the slipway at Oarford (%s) had been sent on 3 March.\n",
                                                                cases[i].minute, cases[i].cited));
        struct traced *traced = traced_on(&world, 2024, 4, 9);
        assert_int_equal(traced->n, 1);
        assert_string_equal(traced->at[0].reasons.at[0], cases[i].reason);
        talloc_free(world.store);
        store_case_free(&inner);
    }
}

static void an_absence_says_how_little_it_means(void **state)
{
    struct world world = harbour(state, "on 2024-03-05 cut\nitem 5 15 Dredging\nm The Panel\n"
                                        "on 2024-04-09 minutes\nitem 5 19 Dredging\nm Noted.\n"
                                        "on 2024-05-07 cancelled\nitem 5 - Dredging\na None.\n"
                                        "on 2024-06-04 agenda\nitem 5 - Dredging\na None.\n");
    struct traced *traced = traced_on(&world, 2024, 7, 1);
    assert_string_equal(traced_words(*state, traced), "no trace in 3 later meetings (5 March, 9 April, 4 June 2024)");
    assert_string_equal(traced_caution(*state, traced), "the minutes of 5 March 2024 are cut off; the minutes of 4 June 2024 are not held; "
                                                        "the meeting of 7 May 2024 called off");
}

static void the_committee_it_was_carried_to_is_read_too(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "committee Coast and Waters Committee\non 2024-04-09 minutes\n%s", answered));
    assert_string_equal(traced_words(*state, traced_on(&world, 2024, 7, 1)), "no later papers yet");
    world.promises[0].action->carried_to = mem_strdup(*state, "the Coast & Waters committee"); /* as a member names it */
    assert_string_equal(traced_words(*state, traced_on(&world, 2024, 7, 1)), "probably reported at item 5, 9 April 2024");
}

static void a_committee_that_was_merged_is_read_under_all_its_names(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "committee Coast and Waters Committee\non 2024-04-09 minutes\n%s", answered));
    edit(state, world.store, &(struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "Harbour Scrutiny Panel", .value = "Coast and Waters Committee"});
    struct err err;
    assert_ok(store_republish(world.store, &err), err);
    assert_string_equal(traced_words(*state, traced_on(&world, 2024, 7, 1)), "probably reported at item 5, 9 April 2024");
    undo(state, world.store);
    assert_ok(store_republish(world.store, &err), err);
    assert_string_equal(traced_words(*state, traced_on(&world, 2024, 7, 1)), "no later papers yet");
}

static void without_committee_or_day_there_is_nothing_to_compare(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "on 2024-04-09 minutes\n%s", answered));
    world.promises[0].action->meeting_date = (struct date){0};
    assert_true(traced_on(&world, 2024, 7, 1)->placeless);
    world.promises[0].action->meeting_date = (struct date){2024, 2, 6};
    world.promises[0].action->committee = NULL;
    assert_true(traced_on(&world, 2024, 7, 1)->placeless);
}

static bool count_told(void *to, size_t i, struct traced *traced)
{
    size_t *told = to;
    assert_int_equal(i, *told);
    talloc_free(traced);
    return ++*told < 2;
}

static void a_list_is_told_in_its_order_until_it_is_stopped(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "on 2024-04-09 minutes\n%s", answered));
    struct action *actions[3] = {world.promises[0].action, world.promises[0].action, world.promises[0].action};
    size_t told = 0;
    struct err err;
    assert_int_equal(evidence_find_all(world.store, actions, 3, (struct date){2024, 7, 1}, count_told, &told, &err), STATUS_CANCELLED);
    assert_int_equal(told, 2);
    told = 0;
    assert_ok(evidence_find_all(world.store, actions, 1, (struct date){2024, 7, 1}, count_told, &told, &err), err);
    assert_int_equal(told, 1);
}

/* N items that all tell that it was done. */
static struct world told_often(void **state, int n)
{
    struct buf out;
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    buf_puts(&out, "on 2024-04-09 minutes\n");
    for (int i = 0; i < n; i++)
        buf_printf(&out, "item %d %d Ferries\nm The Harbour Master reported that the soundings of the slipway at Oarford had been sent on 3 March.\n",
                   100 + i, 200 + i);
    return harbour(state, buf_take(&out));
}

/* What was judged and is not proposed goes. */
static void places_that_are_not_proposed_take_no_memory(void **state)
{
    struct world few = told_often(state, 6), many = told_often(state, 60);
    struct traced *of_few = traced_on(&few, 2024, 7, 1), *of_many = traced_on(&many, 2024, 7, 1);
    assert_int_equal(of_few->n, EVIDENCE_MOST);
    assert_int_equal(of_many->n, EVIDENCE_MOST);
    assert_true(talloc_total_blocks(of_many) <= talloc_total_blocks(of_few) + EVIDENCE_MOST);
}

static void what_is_taken_is_an_entry_and_closes_nothing(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "on 2024-04-09 minutes\n%s", answered));
    struct action *action = world.promises[0].action;
    action->state = ACTION_KEPT;
    struct edit_result *kept = add(state, world.store, action);
    struct action *row = get(state, world.store, kept->id);
    struct traced *traced = traced_on(&world, 2024, 7, 1);
    struct action_entries entries;
    struct edit take;
    struct err err;
    assert_ok(evidence_prepare_take(*state, world.store, row, &traced->at[0], &take, &err), err);
    edit(state, world.store, &take);
    assert_ok(store_entries(*state, world.store, row->id, &entries, &err), err);
    assert_int_equal(entries.n, 1);
    assert_int_equal(entries.at[0]->kind, ENTRY_EVIDENCE);
    assert_string_equal(entries.at[0]->item, "m19");
    assert_string_equal(date_iso(*state, entries.at[0]->date), "2024-04-09");
    assert_true(action_status_is_open(get(state, world.store, kept->id)->status));
    undo(state, world.store);
    assert_ok(store_entries(*state, world.store, row->id, &entries, &err), err);
    assert_int_equal(entries.n, 0);
    row->state = ACTION_REFUSED;
    assert_int_equal(evidence_prepare_take(*state, world.store, row, &traced->at[0], &take, &err), STATUS_USAGE);
}

static void one_place_is_evidence_once_however_it_is_named(void **state)
{
    struct world world = harbour(state, mem_printf(*state, "on 2024-04-09 minutes\n%s", answered));
    struct action *action = world.promises[0].action;
    const struct date day = {2024, 7, 1};
    action->state = ACTION_KEPT;
    struct edit_result *kept = add(state, world.store, action);
    struct action *row = get(state, world.store, kept->id);
    struct traced *traced = traced_on(&world, 2024, 7, 1);
    struct action_entries entries;
    struct edit take;
    struct err err;
    static const char *const names[] = {"2024-04-09/19", "2024-04-09/m19", "2024-04-09/a5"};
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        assert_ok(evidence_prepare_place(*state, world.store, row, names[i], NULL, day, &take, &err), err);
        edit(state, world.store, &take);
        assert_ok(store_entries(*state, world.store, row->id, &entries, &err), err);
        assert_string_equal(entries.at[0]->item, "m19");
        assert_true(evidence_is_entry(&traced->at[0], entries.at[0]));
        assert_int_equal(evidence_prepare_take(*state, world.store, row, &traced->at[0], &take, &err), STATUS_CONFLICT);
        assert_string_equal(err.text, "m19 of 9 April 2024 is evidence of 11/1 already");
        for (size_t k = 0; k < MB_LENGTH(names); k++)
            assert_int_equal(evidence_prepare_place(*state, world.store, row, names[k], "", day, &take, &err), STATUS_CONFLICT);
        assert_ok(evidence_prepare_place(*state, world.store, row, names[i], "by letter only", day, &take, &err), err); /* words are news */
        assert_ok(evidence_prepare_place(*state, world.store, row, "2024-04-09", "", day, &take, &err), err); /* the meeting is another place */
        undo(state, world.store);
    }
    struct action_entry typed = {.kind = ENTRY_EVIDENCE, .meeting_id = traced->at[0].meeting_id, .item = (char *)"5"}; /* of an older store */
    assert_true(evidence_is_entry(&traced->at[0], &typed));
    typed.item = (char *)"m5";
    assert_false(evidence_is_entry(&traced->at[0], &typed));
}

static void the_promise_printed_again_is_no_answer(void **state)
{
    struct world world = harbour(state, "on 2024-04-09 minutes\nitem 4 18 Minutes of the Previous Meeting\n"
                                        "m The Harbour Master agreed to send the soundings of the slipway at Oarford. The minutes were agreed.\n"
                                        "item 5 19 Ferries\nr The Harbour Master agreed to send the soundings of the slipway at Oarford.\n");
    assert_int_equal(traced_on(&world, 2024, 7, 1)->n, 0);
}

static void a_cited_minute_of_another_day_is_another_minute(void **state)
{
    (void)state;
    static const char form[] = "on 2024-04-09 minutes\nitem 5 19 Ferries\nm %s\n";
    const struct {
        const char *words;
        bool cites;
    } cases[] = {{"Minute 11 refers: the soundings had been sent by the Harbour Master.", true},
                 {"Minute 11 of 6 February: the soundings had been sent by the Harbour Master.", true},
                 {"Minute 11 (6 February 2024): the soundings had been sent by the Harbour Master.", true},
                 {"(Min. No. 11): the soundings had been sent by the Harbour Master on 3 March 2024.", true},
                 {"Minute 11 of the meeting held on 5 December 2023: the soundings had been sent by the Harbour Master.", false},
                 {"Minute 111: the soundings had been sent by the Harbour Master.", false},
                 {"Item 11: the soundings had been sent by the Harbour Master.", false}};
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        void *inner = NULL;
        assert_int_equal(store_case_new(&inner), 0);
        struct world world = harbour(&inner, mem_printf(inner, form, cases[i].words));
        struct traced *traced = traced_on(&world, 2024, 7, 1);
        bool cites = traced->n == 1 && traced->at[0].grade == EVIDENCE_CERTAIN;
        if (cites != cases[i].cites)
            fail_msg("%s: %s", cases[i].words, traced_words(inner, traced));
        talloc_free(world.store);
        store_case_free(&inner);
    }
}

/* A letter may be longer when its case is folded: what is folded must still fit. */
static void letters_that_grow_when_folded_fit(void **state)
{
    (void)state;
    struct {
        char stem[STEM_SIZE];
        char behind[STEM_SIZE];
    } room;
    memset(&room, '#', sizeof room);
    char word[2 * STEM_SIZE + 1] = "";
    for (size_t i = 0; i < STEM_SIZE; i++)
        memcpy(word + 2 * i, "\xC8\xBA", 3);
    size_t at = 0, start;
    assert_true(stem_next(word, strlen(word), &at, room.stem, &start));
    assert_int_equal(at, strlen(word));
    assert_int_equal(strlen(room.stem) % 3, 0);
    for (size_t i = 0; i < sizeof room.behind; i++)
        assert_int_equal(room.behind[i], '#');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(what_is_proposed_of_known_papers_is_so),
        STORE_CASE(what_is_proposed_of_more_papers_is_so),
        STORE_CASE(what_is_proposed_of_the_fourth_set_is_so),
        STORE_CASE(what_is_proposed_of_fresh_papers_is_so),
        STORE_CASE(what_is_proposed_of_the_third_set_is_so),
        STORE_CASE(it_is_known_from_the_day_of_its_paper_on),
        STORE_CASE(of_a_meeting_to_come_only_its_agenda_counts),
        STORE_CASE(what_is_put_off_and_still_open_is_not_reported_in_part),
        STORE_CASE(what_is_reported_and_still_open_is_reported_in_part),
        STORE_CASE(what_is_cited_is_named),
        STORE_CASE(an_absence_says_how_little_it_means),
        STORE_CASE(the_committee_it_was_carried_to_is_read_too),
        STORE_CASE(a_committee_that_was_merged_is_read_under_all_its_names),
        STORE_CASE(without_committee_or_day_there_is_nothing_to_compare),
        STORE_CASE(a_list_is_told_in_its_order_until_it_is_stopped),
        STORE_CASE(places_that_are_not_proposed_take_no_memory),
        STORE_CASE(what_is_taken_is_an_entry_and_closes_nothing),
        STORE_CASE(one_place_is_evidence_once_however_it_is_named),
        STORE_CASE(the_promise_printed_again_is_no_answer),
        STORE_CASE(a_cited_minute_of_another_day_is_another_minute),
        cmocka_unit_test(letters_that_grow_when_folded_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
