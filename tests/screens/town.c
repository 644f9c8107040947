/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include "screens/town.h"

#include <minutebook/actions.h>
#include <unistd.h>

#define T(literal) ((char *)(literal))
#define COMMITTEE "Roads and Transport Overview and Scrutiny Panel"

static void give(const void *parent, char **to, const char *text)
{
    *to = mem_strdup(parent, text);
}

static struct draft *draft_new(const void *parent, const char *path, enum form form, const char *committee,
                               struct date date)
{
    struct draft *draft = mem_new(parent, struct draft);
    struct meeting *meeting = draft->meeting = mem_new(draft, struct meeting);
    give(draft, &draft->path, path);
    sha256_hex(path, strlen(path), draft->sha256);
    draft->form = form;
    draft->reader_version = 1;
    give(meeting, &meeting->committee, committee);
    meeting->date = date;
    meeting->date_basis = DATE_STATED;
    meeting->minutes_after_midnight = -1;
    struct source *source = mem_append(meeting, meeting->sources, meeting->n_sources);
    give(meeting, &source->path, path);
    memcpy(source->sha256, draft->sha256, sizeof source->sha256);
    source->form = form;
    return draft;
}

static struct item *add_item(struct meeting *meeting, const char *agenda, const char *minute, const char *title,
                             const char *timing)
{
    struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
    item->position = (int)meeting->n_items;
    item->in_latest = true;
    give(meeting, &item->agenda_number, agenda);
    give(meeting, &item->minute_number, minute);
    give(meeting, &item->title, title);
    give(meeting, &item->timing, timing);
    give(meeting, &item->kind, item_kind_of_title(title));
    return item;
}

static void add_block(struct meeting *meeting, struct item *item, enum block_kind kind, int level, const char *text)
{
    struct block *block = mem_append(meeting, item->blocks, item->n_blocks);
    block->kind = kind;
    block->level = level;
    give(meeting, &block->text, text);
}

static void add_row(struct meeting *meeting, struct item *item, const char *a, const char *b, const char *c)
{
    struct block *block = &item->blocks[item->n_blocks - 1];
    struct table_row *row = mem_append(meeting, block->rows, block->n_rows);
    const char *const cells[] = {a, b, c};
    for (size_t i = 0; i < MB_LENGTH(cells); i++)
        *mem_append(meeting, row->cells, row->n_cells) = mem_strdup(meeting, cells[i]);
}

static void bus_report(struct meeting *meeting, struct item *item)
{
    give(meeting, &item->pages, "5 - 12");
    give(meeting, &item->author, "Report of the Head of Passenger Transport");
    strings_add(meeting, &item->asked, "comment on the figures for the spring; and");
    strings_add(meeting, &item->asked, "decide whether any more scrutiny is needed.");
    strings_add(meeting, &item->invited, "the Cabinet Member for Transport");
    strings_add(meeting, &item->invited, "the Head of Passenger Transport");
    add_block(meeting, item, BLOCK_HEADING, 2, "Summary");
    add_block(meeting, item, BLOCK_PARA, 0,
              "1. The Panel asked in January how many buses to schools had been late, and why.");
    add_block(meeting, item, BLOCK_LIST, 1, "- Drivers: eleven posts were vacant at the end of March.");
    add_block(meeting, item, BLOCK_LIST, 1, "- Roadworks on the Fenwick road closed it for nine days.");
    add_block(meeting, item, BLOCK_TABLE, 0, NULL);
    give(meeting, &item->blocks[item->n_blocks - 1].caption, "Late buses by school");
    add_row(meeting, item, "School", "2022/23", "2023/24");
    add_row(meeting, item, "Fenwick High", "41", "1,058");
    add_row(meeting, item, "St Osyth's\n(both sites)", "7", "12");
    add_block(meeting, item, BLOCK_PARA, 0,
              "2. The Panel is asked to comment on the figures, and to decide whether any more scrutiny is needed.");
    for (size_t i = 0; i < item->n_blocks; i++)
        give(meeting, &item->blocks[i].page, item->blocks[i].kind == BLOCK_TABLE || i + 1 == item->n_blocks ? "6" : "5");
    struct link *link = mem_append(meeting, item->links, item->n_links);
    give(meeting, &link->text, "the Fenwick road");
    give(meeting, &link->url, "https://roads.fenwick.example/closures?road=fenwick&from=2024-03-04");
}

