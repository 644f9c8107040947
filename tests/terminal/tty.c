/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The pseudo-terminal, its child and libvterm. The harness keeps the terminal's other end open too, so
 * that the modes can be read after the program has ended. */
#include "terminal/tty_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#define DEADLINE_MS 15000 /* a busy machine under a sanitizer; a green test waits milliseconds */
#define QUIET_MS 60

/* ---- time ------------------------------------------------------------------------------------------ */

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* MINUTEBOOK_TEST_DEADLINE_MS lengthens it, for valgrind. */
static int64_t deadline(void)
{
    const char *longer = getenv("MINUTEBOOK_TEST_DEADLINE_MS");
    return now_ms() + (longer ? strtol(longer, NULL, 10) : DEADLINE_MS);
}

/* ---- the emulator ---------------------------------------------------------------------------------- */

static int tty_property(VTermProp property, VTermValue *value, void *to)
{
    struct tty *tty = to;
    if (property == VTERM_PROP_CURSORVISIBLE)
        tty->cursor_visible = value->boolean;
    if (property == VTERM_PROP_ALTSCREEN)
        tty->alternate = value->boolean;
    return 1;
}

static void tty_answer(const char *bytes, size_t n, void *to)
{
    tty_send(to, bytes, n);
}

static const VTermScreenCallbacks screen_callbacks = {.settermprop = tty_property};

static void tty_emulate(struct tty *tty)
{
    tty->vterm = vterm_new(tty->rows, tty->columns);
    vterm_set_utf8(tty->vterm, 1);
    tty->cursor_visible = true;
    tty->screen = vterm_obtain_screen(tty->vterm);
    vterm_screen_set_callbacks(tty->screen, &screen_callbacks, tty);
    vterm_screen_enable_altscreen(tty->screen, 1);
    vterm_screen_reset(tty->screen, 1);
    vterm_output_set_callback(tty->vterm, tty_answer, tty);
}

