/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/store/papers.h"

struct draft *paper(void *context, const char *seed, enum form form)
{
    struct draft *draft = mem_new(context, struct draft);
    draft->path = mem_printf(draft, "%s.txt", seed);
    sha256_hex(draft->path, strlen(draft->path), draft->sha256); /* its name stands for its bytes */
    draft->form = form;
    draft->reader_version = 1;
    draft->meeting = mem_new(draft, struct meeting);
    draft->meeting->minutes_after_midnight = -1;
    return draft;
}

struct item *paper_item(struct draft *draft, const char *title)
{
    struct meeting *meeting = draft->meeting;
    struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
    item->position = (int)meeting->n_items;
    item->title = mem_strdup(meeting, title);
    const char *kind = item_kind_of_title(title);
    item->kind = mem_strdup(meeting, kind);
    return item;
}

void paper_on(struct draft *draft, int year, int month, int day, enum date_basis basis)
{
    draft->meeting->date = (struct date){year, month, day};
    draft->meeting->date_basis = basis;
    draft->meeting->date_reason = basis == DATE_INFERRED ? mem_strdup(draft->meeting, "the notice says so") : NULL;
}

void paper_committee(struct draft *draft, const char *committee)
{
    draft->meeting->committee = mem_strdup(draft->meeting, committee); /* NULL: it names none */
}

static struct block *add_block(struct draft *draft, struct item *item, enum block_kind kind, const char *text)
{
    struct block *block = mem_append(draft->meeting, item->blocks, item->n_blocks);
    block->kind = kind;
    block->text = mem_strdup(draft->meeting, text);
    return block;
}

static void add_row(struct draft *draft, struct block *table, const char *left, const char *right)
{
    struct table_row *row = mem_append(draft->meeting, table->rows, table->n_rows);
    *mem_append(draft->meeting, row->cells, row->n_cells) = mem_strdup(draft->meeting, left);
    *mem_append(draft->meeting, row->cells, row->n_cells) = mem_strdup(draft->meeting, right);
}

static void add_report(struct draft *draft, struct item *item)
{
    add_block(draft, item, BLOCK_HEADING, "Summary")->level = 2;
    add_block(draft, item, BLOCK_PARA, "1. Of 40 empty homes in Elmsworth, 12 were let.");
    struct block *table = add_block(draft, item, BLOCK_TABLE, NULL);
    table->caption = mem_strdup(draft->meeting, "Empty homes");
    add_row(draft, table, "Ward", "Homes");
    add_row(draft, table, "Quayside", "12");
    strings_add(draft->meeting, &item->asked, "comment on the number of empty homes");
    strings_add(draft->meeting, &item->invited, "the Head of Housing");
}

static void add_person(struct draft *draft, const char *name, const char *role, const char *attendance)
{
    struct person *person = mem_append(draft->meeting, draft->meeting->people, draft->meeting->n_people);
    person->name = mem_strdup(draft->meeting, name);
    person->role = mem_strdup(draft->meeting, role);
    person->capacity = mem_strdup(draft->meeting, "member");
    person->attendance = mem_strdup(draft->meeting, attendance);
}

static void add_vote(struct draft *draft, struct item *item, const char *title, const char *text)
{
    struct vote *vote = mem_append(draft->meeting, item->votes, item->n_votes);
    vote->title = mem_strdup(draft->meeting, title);
    vote->type = mem_strdup(draft->meeting, "Motion");
    vote->text = mem_strdup(draft->meeting, text);
    vote->result = mem_strdup(draft->meeting, "Carried");
}

static const char *const titles[] = {"Apologies", "Empty Homes \xE2\x80\x93 Progress", "Repairs Backlog", "Homelessness Strategy"};

struct draft *elmsworth_pack(void *context, const char *seed)
{
    struct draft *draft = paper(context, seed, FORM_PACK_TEXT);
    struct meeting *meeting = draft->meeting;
    paper_committee(draft, "Housing Scrutiny Panel");
    paper_on(draft, 2031, 3, 6, DATE_STATED);
    meeting->minutes_after_midnight = 600;
    meeting->venue = mem_strdup(meeting, "Town Hall, Elmsworth");
    meeting->contact = mem_strdup(meeting, "Jo Bell 0555 0100");
    strings_add(draft, &draft->telephones, "05550100");
    for (size_t i = 0; i < MB_LENGTH(titles); i++) {
        struct item *item = paper_item(draft, titles[i]);
        item->agenda_number = mem_printf(meeting, "%zu", i + 1);
    }
    meeting->items[1].pages_note = mem_strdup(meeting, "To follow");
    meeting->items[1].follow = FOLLOW_TO_FOLLOW;
    meeting->items[2].pages = mem_strdup(meeting, "1 - 4");
    add_report(draft, &meeting->items[2]);
    meeting->items[3].agenda_text = mem_strdup(meeting, "To consider the strategy.");
    add_person(draft, "Cllr Ann Poole", "Chairman", NULL);
    add_person(draft, "Cllr Ben Ruiz", NULL, NULL);
    strings_add(meeting, &meeting->vacancies, "Tenants' Representative");
    return draft;
}

