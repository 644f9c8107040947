/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What box.h promises of programs of the system: where they are looked for, that their output reaches the
 * worker and nobody else, and how a run of two processes ends. */
#include "tests/support/test.h"

#include <minutebook/box.h>

#include <sys/stat.h>
#include <unistd.h>

/* ---- a worker that repeats what the program said ---- */

enum { TYPE_TEXT = 1 };

static void run_lines(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    (void)argument;
    for (size_t at = 0; at < n;) {
        const unsigned char *end = memchr(bytes + at, '\n', n - at);
        size_t length = end ? (size_t)(end - bytes) - at : n - at;
        box_frame(out, TYPE_TEXT, (const char *)bytes + at, length);
        at += length + (end != NULL);
    }
}

static void run_crash(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    (void)bytes, (void)n, (void)argument, (void)out;
    _exit(9);
}

static const struct box_worker workers[] = {{"lines", run_lines, "one line", 8, NULL},
                                            {"crash", run_crash, NULL, 0, NULL}};

struct heard {
    struct buf text;
    bool cancel;
};

static bool hear(void *to, uint32_t type, const char *text, size_t n)
{
    struct heard *heard = to;
    assert_int_equal(type, TYPE_TEXT);
    buf_add(&heard->text, text, n);
    buf_putc(&heard->text, '\n');
    return true;
}

static bool is_cancelled(void *to)
{
    return ((struct heard *)to)->cancel;
}

/* ---- programs ---- */

#define PROGRAM(program_name, words) \
    {.name = (program_name), .package = "coreutils", .arguments = (words), .known = "known\n", .n_known = 6}
static const char *const no_words[] = {NULL};
static const char *const ten_seconds[] = {"10", NULL};
static const char *const no_such[] = {"--no-such-option", NULL};
static const char *const one_byte[] = {"-c", "1", NULL};
static const struct box_program cat = PROGRAM("cat", no_words);
static const struct box_program missing = {.name = "no-such-program", .package = "none-such", .arguments = no_words};

static struct box_task task_of(const struct box_program *program, struct heard *heard, const char *bytes)
{
    *heard = (struct heard){.cancel = false};
    buf_init(&heard->text, NULL, 1 << 20);
    buf_puts(&heard->text, "");
    return (struct box_task){.worker = &workers[0],
                             .program = program,
                             .bytes = bytes,
                             .n = strlen(bytes),
                             .frame = hear,
                             .cancelled = is_cancelled,
                             .to = heard};
}

static void the_worker_gets_what_the_program_makes_of_it(void **state)
{
    struct heard heard;
    struct box_task task = task_of(&cat, &heard, "Harbour Panel\nItem 1\n");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    enum status status = box_run(box_new(*state, NULL), &task, &result, &err);
    if (status != STATUS_OK)
        fail_msg("%s (%s)", err.text, result.said);
    assert_string_equal(heard.text.data, "Harbour Panel\nItem 1\n");
    buf_release(&heard.text);
}

static void a_program_stops_early_and_nobody_waits(void **state)
{
    static const struct box_program head = PROGRAM("head", one_byte);
    struct heard heard;
    struct box_task task = task_of(&head, &heard, "Harbour");
    assert_int_equal(box_run(box_new(*state, NULL), &task, NULL, NULL), STATUS_OK);
    assert_string_equal(heard.text.data, "H\n");
    buf_release(&heard.text);
}

static void a_missing_program_names_its_package(void **state)
{
    struct heard heard;
    struct box_task task = task_of(&missing, &heard, "x");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_REFUSED);
    assert_string_equal(err.text, "is not read without the program no-such-program; install the package none-such");
    buf_release(&heard.text);
}

/* A folder of PATH that others may write could hold anything. */
static void only_folders_of_the_system_are_looked_into(void **state)
{
    char folder[] = "/var/tmp/minutebook-box-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *planted = mem_printf(*state, "%s/planted", folder);
    FILE *file = fopen(planted, "w");
    assert_non_null(file);
    fclose(file);
    assert_int_equal(chmod(planted, 0755), 0);
    char *before = mem_strdup(*state, getenv("PATH"));
    setenv("PATH", mem_printf(*state, "relative::%s:/usr/bin:/bin", folder), 1);
    const struct box_program wanted = {.name = "planted", .package = "none"};
    struct box *box = box_new(*state, NULL);
    assert_int_equal(chmod(folder, 0777), 0);
    assert_null(box_find_program(box, &wanted, NULL));
    assert_int_equal(chmod(folder, 0755), 0);
    if (geteuid() == 0) /* root's own folder is one of the system; anybody else's is not */
        assert_non_null(box_find_program(box, &wanted, NULL));
    else
        assert_null(box_find_program(box, &wanted, NULL));
    assert_non_null(box_find_program(box, &cat, NULL));
    setenv("PATH", before ? before : "/usr/bin:/bin", 1);
    assert_int_equal(unlink(planted), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void a_program_that_fails_says_why(void **state)
{
    struct heard heard;
    struct box_task task = task_of(&cat, &heard, "x");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    task.program_arguments = no_such;
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_FAILED);
    assert_true(result.by_program);
    assert_int_equal(result.exit_code, 1);
    assert_non_null(strstr(err.text, "could not be read: cat says \""));
    assert_non_null(strstr(err.text, "no-such-option"));
    buf_release(&heard.text);
}

static void a_program_that_cannot_be_executed_is_refused(void **state)
{
    const struct box_program folder = {.name = "lib", .path = "/usr/lib", .arguments = no_words};
    struct heard heard;
    struct box_task task = task_of(&folder, &heard, "x");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_REFUSED);
    assert_non_null(strstr(err.text, "/usr/lib cannot be started"));
    buf_release(&heard.text);
}

