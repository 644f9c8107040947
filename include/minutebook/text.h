/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* text: words, sentences and days, without any idea of where they come from or are shown. Decoding bytes to
 * UTF-8, the one gate through which foreign text reaches a terminal, widths and wrapping, folding
 * for comparison, civil dates and England's working days. Ground floor: includes base only. */
#ifndef MINUTEBOOK_TEXT_H
#define MINUTEBOOK_TEXT_H

#include <minutebook/base.h>

#include <string.h>

/* ---- decoding ---------------------------------------------------------------------------- */

/* What text_decode() had to mend. */
struct decode_report {
    size_t replaced; /* bytes read as windows-1252, or as U+FFFD where that has none */
    size_t nuls;     /* NUL bytes, now U+FFFD */
};

/* Bytes of any origin as valid UTF-8 without BOM and NUL (reliability.md 4.1: a BOM of UTF-8 or
 * UTF-16 decides; else valid UTF-8 is kept and every other byte from 0x80 on is windows-1252).
 * Line ends (CR LF, CR) become LF. Controls stay: the gate shows them. REPORT may be NULL. Returns a
 * talloc child of PARENT; *out_len, its bytes, may be NULL. */
char *text_decode(const void *parent, const void *bytes, size_t n, size_t *out_len, struct decode_report *report);

bool text_is_utf8(const char *text, size_t n); /* valid UTF-8 and no NUL */

/* ---- the gate ---------------------------------------------------------------------------- */

enum safe_mode {
    SAFE_TEXT, /* line breaks kept as LF, TAB to the next multiple of 8 */
    SAFE_LINE, /* breaks and TAB are one blank: rows, status line, names, file names */
};

/* Text that may be put on a terminal: the writers of src/terminal and src/cli take only this type,
 * and only safe_text() makes it (tests/gates proves both). */
struct safe {
    const char *text; /* UTF-8, talloc child of the parent given */
    size_t len;
    unsigned alerts; /* hidden or control characters that were shown as marks or removed */
    unsigned quiet;  /* harmless ones removed or replaced */
};

/* Clean N bytes of TEXT by the table of reliability.md 3. */
struct safe safe_text(const void *parent, const char *text, size_t n, enum safe_mode mode);
struct safe safe_line(const void *parent, const char *text); /* SAFE_LINE of a C string; NULL is "" */

/* ---- cells ------------------------------------------------------------------------------- */

/* The next cluster of clean text (a base and at most four marks): returns its bytes, 0 at the end,
 * and its width in cells, 0 to 2. Width is wcwidth(3), so the gate and the cells need a UTF-8 locale:
 * main and every test program call setlocale(LC_ALL, "") first. */
size_t text_cluster(const char *text, size_t n, int *width);
int text_width(const char *text, size_t n); /* cells of clean text without line breaks */

/* TEXT cut to WIDTH cells on a cluster boundary; what was cut ends in `…` ("..." if ASCII). */
char *text_cut(const void *parent, const char *text, int width, bool ascii);

struct line_span {
    size_t start, len; /* bytes of the wrapped text, trailing blanks left out */
};
struct line_spans {
    struct line_span *at;
    size_t n;
};

/* Break clean TEXT into lines of at most WIDTH cells (1 to 1000), at blanks and hyphens (never in
 * ":save-screen", "--as-at" or "Ctrl-R"), words kept whole where they fit; LF always breaks; a longer word is
 * cut between clusters (a cluster wider than the line stands alone). Blanks a paragraph begins with are kept
 * where its first word still fits. A last LF begins no line, and empty text has none. The first line holds
 * FIRST_INDENT cells less, the others INDENT less. The array is a talloc child of PARENT. Source: UAX #14, spaces
 * and hyphens only. */
struct line_spans text_wrap(const void *parent, const char *text, size_t n, int width, int first_indent, int indent);

/* ---- comparing --------------------------------------------------------------------------- */

