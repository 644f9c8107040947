/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The smallest curses program that fills a screen with text and answers a key by rewriting a row: what
 * tests/bench measures the browser beside. Nothing else is in it on purpose; `q` ends it. */
#include "config.h"

#include <curses.h>
#include <locale.h>

int main(void)
{
    int key, keys = 0;
    setlocale(LC_ALL, "");
    if (!initscr())
        return 1;
    raw();
    noecho();
    keypad(stdscr, TRUE);
    for (int y = 0; y < LINES; y++)
        mvprintw(y, 0, "row %d of the smallest curses program: a full screen of text, about ninety columns wide", y);
    refresh();
    while ((key = getch()) != 'q') {
        mvprintw(keys % LINES, 0, "key %d, the %dth of this session", key, keys);
        keys++;
        refresh();
    }
    endwin();
    return 0;
}
