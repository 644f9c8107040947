/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a text says its abbreviations stand for. The wordings are ours. */
#include "support/test.h"

#include <minutebook/text_acronyms.h>

#include <string.h>

static void an_abbreviation_is_explained_beside_its_words(void **state)
{
    static const struct {
        const char *text, *told; /* "EHE=Elective Home Education;..." */
    } cases[] = {
        {"The service for Elective Home Education (EHE) had grown.", "EHE=Elective Home Education;"},
        {"Special Educational Needs and Disabilities (SEND)", "SEND=Special Educational Needs and Disabilities;"},
        {"many Looked-After Children (LAC) moved", "LAC=Looked-After Children;"},
        {"The Multi-Agency Safeguarding Hub (MASH) met", "MASH=Multi-Agency Safeguarding Hub;"},
        {"Education, Health and Care Plans (EHCPs) were late", "EHCP=Education, Health and Care Plans;"},
        {"the Department for Levelling Up (DfLU)", "DfLU=Department for Levelling Up;"},
        {"Overview and Scrutiny (O&S)", "O&S=Overview and Scrutiny;"},
        {"a Joint Strategic Needs Assessment (\"JSNA\")", "JSNA=Joint Strategic Needs Assessment;"},
        {"Members asked about the PSPO (Public Spaces Protection Order).", "PSPO=Public Spaces Protection Order;"},
        {"Children's Social Care (CSC) and Adult Social Care (ASC)", "CSC=Children's Social Care;ASC=Adult Social Care;"},
        {"Not in Education, Employment or Training (NEET)", "NEET=Not in Education, Employment or Training;"},
        {"the Board of Trade (BT)", "BT=Board of Trade;"},
        {"in the United Kingdom (UK)", "UK=United Kingdom;"},
        {"the Joint Strategic\nNeeds Assessment (JSNA)", "JSNA=Joint Strategic\nNeeds Assessment;"},
        {"PSPO (Public Spaces\nProtection Order)", "PSPO=Public Spaces\nProtection Order;"},
        {"Harbour Watch (\xE2\x80\x9CHW\xE2\x80\x9D), Quay Watch (\xE2\x80\x98QW\xE2\x80\x99)", "HW=Harbour Watch;QW=Quay Watch;"},
        {"the \xE2\x80\x9CHarbour Watch\xE2\x80\x9D (HW)", "HW=Harbour Watch;"},
        {"a \xE2\x80\x98Quay Watch\xE2\x80\x99 (QW)", "QW=Quay Watch;"},
        {"Multi\xE2\x80\x93""Agency\xC2\xA0Harbour\xE2\x80\x91Watch (MAHW)", "MAHW=Multi\xE2\x80\x93""Agency\xC2\xA0Harbour\xE2\x80\x91Watch;"},
        {"Children\xE2\x80\x99s Social Care (CSC)", "CSC=Children\xE2\x80\x99s Social Care;"},
        {"Members of the Pier Advice Mooring (PAM)", "PAM=Pier Advice Mooring;"},
        /* none */
        {"Councillor Ann Moss (AM)", ""}, {"Mrs Ada Mary Moss (AMM)", ""}, {"Cllr. Ann Moss (AM)", ""}, {"AM (Councillor Ann Moss)", ""},
        {"Home\n\nEducation (HE)", ""},
        {"Councillor J Smith (Con)", ""}, {"paragraph (i) of (2022)", ""}, {"the report (Appendix A)", ""}, {"Ferry Services (FX)", ""},
        {"He spoke. Elective things. Home Education (EHE)", ""}, {"costs (see EHE)", ""}, {"(EHE)", ""}, {"Elective Home Education (EHE", ""},
        {"EHE (the service that visits homes)", ""}, {"A (B)", ""}, {"", ""}, {"()", ""}, {"((((((((", ""},
        {"Harbour (HAR)", ""},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const char *text = cases[i].text;
        struct buf told;
        struct acronym found;
        buf_init(&told, *state, BUF_MAX_DOCUMENT);
        buf_puts(&told, "");
        for (size_t at = 0; text_acronym(text, strlen(text), at, &found);) {
            buf_printf(&told, "%.*s=%.*s;", (int)found.brief_n, text + found.brief, (int)found.words_n, text + found.words);
            size_t brief = found.brief + found.brief_n, words = found.words + found.words_n;
            at = brief > words ? brief : words;
        }
        assert_string_equal(told.data, cases[i].told);
    }
}

/* Whatever stands in brackets, and however much: every answer lies in the text, and the search for it ends. */
static void any_text_is_gone_through_once(void **state)
{
    enum { BYTES = 200000 };
    static const char *const pieces[] = {"Ash ", "Birch", "of ", "(AB)", "AB (", "(", ")", " ", "B&A ", "\xC3\xA9", "\n", ".", "s", "-", "'", "\"", "(As)", "\xC3"};
    struct buf made;
    buf_init(&made, *state, BYTES + 100);
    for (uint32_t chance = 2031; made.len < BYTES;) {
        chance = chance * 1664525 + 1013904223; /* Numerical Recipes, second edition, 7.1 */
        buf_puts(&made, pieces[(chance >> 16) % MB_LENGTH(pieces)]);
    }
    char *text = made.data;
    struct acronym found;
    size_t n = 0;
    for (size_t at = 0; text_acronym(text, BYTES, at, &found); n++) {
        size_t brief = found.brief + found.brief_n, words = found.words + found.words_n, end = brief > words ? brief : words;
        assert_true(found.brief >= at && found.words >= at && end > at && end <= BYTES);
        at = end;
    }
    assert_true(n > 0);
    memset(text, '(', BYTES);
    assert_false(text_acronym(text, BYTES, 0, &found));
    memset(text, 'A', BYTES);
    assert_false(text_acronym(text, BYTES, 0, &found));
}

static void what_is_written_as_one_is_known(void **state)
{
    (void)state;
    static const char *const are[] = {"EHE", "SEND", "EHCPs", "O&S", "DfE", "UK"}, *const are_not[] = {"A", "Con", "ferry", "2022", "COVID-19", "ABCDEFGHIJ", "", "O&"};
    for (size_t i = 0; i < MB_LENGTH(are); i++)
        assert_true(text_is_acronym(are[i], strlen(are[i])));
    for (size_t i = 0; i < MB_LENGTH(are_not); i++)
        assert_false(text_is_acronym(are_not[i], strlen(are_not[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(an_abbreviation_is_explained_beside_its_words),
        TEST_CASE(any_text_is_gone_through_once),
        TEST_CASE(what_is_written_as_one_is_known),
    };
    return cmocka_run_group_tests_name("text: acronyms", tests, NULL, NULL);
}