static void one_deadline_ends_both(void **state)
{
    static const struct box_program sleeper = {.name = "sleep", .package = "coreutils", .arguments = ten_seconds};
    static const struct box_options unboxed = {.unboxed = true}; /* in the box it may not sleep at all */
    struct heard heard;
    struct box_task task = task_of(&sleeper, &heard, "x");
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    task.limits.wall_ms = 200;
    assert_int_equal(box_run(box_new(*state, &unboxed), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_NO_TIME);
    assert_true(result.by_program);
    assert_true(result.wall_ms < 2000);
    heard.cancel = true;
    assert_int_equal(box_run(box_new(*state, &unboxed), &task, &result, &err), STATUS_CANCELLED);
    buf_release(&heard.text);
}

static void too_much_of_a_program_is_cut(void **state)
{
    struct heard heard;
    char *long_text = mem_zero_named(*state, 200001, "long");
    memset(long_text, 'x', 200000);
    struct box_task task = task_of(&cat, &heard, long_text);
    struct box_result result;
    struct err err = {STATUS_OK, ""};
    task.limits.program_output = 100000;
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_TOO_MUCH);
    assert_int_equal(heard.text.len, 100001); /* what fitted was read */
    buf_release(&heard.text);
}

static void a_worker_that_dies_takes_the_program_along(void **state)
{
    struct heard heard;
    struct box_task task = task_of(&cat, &heard, "x");
    struct box_result result;
    task.worker = &workers[1];
    task.program_arguments = no_words;
    const struct box_program untested = {.name = "cat", .package = "coreutils", .arguments = no_words};
    task.program = &untested;
    assert_int_equal(box_run(box_new(*state, NULL), &task, &result, NULL), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_CRASHED);
    assert_false(result.by_program);
    assert_int_equal(result.exit_code, 9);
    buf_release(&heard.text);
}

static void a_program_that_fails_its_own_test_reads_nothing(void **state)
{
    static const struct box_program mute = PROGRAM("true", no_words);
    struct heard heard;
    struct box_task task = task_of(&mute, &heard, "x");
    struct err err = {STATUS_OK, ""};
    assert_int_equal(box_run(box_new(*state, NULL), &task, NULL, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "the box for it failed its own test (true: no answer)"));
    buf_release(&heard.text);
}

/* ---- the program all this is for ---- */

static const char *const pdf_words[] = {"-xml", "-i", "-stdout", "-", "x", NULL};
static const char *const pdf_folders[] = {"/usr/share/poppler", "/usr/share/fonts", "/etc/fonts", NULL};
static const char pdf[] = "%PDF-1.4\n"
                          "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                          "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                          "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                          "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
                          "4 0 obj<</Length 48>>stream\n"
                          "BT /F1 24 Tf 72 720 Td (Harbour Panel) Tj ET    \n"
                          "endstream endobj\n"
                          "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
                          "trailer<</Root 1 0 R>>\n%%EOF\n";

static void pdftohtml_works_in_the_box(void **state)
{
    static const struct box_program pdftohtml = {.name = "pdftohtml",
                                                 .package = "poppler-utils",
                                                 .folders = pdf_folders,
                                                 .arguments = pdf_words,
                                                 .known = pdf,
                                                 .n_known = sizeof pdf - 1};
    struct box *box = box_new(*state, NULL);
    if (!box_find_program(box, &pdftohtml, NULL)) {
        print_message("# pdftohtml is not installed: not tried\n");
        skip();
    }
    struct heard heard;
    struct box_task task = task_of(&pdftohtml, &heard, pdf);
    struct err err = {STATUS_OK, ""};
    struct box_result result;
    if (box_run(box, &task, &result, &err) != STATUS_OK)
        fail_msg("%s (%s)", err.text, result.said);
    assert_non_null(strstr(heard.text.data, ">Harbour Panel<"));
    buf_release(&heard.text);
    task = task_of(&pdftohtml, &heard, "no PDF at all");
    assert_int_equal(box_run(box, &task, &result, &err), STATUS_INPUT);
    assert_int_equal(result.ending, BOX_FAILED);
    buf_release(&heard.text);
}

int main(int argc, char **argv)
{
    box_serve(argc, argv, workers, MB_LENGTH(workers));
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_worker_gets_what_the_program_makes_of_it),
        TEST_CASE(a_program_stops_early_and_nobody_waits),
        TEST_CASE(a_missing_program_names_its_package),
        TEST_CASE(only_folders_of_the_system_are_looked_into),
        TEST_CASE(a_program_that_fails_says_why),
        TEST_CASE(a_program_that_cannot_be_executed_is_refused),
        TEST_CASE(one_deadline_ends_both),
        TEST_CASE(too_much_of_a_program_is_cut),
        TEST_CASE(a_worker_that_dies_takes_the_program_along),
        TEST_CASE(a_program_that_fails_its_own_test_reads_nothing),
        TEST_CASE(pdftohtml_works_in_the_box),
    };
    return cmocka_run_group_tests_name("programs in the box", tests, NULL, NULL);
}
