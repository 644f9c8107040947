/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* command: what both faces start with: the one table of commands (command_table.h), how a typed line goes on, which keys mean what in a
 * run, its options and the member's own files. */
#ifndef MINUTEBOOK_COMMAND_H
#define MINUTEBOOK_COMMAND_H

#include <minutebook/command_table.h>

/* ---- going on with a line ------------------------------------------------------------------------- */

/* What the word before the cursor may be. */
enum complete_kind {
    COMPLETE_NOTHING,
    COMPLETE_COMMAND,
    COMPLETE_PATH,
    COMPLETE_SETTING,       /* the name of an option */
    COMPLETE_SETTING_VALUE, /* of the option called `before` */
    COMPLETE_SCREEN,
    COMPLETE_LIST,          /* what can be exported */
    COMPLETE_BOUND,         /* a command, or none */
    COMPLETE_MEETING,
    COMPLETE_DETAIL,        /* committee, council, date */
    COMPLETE_DETAIL_VALUE,  /* of the detail called `before` */
    COMPLETE_FIELD,         /* of a follow-up */
    COMPLETE_FIELD_VALUE,   /* of the field called `before` */
    COMPLETE_COMMITTEE,
    COMPLETE_OTHER_NAME,    /* of a committee that has several */
    COMPLETE_IMPORT_OPTION, /* "--form" and its like */
    COMPLETE_FORM,          /* of a paper */
    COMPLETE_STEP,          /* of the follow-up at hand */
    COMPLETE_FOUND,         /* a sentence that the minutes bring for it */
    COMPLETE_FILTER,        /* what a part of a filter begins with */
    COMPLETE_ORDER,         /* of follow-ups */
    COMPLETE_AS_AT,         /* "despatch" */
    COMPLETE_ANSWER_OPTION, /* "--file" and its like */
};
struct completing {
    enum complete_kind kind;
    size_t start; /* byte of the line where the word begins, its quote included */
    char *word;   /* what is typed of it, without quotes and backslashes; a value may have blanks */
    char *before; /* the word before it, "" for none */
};
/* What stands before byte CURSOR of a `:` line; children of PARENT. Pure. */
void complete_line(const void *parent, const char *line, size_t cursor, struct completing *out);
/* The same for a line that is COMMAND's arguments alone. */
void complete_arguments(const void *parent, enum command_id command, const char *line, size_t cursor, struct completing *out);
/* The choices that the tables of this room know, sorted; none for the kinds they do not. */
void complete_words(const void *parent, const struct completing *completing, struct strings *out);

/* ---- keys ----------------------------------------------------------------------------------- */

/* A key: a Unicode character, a control character as it comes, or one of these above Unicode. */
enum special_key {
    KEY_SPECIAL = 0x110000,
    MBKEY_UP, MBKEY_DOWN, MBKEY_LEFT, MBKEY_RIGHT, MBKEY_HOME, MBKEY_END, MBKEY_PAGE_UP, MBKEY_PAGE_DOWN,
    MBKEY_ENTER, MBKEY_BACKSPACE, MBKEY_DELETE, MBKEY_INSERT, MBKEY_SHIFT_TAB, MBKEY_SHIFT_LEFT, MBKEY_SHIFT_RIGHT, MBKEY_F1,
    MBKEY_F12 = MBKEY_F1 + 11,
};
/* "j", "<C-n>", "<Down>", "<Space>": how the table writes a key, and back (0 unknown). (key_name() is curses'.) */
char *key_spelling(const void *parent, uint32_t key);
uint32_t key_parse(const char *name, size_t n);
/* Bytes of the key that TEXT begins with, where keys stand together: "<Up>x", "gg"; 0 where there is none. */
size_t key_scan(const char *text, size_t n, uint32_t *key);
/* As people write it: "j", "Ctrl-N", "Down". */
char *key_label(const void *parent, uint32_t key);