static struct programme_entry *add_entry(struct programme *programme, const char *planned, const char *issue)
{
    struct programme_entry *entry = mem_append(programme, programme->entries, programme->n_entries);
    struct when *when = mem_append(programme, entry->planned, entry->n_planned);
    give(programme, &when->text, planned);
    when->span = date_span_of_words(planned);
    give(programme, &entry->issue, issue);
    return entry;
}

static void town_programme(struct draft *draft)
{
    struct programme *programme = draft->programme = mem_new(draft, struct programme);
    give(programme, &programme->committee, COMMITTEE);
    give(programme, &programme->title, COMMITTEE " Work Programme 2024/25");
    programme->published_for = draft->meeting->date;
    programme->item_position = 6;
    add_entry(programme, "16 May 2024", "School buses that come late");
    struct programme_entry *roads = add_entry(programme, "16 May 2024", "Road repairs: what the contractor owes");
    roads->inherited = true;
    struct when *last = mem_append(programme, roads->last_reports, roads->n_last_reports);
    give(programme, &last->text, "9 November 2023");
    last->span = date_span_of_words("9 November 2023");
    struct programme_entry *cycling = add_entry(programme, "September 2024", "Cycling to school");
    cycling->requested_on = (struct date){2024, 1, 18};
    give(programme, &cycling->notes, "Asked for by the Panel on 18 January 2024");
    struct programme_entry *tbc = add_entry(programme, "TBC", "The ferry at Osyth Quay");
    tbc->state = ENTRY_TBC;
    tbc->section = SECTION_POSSIBLE;
    tbc->requested_on = (struct date){2023, 3, 1};
    tbc = add_entry(programme, "TBC", "Lorries in villages");
    tbc->state = ENTRY_TBC;
    tbc->section = SECTION_POSSIBLE;
    struct programme_entry *standing = add_entry(programme, "November", "Budget scrutiny");
    standing->state = ENTRY_STANDING;
    standing->section = SECTION_STANDING;
    struct champion *champion = mem_append(programme, programme->champions, programme->n_champions);
    give(programme, &champion->topic, "Road safety");
    give(programme, &champion->name, "Cllr Ada Hobbs");
}

struct draft *town_pack(const void *parent)
{
    struct draft *draft = draft_new(parent, "may-pack.txt", FORM_PACK_TEXT, COMMITTEE, (struct date){2024, 5, 16});
    struct meeting *meeting = draft->meeting;
    meeting->minutes_after_midnight = 14 * 60;
    give(meeting, &meeting->venue, "Guildhall, Fenwick");
    add_item(meeting, "1", NULL, "Apologies", NULL);
    add_item(meeting, "2", NULL, "Declarations of Interest", NULL);
    bus_report(meeting, add_item(meeting, "3", NULL, "Late School Buses", "2.10 to 2.50pm"));
    struct item *roads = add_item(meeting, "4", NULL, "Road Repairs Contract", "2.50 to 3.30pm");
    roads->follow = FOLLOW_TO_FOLLOW;
    give(meeting, &roads->pages_note, "To follow");
    add_item(meeting, "5", NULL, "Parking Permits for Carers", NULL);
    struct item *work = add_item(meeting, "6", NULL, "Work Programme", "3.45 to 3.50pm");
    give(meeting, &work->pages, "13 - 14");
    add_block(meeting, work, BLOCK_PARA, 0, "The Panel is asked to note its work programme.");
    town_programme(draft);
    return draft;
}

static const char bus_minute[] =
    "The Head of Passenger Transport told the Panel that:\n\n"
    "·  1,058 buses had been late at Fenwick High, most of them by less than ten minutes;\n"
    "·  the depot had since taken on seven drivers.\n\n"
    "A Member asked what had been done for pupils who missed an examination.\n\n"
    "The Head of Passenger Transport undertook to send the Panel the figures for the autumn by the next meeting. "
    "Members asked for the same for the villages.\n\n"
    "It was agreed that the Chairman would write to the Cabinet Member for Transport about the crossing at Mill Lane.";