/* Take in what the program wrote, for up to MS; false when nothing came. */
static bool tty_pump(struct tty *tty, int64_t ms)
{
    struct pollfd readable = {.fd = tty->master, .events = POLLIN};
    bool came = false;
    while (tty->master >= 0 && poll(&readable, 1, came || ms < 0 ? 0 : (int)ms) > 0) {
        char bytes[16384];
        ssize_t n = read(tty->master, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        buf_add(&tty->raw, bytes, (size_t)n);
        if (!tty->blind)
            vterm_input_write(tty->vterm, bytes, (size_t)n);
        came = true;
    }
    vterm_screen_flush_damage(tty->screen);
    return came;
}

/* ---- the child --------------------------------------------------------------------------------------- */

static void remove_tree(const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    while (folder && (entry = readdir(folder)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        char *below = mem_printf(NULL, "%s/%s", path, entry->d_name);
        struct stat what;
        if (lstat(below, &what) == 0 && S_ISDIR(what.st_mode))
            remove_tree(below);
        else
            unlink(below);
        talloc_free(below);
    }
    if (folder)
        closedir(folder);
    rmdir(path);
}

static int folder_end(char *path)
{
    remove_tree(path);
    return 0;
}

char *folder_new(const void *parent)
{
    char *path = mem_printf(parent, "%s/tests/terminal/folder-XXXXXX", test_env("MINUTEBOOK_BUILDDIR"));
    if (!mkdtemp(path))
        fail_msg("cannot make '%s': %s", path, strerror(errno));
    talloc_set_destructor(path, folder_end);
    return path;
}

/* A sanitizer's report belongs in a file, not in the program's screen. */
static void keep_environment(const struct tty *tty)
{
    static const char *const kept[] = {"UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE",
                                       "GCOV_PREFIX", "GCOV_PREFIX_STRIP", "MINUTEBOOK_DATADIR"};
    char *values[MB_LENGTH(kept)];
    for (size_t i = 0; i < MB_LENGTH(kept); i++)
        values[i] = mem_strdup(tty, getenv(kept[i]));
    const char *given = getenv("ASAN_OPTIONS");
    char *asan = mem_printf(tty, "%s:log_path=%s/sanitizer", given ? given : "", tty->home);
    clearenv();
    for (size_t i = 0; i < MB_LENGTH(kept); i++)
        if (values[i])
            setenv(kept[i], values[i], 1);
    setenv("ASAN_OPTIONS", asan, 1);
}

static _Noreturn void child_run(const struct tty *tty, const struct tty_options *options, int stdin_pipe)
{
    keep_environment(tty);
    setenv("TERM", options->term ? options->term : "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TZ", "UTC", 1);
    setenv("HOME", tty->home, 1);
    setenv("TMPDIR", tty->home, 1);
    setenv("PATH", "/usr/bin:/bin", 1);
    setenv("ESCDELAY", "25", 1);
    for (const char *const *setting = options->environment; setting && *setting; setting++)
        putenv((char *)(uintptr_t)*setting);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}); /* tests that crash on purpose leave no core */
    login_tty(tty->slave);
    /* Whoever was started in the background, or by nohup, hands some of them down as ignored. */
    static const int heard[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    for (size_t i = 0; i < MB_LENGTH(heard); i++)
        signal(heard[i], SIG_DFL);
    if (stdin_pipe >= 0)
        dup2(stdin_pipe, STDIN_FILENO);
    execv(options->arguments[0], (char *const *)(uintptr_t)options->arguments);
    _exit(127);
}

static void tty_spawn(struct tty *tty, const struct tty_options *options)
{
    struct winsize size = {.ws_row = (unsigned short)tty->rows, .ws_col = (unsigned short)tty->columns};
    int pipe_ends[2] = {-1, -1};
    if (openpty(&tty->master, &tty->slave, NULL, NULL, &size) != 0)
        fail_msg("no pseudo-terminal: %s", strerror(errno));
    fcntl(tty->master, F_SETFD, FD_CLOEXEC);
    fcntl(tty->slave, F_SETFD, FD_CLOEXEC);
    if (options->stdin_is_pipe && pipe2(pipe_ends, O_CLOEXEC) != 0)
        fail_msg("no pipe: %s", strerror(errno));
    tcgetattr(tty->slave, &tty->before);
    tty->pid = fork();
    if (tty->pid < 0)
        fail_msg("cannot fork: %s", strerror(errno));
    if (tty->pid == 0)
        child_run(tty, options, pipe_ends[0]);
    if (options->stdin_is_pipe)
        close(pipe_ends[0]);
    tty->unused_stdin = pipe_ends[1];
}

static int tty_end(struct tty *tty)
{
    if (!tty->reaped) { /* a test that failed: no manners */
        kill(tty->pid, SIGKILL);
        waitpid(tty->pid, NULL, 0);
    }
    int fds[] = {tty->master, tty->slave, tty->unused_stdin};
    for (size_t i = 0; i < MB_LENGTH(fds); i++)
        if (fds[i] >= 0)
            close(fds[i]);
    vterm_free(tty->vterm);
    return 0;
}

struct tty *tty_start(const void *parent, const struct tty_options *options)
{
    struct tty *tty = mem_new(parent, struct tty);
    tty->columns = options->columns ? options->columns : 80;
    tty->rows = options->rows ? options->rows : 24;
    buf_init(&tty->raw, tty, RAW_MAX);
    tty->home = folder_new(tty);
    tty_emulate(tty);
    tty_spawn(tty, options);
    talloc_set_destructor(tty, tty_end);
    return tty;
}

const char *tty_home(const struct tty *tty)
{
    return tty->home;
}

pid_t tty_pid(const struct tty *tty)
{
    return tty->pid;
}

/* ---- typing ------------------------------------------------------------------------------------------- */

void tty_send(struct tty *tty, const char *bytes, size_t n)
{
    while (n > 0 && tty->master >= 0) {
        ssize_t written = write(tty->master, bytes, n);
        if (written < 0 && errno != EINTR)
            return;
        if (written > 0) {
            bytes += written;
            n -= (size_t)written;
        }
        if (n > 0)
            tty_pump(tty, 0); /* the program may be waiting for us to read */
    }
}

static uint32_t next_character(const char **utf8)
{
    const unsigned char *at = (const unsigned char *)*utf8;
    int more = at[0] < 0x80 ? 0 : at[0] < 0xE0 ? 1 : at[0] < 0xF0 ? 2 : 3;
    uint32_t character = more ? at[0] & (0x3Fu >> more) : at[0];
    for (int i = 1; i <= more; i++)
        character = character << 6 | (at[i] & 0x3Fu);
    *utf8 += more + 1;
    return character;
}

void tty_type(struct tty *tty, const char *utf8)
{
    while (*utf8) {
        uint32_t character = next_character(&utf8);
        char byte = character == '\n' ? '\r' : (char)character;
        if (character < 0x20 || character == 0x7F)
            tty_send(tty, &byte, 1);
        else
            vterm_keyboard_unichar(tty->vterm, character, VTERM_MOD_NONE);
    }
}

void tty_key(struct tty *tty, VTermKey key)
{
    vterm_keyboard_key(tty->vterm, key, VTERM_MOD_NONE);
}

void tty_paste(struct tty *tty, const char *utf8)
{
    vterm_keyboard_start_paste(tty->vterm);
    tty_send(tty, utf8, strlen(utf8));
    vterm_keyboard_end_paste(tty->vterm);
}

/* The kernel tells the program. */
static void tty_announce(struct tty *tty, int columns, int rows)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    tty->columns = columns;
    tty->rows = rows;
    ioctl(tty->master, TIOCSWINSZ, &size);
}

