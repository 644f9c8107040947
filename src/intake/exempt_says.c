/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The grammar of a sentence that says of its own item that it is private: "This report is not for publication under paragraph 3", "By
 * reason of paragraph 3 the report is not available to the public", "The Committee considered an exempt report" (field.md 3.6, 3.9).
 * What is private stands behind what is said to be so, with nothing between but words that join the two; "disabled drivers are exempt",
 * "exempt accommodation" and "exempt from call-in" say nothing of the kind. And what says that nobody is excluded: "agreed not to
 * exclude the public", "there are no exempt items". */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SENTENCE_LONGEST 400
#define DENIED_WITHIN 12 /* words behind "not" */
#define HEAD_LONGEST 40 /* bytes of a title before its colon */
#define NONE_LONGEST 60  /* bytes of "None." and its like */

/* WORDS, parted by bars, of which one begins TEXT as whole words: its bytes; 0. */
static size_t one_at(const char *words, const char *text)
{
    for (const char *at = words; *at; at += *at == '|') {
        size_t n = strcspn(at, "|");
        if (strncmp(text, at, n) == 0 && !text_is_word_byte(text[n]))
            return n;
        at += n;
    }
    return 0;
}

static const char *next_word(const char *at)
{
    at += strcspn(at, " ()[]");
    return at + strspn(at, " ()[]");
}

/* ---- private ------------------------------------------------------------------------------------------------------- */

/* Words that join a report to what it is, or stand before it; those that only join. */
static const char joints[] = "the|a|an|this|will|may|likely|to|considered|consideration|for|in|on|of|by|heard|discussed|contains|contain|containing|contained|taken|held|at|"
                             "please|note|nb|full|appended|attached|accompanying|above|reason|reasons|exemption|virtue|under|paragraph|paragraphs|schedule|"
                             "part|local|government|act|section|publicly|not|agenda|meeting|be|was|were|has|have|had|with";
static const char links[] = "is|are|been|being|which|that|it|as|and|therefore|currently|marked|deemed|classed|classified|treated|regarded|dealt|circulated|itself|"
                            "wholly|entirely|fully|also";
/* Who takes a report, and what is done with it: "The Committee received an exempt report". */
static const char takers[] = "committee|panel|board|cabinet|council|forum|authority|executive|commission|members|councillors|there|before|them|submitted";
static const char takes[] = "considered|received|noted|discussed|reviewed|presented|introduced|submitted|approved|had";
static const char subjects[] = "item|report|matter|paper|document|minute|minutes|agenda item|report for this item|content|contents";
static const char phrases[] = "not for publication|not to be published|not open to the public|not available to the public|not publicly available|not available for "
                              "public inspection|not be open to the public|not be available to the public|in private|in camera|in confidence|in closed session|closed "
                              "to the public|in private session|in closed part";
static const char adjectives[] = "exempt|confidential|private|restricted|cyfrinachol|eithriedig";
/* What may follow an adjective that stands before what it is said of. */
static const char nouns[] = "report|reports|item|paper|papers|minute|minutes|information|business|matter|session|material|document|appraisal";
/* What may follow an adjective that is said of what stands before. */
static const char reasons[] = "under|by|pursuant|in accordance|as|because|since|and|or|within|on the ground|on the grounds|so|para|paras|paragraph|paragraphs|from publication|from "
                              "disclosure|from the public|from press|from the press|from public|schedule|section|due|owing|for the reason|not|subject";

/* What a sentence has said before a word of it. */
struct before {
    bool subject;  /* "this report": what follows may be said of it */
    bool taken;    /* "the Committee considered": a report follows */
    bool contains; /* "contains" right before */
    bool law;      /* "paragraph 3" */
};

/* Does the adjective that ends at BEHIND say it: of a subject before it, or of what follows, "exempt report of the Director"? "A private
 * session was added" says nothing of this item. */
static bool adjective_says(const char *behind, const struct before *before)
{
    static const char goes_on[] = "of|by|from|relating|namely|attached|circulated|to follow|only|within|see|refers|information|business|item|report";
    behind += strspn(behind, " ()[]");
    if (before->contains)
        return one_at("information|material|matter|business|and confidential information|or exempt information", behind) > 0;
    if (*behind == '\0' || isdigit((unsigned char)*behind) || one_at(reasons, behind) > 0 || (before->subject && one_at("until|at this|and|or", behind) > 0))
        return true;
    size_t noun = one_at(nouns, behind);
    const char *next = behind + noun + strspn(behind + noun, " ()[]");
    bool whole = *next == '\0' || isdigit((unsigned char)*next) || one_at(reasons, next) > 0 || one_at(goes_on, next) > 0;
    return noun > 0 && (before->subject || before->taken || whole);
}