struct draft *town_page(const void *parent)
{
    struct draft *draft = draft_new(parent, "may-minutes.txt", FORM_PAGE_TEXT, COMMITTEE, (struct date){2024, 5, 16});
    struct meeting *meeting = draft->meeting;
    give(meeting, &meeting->venue, "Guildhall, Fenwick");
    give(meeting, &add_item(meeting, NULL, "31", "Apologies", NULL)->minutes_text,
         "Apologies were received from Councillor Tomkin.");
    give(meeting, &add_item(meeting, NULL, "32", "Declarations of Interest", NULL)->minutes_text, "None.");
    give(meeting, &add_item(meeting, NULL, "33", "Late School Buses", NULL)->minutes_text, bus_minute);
    struct item *roads = add_item(meeting, NULL, "34", "Road Repairs Contract", NULL);
    give(meeting, &roads->minutes_text,
         "The Panel was told that the contractor had been paid in full before the work was checked, and that");
    roads->truncated = true;
    give(meeting, &roads->service_id, "51902");
    give(meeting, &meeting->service_id, "417");
    struct attachment *paper = mem_append(meeting, roads->attachments, roads->n_attachments);
    give(meeting, &paper->title, "Road Repairs Contract");
    give(meeting, &paper->format, "PDF");
    give(meeting, &paper->size, "134 KB");
    give(meeting, &add_item(meeting, NULL, "35", "Parking Permits for Carers", NULL)->minutes_text,
         "Resolved: That the scheme be extended to Osyth Quay.");
    give(meeting, &add_item(meeting, NULL, "36", "Work Programme", NULL)->minutes_text,
         "It was agreed that school transport would come back in September 2024.");
    return draft;
}

static struct draft *lonely_page(const void *parent)
{
    struct draft *draft = draft_new(parent, "old-minutes.txt", FORM_PAGE_TEXT, NULL, (struct date){2023, 11, 9});
    struct meeting *meeting = draft->meeting;
    meeting->date_basis = DATE_INFERRED;
    give(meeting, &meeting->date_reason, "the notice in minute 8 names 8 November 2023 as the working day before");
    give(meeting, &add_item(meeting, NULL, "7", "Apologies", NULL)->minutes_text, "None.");
    struct item *budget = add_item(meeting, NULL, "8", "Budget for Roads", NULL);
    give(meeting, &budget->minutes_text, "The Panel looked at the draft budget for the next year.");
    budget->truncated = true;
    struct item *depot = add_item(meeting, NULL, "9", "Sale of the Bus Depot", NULL);
    depot->part = 2;
    depot->exempt = true;
    give(meeting, &depot->exempt_reason, "paragraph 3");
    give(meeting, &depot->minutes_text, "Resolved: That the sale of the depot be supported.");
    return draft;
}

#define EVIL                                                                                                           \
    "x\x1b]52;c;eA==\x07\x1b[31my\xC2\x9B"                                                                             \
    "2J\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\x8B\x7F\r\x0E"                                                                 \
    "z"

/* ---- what is found in the minutes, by nobody's rules --------------------------------------------------- */

static const struct {
    const char *quote, *class, *kind, *owner, *recipient, *due_text;
    bool untracked;
} finds[] = {
    {"A Member asked what had been done for pupils who missed an examination.", "information_request", NULL, NULL, NULL,
     NULL, false},
    {"The Head of Passenger Transport undertook to send the Panel the figures for the autumn by the next meeting.",
     "action", "undertaking", "the Head of Passenger Transport", "the Panel", "by the next meeting", false},
    {"Members asked for the same for the villages.", "information_request", NULL, NULL, NULL, NULL, false},
    {"It was agreed that the Chairman would write to the Cabinet Member for Transport about the crossing at Mill Lane.",
     "action", "letter", "the Chairman", "the Cabinet Member for Transport", NULL, false},
    {"Resolved: That the scheme be extended to Osyth Quay.", "resolution", NULL, NULL, NULL, NULL, true},
    {"It was agreed that school transport would come back in September 2024.", "work_programme_change", NULL, NULL, NULL,
     "September 2024", false},
    {EVIL, "action", EVIL, EVIL, EVIL, EVIL, false},
    {"Resolved: That the sale of the depot be supported.", "resolution", NULL, NULL, NULL, NULL, true},
};

