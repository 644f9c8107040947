/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Text as the index sees it: cleaned of what no reader sees, and cut into words by FTS5's own
 * tokenizer, asked in a connection in memory, so that marks agree with matches in every SQLite. */
#include "config.h"

#include "index.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* ---- cleaning ------------------------------------------------------------------------------- */

/* Category Cf that prints (reliability.md 3). */
static bool is_printing_format(ucs4_t c)
{
    static const struct {
        ucs4_t from, to;
    } printing[] = {{0x600, 0x605}, {0x6DD, 0x6DD},     {0x70F, 0x70F},    {0x890, 0x891},
                    {0x8E2, 0x8E2}, {0x110BD, 0x110BD}, {0x110CD, 0x110CD}};
    for (size_t i = 0; i < MB_LENGTH(printing); i++)
        if (c >= printing[i].from && c <= printing[i].to)
            return true;
    return false;
}

static bool is_removed(ucs4_t c)
{
    if (uc_is_property_default_ignorable_code_point(c))
        return true;
    return uc_is_general_category(c, UC_CATEGORY_Cf) && !is_printing_format(c);
}

/* Word's bullets out of the Symbol font, and the mark that begins our own words in `meta`: to the
 * tokenizer private characters are letters. */
static bool is_private_bullet(ucs4_t c)
{
    return c == 0xF0B7 || c == 0xF0A7 || c == 0xF0D8 || c == 0xE000;
}

char *index_clean(const void *parent, const char *text, size_t n, size_t *clean_n, struct index_shifts *shifts)
{
    static const char bullet[] = "\xE2\x80\xA2"; /* as long as what it stands for */
    struct buf out;
    buf_init(&out, parent, SIZE_MAX / 2);
    *shifts = (struct index_shifts){0};
    size_t kept = 0; /* source bytes before this one are in `out` or left out */
    for (size_t at = 0; at < n;) {
        ucs4_t c = (unsigned char)text[at];
        int bytes = c < 0x80 ? 1 : u8_mbtouc(&c, (const uint8_t *)text + at, n - at);
        bool private = c >= 0x80 && is_private_bullet(c);
        if (private || (c >= 0x80 && is_removed(c))) {
            buf_add(&out, text + kept, at - kept);
            if (private)
                buf_puts(&out, bullet);
            else
                *mem_append(parent, shifts->at, shifts->n) = (struct index_shift){out.len, at + (size_t)bytes};
            kept = at + (size_t)bytes;
        }
        at += (size_t)bytes;
    }
    buf_add(&out, text + kept, n - kept);
    *clean_n = out.len;
    return buf_take(&out);
}

size_t index_source_offset(const struct index_shifts *shifts, size_t clean)
{
    size_t low = 0, high = shifts->n; /* the last shift at or before CLEAN is low - 1 */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (shifts->at[middle].clean <= clean)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? clean : shifts->at[low - 1].source + (clean - shifts->at[low - 1].clean);
}

/* ---- words ---------------------------------------------------------------------------------- */

struct tokenizer {
    sqlite3 *db;
    fts5_tokenizer calls;
    Fts5Tokenizer *instance;
};

static int tokenizer_close(struct tokenizer *tokenizer)
{
    if (tokenizer->instance)
        tokenizer->calls.xDelete(tokenizer->instance);
    sqlite3_close(tokenizer->db);
    return 0;
}

fts5_api *index_fts5(sqlite3 *handle)
{
    fts5_api *calls = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_bind_pointer(statement, 1, &calls, "fts5_api_ptr", NULL) == SQLITE_OK)
        sqlite3_step(statement);
    sqlite3_finalize(statement);
    return calls;
}

enum status tokenizer_new(const void *parent, struct tokenizer **out, struct err *err)
{
    static const char *arguments[] = {"remove_diacritics", "2"}; /* as in index_schema */
    struct tokenizer *tokenizer = mem_new(parent, struct tokenizer);
    talloc_set_destructor(tokenizer, tokenizer_close);
    void *context = NULL;
    fts5_api *calls = NULL;
    if (sqlite3_open_v2(":memory:", &tokenizer->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL) == SQLITE_OK)
        calls = index_fts5(tokenizer->db);
    if (!calls || calls->xFindTokenizer(calls, "unicode61", &context, &tokenizer->calls) != SQLITE_OK ||
        tokenizer->calls.xCreate(context, arguments, 2, &tokenizer->instance) != SQLITE_OK) {
        talloc_free(tokenizer);
        return err_set(err, STATUS_STORE, "this SQLite has no FTS5: searching is not possible");
    }
    *out = tokenizer;
    return STATUS_OK;
}

struct token_sink {
    struct tokens *tokens;
    const struct index_shifts *shifts;
    struct buf words; /* one behind the other, each ended by NUL: a block for all, since a text has hundreds */
};

static int take_token(void *to, int flags, const char *word, int n, int start, int end)
{
    struct token_sink *sink = to;
    (void)flags;
    if (n <= 0 || end <= start)
        return SQLITE_OK;
    struct token *token = mem_append(sink->tokens, sink->tokens->at, sink->tokens->n);
    token->start = index_source_offset(sink->shifts, (size_t)start);
    token->len = index_source_offset(sink->shifts, (size_t)end - 1) + 1 - token->start;
    buf_add(&sink->words, word, (size_t)n);
    buf_putc(&sink->words, '\0');
    return SQLITE_OK;
}

static void hand_out_words(struct tokens *tokens, char *word)
{
    for (size_t i = 0; i < tokens->n; i++) {
        tokens->at[i].word = word;
        word += strlen(word) + 1;
    }
}

struct tokens *tokenizer_run(const void *parent, struct tokenizer *tokenizer, const char *text, size_t n)
{
    struct tokens *tokens = mem_new(parent, struct tokens);
    struct index_shifts shifts;
    size_t clean_n;
    void *scratch = talloc_named_const(tokens, 0, "clean");
    char *clean = index_clean(scratch, text, n, &clean_n, &shifts);
    struct token_sink sink = {.tokens = tokens, .shifts = &shifts};
    buf_init(&sink.words, tokens, SIZE_MAX / 2);
    if (clean_n <= INT32_MAX)
        tokenizer->calls.xTokenize(tokenizer->instance, &sink, FTS5_TOKENIZE_DOCUMENT, clean, (int)clean_n, take_token);
    talloc_free(scratch);
    hand_out_words(tokens, sink.words.data);
    return tokens;
}

char *tokenizer_clean(const void *parent, const char *text)
{
    struct index_shifts shifts;
    size_t n;
    char *clean = index_clean(parent, text, strlen(text), &n, &shifts);
    talloc_free(shifts.at);
    return clean;
}