/* Keys pressed one after another. */
#define KEY_SEQUENCE_MAX 4
struct key_sequence {
    uint32_t at[KEY_SEQUENCE_MAX];
    size_t n;
};
/* "j", "gg", "y c", "<C-x>s": names together or apart. False for none, for one that is not known and for too many. */
bool key_sequence_parse(const char *text, size_t n, struct key_sequence *out);
/* A key of the table, "j" or "C@actions": what is typed, and on which of COMMAND's screens it is bound. */
bool command_key_parse(const struct command *command, const char *text, size_t n, struct key_sequence *keys, unsigned *contexts);
char *key_sequence_spelling(const void *parent, const struct key_sequence *keys); /* "g g" */
char *key_sequence_label(const void *parent, const struct key_sequence *keys);    /* "Ctrl-X s" */

/* Which keys mean what now: the table's, and what the member bound. */
struct keymap;
struct binding {
    enum command_id command;
    unsigned contexts;
    struct key_sequence keys;
    char *arguments; /* NULL: none */
    bool by_member;  /* not of the table */
};
struct keymap *keymap_new(const void *parent); /* the keys of the table */
/* Bind KEYS to COMMAND on those of the screens in CONTEXTS where it works (STATUS_USAGE where there is none).
 * What KEYS meant there, and what began with them or they begin with, is unbound: no key waits for another.
 * CMD_NONE only unbinds. ARGUMENTS may be NULL. */
enum status keymap_bind(struct keymap *map, unsigned contexts, const struct key_sequence *keys, enum command_id command,
                        const char *arguments, struct err *err) MB_MUST_CHECK;
const struct binding *keymap_at(const struct keymap *map, size_t i); /* in the order of binding; NULL past the last */
/* All keys of COMMAND in any of CONTEXTS as people write them: "j, Down, Ctrl-N"; "" for none. Bindings with
 * arguments are not among them. */
char *keymap_keys(const void *parent, const struct keymap *map, enum command_id command, unsigned contexts);
char *keymap_first_key(const void *parent, const struct keymap *map, enum command_id command, unsigned contexts); /* NULL: none */

/* What is typed so far: a count, and the first keys of a sequence. Nothing of it ends with time. */
struct key_state {
    int count; /* 0 none */
    struct key_sequence typed;
};
struct key_result {
    enum command_id command; /* CMD_NONE while keys are pending, and where they mean nothing */
    int count;               /* typed before, 0 none; the digit itself where a digit is a key */
    const char *arguments;   /* of the binding; NULL: none */
    bool pending;
    struct key_sequence keys; /* what was typed, for saying that it means nothing; Esc that takes back: none */
};
/* Feed one key in CONTEXT (one bit). A digit that is itself a key there is no count. The state is cleared by a
 * command, by keys that mean nothing, and by Esc. */
struct key_result key_feed(struct key_state *state, const struct keymap *map, unsigned context, uint32_t key);
/* What is pending and how it can go on: "y: c copy, l link; Esc takes it back". */
char *key_state_words(const void *parent, const struct key_state *state, const struct keymap *map, unsigned context);

/* Screens by the names they are bound by: "desk", "meeting", "all". 0 unknown; NULL past the last. */
unsigned context_by_name(const char *name, size_t n);
const char *context_name_at(size_t i);
const char *context_name(unsigned context);  /* of one bit: "programme"; "all" for several */
const char *context_title(unsigned context); /* of one bit: "Work programme" */

/* ---- what the program was started with -------------------------------------------------------- */