static struct action *find_new(const void *parent, const struct meeting *meeting, const struct item *item, size_t find,
                               size_t offset)
{
    struct action *action = mem_new(parent, struct action);
    char *key = mem_printf(action, "%s\n%zu", meeting->id, find), sum[SHA256_HEX];
    sha256_hex(key, strlen(key), sum);
    action->state = ACTION_TO_CHECK;
    action->id = mem_printf(action, "c-%.10s", sum);
    action->candidate_id = mem_strdup(action, action->id);
    action->rule = mem_strdup(action, "by-hand");
    action->untracked = finds[find].untracked;
    action->class = mem_strdup(action, finds[find].class);
    action->kind = mem_strdup(action, finds[find].kind);
    action->owner = mem_strdup(action, finds[find].owner);
    action->recipient = mem_strdup(action, finds[find].recipient);
    action_due_of_words(action, finds[find].due_text, meeting->date);
    action_place(action, meeting, item, finds[find].quote, "minutes", offset);
    action->item_position = item->position;
    return action;
}

static const char named_in[] = "Waiting times were last looked at on 17 January 2024, when the Trust was heard.";

/* The day that a report of the health committee names. */
static void find_named(const void *parent, const struct item *item, struct swept *out)
{
    char *report = item_report_text(parent, item);
    if (report && strstr(report, named_in))
        *(struct cited_meeting *)mem_append(parent, out->cited, out->n_cited) =
            (struct cited_meeting){.date = {2024, 1, 17}, .item_position = item->position, .times = 1,
                                   .quote = mem_strdup(parent, named_in)};
}

static enum status town_find(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out,
                             struct err *err)
{
    (void)rules, (void)err;
    for (size_t i = 0; i < meeting->n_items; i++)
        find_named(parent, &meeting->items[i], out);
    for (size_t i = 0; i < meeting->n_items; i++)
        for (size_t f = 0; f < MB_LENGTH(finds); f++) {
            const char *text = meeting->items[i].minutes_text, *at = text ? strstr(text, finds[f].quote) : NULL;
            if (at)
                *mem_append(parent, out->candidates, out->n_candidates) =
                    find_new(parent, meeting, &meeting->items[i], f, (size_t)(at - text));
        }
    return STATUS_OK;
}