/* What the word at AT adds to BEFORE; false where it joins nothing to what is private. */
static bool joins(const char *at, struct before *before)
{
    before->contains = one_at("contains|contain|containing|contained", at) > 0;
    before->law |= one_at("paragraph|paragraphs|para", at) > 0;
    if (one_at("following|next|previous|last", at) > 0)
        return false;
    if (one_at(takes, at) > 0) {
        before->subject = false;
        before->taken = true;
        return true;
    }
    if (!before->subject && one_at(subjects, at) > 0) {
        before->subject = true;
        return true;
    }
    before->subject |= one_at("this is|this was", at) > 0;
    return isdigit((unsigned char)*at) || one_at(joints, at) > 0 || one_at(before->subject ? links : takers, at) > 0;
}

/* FOLDED, word by word: what is private of the item, with nothing else said before. */
static bool words_say_private(const char *folded)
{
    struct before before = {0};
    for (const char *at = folded + strspn(folded, " ()[]"); *at; at = next_word(at)) {
        size_t n;
        if (one_at(phrases, at) > 0 || (before.law && one_at("information relating to|information which relates to", at) > 0))
            return true; /* "[Paragraph 3 - information relating to ...]" */
        if ((n = one_at(adjectives, at)) > 0)
            return adjective_says(at + n, &before);
        if (!joins(at, &before))
            return false;
    }
    return false;
}

/* "Report of the Director (exempt)": the mark that ends a sentence about a report. */
static bool ends_marked(const char *sentence)
{
    static const char *const starts[] = {"report", "joint report", "paper", "item", "the report", "this report"};
    size_t n = strlen(sentence);
    while (n > 0 && strchr(" .", sentence[n - 1]))
        n--;
    bool report = false;
    for (size_t i = 0; i < MB_LENGTH(starts); i++)
        report |= strncasecmp(sentence, starts[i], strlen(starts[i])) == 0;
    const char *open = report && n > 0 && strchr(")]", sentence[n - 1]) ? strrchr(sentence, sentence[n - 1] == ')' ? '(' : '[') : NULL;
    char *folded = open ? text_fold(NULL, open + 1) : NULL;
    bool says = folded && words_say_private(folded);
    talloc_free(folded);
    return says;
}

bool says_own_private(const char *sentence)
{
    if (strlen(sentence) > SENTENCE_LONGEST || mark_is_of_appendix(sentence) || says_none_private(sentence))
        return false;
    char *folded = text_fold(NULL, sentence);
    bool says = words_say_private(folded) || ends_marked(sentence);
    talloc_free(folded);
    return says;
}

bool says_private_head(const char *title)
{
    size_t n = 0;
    while (title[n] && title[n] != ':' && n <= HEAD_LONGEST && !page_dash_at(title + n))
        n++;
    if (n == 0 || n > HEAD_LONGEST || !title[n] || title[n + 1] == '\0')
        return false;
    char *head = mem_strndup(NULL, title, n), *folded = text_fold(NULL, head);
    bool private = false, other = false;
    for (const char *at = folded + strspn(folded, " ()[]"); *at && !other; at = next_word(at)) {
        private |= one_at(adjectives, at) > 0;
        other = one_at(adjectives, at) == 0 && one_at(nouns, at) == 0 && one_at("and|items", at) == 0;
    }
    talloc_free(head);
    talloc_free(folded);
    return private && !other;
}

/* ---- not private ----------------------------------------------------------------------------------------------------- */

/* "not" at AT denies that anything is closed: "not be excluded", "not expected that any item will be taken in private". */
static bool not_denies(const char *at)
{
    if (one_at("not for publication|not to be published|not open|not available|not publicly|not be open|not be available|not been published|not yet", at) > 0)
        return false; /* says that it is */
    for (size_t i = 0; i < DENIED_WITHIN && *at; i++) {
        at = next_word(at);
        if (one_at("because|as|which|since|if|but|interest|disclose|disclosed|unless|until|when", at) > 0)
            return false;
        if (strncmp(at, "exclu", 5) == 0 || one_at("exempt|confidential|private|in private", at) > 0)
            return true;
    }
    return false;
}

bool says_none_private(const char *sentence)
{
    static const char none[] = "no item|no items|no exempt|no confidential|no need|no exclusion|no business|no private|no reports|no matters|no requirement|no reason|no "
                               "part ii|no part 2|no such items|no agenda items|no resolution|unnecessary to";
    bool motion = strcasestr(sentence, "motion") || strcasestr(sentence, "proposal") || strcasestr(sentence, "vote");
    bool lost = motion && (strcasestr(sentence, " lost") || strcasestr(sentence, "defeated") || strcasestr(sentence, " fell"));
    char *folded = text_fold(NULL, sentence);
    bool denies = lost || (strlen(folded) <= NONE_LONGEST && one_at("none|nil|there were none|there are none|not applicable|not required", folded) > 0);
    for (const char *at = folded + strspn(folded, " ()[]"); *at && !denies; at = next_word(at))
        denies = one_at(none, at) > 0 || (one_at("not", at) > 0 && not_denies(at));
    talloc_free(folded);
    return denies;
}
