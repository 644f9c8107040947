/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* papers N FOLDER: N pages "Agenda and minutes" of a county that does not exist, one a meeting, in the
 * manner of a page pasted as text. The words are ours or made of syllables, drawn by Zipf's law from a
 * vocabulary of twenty thousand, so that an index of them behaves like one of real minutes. The same N
 * gives the same papers. Prints the day of the last meeting. */
#include "config.h"

#include "bench/words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VOCABULARY 20000
#define ITEMS 8
#define FIRST_YEAR 2010

static const char *const committees[] = {
    "Roads and Rivers Scrutiny Committee",       "Schools and Families Scrutiny Panel",
    "Health and Care Overview Committee",        "Towns and Trade Overview and Scrutiny Panel",
    "Performance and Budget Scrutiny Committee", "Fields and Forests Scrutiny Panel"};
static const char *const surnames[] = {"Applewhite", "Birkett", "Crossthwaite", "Dunning", "Eastaugh", "Fenwick",
                                       "Garrick", "Hollins", "Inchbald", "Jessop", "Kettlewell", "Lorimer"};
static const char *const offices[] = {"Head of Highways", "Cabinet Member for Schools", "Director of Public Health",
                                      "Head of Libraries", "Assistant Director for Care", "Head of Passenger Transport"};

/* ---- a page ------------------------------------------------------------------------------------------ */

static void write_sentence(FILE *out)
{
    int n = 8 + chance_below(24);
    const char *first = word_any();
    fprintf(out, "%c%s", first[0] - 'a' + 'A', first + 1);
    for (int i = 1; i < n; i++)
        fprintf(out, " %s", word_any());
    fputs(". ", out);
}

static void write_title(FILE *out)
{
    for (int i = 0; i < 4; i++) {
        const char *word = word_of_rank(60 + (size_t)chance_below(4000));
        fprintf(out, "%s%c%s", i ? " " : "", word[0] - 'a' + 'A', word + 1);
    }
}

/* Sentences, and now and then what somebody undertook. */
static void write_minutes(FILE *out)
{
    for (int i = 0, n = 2 + chance_below(4); i < n; i++) {
        for (int j = 0, m = 1 + chance_below(3); j < m; j++)
            write_sentence(out);
        if (chance_below(3) == 0)
            fprintf(out, "The %s agreed to send Members the figures for %s.", CHANCE_OF(offices), word_any());
        fputs("\n\n", out);
    }
    if (chance_below(2))
        fputs("Resolved: That the report be noted.\n\n", out);
}

static void write_item(FILE *out, int number, int item)
{
    fprintf(out, "%d.\n\n", number);
    if (item == 0) {
        fprintf(out, "Apologies for Absence\n\nMinutes:\n\nApologies were received from Councillor %s.\n\n", CHANCE_OF(surnames));
        return;
    }
    write_title(out);
    fprintf(out, " pdf icon PDF %d KB\n\nReport of the %s\n\nAdditional documents:\n\nMinutes:\n\n", 40 + chance_below(400), CHANCE_OF(offices));
    write_minutes(out);
}

/* Meeting I: the committees in turn, each on a day of its own in every second month. */
struct day {
    int year, month, day;
};
static struct day day_of(int i)
{
    int n = (int)(sizeof committees / sizeof *committees), round = i / n;
    return (struct day){FIRST_YEAR + round / 6, 1 + round % 6 * 2, 3 + i % n * 4};
}

static void write_page(FILE *out, int i)
{
    static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July",
                                         "August", "September", "October", "November", "December"};
    int n = (int)(sizeof committees / sizeof *committees);
    struct day day = day_of(i);
    fprintf(out, "Agenda and minutes\n\n%s - %d %s %d 10.30 am\n\nVenue: Otter Room, Shire Hall, Wendlebury\n\n",
            committees[i % n], day.day, months[day.month - 1], day.year);
    fprintf(out, "Contact: Prudence %s  Scrutiny Officer\n\nItems\nNo. Item\n\n", CHANCE_OF(surnames));
    for (int item = 0; item < ITEMS; item++)
        write_item(out, 1 + i / n * ITEMS + item, item);
}

int main(int argc, char **argv)
{
    long n = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    if (n < 1 || n > 100000) {
        fputs("usage: papers N FOLDER\n", stderr);
        return 2;
    }
    words_begin(VOCABULARY, 20100107);
    for (int i = 0; i < n; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/page-%05d.txt", argv[2], i);
        FILE *out = fopen(path, "we");
        if (out)
            write_page(out, i);
        if (!out || fclose(out) != 0) {
            fprintf(stderr, "papers: '%s': %s\n", path, strerror(errno));
            return 1;
        }
    }
    struct day last = day_of((int)n - 1);
    printf("%d-%02d-%02d\n", last.year, last.month, last.day);
    return 0;
}
