/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* That addresses are made only of ids that papers gave, and that the site of one is told from it. */
#include "support/test.h"

#include <minutebook/model.h>

/* Members of the model are not const. */
#define WORDS(text) ((char[]){text})

static const struct meeting known = {
    .site = WORDS("https://meetings.northmere.example/moderngov"),
    .service_id = WORDS("4711"),
    .agenda_service_id = WORDS("4720"),
    .committee_service_id = WORDS("31"),
};

static void an_address_is_made_of_the_ids_of_the_papers(void **state)
{
    (void)state;
    void *local = talloc_new(NULL);
    struct item item = {.service_id = WORDS("90210")};
    assert_string_equal(address_of_meeting(local, &known),
                        "https://meetings.northmere.example/moderngov/ieListDocuments.aspx?CId=31&MId=4711&Ver=4");
    assert_string_equal(address_of_item(local, &known, &item),
                        "https://meetings.northmere.example/moderngov/mgAi.aspx?ID=90210");
    assert_string_equal(address_of_service(local, &known),
                        "https://meetings.northmere.example/moderngov/mgWebService.asmx/GetMeeting?lMeetingId=4711");
    assert_string_equal(address_of_printed(local, &known, PRINTED_MINUTES),
                        "https://meetings.northmere.example/moderngov/documents/g4720/Printed%20minutes.pdf?T=1");
    talloc_free(local);
}

static void a_link_is_made_whole_by_its_site(void **state)
{
    (void)state;
    void *local = talloc_new(NULL);
    assert_string_equal(address_whole(local, known.site, "mgAi.aspx?ID=7"), "https://meetings.northmere.example/moderngov/mgAi.aspx?ID=7");
    assert_string_equal(address_whole(local, known.site, "/mgAi.aspx?at=10:30"), "https://meetings.northmere.example/mgAi.aspx?at=10:30");
    assert_string_equal(address_whole(local, known.site, "HTTP://a.example/x"), "HTTP://a.example/x");
    assert_string_equal(address_whole(local, NULL, "https://a.example"), "https://a.example");
    assert_null(address_whole(local, NULL, "mgAi.aspx?ID=7"));
    assert_null(address_whole(local, known.site, "mailto:clerk@northmere.example"));
    assert_null(address_whole(local, known.site, "javascript:open()"));
    assert_null(address_whole(local, known.site, "//elsewhere.example/x"));
    assert_null(address_whole(local, known.site, "#top"));
    assert_null(address_whole(local, known.site, NULL));
    assert_string_equal(address_of_committee(local, &known), "https://meetings.northmere.example/moderngov/ieListMeetings.aspx?CommitteeId=31");
    talloc_free(local);
}

static void without_its_ids_there_is_no_address(void **state)
{
    (void)state;
    void *local = talloc_new(NULL);
    struct meeting no_site = known, no_id = known, odd = known, no_committee = known;
    struct item item = {0}, hostile = {.service_id = WORDS("1&x=\033[")};
    no_site.site = NULL;
    no_id.service_id = no_id.agenda_service_id = NULL;
    odd.service_id = WORDS("4711#x");
    no_committee.committee_service_id = NULL;
    assert_null(address_of_meeting(local, &no_site));
    assert_null(address_of_meeting(local, &no_id));
    assert_null(address_of_service(local, &odd));
    assert_null(address_of_printed(local, &no_id, PRINTED_PACK));
    assert_null(address_of_item(local, &known, &item));
    assert_null(address_of_item(local, &known, &hostile));
    assert_string_equal(address_of_meeting(local, &no_committee),
                        "https://meetings.northmere.example/moderngov/ieListDocuments.aspx?MId=4711&Ver=4");
    talloc_free(local);
}

static void the_site_is_what_stands_before_the_systems_page(void **state)
{
    (void)state;
    static const struct {
        const char *url, *site;
    } cases[] = {
        {"https://a.example/ieListDocuments.aspx?CId=1&MId=2", "https://a.example"},
        {"HTTP://a.example/modern/MGAI.ASPX?ID=7", "HTTP://a.example/modern"},
        {"https://a.example/documents/s112217/Report.pdf", "https://a.example"},
        {"https://a.example/x/documents/g10230/Pack.pdf?T=10", "https://a.example/x"},
        {"https://a.example/mgWebService.asmx/GetMeeting?lMeetingId=1", "https://a.example"},
        {"https://a.example/documents/report.pdf", NULL},
        {"https://a.example/page?next=/mgAi.aspx", NULL},
        {"https://a.example/mg.aspx", NULL},
        {"https:///mgAi.aspx?ID=7", NULL},
        {"file:///mgAi.aspx", NULL},
        {"mgAi.aspx?ID=7", NULL},
        {"", NULL},
        {NULL, NULL},
    };
    void *local = talloc_new(NULL);
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *site = address_site(local, cases[i].url);
        if (cases[i].site)
            assert_string_equal(site, cases[i].site);
        else
            assert_null(site);
    }
    talloc_free(local);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_is_made_of_the_ids_of_the_papers),
        cmocka_unit_test(a_link_is_made_whole_by_its_site),
        cmocka_unit_test(without_its_ids_there_is_no_address),
        cmocka_unit_test(the_site_is_what_stands_before_the_systems_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
