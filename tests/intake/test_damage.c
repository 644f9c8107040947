/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Damaged papers of every form that has a reader, by the thousand: whatever comes, the reader ends, in a time that its box
 * would give it, with a sound draft or a sentence, and nothing is left behind; and who asks for it never needs more than
 * 150 MB (reliability.md 7, rows 19 and 20). `make damage` reads 10,000 of each form; the suite a few.
 *
 *   MINUTEBOOK_DAMAGE         files of each form, read in this process, where sanitizers see them
 *   MINUTEBOOK_DAMAGE_BOXED   files of all forms together, read as an import reads them: mark-up in a box
 *   MINUTEBOOK_DAMAGE_FORM    of this form only, and nothing else
 *   MINUTEBOOK_DAMAGE_KEEP    a folder: the file that is being read lies there, so that it is there after a crash, and the
 *                             slowest of each form
 *   MINUTEBOOK_SEED           other damage */
#include "corpus.h"
#include "damages.h"
#include "sound.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define FILES 48 /* of each form, in a usual run */
#define FILES_BOXED 48
#define ALL_LARGE 1000 /* with so many files of each form every large text is read, not some */
#define PARENT_KB_MAX (150L * 1024)
#define READING_S_MAX 20.0 /* what a box gives */
#define BRANCH 8           /* one in so many is damaged twice, or named as some form */

struct corpus {
    struct document **papers;
    enum form *forms;
    size_t n;
    uint64_t seed;
    double slowest;
    const char *slowest_what;
};

static struct corpus *corpus;

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long count_of(const char *name, long usual)
{
    const char *given = getenv(name);
    return given ? strtol(given, NULL, 10) : usual / TEST_STRIDE(6);
}

/* ---- papers ------------------------------------------------------------------------------------------------ */

static void add_folder(struct corpus *into, const char *folder)
{
    char *path = mem_printf(into, "%s/tests/%s", test_env("MINUTEBOOK_SRCDIR"), folder);
    struct strings paths = intake_walk(into, &path, 1);
    struct intake *intake = intake_here(into);
    for (size_t i = 0; i < paths.n; i++) {
        struct document *paper = paper_open(into, paths.at[i]);
        enum form form = intake_sniff(intake, paper).form;
        if (form == FORM_UNKNOWN)
            continue;
        size_t n = into->n;
        *mem_append(into, into->papers, n) = paper;
        *mem_append(into, into->forms, into->n) = form;
    }
}

static bool is_pdf_form(enum form form)
{
    return form == FORM_PACK_PDF || form == FORM_FRONTSHEET_PDF || form == FORM_REPORT_PDF || form == FORM_MINUTES_PDF || form == FORM_DECISIONS_PDF;
}

/* A paper of FORM; of a PDF's form that nobody made a paper of, any other PDF. */
static const struct document *paper_of_form(enum form form, bool *other)
{
    size_t from = chance(&corpus->seed, corpus->n);
    const struct document *near = NULL;
    *other = false;
    for (size_t i = 0; i < corpus->n; i++) {
        size_t at = (from + i) % corpus->n;
        if (corpus->forms[at] == form)
            return corpus->papers[at];
        if (is_pdf_form(form) && is_pdf_form(corpus->forms[at]))
            near = corpus->papers[at];
    }
    *other = true;
    return near;
}

/* ---- a reading ----------------------------------------------------------------------------------------------- */

static struct document *damaged(const void *context, const struct document *paper, size_t which)
{
    struct buf out;
    buf_init(&out, context, BUF_MAX_DOCUMENT);
    const struct document *other = corpus->papers[chance(&corpus->seed, corpus->n)];
    damages[which].apply(&out, paper, other, &corpus->seed);
    if (chance(&corpus->seed, BRANCH) == 0 && out.len > 0) {
        struct document *once = paper_of(context, (const unsigned char *)out.data, out.len);
        once->bytes = mem_resize_named(once, once->bytes, 1, once->n + 1, "bytes");
        once->bytes[once->n] = '\0'; /* as document_open() gives them */
        buf_clear(&out);
        damages[chance(&corpus->seed, n_damages)].apply(&out, once, other, &corpus->seed);
    }
    size_t n = out.len < INTAKE_TEXT_MAX ? out.len : INTAKE_TEXT_MAX;
    return paper_of(context, (const unsigned char *)(out.data ? out.data : ""), n);
}