struct draft *elmsworth_page(void *context, const char *seed)
{
    struct draft *draft = paper(context, seed, FORM_PAGE_TEXT);
    struct meeting *meeting = draft->meeting;
    paper_on(draft, 2031, 3, 6, DATE_INFERRED);
    meeting->venue = mem_strdup(meeting, "Town Hall, Elmsworth");
    meeting->contact = mem_strdup(meeting, "Jo Bell/Sam Ode");
    strings_add(draft, &draft->committees_named, "Housing Scrutiny Panel\tminute 42");
    for (size_t i = 0; i < MB_LENGTH(titles); i++) {
        struct item *item = paper_item(draft, i == 1 ? "Empty homes - progress" : titles[i]);
        item->minute_number = mem_printf(meeting, "%zu", i + 41);
        item->minutes_text = mem_printf(meeting, "The Panel noted point %zu of the item.", i + 1);
    }
    for (size_t i = 1; i < 3; i++) {
        struct attachment *attachment = mem_append(meeting, meeting->items[i].attachments, meeting->items[i].n_attachments);
        attachment->title = mem_strdup(meeting, meeting->items[i].title);
        attachment->format = mem_strdup(meeting, "PDF");
        attachment->size = mem_strdup(meeting, "134 KB");
    }
    meeting->items[2].truncated = true;
    meeting->items[2].attachments[0].service_id = mem_strdup(meeting, "8812");
    meeting->items[3].service_id = mem_strdup(meeting, "5190");
    meeting->contact_email = mem_strdup(meeting, "panel@elmsworth.example");
    add_vote(draft, &meeting->items[3], "The strategy", "For 7, Against 2");
    struct link *link = mem_append(meeting, meeting->items[3].links, meeting->items[3].n_links);
    link->text = mem_strdup(meeting, "the strategy");
    link->url = mem_strdup(meeting, "https://democracy.elmsworth.example/documents/s8813/Strategy.pdf");
    add_person(draft, "Cllr Ben Ruiz", NULL, "apologies");
    return draft;
}

struct draft *elmsworth_item(void *context, const char *seed)
{
    struct draft *draft = paper(context, seed, FORM_ITEM_TEXT);
    paper_committee(draft, "Housing Scrutiny Panel");
    paper_on(draft, 2031, 3, 6, DATE_STATED);
    struct item *item = paper_item(draft, "REPAIRS BACKLOG");
    item->minute_number = mem_strdup(draft->meeting, "43");
    item->minutes_text = mem_strdup(draft->meeting, "The Panel noted point 3 of the item. RESOLVED: that the Director write by May.");
    return draft;
}

struct draft *elmsworth_other_pack(void *context, const char *seed)
{
    struct draft *draft = paper(context, seed, FORM_PACK_TEXT);
    paper_committee(draft, "Housing Scrutiny Panel");
    paper_on(draft, 2031, 1, 16, DATE_STATED);
    draft->meeting->minutes_after_midnight = 1110;
    strings_add(draft, &draft->telephones, "05550100");
    paper_item(draft, "Apologies")->agenda_number = mem_strdup(draft->meeting, "1");
    paper_item(draft, "Damp and Mould")->agenda_number = mem_strdup(draft->meeting, "2");
    paper_item(draft, "Work Programme")->agenda_number = mem_strdup(draft->meeting, "3");
    struct programme *programme = draft->programme = mem_new(draft, struct programme);
    programme->title = mem_strdup(programme, "Work Programme 2031");
    programme->item_position = 3;
    struct programme_entry *entry = mem_append(programme, programme->entries, programme->n_entries);
    entry->issue = mem_strdup(programme, "Repairs Backlog");
    struct when *planned = mem_append(programme, entry->planned, entry->n_planned);
    planned->text = mem_strdup(programme, "March 2031");
    planned->span = (struct date_span){{2031, 3, 1}, {2031, 3, 31}};
    struct champion *champion = mem_append(programme, programme->champions, programme->n_champions);
    champion->topic = mem_strdup(programme, "Tenants");
    champion->name = mem_strdup(programme, "Cllr Ann Poole");
    *mem_append(programme, programme->future_meetings, programme->n_future_meetings) = (struct date){2031, 3, 6};
    return draft;
}

static void add_line(void *to, int depth, const char *name, const char *value)
{
    buf_printf(to, "%*s%s: %s\n", depth * 2, "", name, value ? value : "");
}

char *record_text(void *context, const struct record_type *type, const void *record)
{
    struct buf all;
    buf_init(&all, context, BUF_MAX_DOCUMENT);
    record_write(type, record, add_line, &all);
    return buf_take(&all);
}