/* Runs of blanks, no-break spaces and line ends as one blank, ends trimmed. */
char *text_squeeze(const void *parent, const char *text, size_t n);

/* For comparing titles and names: squeezed, lower case, without accents; quotes and hidden characters
 * dropped, dashes and punctuation but brackets, % # @ part words; `&` is "and", "O&S" is "overview and
 * scrutiny". Equal keys mean "the same words". Empty text and NULL give "". */
char *text_fold(const void *parent, const char *text);
/* Are their keys equal? */
bool text_same_words(const char *a, const char *b);

/* Byte for byte the same; what is not there (NULL) is the same as nothing, not even as another that is not there. */
static inline bool text_same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* A letter or digit of ASCII, or a byte of a longer character. */
static inline bool text_is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Lower-case ASCII words of text_fold() joined by '-', for ids and file names; may be "". */
char *text_slug(const void *parent, const char *text);

bool text_starts(const char *text, const char *prefix); /* byte for byte */
char *text_trim(char *text); /* in place: blanks, no-break spaces, line ends; returns the first kept byte */

/* Append N bytes of TEXT to OUT as the inside of a JSON string. What safe_text() would remove is
 * written as \u escapes; invalid UTF-8 becomes U+FFFD. */
void text_json(struct buf *out, const char *text, size_t n);

/* ---- sentences ------------------------------------------------------------------------------ */

/* One sentence or entry of a list: its words without the mark before them. */
struct sentence {
    struct line_span words, mark; /* `mark`: "(a) ", "\xC2\xB7 ": no bytes where there is none */
    bool opens_line;
};
/* The sentence at or behind byte *AT of N, and *AT moved behind it; false where only blanks are left.
 * Reading a whole text this way takes time in proportion to its length. */
bool sentence_next(const char *text, size_t n, size_t *at, struct sentence *out);
/* The sentence of TEXT that holds byte OFFSET: start and length, list marks left out. The blanks behind a
 * sentence belong to it; past the end it is the last one. An empty span for a blank text. */
struct line_span sentence_at(const char *text, size_t offset);

/* ---- addresses ------------------------------------------------------------------------------ */

/* The next address of the web in TEXT, which has N bytes, from byte FROM on: "https://...", "http://...", "www...", without the
 * stop or bracket behind it; false where there is none. Reading a whole text this way, each time from behind the one found,
 * takes time in proportion to its length. Nothing is said of where the address leads. */
bool text_web_address(const char *text, size_t n, size_t from, struct line_span *found);

/* ---- what changed --------------------------------------------------------------------------- */

enum change_kind { CHANGE_SAME, CHANGE_GONE, CHANGE_NEW };
/* A run of N elements: of both lists, of the old one alone, of the new one alone. OLD and NEW are where in each it
 * stands, or would stand. */
struct change_run {
    enum change_kind kind;
    size_t old, new, n;
};
struct change_runs {
    struct change_run *at; /* in order; runs of one kind never follow each other; what goes stands before what comes */
    size_t n;
};
/* Are the elements OLD of the first list and NEW of the second the same? */
typedef bool change_same(const void *context, size_t old, size_t new);
/* How a list of N_NEW elements came of one of N_OLD, in the fewest steps while they are at most 512, in few steps
 * beyond (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986). Time grows with the
 * length times the number of steps; SAME is asked for no pair twice in a row. */
struct change_runs changes_of(const void *parent, size_t n_old, size_t n_new, change_same *same, const void *context);

/* The same of two texts, word by word; how words are parted (blanks, line ends) does not count. Each run is a stretch
 * of NEW_TEXT, what is gone of OLD_TEXT: the runs that are not gone, put together, are NEW_TEXT. The texts must live
 * as long as the result. NULL is an empty text. */
struct text_change {
    enum change_kind kind;
    const char *at;
    size_t n;
};
struct text_changes {
    struct text_change *at;
    size_t n;
};
struct text_changes text_changes(const void *parent, const char *old_text, const char *new_text);

