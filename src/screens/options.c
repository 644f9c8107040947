/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Commands about the browser itself: options, keys, the files that hold them, and the screen as a file. */
#include "config.h"

#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Each complaint is said, for the list of messages; what is left standing is the first, and how many. */
bool settings_complain(struct browser *browser)
{
    struct strings complaints;
    void *local = talloc_named_const(NULL, 0, "complaints");
    settings_complaints(local, browser->settings, &complaints);
    for (size_t i = 0; i < complaints.n; i++)
        browser_say(browser, true, complaints.at[i]);
    if (complaints.n > 1)
        browser_refuse(browser, "%s (and %zu more: :messages lists them)", complaints.at[0], complaints.n - 1);
    bool any = complaints.n > 0;
    talloc_free(local);
    return any;
}

/* Said when it is new, or AGAIN because papers were looked through without it. */
void rules_complain(struct browser *browser, const struct strings *faults, bool again)
{
    struct buf all;
    buf_init(&all, browser, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < faults->n; i++)
        buf_printf(&all, "%s\n", faults->at[i]);
    char *old = browser->rule_faults, *now = browser->rule_faults = buf_take(&all);
    if (again || strcmp(old ? old : "", now) != 0) {
        for (size_t i = 0; i < faults->n; i++)
            browser_say(browser, true, faults->at[i]);
        if (faults->n > 0)
            browser_refuse(browser, "%s (left out until it is mended; the other rules hold%s)", faults->at[0],
                           faults->n > 1 ? "; :messages lists more" : "");
    }
    talloc_free(old);
}

unsigned do_settings(struct browser *browser, const struct request *request)
{
    struct err err;
    char *said = NULL;
    void *local = talloc_named_const(NULL, 0, "settings");
    if (settings_do(local, browser->settings, request->command, request->arguments, &said, &err) != STATUS_OK)
        browser_fail(browser, &err);
    else if (!settings_complain(browser))
        browser_say(browser, false, said ? said : request->command == CMD_BIND ? "bound" : "read");
    talloc_free(local);
    for (size_t i = 0; i < browser->depth; i++)
        screen_stale(browser->stack[i]);
    return REACT_REPAINT | REACT_REDRAW;
}

/* ---- the screen as a file ------------------------------------------------------------------------------- */

static enum status write_new(const char *path, const char *text, struct err *err)
{
    size_t left = strlen(text);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST)
        return err_set(err, STATUS_USAGE, "\"%s\" is there already: nothing was written", path);
    if (fd < 0)
        return err_set(err, STATUS_USAGE, "\"%s\" cannot be written: %s", path, strerror(errno));
    while (left > 0) {
        ssize_t wrote = write(fd, text, left);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            break;
        text += wrote;
        left -= (size_t)wrote;
    }
    int failed = left ? errno : 0;
    if (close(fd) != 0 && !failed)
        failed = errno;
    if (!failed)
        return STATUS_OK;
    (void)unlink(path);
    return err_set(err, STATUS_USAGE, "\"%s\" cannot be written: %s", path, strerror(failed));
}

/* What the screen shows without the line that asked for it, as text. */
unsigned do_save_screen(struct browser *browser, const struct request *request)
{
    struct err err;
    struct strings words = {0};
    void *local = talloc_named_const(NULL, 0, "save-screen");
    enum status status = command_split(local, request->arguments ? request->arguments : "", &words, &err);
    if (status == STATUS_OK && words.n != 1)
        status = err_set(&err, STATUS_USAGE, "save-screen takes the name of one file, which is not there yet");
    if (status == STATUS_OK) {
        struct grid *grid = grid_new(local, browser->width, browser->height);
        browser_draw(browser, grid);
        status = write_new(words.at[0], grid_print(local, grid, false), &err);
    }
    unsigned reactions = status == STATUS_OK ? browser_sayf(browser, "the screen is written to \"%s\"", words.at[0])
                                             : browser_fail(browser, &err);
    talloc_free(local);
    return reactions;
}