/* PAPER as FORM.NAME in the folder for kept files, if there is one. */
static void keep(const struct document *paper, enum form form, const char *name)
{
    const char *folder = getenv("MINUTEBOOK_DAMAGE_KEEP");
    if (!folder)
        return;
    char *path = mem_printf(paper, "%s/%s.%s", folder, form_name(form), name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(paper->bytes, 1, paper->n, file), paper->n);
    assert_int_equal(fclose(file), 0);
}

static void read_one(struct intake *intake, enum form form, size_t which, long round)
{
    void *context = talloc_named_const(NULL, 0, "damaged");
    struct draft *draft = NULL;
    struct err err = {0};
    bool other;
    const struct document *paper = damaged(context, paper_of_form(form, &other), which);
    bool named = other || chance(&corpus->seed, BRANCH) == 0;
    keep(paper, form, "now");
    double from = now_s();
    enum status status = intake_read(context, intake, paper, named ? form : FORM_UNKNOWN, &draft, &err);
    double took = now_s() - from;
    const char *fault = status == STATUS_OK ? draft_fault(draft) : draft || !err.text[0] ? "refused without a sentence" : NULL;
    if (fault)
        fail_msg("%s, %s, file %ld: %s", form_name(form), damages[which].name, round, fault);
    if (took > READING_S_MAX && !TEST_IS_SANITISED)
        fail_msg("%s, %s, file %ld: %.0f s for %zu bytes", form_name(form), damages[which].name, round, took, paper->n);
    if (took > corpus->slowest) {
        keep(paper, form, "slowest");
        corpus->slowest = took;
        corpus->slowest_what = damages[which].name;
    }
    talloc_free(context);
}

static long peak_kb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void assert_small(const char *what)
{
    print_message("%s: %ld MB at most in the process that asks\n", what, peak_kb() / 1024);
    if (!TEST_IS_SANITISED && peak_kb() > PARENT_KB_MAX)
        fail_msg("%s: %ld MB", what, peak_kb() / 1024);
}

/* So that several runs share the forms; NULL: all of them. */
static const char *only_form(void)
{
    return getenv("MINUTEBOOK_DAMAGE_FORM");
}

/* ---- tests ---------------------------------------------------------------------------------------------------- */

/* Before what is read in this process: its peak stays for ever. */
static void who_asks_stays_small(void **state)
{
    if (only_form())
        skip();
    struct intake *intake = intake_new(*state, false);
    long files = count_of("MINUTEBOOK_DAMAGE_BOXED", FILES_BOXED);
    for (long i = 0; i < files; i++) {
        enum form form;
        do
            form = (enum form)(1 + chance(&corpus->seed, FORM_COUNT - 1));
        while (!form_has_reader(form));
        read_one(intake, form, (size_t)i % n_damages, i);
    }
    print_message("%ld files as an import reads them, the slowest %.2f s (%s)\n", files, corpus->slowest, corpus->slowest_what);
    assert_small("damaged papers");
}

/* A paper that begins like BEGINS and goes on with SHAPE to the largest size that is read at all. */
static struct document *largest(const void *context, const struct document *begins, const char *shape)
{
    struct document *paper = mem_new(context, struct document);
    paper->path = mem_strdup(paper, "large");
    paper->n = INTAKE_TEXT_MAX;
    paper->bytes = mem_zero_named(paper, paper->n + 1, "bytes");
    for (size_t at = 0; at < paper->n; at++)
        paper->bytes[at] = at < begins->n ? begins->bytes[at] : (unsigned char)shape[(at - begins->n) % strlen(shape)];
    return paper;
}

/* What a process needs at most to have such a paper read, in KB, beyond what this test holds (all its papers); what its
 * boxes need does not count. */