/* ---- days -------------------------------------------------------------------------------- */

/* A civil day in the United Kingdom; year 0 means none. Never a time stamp: no zone, no seconds. */
struct date {
    int year, month, day;
};

/* First and last possible day of words such as "March 2023"; both year 0 where none can be said. */
struct date_span {
    struct date from, to;
};

bool date_is_set(struct date date);
bool date_is_real(struct date date);        /* a day of the calendar, years 1 to 9999 */
int date_month_length(int year, int month); /* 28 to 31 */
int date_compare(struct date a, struct date b);
int date_days(struct date date);           /* days since 1 January 1900, which is 0 */
struct date date_from_days(int days);
struct date date_add(struct date date, int days);
int date_weekday(struct date date);        /* 1 Monday to 7 Sunday, ISO 8601 */
bool date_parse_iso(const char *text, struct date *date); /* YYYY-MM-DD and nothing else; a real day */
char *date_iso(const void *parent, struct date date);
char *date_words(const void *parent, struct date date);       /* "3 November 2022" */
char *date_long(const void *parent, struct date date);        /* "Thursday 3 November 2022" */
char *date_short(const void *parent, struct date date);       /* "Thu  3 Nov 2022", 15 cells */
/* the four writers give "" for no day */

/* A day written in a heading, list or prose (field.md 3.9), found at the very start of TEXT:
 * "Thursday 1st September 2022", "6 March 2019", "July 11th, 2024", "24 Feb 2026", "15-Jan-2026",
 * "26/01/2011". Returns the bytes used, 0 if none. Without a year *has_year is false and the year 0.
 * At "8 and 9 January 2019" it gives 8 January 2019 and uses "8" alone, so that scanning on finds the
 * ninth. A weekday before the day is read but not compared with it. */
size_t date_scan(const char *text, struct date *date, bool *has_year);

/* The first such day anywhere in TEXT, never inside a word or number: its first byte, and in *length
 * the bytes it takes (0 if there is none; the result is then the length of TEXT). */
size_t date_find(const char *text, size_t *length, struct date *date, bool *has_year);

struct dates {
    struct date *at; /* talloc child of the parent given */
    size_t n;
};

/* All days of a list, in its order: a year covers the days before it that have none, back to the last
 * day with a year ("29 September, 20 July, 23 March 2022, 17 November, 30 September 2021": field.md
 * 3.9). Days after the last year keep year 0. */
struct dates date_list(const void *parent, const char *text);

/* A clock time at the start of TEXT: "10.00 am", "10:00am", "7:30 pm", "19.30", "6.00 p.m.", "10am",
 * "noon". Minutes since midnight in *minutes. Returns the bytes used, 0 if none. */
size_t clock_scan(const char *text, int *minutes);

/* TEXT is one clock time and nothing else but blanks, as people type it. */
bool clock_parse(const char *text, int *minutes);

/* Two clock times: "10.05 to 10.40am", "10.40 – 11.15am", "11.35am – 12.05pm". One am or pm stands for
 * both unless the first would then come after the second. Returns the bytes used, 0 if none. */
size_t clock_scan_span(const char *text, int *from, int *to);

/* Any words of time as a span: a day, days, a month and year, "June/July 2023", "Q2 2022/23" (quarters
 * and "2022/23" run from April, as council years of account do), "2023". Words without a year
 * ("September", "Early September", "TBC", "November and January") and seasons give an empty span:
 * nothing is computed that no paper prints. */
struct date_span date_span_of_words(const char *text);

/* England: Monday to Friday and no bank holiday (field.md 4; assets/calendar/bank-holidays-england). */
bool date_is_working_day(struct date date);
struct date date_next_working_day(struct date date);     /* the first after DATE */
struct date date_add_working_days(struct date date, int days);

#endif
