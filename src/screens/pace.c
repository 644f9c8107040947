/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How far work on many papers is, in words: count, rate and the time left. The same words stand on the
 * progress line of a subcommand and in the browser's pane. */
#include "config.h"

#include "words.h"

#include <string.h>
#include <time.h>

#define GUESS_FROM 2000 /* ms: before that, what is left would be said at random */

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The end of a path tells more than its beginning: of a long one its first bytes give way. */
static void keep_path(struct pace *pace, const char *path)
{
    size_t n = strlen(path), from = n < sizeof pace->path ? 0 : n - sizeof pace->path + 1;
    while ((path[from] & 0xC0) == 0x80)
        from++;
    memcpy(pace->path, path + from, n - from + 1);
}

void pace_step(struct pace *pace, size_t done, size_t total, const char *path)
{
    int64_t now = now_ms();
    if (!pace->began)
        pace->began = now;
    pace->done = done;
    pace->total = total;
    pace->milliseconds = now - pace->began;
    keep_path(pace, path);
}

void pace_now(struct pace *pace)
{
    if (pace->began)
        pace->milliseconds = now_ms() - pace->began;
}

char *words_thousands(const void *parent, size_t n)
{
    return n < 1000 ? mem_printf(parent, "%zu", n)
                    : mem_printf(parent, "%s,%03zu", words_thousands(parent, n / 1000), n % 1000);
}

/* "41 a second", "12 a minute" */
static char *rate_words(const void *parent, double a_second)
{
    return a_second >= 1 ? mem_printf(parent, "%s a second", words_thousands(parent, (size_t)(a_second + 0.5)))
                         : mem_printf(parent, "%.0f a minute", a_second * 60 < 1 ? 1 : a_second * 60);
}

static char *left_words(const void *parent, double seconds, const char *about)
{
    if (seconds < 90)
        return mem_printf(parent, "%s%.0f s left", about, seconds < 1 ? 1 : seconds);
    if (seconds < 90 * 60)
        return mem_printf(parent, "%s%.0f minutes left", about, seconds / 60);
    return mem_printf(parent, "%s%.0f hours left", about, seconds / 3600);
}

char *pace_words(const void *parent, const struct pace *pace, bool short_of_room)
{
    void *local = talloc_named_const(NULL, 0, "pace");
    size_t at = pace->done < pace->total ? pace->done + 1 : pace->total;
    struct strings words = {0};
    strings_add(local, &words, mem_printf(local, "%s%s%s of %s", short_of_room ? "" : pace->of_what ? pace->of_what : "paper", short_of_room ? "" : " ",
                                          words_thousands(local, at), words_thousands(local, pace->total)));
    if (pace->done > 0 && pace->milliseconds >= GUESS_FROM) {
        double a_second = (double)pace->done * 1000 / (double)pace->milliseconds;
        if (!short_of_room)
            strings_add(local, &words, rate_words(local, a_second));
        strings_add(local, &words, left_words(local, (double)(pace->total - pace->done) / a_second, short_of_room ? "" : "about "));
    }
    char *all = words_join(parent, &words, " · ");
    talloc_free(local);
    return all;
}