/* It goes by the name of the rules of this release, so that no job of a browser looks through the town anew. */
void town_use_sweep(struct store *store)
{
    struct err err = {0};
    struct rules *rules;
    struct sweep *sweep = mem_new(store, struct sweep);
    if (rules_load(sweep, NULL, &rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    *sweep = (struct sweep){.version = rules_version(rules), .run = town_find};
    store_use_sweep(store, sweep);
}

void town_import(struct store *store)
{
    struct draft *(*const drafts[])(const void *) = {town_pack, town_page, lonely_page};
    void *local = talloc_named_const(NULL, 0, "town");
    for (size_t i = 0; i < MB_LENGTH(drafts); i++) {
        struct err err = {0};
        struct import_result *result;
        struct import_options options = {0};
        struct draft *draft = drafts[i](local);
        if (store_import(local, store, draft, draft->path, strlen(draft->path), &options, &result, &err) != STATUS_OK)
            fail_msg("%s: %s", draft->path, err.text);
    }
    talloc_free(local);
}

void town_import_health(struct store *store)
{
    static const struct date days[] = {{2024, 6, 12}, {2024, 7, 3}, {2024, 9, 18}};
    void *local = talloc_named_const(NULL, 0, "health");
    struct err err = {0};
    struct import_result *result;
    struct import_options options = {0};
    struct draft *draft = draft_new(local, "health-pack.txt", FORM_PACK_TEXT, "Health Scrutiny Committee", (struct date){2024, 3, 6});
    struct item *item = add_item(draft->meeting, "1", NULL, "Work Programme", NULL);
    add_block(draft->meeting, item, BLOCK_PARA, 0, "The Committee is asked to note its work programme.");
    for (size_t i = 0; i < 2; i++) {
        item = add_item(draft->meeting, i ? "3" : "2", NULL, i ? "Dentists" : "Ambulances", NULL);
        struct attachment *paper = mem_append(draft->meeting, item->attachments, item->n_attachments);
        give(draft->meeting, &paper->title, i ? "Dentists: a map" : "Ambulance times");
        give(draft->meeting, &paper->format, "PDF");
        add_block(draft->meeting, item, BLOCK_PARA, 0, i ? "A map of the dentists follows." : named_in);
    }
    struct programme *programme = draft->programme = mem_new(draft, struct programme);
    give(programme, &programme->committee, draft->meeting->committee);
    give(programme, &programme->title, "Work Programme 2024/25");
    programme->published_for = draft->meeting->date;
    programme->item_position = 1;
    add_entry(programme, "12 June 2024", "Waiting times at the minor injuries unit");
    for (size_t i = 0; i < MB_LENGTH(days); i++)
        *(struct date *)mem_append(programme, programme->future_meetings, programme->n_future_meetings) = days[i];
    if (store_import(local, store, draft, draft->path, strlen(draft->path), &options, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(local);
}

void town_import_unswept(struct store *store)
{
    struct err err = {0};
    struct import_result *result;
    struct import_options options = {0};
    void *local = talloc_named_const(NULL, 0, "unswept");
    struct draft *draft = draft_new(local, "july-minutes.txt", FORM_PAGE_TEXT, COMMITTEE, (struct date){2024, 7, 18});
    give(draft->meeting, &add_item(draft->meeting, NULL, "40", "Lorries in Villages", NULL)->minutes_text,
         "It was agreed that the Chairman would write to the Leader of the Council about the lorries.");
    store_use_sweep(store, NULL);
    if (store_import(local, store, draft, draft->path, strlen(draft->path), &options, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(local);
}

void town_import_later(struct store *store)
{
    struct err err = {0};
    struct import_result *result;
    struct import_options options = {0};
    void *local = talloc_named_const(NULL, 0, "later");
    struct draft *draft = draft_new(local, "june-minutes.txt", FORM_PAGE_TEXT, COMMITTEE, (struct date){2024, 6, 12});
    give(draft->meeting, &add_item(draft->meeting, NULL, "38", "Matters Arising", NULL)->minutes_text,
         "Minute 33: the Chairman reported that he had written to the Cabinet Member for Transport about the crossing at Mill Lane, and "
         "that it would be moved in the autumn.");
    if (store_import(local, store, draft, draft->path, strlen(draft->path), &options, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(local);
}

static void hostile_programme(struct draft *draft)
{
    struct programme *programme = draft->programme = mem_new(draft, struct programme);
    give(programme, &programme->committee, EVIL " Panel");
    give(programme, &programme->title, EVIL);
    give(programme, &programme->preamble, EVIL);
    programme->published_for = draft->meeting->date;
    programme->item_position = 1;
    struct programme_entry *entry = add_entry(programme, EVIL, EVIL);
    give(programme, &entry->notes, EVIL);
    give(programme, &entry->last_reports_text, EVIL);
    give(programme, &entry->frequency, EVIL);
    struct champion *champion = mem_append(programme, programme->champions, programme->n_champions);
    give(programme, &champion->topic, EVIL);
    give(programme, &champion->name, EVIL);
}

void town_import_hostile(struct store *store)
{
    void *local = talloc_named_const(NULL, 0, "hostile");
    struct draft *draft = draft_new(local, EVIL, FORM_PACK_TEXT, EVIL " Panel", (struct date){2024, 6, 1});
    struct meeting *meeting = draft->meeting;
    struct err err = {0};
    struct import_result *result;
    struct import_options options = {0};
    give(meeting, &meeting->venue, EVIL);
    give(meeting, &meeting->contact, EVIL);
    give(meeting, &meeting->date_reason, EVIL);
    struct item *item = add_item(meeting, EVIL, EVIL, EVIL, EVIL);
    give(meeting, &item->pages, EVIL " - 2");
    give(meeting, &item->author, EVIL);
    give(meeting, &item->exempt_reason, EVIL);
    item->exempt = true;
    give(meeting, &item->minutes_text, EVIL "\n\n\xC2\xB7 " EVIL);
    give(meeting, &item->agenda_text, EVIL);
    give(meeting, &item->decision_text, EVIL);
    strings_add(meeting, &item->asked, EVIL);
    strings_add(meeting, &item->invited, EVIL);
    struct attachment *paper = mem_append(meeting, item->attachments, item->n_attachments);
    give(meeting, &paper->title, EVIL);
    give(meeting, &paper->format, EVIL);
    give(meeting, &paper->size, EVIL);
    add_block(meeting, item, BLOCK_HEADING, 1, EVIL);
    add_block(meeting, item, BLOCK_LIST, 1, "- " EVIL);
    add_block(meeting, item, BLOCK_TABLE, 0, NULL);
    give(meeting, &item->blocks[item->n_blocks - 1].caption, EVIL);
    add_row(meeting, item, EVIL, EVIL, "1");
    add_row(meeting, item, EVIL "\n" EVIL, EVIL, "2");
    hostile_programme(draft);
    if (store_import(local, store, draft, "hostile", 7, &options, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(local);
}

static void follow_up(struct store *store, const char *minute, const char *quote, const char *line)
{
    struct err err = {0};
    struct meeting *meeting;
    struct action *action;
    struct edit_result *result;
    char *id;
    int position = 0;
    void *local = talloc_named_const(NULL, 0, "follow-up");
    enum status status = store_find_meeting(local, store, "2024-05-16", (struct date){2024, 6, 14}, &id, &err);
    if (status == STATUS_OK)
        status = store_meeting(local, store, id, &meeting, &err);
    if (status == STATUS_OK)
        status = meeting_find_item(meeting, minute, &position, &err);
    if (status == STATUS_OK)
        status = action_parse_line(local, line, meeting->date, &action, &err);
    if (status == STATUS_OK) {
        const struct item *item = meeting_item(meeting, position);
        const char *at = quote ? strstr(item->minutes_text, quote) : NULL;
        action_place(action, meeting, item, quote, "minutes", at ? (size_t)(at - item->minutes_text) : 0);
        struct edit edit = {.kind = EDIT_ACTION_ADD, .action = action};
        status = store_edit(local, store, &edit, &result, &err);
    }
    if (status != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(local);
}

void town_follow_ups(struct store *store)
{
    follow_up(store, "33",
              "It was agreed that the Chairman would write to the Cabinet Member for Transport about the crossing at "
              "Mill Lane.",
              "the Chairman > the Cabinet Member for Transport: the crossing at Mill Lane; chase 7 June 2024");
    follow_up(store, "34", NULL, "what the contractor was paid, and when");
}

static int remove_folder(char *folder)
{
    static const char *const names[] = {"/town.db", "/town.db-wal", "/town.db-shm", "/town.db.lock", "/town.db.import",
                                        "/own.db",  "/own.db-wal",  "/own.db-shm",  "/own.db.lock",  "/own.db.import",
                                        ""};
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        char *path = mem_printf(NULL, "%s%s", folder, names[i]);
        if (remove(path) != 0 && i + 1 == MB_LENGTH(names))
            print_message("# left behind: %s\n", folder);
        talloc_free(path);
    }
    return 0;
}

char *town_path(const void *parent)
{
    char *folder = mem_strdup(parent, "/tmp/minutebook-town-XXXXXX");
    if (!mkdtemp(folder))
        fail_msg("no folder for a test");
    talloc_set_destructor(folder, remove_folder);
    return mem_printf(folder, "%s/town.db", folder);
}

char *town_copy(const void *parent, const char *path)
{
    struct err err = {0};
    struct store *store;
    char *copy = town_path(parent), *written;
    if (store_open(NULL, path, STORE_READ, &store, &err) != STATUS_OK ||
        store_backup(store, store, copy, &written, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(store);
    return copy;
}

char *town_store(const void *parent)
{
    struct err err = {0};
    struct store *store;
    char *path = town_path(parent);
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    town_import(store);
    store_set_day(store, (struct date){2024, 5, 20}); /* kept when the minutes had come */
    town_follow_ups(store);
    talloc_free(store);
    return path;
}

struct program *town_program(const void *parent, const char *store_path)
{
    struct program *program = mem_new(parent, struct program);
    program->spelling = "minutebook";
    program->store_path = mem_strdup(program, store_path);
    program->own_store_path = mem_strdup(program, store_path);
    program->as_at = program->own_as_at = (struct date){2024, 6, 14};
    return program;
}
