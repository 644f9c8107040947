/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A program like pdftohtml, whose documents say which of their pages end it: "%PDF-1.4 pages 12 dies 5 7". Like the real
 * one it keeps what it has to say until 4 KB are together. */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int number_behind(int argc, char **argv, const char *option, int otherwise)
{
    for (int i = 1; i + 1 < argc; i++)
        if (strcmp(argv[i], option) == 0)
            return (int)strtol(argv[i + 1], NULL, 10);
    return otherwise;
}

static int is_bad(const char *document, int page)
{
    const char *dies = strstr(document, "dies");
    for (char *at = (char *)(size_t)(dies ? dies + 4 : ""); *at;) {
        char *rest;
        long number = strtol(at, &rest, 10);
        if (rest == at)
            return 0;
        if (number == page)
            return 1;
        at = rest;
    }
    return 0;
}

static void write_page(int page)
{
    printf("<page number=\"%d\" position=\"absolute\" top=\"0\" left=\"0\" height=\"1263\" width=\"892\">\n"
           "<fontspec id=\"0\" size=\"18\" family=\"Helvetica\" color=\"#000000\"/>\n", page);
    static const char *const head[] = {"Harbour and Ferries Panel", "12 March 2025", "Ferries in Winter"};
    for (int i = 0; i < 3 && page == 1; i++)
        printf("<text top=\"%d\" left=\"108\" width=\"302\" height=\"17\" font=\"0\"><b>%s</b></text>\n", 100 + i * 50, head[i]);
    for (int i = 0; i < 12; i++)
        printf("<text top=\"%d\" left=\"108\" width=\"402\" height=\"17\" font=\"0\">%d. Line %d of page %d.</text>\n", 260 + i * 50,
               page * 100 + i, i, page);
    puts("</page>");
}

int main(int argc, char **argv)
{
    char document[1000];
    size_t n = fread(document, 1, sizeof document - 1, stdin);
    document[n] = '\0';
    const char *count = strstr(document, "pages ");
    int pages = count ? (int)strtol(count + 6, NULL, 10) : 0;
    int first = number_behind(argc, argv, "-f", 1), last = number_behind(argc, argv, "-l", pages);
    if (first > pages) {
        fputs("Command Line Error: Wrong page range given\n", stderr);
        return 1;
    }
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pdf2xml producer=\"poppler\">");
    for (int page = first; page <= last && page <= pages; page++) {
        if (is_bad(document, page))
            raise(SIGABRT);
        write_page(page);
    }
    puts("<outline>\n<item page=\"1\">Ferries in Winter</item>\n</outline>\n</pdf2xml>");
    return 0;
}