void tty_resize(struct tty *tty, int columns, int rows)
{
    vterm_set_size(tty->vterm, rows, columns);
    tty_announce(tty, columns, rows);
}

void tty_resize_through(struct tty *tty, const int (*sizes)[2], size_t n, bool wait)
{
    tty->blind = true;
    for (size_t i = 0; i < n; i++) {
        tty_announce(tty, sizes[i][0], sizes[i][1]);
        if (wait)
            tty_wait_output(tty);
    }
    tty_settle(tty);
    tty->blind = false;
    vterm_set_size(tty->vterm, tty->rows, tty->columns);
    tty_type(tty, "\014"); /* paint it all again: what came meanwhile was not looked at */
    tty_wait_output(tty);
    tty_settle(tty);
}

void tty_hang_up(struct tty *tty)
{
    close(tty->master);
    close(tty->slave);
    tty->master = tty->slave = -1;
}

/* ---- waiting ------------------------------------------------------------------------------------------------ */

/* Row by row: cmocka cuts a message after 1024 bytes. */
void tty_print(struct tty *tty)
{
    int x, y;
    bool visible = tty_cursor(tty, &x, &y);
    print_error("%dx%d, cursor %s%d,%d\n", tty->columns, tty->rows, visible ? "" : "hidden ", x, y);
    for (int row = 0; row < tty->rows; row++)
        print_error("|%s\n", tty_row(tty, row));
}

static void tty_give_up(struct tty *tty, const char *what, const char *needle)
{
    print_error("waited in vain %s \"%s\"; the screen:\n", what, needle);
    tty_print(tty);
    fail();
}

static bool condition_text(struct tty *tty, const void *needle)
{
    return tty_shows(tty, needle);
}

static bool condition_gone(struct tty *tty, const void *needle)
{
    return !tty_shows(tty, needle);
}

static bool condition_raw(struct tty *tty, const void *bytes)
{
    return tty_raw_has(tty, bytes, strlen(bytes));
}

static bool condition_cursor(struct tty *tty, const void *place)
{
    const int *wanted = place;
    int x, y;
    return tty_cursor(tty, &x, &y) && x == wanted[0] && y == wanted[1];
}

bool tty_until(struct tty *tty, bool (*condition)(struct tty *, const void *), const void *argument)
{
    int64_t end = deadline();
    tty_pump(tty, 0);
    while (!condition(tty, argument)) {
        int64_t left = end - now_ms();
        if (left <= 0)
            return false;
        tty_pump(tty, left);
    }
    return true;
}

void tty_wait(struct tty *tty, const char *needle)
{
    if (!tty_until(tty, condition_text, needle))
        tty_give_up(tty, "for", needle);
}

void tty_wait_gone(struct tty *tty, const char *needle)
{
    if (!tty_until(tty, condition_gone, needle))
        tty_give_up(tty, "for the end of", needle);
}

static bool condition_corner(struct tty *tty, const void *mark)
{
    VTermScreenCell cell = tty_cell(tty, tty->columns - 1, tty->rows - 1);
    return cell.chars[0] == (uint32_t)*(const char *)mark;
}

void tty_wait_corner(struct tty *tty, char mark)
{
    if (!tty_until(tty, condition_corner, &mark))
        tty_give_up(tty, "for a mark in the last corner", (char[]){mark, '\0'});
}