static long peak_of(enum form form, const char *shape)
{
    bool other;
    const struct document *begins = paper_of_form(form, &other);
    long kb = 0;
    int said[2], ended;
    assert_int_equal(pipe(said), 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct draft *draft;
        struct err err = {0};
        long before = peak_kb(); /* of a new process: what it has */
        enum status status = intake_read(NULL, intake_new(NULL, false), largest(NULL, begins, shape), form, &draft, &err);
        kb = peak_kb() - before;
        _exit((status == STATUS_OK || err.text[0]) && write(said[1], &kb, sizeof kb) == sizeof kb ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &ended, 0), child);
    assert_true(WIFEXITED(ended) && WEXITSTATUS(ended) == 0);
    assert_int_equal(read(said[0], &kb, sizeof kb), sizeof kb);
    close(said[0]);
    close(said[1]);
    return kb;
}

/* The largest texts, in the shapes that cost most. */
static void the_largest_text_leaves_it_small(void **state)
{
    static const char *const shapes[] = {"\n", "1.\n\nA\n\nMinutes:\n\nB\n\n", "a\tb\n", "word ", "- x\n", "# 1\n", "(a)\n\nb\n\n"};
    static const enum form forms[] = {FORM_PAGE_TEXT, FORM_PACK_TEXT, FORM_MINUTES_TEXT, FORM_PACK_MARKDOWN, FORM_ITEM_TEXT, FORM_DECISIONS_TEXT};
    size_t cases = MB_LENGTH(shapes) * MB_LENGTH(forms), step = count_of("MINUTEBOOK_DAMAGE", FILES) >= ALL_LARGE ? 1 : 11;
    long most = 0;
    if (only_form())
        skip();
    for (size_t i = 0; i < cases; i += step) {
        enum form form = forms[i / MB_LENGTH(shapes)];
        const char *shape = shapes[i % MB_LENGTH(shapes)];
        long kb = peak_of(form, shape);
        if (!TEST_IS_SANITISED && kb > PARENT_KB_MAX)
            print_error("%s of \"%s\": %ld MB\n", form_name(form), text_squeeze(*state, shape, strlen(shape)), kb / 1024);
        most = kb > most ? kb : most;
    }
    print_message("the largest texts: %ld MB at most\n", most / 1024);
    assert_true(TEST_IS_SANITISED || most <= PARENT_KB_MAX);
}

static bool is_asked_for(enum form form)
{
    return form_has_reader(form) && (!only_form() || strcmp(only_form(), form_name(form)) == 0);
}

static void every_form_survives_damage(void **state)
{
    struct intake *intake = intake_here(*state);
    long files = count_of("MINUTEBOOK_DAMAGE", FILES), forms = 0;
    for (int form = 1; form < FORM_COUNT; form++) {
        if (!is_asked_for((enum form)form))
            continue;
        corpus->slowest = 0;
        size_t blocks = talloc_total_blocks(NULL);
        for (long i = 0; i < files; i++)
            read_one(intake, (enum form)form, (size_t)i % n_damages, i);
        assert_int_equal(talloc_total_blocks(NULL), blocks);
        print_message("%-16s %ld files, the slowest %.2f s (%s)\n", form_name((enum form)form), files, corpus->slowest, corpus->slowest_what);
        forms++;
    }
    assert_true(forms >= 16 || (forms == 1 && only_form()));
}

static int set_up(void **state)
{
    const char *seed = getenv("MINUTEBOOK_SEED");
    talloc_enable_null_tracking();
    corpus = mem_new(NULL, struct corpus);
    corpus->seed = seed ? strtoull(seed, NULL, 10) * 2654435769u + 1 : 0x6D696E7574650002;
    add_folder(corpus, "intake/papers");
    add_folder(corpus, "fault/orders");
    add_folder(corpus, "styles/seen");
    *state = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    int failed = talloc_free(corpus);
    talloc_disable_null_tracking(); /* its own context is a leak otherwise */
    return failed;
}

int main(int argc, char **argv)
{
    intake_serve(argc, argv);
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_largest_text_leaves_it_small),
        TEST_CASE(who_asks_stays_small),
        TEST_CASE(every_form_survives_damage),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
