/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* passages N STORE [TEXTS]: a store of about N passages, published as imports publish: meetings of councils that do not exist over
 * twenty years, oldest first, each with ten items, their minutes, some decisions, and reports in sections. Words by Zipf's law from
 * seventy-six thousand, a passage about 121 of them in the middle. With TEXTS the same passages as letters, each a file of that folder, a
 * folder a thousand: what other programs index. The same N gives the same store. Prints "passages meetings bytes seconds", the seconds of CPU
 * that keeping and publishing took, without making the words; their last, settling, is in them. */
#include "config.h"

#include "bench/words.h"

#include <minutebook/store.h>

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define VOCABULARY 76000
#define LENGTH_MIDDLE 121
#define LENGTH_SPREAD 0.8 /* of its logarithm */
#define LENGTH_MOST 2000
#define ITEMS 10
#define SECTIONS 5 /* of a report, on average */
#define PASSAGES_OF_MEETING 60
#define FIRST_YEAR 2004
#define YEARS 20

static const char *const councils[] = {"Wendleshire County Council", "Harrowmere Borough Council", "Ottermouth City Council",
                                       "Lower Elmsworth District Council"};
static const char *const panels[] = {"Children and Families", "Roads and Rivers", "Health and Care",
                                     "Towns and Trade", "Budget and Performance", "Fields and Forests"};

static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct making {
    struct draft *draft;
    const char *texts; /* folder; NULL: no files */
    long passages;
    double bytes;
};

/* ---- words ----------------------------------------------------------------------------------------- */

/* From the middle of a bell: Box and Muller, Annals of Mathematical Statistics 29, 1958. */
static int any_length(void)
{
    double bell = sqrt(-2 * log(1 - chance_part())) * cos(2 * 3.14159265358979 * chance_part());
    double length = LENGTH_MIDDLE * exp(LENGTH_SPREAD * bell);
    return length < 5 ? 5 : length > LENGTH_MOST ? LENGTH_MOST : (int)length;
}

/* Words that stand together again and again, as formulas of minutes do: a tenth of a text is runs of three to fourteen of them. */
#define FORMULAS 20000
static const char *formulas[FORMULAS];
struct run {
    int at, left;
};

static const char *next_word(struct run *run)
{
    if (run->left == 0 && chance_below(100) == 0)
        *run = (struct run){chance_below(FORMULAS - 14), 3 + chance_below(12)};
    if (run->left == 0)
        return word_any();
    run->left--;
    return formulas[run->at++];
}

static void add_words(struct buf *out, int n)
{
    struct run run = {0};
    for (int i = 0, left = 0; i < n; i++, left--) {
        const char *word = next_word(&run);
        bool first = left == 0;
        if (first)
            left = 8 + chance_below(24);
        buf_printf(out, "%s%c%s%s", i ? " " : "", first ? word[0] - 'a' + 'A' : word[0], word + 1, left == 1 || i + 1 == n ? "." : "");
    }
}

static char *any_title(const void *parent)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (int i = 0; i < 4; i++) {
        const char *word = word_of_rank(60 + (size_t)chance_below(4000));
        buf_printf(&out, "%s%c%s", i ? " " : "", word[0] - 'a' + 'A', word + 1);
    }
    return buf_take(&out);
}

/* ---- passages -------------------------------------------------------------------------------------- */

static void write_letter(struct making *making, const char *title, const char *text)
{
    char path[4096];
    const struct date day = making->draft->meeting->date;
    snprintf(path, sizeof path, "%s/%05ld", making->texts, making->passages / 1000);
    if (making->passages % 1000 == 0)
        (void)mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/%05ld/%07ld.txt", making->texts, making->passages / 1000, making->passages);
    FILE *out = fopen(path, "we");
    if (!out ||
        fprintf(out, "From: clerk@example.org\nTo: members@example.org\nMessage-ID: <%ld@example.org>\nDate: %d %s %d 10:00:00 +0000\nSubject: %s\n\n%s\n",
                making->passages, day.day, months[day.month - 1], day.year, title, text) < 0 ||
        fclose(out) != 0) {
        perror(path);
        exit(1);
    }
}

static char *passage(struct making *making, const char *title)
{
    struct buf out;
    buf_init(&out, making->draft, BUF_MAX_DOCUMENT);
    add_words(&out, any_length());
    if (making->texts)
        write_letter(making, title, out.data);
    making->passages++;
    making->bytes += (double)out.len;
    return buf_take(&out);
}