static bool condition_prompt(struct tty *tty, const void *prompt)
{
    int x, y;
    tty_cursor(tty, &x, &y);
    char *text = tty_row(tty, y);
    bool reads = !tty->alternate && strcmp(text, prompt) == 0;
    talloc_free(text);
    return reads;
}

void tty_wait_prompt(struct tty *tty, const char *prompt)
{
    if (!tty_until(tty, condition_prompt, prompt))
        tty_give_up(tty, "for the prompt", prompt);
}

void tty_wait_raw(struct tty *tty, const char *bytes)
{
    if (!tty_until(tty, condition_raw, bytes))
        tty_give_up(tty, "for bytes", bytes + (*bytes == '\033'));
}

void tty_wait_cursor(struct tty *tty, int column, int row)
{
    int place[] = {column, row};
    if (!tty_until(tty, condition_cursor, place)) {
        char *where = mem_printf(tty, "%d,%d", column, row);
        tty_give_up(tty, "for the cursor at", where);
    }
}

static bool condition_more(struct tty *tty, const void *length)
{
    return tty->raw.len > *(const size_t *)length;
}

void tty_wait_output(struct tty *tty)
{
    size_t length = tty->raw.len;
    if (!tty_until(tty, condition_more, &length))
        tty_give_up(tty, "for", "any output");
}

void tty_settle(struct tty *tty)
{
    while (tty_pump(tty, QUIET_MS))
        ;
}

/* ---- the end ---------------------------------------------------------------------------------------------- */

/* A sanitizer's report is in a file of the home folder: print it, or only look. */
static bool report_found(struct tty *tty, bool print)
{
    DIR *folder = opendir(tty->home);
    struct dirent *entry;
    bool reported = false;
    while (folder && (entry = readdir(folder)) != NULL) {
        if (strncmp(entry->d_name, "sanitizer", 9) != 0)
            continue;
        char *path = mem_printf(tty, "%s/%s", tty->home, entry->d_name), line[512];
        FILE *report = print ? fopen(path, "re") : NULL;
        while (report && fgets(line, sizeof line, report))
            print_error("%s", line);
        if (report)
            fclose(report);
        reported = true;
    }
    if (folder)
        closedir(folder);
    return reported;
}

static void tty_reap(struct tty *tty)
{
    int64_t end = deadline();
    int status;
    while (!tty->reaped) {
        tty_pump(tty, 5);
        pid_t pid = waitpid(tty->pid, &status, WNOHANG);
        if (pid == tty->pid) {
            tty->reaped = true;
            tty->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        } else if (now_ms() > end) {
            tty_give_up(tty, "for", "the program's end");
        } else if (tty->master < 0) {
            poll(NULL, 0, 5); /* hung up: nothing to read, only the end to wait for */
        }
    }
    tty_pump(tty, 0);
}

int tty_exit(struct tty *tty)
{
    tty_reap(tty);
    assert_false(report_found(tty, true));
    return tty->status;
}

bool tty_exit_reported(struct tty *tty)
{
    tty_reap(tty);
    return report_found(tty, false);
}

static bool modes_are_equal(const struct termios *a, const struct termios *b)
{
    return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
           a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

/* Where BYTES were last written, -1 never. */
static ptrdiff_t last_written(const struct tty *tty, const char *bytes)
{
    ptrdiff_t last = -1;
    size_t n = strlen(bytes);
    for (size_t i = 0; i + n <= tty->raw.len; i++)
        if (memcmp(tty->raw.data + i, bytes, n) == 0)
            last = (ptrdiff_t)i;
    return last;
}

void tty_expect_restored(struct tty *tty)
{
    static const char *const mouse_modes[] = {"\033[?9h", "\033[?1000", "\033[?1001", "\033[?1002",
                                              "\033[?1003", "\033[?1005", "\033[?1006", "\033[?1015"};
    struct termios now;
    tcgetattr(tty->slave, &now);
    assert_true(modes_are_equal(&tty->before, &now));
    assert_false(tty->alternate);
    assert_true(tty->cursor_visible);
    assert_true(last_written(tty, "\033[?2004l") >= last_written(tty, "\033[?2004h"));
    for (size_t i = 0; i < MB_LENGTH(mouse_modes); i++)
        assert_false(tty_raw_has(tty, mouse_modes[i], strlen(mouse_modes[i])));
}