typedef bool sample_progress(void *to, size_t done, size_t total, const char *path);
enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
#define TIME_OF_DAY 6 /* bytes of "14:05" */
struct program {
    const char *spelling;   /* how hints name us: "minutebook", or "./bootstrap run" before the install */
    char *store_path;
    bool sample;            /* the store is the sample of a council that does not exist */
    char *own_store_path;   /* where imports go even then */
    char *sample_people;    /* who holds which role in the sample: its list; NULL: none. Read it by program_people() */
    struct date as_at;
    bool as_at_despatch;    /* --as-at despatch: as_at is the day on which the papers of the next meeting are to be out */
    struct date today;      /* the clock's day, MINUTEBOOK_AS_AT or the sample's: an earlier as_at looks back. Year 0: as_at */
    struct date own_as_at, own_today;     /* both, once the own store replaces the sample */
    struct date given_as_at, given_today; /* what --as-at, and what MINUTEBOOK_AS_AT says; year 0: nothing */
    bool sample_visited;    /* opened from the own store's Desk: closing it leads back there */
    /* Point the program at the sample, made at the first call; handed in by main, for faces do not know each
     * other. NULL: not from inside. PROGRESS (NULL: none) is called before each paper and stops it with false:
     * STATUS_CANCELLED, and nothing is left of it. */
    enum status (*open_sample)(const void *parent, struct program *program, sample_progress *progress, void *to,
                               struct err *err);
    void (*time_of_day)(char out[TIME_OF_DAY]); /* the clock, which only main asks; NULL: there is none */
    char *config_path; /* --config; NULL: the member's own file, if it is there */
    char *rules_folder; /* of the member's own rules, whether it is there or not; NULL: none. Read it by program_rules() */
    char *words_folder; /* of the member's own related words; NULL: none. Read it by program_words() */
    char *script_path; /* --script; NULL: keys come from the keyboard */
    /* Options (setting_at()): what the command line says, then what `set` says. */
    bool plain, ascii, read_only;
    enum color_choice color;
    bool color_given;        /* on the command line */
    bool hints_hidden;
    bool words_alone;        /* a search finds what is typed, neither related words nor forms */
    int search_order;        /* in which what is found is listed at first, an enum search_order */
    int escape_delay;        /* ms; set by settings_new() */
    int history;             /* lines of each prompt that are kept; set by settings_new() */
    struct settings *settings; /* keys and options of this run; NULL: a browser makes its own */
};

/* ---- options, and the file that sets them and binds keys ------------------------------------------- */

enum setting_type {
    SETTING_SWITCH, /* on, off */
    SETTING_NUMBER, /* `least` to `most` */
    SETTING_WORD,   /* one of `words`, which blanks part */
};
struct setting {
    const char *name;
    enum setting_type type;
    const char *initial; /* its value at the start, as it is written */
    int least, most;
    const char *words;
    const char *help;
};
const struct setting *setting_at(size_t i); /* NULL past the last */

/* The live options and keys of one run. Options are members of PROGRAM, which is borrowed and must outlive it. */
struct settings *settings_new(const void *parent, struct program *program);
struct keymap *settings_keymap(const struct settings *settings);
char *settings_value(const void *parent, const struct settings *settings, const struct setting *setting);

/* Read program->config_path, else $XDG_CONFIG_HOME/minutebook/config, which may be missing. What it sets gives
 * way to what the command line says. Nothing in it is fatal: complaints are kept. */
void settings_start(struct settings *settings);
/* What the member keeps beside the file that settings_start() would read: NAME is "rules", "profiles", "people". Whether it is
 * there or not; NULL: there is no home. */
char *settings_beside(const void *parent, const struct program *program, const char *name);
/* The folder by which the store in use is swept. The sample's is NULL: what it shows is the same for everybody. */
const char *program_rules(const struct program *program);
/* The folder of the member's own related words, likewise. */
const char *program_words(const struct program *program);
/* The list of people to whom the store in use writes: the sample has its own, as invented as its papers. NULL: none. */
char *program_people(const void *parent, const struct program *program);
/* What could not be understood in files since the last call, "FILE:LINE: what is wrong", in order. */
void settings_complaints(const void *parent, struct settings *settings, struct strings *out);

/* What `:set`, `:bind` and `:source` do, and the lines of a file: ARGUMENTS as typed behind the name (NULL: none).
 * *said is what to answer, a child of PARENT, NULL for nothing. STATUS_USAGE with a sentence; a file that is
 * sourced is read to its end and leaves complaints. */
enum status settings_do(const void *parent, struct settings *settings, enum command_id command, const char *arguments,
                        char **said, struct err *err) MB_MUST_CHECK;

/* A file of lines that people write, whole, as UTF-8 with LF (text_decode()). STATUS_USAGE with a sentence naming PATH
 * where it cannot be read, is no regular file or is longer than 256 KB. */
enum status small_file_read(const void *parent, const char *path, char **text, struct err *err) MB_MUST_CHECK;

/* All options and keys as the program starts with them, as a file in which every line is a comment. */
char *config_text(const void *parent);

#endif