static void add_block(struct making *making, struct item *item, enum block_kind kind, char *text)
{
    struct block *block = mem_append(making->draft, item->blocks, item->n_blocks);
    *block = (struct block){.kind = kind, .text = text, .level = kind == BLOCK_HEADING ? 1 : 0};
}

static void fill_item(struct making *making, struct item *item, int position, int running)
{
    struct draft *draft = making->draft;
    *item = (struct item){.position = position, .in_latest = true, .agenda_number = mem_printf(draft, "%d", position),
                          .minute_number = mem_printf(draft, "%d", running), .title = any_title(draft)};
    item->minutes_text = passage(making, item->title);
    if (position % 4 == 0)
        item->decision_text = passage(making, item->title);
    for (int i = 0, n = chance_below(2 * SECTIONS + 1); i < n; i++) {
        add_block(making, item, BLOCK_HEADING, any_title(draft));
        add_block(making, item, BLOCK_PARA, passage(making, item->title));
    }
}

/* Meeting I of N: the committees in turn, evenly over the years. */
static void fill_meeting(struct making *making, long i, long n)
{
    struct draft *draft = making->draft;
    const long n_panels = MB_LENGTH(panels), committees = n_panels * (long)MB_LENGTH(councils), day = i * YEARS * 360 / n;
    struct meeting *meeting = draft->meeting = mem_zero_named(draft, sizeof *meeting, "meeting");
    *meeting = (struct meeting){
        .council = mem_strdup(draft, councils[i % committees / n_panels]),
        .committee = mem_printf(draft, "%s Scrutiny Panel %ld", panels[i % n_panels], 1 + i % committees / n_panels),
        .date = {FIRST_YEAR + (int)(day / 360), 1 + (int)(day / 30 % 12), 1 + (int)(day % 28)},
        .date_basis = DATE_STATED,
        .minutes_after_midnight = 600,
        .n_items = ITEMS};
    meeting->items = mem_zero_named(draft, ITEMS * sizeof *meeting->items, "items");
    for (int item = 0; item < ITEMS; item++)
        fill_item(making, &meeting->items[item], item + 1, (int)(i / committees) * ITEMS + item + 1);
}

/* ---- the store ------------------------------------------------------------------------------------- */

static double cpu_seconds(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void must(enum status status, const struct err *err)
{
    if (status == STATUS_OK)
        return;
    fprintf(stderr, "passages: %s\n", err->text);
    exit(1);
}

/* The seconds that the store took for it. */
static double import_meeting(struct making *making, struct store *store, long i, long n)
{
    struct err err;
    struct import_result *result;
    struct draft *draft = making->draft = mem_zero_named(store, sizeof *draft, "draft");
    draft->path = mem_printf(draft, "papers/%06ld.txt", i);
    draft->form = FORM_PAGE_TEXT;
    draft->reader_version = 1;
    sha256_hex(draft->path, strlen(draft->path), draft->sha256);
    fill_meeting(making, i, n);
    double begun = cpu_seconds();
    must(store_import(draft, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), &err);
    double took = cpu_seconds() - begun;
    talloc_free(draft);
    return took;
}

int main(int argc, char **argv)
{
    long wanted = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    if (wanted < PASSAGES_OF_MEETING || wanted > 10000000 || argc > 4) {
        fputs("usage: passages N STORE [TEXTS]\n", stderr);
        return 2;
    }
    setlocale(LC_ALL, "C.UTF-8");
    words_begin(VOCABULARY, 20040106);
    for (int i = 0; i < FORMULAS; i++)
        formulas[i] = word_any();
    struct making making = {.texts = argc == 4 ? argv[3] : NULL};
    struct store *store;
    struct err err;
    const long meetings = (wanted + PASSAGES_OF_MEETING - 1) / PASSAGES_OF_MEETING;
    double seconds = 0;
    must(store_open(NULL, argv[2], STORE_WRITE, &store, &err), &err);
    for (long i = 0; i < meetings; i++)
        seconds += import_meeting(&making, store, i, meetings);
    double begun = cpu_seconds();
    must(store_settle(store, &err), &err);
    seconds += cpu_seconds() - begun;
    talloc_free(store);
    printf("%ld %ld %.0f %.2f\n", making.passages, meetings, making.bytes, seconds);
    return 0;
}
