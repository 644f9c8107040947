/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a sweep makes of minutes: what it finds, whose, and above all what it leaves alone. Each trap that costs
 * precision is a test. The council, its posts and its business do not exist. */
#include "support/growth.h"

#include <minutebook/actions.h>

#include <locale.h>

static struct meeting *meeting_of(void **state, const char *minutes, const char *decision)
{
    struct meeting *meeting = mem_new(*state, struct meeting);
    meeting->id = mem_strdup(meeting, "fords-2024-05-14");
    meeting->committee = mem_strdup(meeting, "Fords and Ferries Scrutiny Panel");
    meeting->date = (struct date){2024, 5, 14};
    struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
    item->position = 1;
    item->minute_number = mem_strdup(meeting, "41");
    item->title = mem_strdup(meeting, "The State of the Fords");
    item->minutes_text = mem_strdup(meeting, minutes);
    item->decision_text = mem_strdup(meeting, decision);
    return meeting;
}

static struct swept sweep(void **state, const struct meeting *meeting)
{
    static struct rules *rules; /* one for all cases: made once, never changed */
    struct err err = {0};
    struct swept swept;
    if (!rules && rules_load(NULL, NULL, &rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    if (sweep_meeting(*state, rules, meeting, &swept, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return swept;
}

static struct swept sweep_text(void **state, const char *minutes)
{
    return sweep(state, meeting_of(state, minutes, NULL));
}

static size_t count_tracked(const struct swept *swept)
{
    size_t n = 0;
    for (size_t i = 0; i < swept->n_candidates; i++)
        n += !swept->candidates[i]->untracked;
    return n;
}

/* MINUTES hold N follow-ups that can be tracked. */
static void check(void **state, const char *minutes, size_t n)
{
    struct swept swept = sweep_text(state, minutes);
    size_t found = count_tracked(&swept);
    if (found == n)
        return;
    for (size_t i = 0; i < swept.n_candidates; i++)
        print_error("  %s: \"%s\"\n", swept.candidates[i]->rule, swept.candidates[i]->quote);
    fail_msg("%zu instead of %zu in \"%s\"", found, n, minutes);
}

#define NONE_IN(state, ...)                                                                                            \
    do {                                                                                                               \
        static const char *const texts[] = {__VA_ARGS__};                                                              \
        for (size_t which = 0; which < MB_LENGTH(texts); which++)                                                      \
            check((state), texts[which], 0);                                                                           \
    } while (0)

/* The one follow-up in MINUTES that can be tracked. */
static const struct action *only(void **state, const char *minutes)
{
    struct swept swept = sweep_text(state, minutes);
    check(state, minutes, 1);
    for (size_t i = 0; i < swept.n_candidates; i++) {
        if (!swept.candidates[i]->untracked)
            return swept.candidates[i];
    }
    return NULL;
}

static void assert_same(const char *found, const char *expected)
{
    if (!expected)
        assert_null(found);
    else if (!found)
        fail_msg("nothing instead of \"%s\"", expected);
    else
        assert_string_equal(found, expected);
}

/* ---- what is found ------------------------------------------------------------------------------------ */

static void a_promise_comes_out_verbatim_with_its_place(void **state)
{
    static const char text[] = "The Panel heard of the ford.\n\nIt was agreed that the\xC2\xA0 Chairman would write to the "
                               "Cabinet Member for Fords by the end of June.\n\nThanks were given.";
    struct swept swept = sweep_text(state, text);
    assert_int_equal(swept.n_candidates, 1);
    const struct action *action = swept.candidates[0];
    assert_int_equal(action->state, ACTION_TO_CHECK);
    assert_string_equal(action->class, "action");
    assert_string_equal(action->kind, "letter");
    assert_same(action->owner, "the Chairman");
    assert_same(action->recipient, "the Cabinet Member for Fords");
    assert_same(action->due_text, "by the end of June");
    assert_string_equal(action->quote_place, "minutes:30");
    assert_memory_equal(action->quote, text + 30, strlen(action->quote));
    assert_int_equal(text[30 + strlen(action->quote)], '\n');
    assert_int_equal(action->item_position, 1);
    assert_string_equal(action->minute_number, "41");
    assert_string_equal(action->meeting_id, "fords-2024-05-14");
    assert_null(action->reference);
    assert_false(action->quote_truncated);
    assert_int_equal(strlen(action->candidate_id), 12);
    assert_string_equal(action->id, action->candidate_id);
}

static void requests_for_information_are_found(void **state)
{
    static const char *const texts[] = {
        "A Member requested further details of the toll.",
        "The toll was high and further figures were requested on its use.",
        "Members asked for a list of the fords in each parish.",
        "Councillor Reed requested that the takings be shown by month.",
        "The Panel requested a quarterly update on the ferry.",
        "The Head of Fords did not have the figure to hand but would send it to Members.",
        "Future reports to include the depth of each ford.",
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        assert_string_equal(only(state, texts[i])->class, "information_request");
}

static void undertakings_name_who_gave_them(void **state)
{
    assert_same(only(state, "The Head of Fords agreed to send the map to Members.")->owner, "the Head of Fords");
    assert_same(only(state, "The Service Director, Ferries and Fords undertook to raise this with the crew.")->owner, "the Service Director, Ferries and Fords");
    assert_same(only(state, "Mrs Ada Moss said that she would look into the toll and report back.")->owner, "Mrs Ada Moss");
    assert_same(only(state, "The Panel requested that the Ferry Officer provide the timetable.")->owner, "the Ferry Officer");
    assert_same(only(state, "All Members would be sent a briefing note from the Head of Fords.")->owner, "the Head of Fords");
}

static void a_post_at_the_beginning_of_a_sentence_has_a_small_article(void **state)
{
    assert_same(only(state, "The Head of Fords agreed to send the map to Members.")->owner, "the Head of Fords");
    assert_same(only(state, "An Officer of the Ferry Service agreed to send the map to Members.")->owner, "an Officer of the Ferry Service");
    assert_same(only(state, "Theodora Moss (Head of Fords) agreed to send the map to Members.")->owner, "Theodora Moss (Head of Fords)");
}

static void a_bare_verb_of_doing_behind_a_post_is_owed(void **state)
{
    static const char *const deeds[] = {"rehearse the drill in the spring", "paint the bell before May", "train two more wardens", "walk each ford with the crew",
                                        "look again at the toll", "sound out the boatmen", "redraw the map", "weigh the evidence of the crew"};
    for (size_t i = 0; i < MB_LENGTH(deeds); i++) {
        char *text = mem_printf(*state, "RESOLVED: That\n\n(a) the report be noted; and\n\n(b) the Head of Fords %s.", deeds[i]);
        assert_same(only(state, text)->owner, "the Head of Fords");
    }
    NONE_IN(state, "RESOLVED: That the Head of Fords report to the Mayor be noted.", "RESOLVED: That the Director of Ferries be thanked.",
            "RESOLVED: That the Chair note the toll.", "RESOLVED: That the Head of Fords role in the survey be noted.");
}

static void the_number_of_a_paragraph_is_no_part_of_its_first_sentence(void **state)
{
    const struct action *action = only(state, "52.5 The Head of Fords would look into the gauge and come back to Members.");
    assert_same(action->quote, "The Head of Fords would look into the gauge and come back to Members.");
    action = only(state, "Members heard that\n3.5 Million had been spent.\n\nThe Head of Fords would look into this and come back to Members.");
    assert_same(action->owner, "the Head of Fords");
}

static void a_headline_says_what_it_is_about(void **state)
{
    assert_same(only(state, "The Head of Fords did not know and would find out.")->subject, "The Head of Fords did not know and would find out");
    assert_same(only(state, "Members asked for them by the next meeting.")->subject, "Members asked for them by the next meeting");
    assert_same(only(state, "The Ferry Officer said that he would check it.")->subject, "The Ferry Officer said that he would check it");
    assert_same(only(state, "It was agreed that this would be circulated.")->subject, "this would be circulated");
    assert_same(only(state, "Members requested the depth of each ford in the county.")->subject, "the depth of each ford in the county");
}

static void the_next_meeting_is_when_and_nobody(void **state)
{
    static const char *const texts[] = {
        "RESOLVED: That the Head of Fords report on the drill planned for 18 October 2025 to the next meeting.",
        "The Head of Fords would bring the map to the next meeting.",
        "It was agreed that the Chair would report to the next meeting.",
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++) {
        const struct action *action = only(state, texts[i]);
        assert_same(action->due_text, "next meeting");
        assert_same(action->recipient, NULL);
    }
}

static void an_owner_is_never_guessed(void **state)
{
    assert_same(only(state, "They agreed that these would be shared with the Panel.")->owner, NULL);
    assert_same(only(state, "Where needed they would provide answers following the meeting.")->owner, NULL);
    assert_same(only(state, "The Head of Fords spoke first. It was agreed that this would be investigated.")->owner, NULL);
    assert_same(only(state, "The Committee agreed to write to the crew.")->owner, NULL);
    assert_same(only(state, "It was moved by Councillor Reed, seconded by Councillor Moss and RESOLVED that a map be circulated to Members.")->owner, NULL);
    assert_same(only(state, "Councillor Reed requested a map of the fords.")->owner, NULL);
}

static void recommendations_name_to_whom(void **state)
{
    const struct action *action = only(state, "RECOMMENDED TO CABINET: That the ford be reopened.");
    assert_string_equal(action->class, "recommendation");
    assert_same(action->recipient, "CABINET");
    struct swept swept = sweep_text(state, "RESOLVED - That it be recommended to the Harbour Committee that (a) the ford be reopened; and (b) the toll be halved.");
    assert_int_equal(count_tracked(&swept), 2);
    assert_string_equal(swept.candidates[1]->class, "recommendation");
    assert_same(swept.candidates[1]->recipient, "the Harbour Committee");
    assert_string_equal(swept.candidates[1]->quote, "the toll be halved.");
}

static void changes_of_the_work_programme_bear_their_meeting(void **state)
{
    const struct action *action = only(state, "It was agreed that ferries would be added to the work programme for July 2024.");
    assert_string_equal(action->class, "work_programme_change");
    assert_same(action->due_text, "July 2024");
    assert_int_equal(action->due.from.month, 7);
    assert_same(only(state, "The item on ferries was being moved to the July meeting instead of June.")->due_text, "July meeting");
}

static void due_words_are_kept_as_written(void **state)
{
    assert_same(only(state, "RESOLVED: That a further report be brought to the Panel in six months' time.")->due_text, "in six months' time");
    assert_same(only(state, "A written response would be sent to Members within ten working days.")->due_text, "within ten working days");
    assert_same(only(state, "The Head of Fords agreed to send the map in due course.")->due_text, "in due course");
    assert_same(only(state, "The Head of Fords agreed to send the map.")->due_text, NULL);
}

static void when_something_happens_may_be_what_is_asked(void **state)
{
    assert_same(only(state, "Further information was requested on the ferry, including when the slip might be open again and who was paying.")->due_text, NULL);
    assert_same(only(state, "Members requested details of when the slip would be open again.")->due_text, NULL);
    assert_same(only(state, "The Head of Fords agreed to clarify when the slip would be open.")->due_text, NULL);
    assert_same(only(state, "The Head of Fords agreed to send Members the map when the slip was open.")->due_text, "when the slip was open");
}

/* ---- lists -------------------------------------------------------------------------------------------- */

static void each_limb_is_judged_by_its_own_verb(void **state)
{
    static const char *const texts[] = {
        "RESOLVED: That the Committee:- (a) notes the report; (b) thanks the crew; and (c) requests the Head of Fords to provide a map.",
        "RESOLVED:\n\n(1) That the report be noted; and\n\n(2) That the Head of Fords be requested to provide a map.",
        "Resolved that the Committee:\nA Considered the report; and\nB Requested that the Head of Fords provide a map.",
        "it was\n\nRESOLVED\n\nThat:\n\n1. the report be noted; and\n2. the Head of Fords provide a map.",
        "52.8 RESOLVED \xE2\x80\x93\n\n(a) to note the report;\n\n(b) to ask the Head of Fords to provide a map.",
        "RESOLVED \xE2\x80\x93 1. To note the report.\n\n2. To ask the Head of Fords to provide a map.",
        "The Panel:\n\n\xE2\x80\xA2 NOTED the report; and\n\xE2\x80\xA2 REQUESTED that the Head of Fords provide a map.",
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++) {
        const struct action *action = only(state, texts[i]);
        assert_same(action->owner, "the Head of Fords");
        assert_non_null(strstr(action->quote, "map"));
        assert_null(strstr(action->quote, "noted"));
    }
}

static void a_resolution_that_only_notes_is_for_the_record(void **state)
{
    struct swept swept = sweep_text(state, "RESOLVED: That the report be noted.");
    assert_int_equal(swept.n_candidates, 1);
    assert_true(swept.candidates[0]->untracked);
    assert_string_equal(swept.candidates[0]->class, "resolution");
}

static void a_list_of_actions_is_one_follow_up_an_entry(void **state)
{
    check(state, "ACTIONS:\n\n- Head of Fords to send the map to Members\n- The Chair to write to the crew", 2);
    check(state, "Actions/further information to be provided:\n\n1. Ada Moss to provide the takings of each ford.\n2. Ferry Officer to confirm the number of crossings.", 2);
    check(state, "The Committee asked for the following:\n\n\xC2\xB7 the number of crossings in each month\n\xC2\xB7 a map of the fords", 2);
    check(state, "Action\tOwner\tDue\nSend the map of the fords to all Members\tHead of Fords\t31 May\nWrite to the crew about the bell\tChair\tJune", 2);
    check(state, "Ref | Action | Lead | Status\n1 | Send the map of the fords | Chair | Open\n2 | Write to the crew about the bell | Chair | Completed", 1);
}

static void a_tag_names_the_owner_of_the_sentence_above(void **state)
{
    const struct action *action = only(state, "The Panel wished to see the depth of each ford.\n\nACTION: Councillor Moss");
    assert_string_equal(action->quote, "The Panel wished to see the depth of each ford.");
    assert_same(action->owner, "Councillor Moss");
    assert_same(only(state, "A map would be sent to Members (Action: Head of Fords).")->owner, "Head of Fords");
    struct swept swept = sweep_text(state, "RESOLVED -\n\n(1) That the report be noted.\n\n(2) That a map be sent to Members.\n\n(3) That the crew be asked to mend the bell.\n\nACTION: Head of Fords");
    assert_int_equal(count_tracked(&swept), 2);
    for (size_t i = 0; i < swept.n_candidates; i++)
        assert_same(swept.candidates[i]->owner, swept.candidates[i]->untracked ? NULL : "Head of Fords");
    check(state, "No interests were declared.\n\nACTION: City Solicitor", 0);
}

static void assent_takes_its_matter_from_the_sentence_before(void **state)
{
    const struct action *action = only(state, "Fords were discussed. The Chair suggested that a survey could be shown in July. This was agreed.");
    assert_string_equal(action->quote, "The Chair suggested that a survey could be shown in July. This was agreed.");
}

/* ---- traps ---------------------------------------------------------------------------------------------- */

static void agenda_text_is_not_swept(void **state)
{
    struct meeting *meeting = meeting_of(state, NULL, NULL);
    meeting->items[0].agenda_text = mem_strdup(meeting, "It was agreed that the Chair would write to the crew.");
    assert_int_equal(sweep(state, meeting).n_candidates, 0);
    NONE_IN(state, "To receive the report of the Head of Fords.", "The Chairman to move that the public be excluded.",
            "Members of the public should notify the Clerk in writing no later than 9.00am.");
}

static void history_is_no_follow_up(void **state)
{
    NONE_IN(state, "The Panel had requested a map of the fords.", "The Harbour Board agreed on 29 June that the toll should be raised.",
            "At its last meeting, the Panel asked for a map.", "Following a request at a previous meeting, the takings were now shown by month.",
            "It was agreed by the Harbour Board that the decision should be accepted.", "As requested, the Head of Fords provided a map.");
}

static void questions_answered_on_the_spot_are_none(void **state)
{
    NONE_IN(state, "A Member asked whether the ford was safe.", "Members asked how deep the ford was.",
            "In response to a question about the toll, Members were told it would rise.",
            "Members asked for more details of the toll. The Head of Fords explained that it was set each May.",
            "The Committee asked the following:\n\nQ: How deep is the ford?\nA: It was two feet deep.");
}

static void promises_of_third_parties_are_none(void **state)
{
    NONE_IN(state, "The contractor agreed to mend the bell by May.", "The Government has committed to publish guidance.",
            "The Trust would provide care in three towns.", "The ferry company would report any spill.");
    check(state, "The Trust agreed to provide the Panel with its figures.", 1);
}

static void plans_and_forecasts_are_none(void **state)
{
    NONE_IN(state, "The scheme would operate as a pilot.", "The works were expected to be completed by the end of March.",
            "The Head of Fords said the new ferry would open in May.", "The strategy would be presented to Cabinet in July.",
            "The Head of Fords explained that the crew would work with schools.");
}

static void nouns_are_none(void **state)
{
    NONE_IN(state, "The Improvement Action Plan was presented.", "Action for Ferries ran the kiosk.",
            "The recommendations of the inspectors were set out.", "The request for support was considered.");
}

static void duties_in_law_and_rules_are_none(void **state)
{
    NONE_IN(state, "The Council must respond within 28 days to any request.", "The Act required the Council to write to each owner.",
            "Any member of the public wishing to speak should notify the Clerk.");
}

static void what_a_report_recommends_is_none(void **state)
{
    NONE_IN(state, "The Panel is asked to note the report.", "The report recommended that the ford be closed.",
            "The auditors recommended that the register be updated.");
}

static void motions_lost_and_options_are_none(void **state)
{
    NONE_IN(state, "It was moved by Councillor Reed and seconded by Councillor Moss that the Clerk be asked to write. On being put to the vote the motion was lost.",
            "The options open to the Panel were:\n\n(a) to refer the decision back to Cabinet; or\n(b) to take no further action.");
}

static void closed_actions_are_none(void **state)
{
    NONE_IN(state, "Action No. 46(a) - completed.", "Members agreed that action 4 could now be closed.",
            "Actions from previous minutes:\n\n1. The Chair to write to the crew - done.\n2. The Clerk to send the map - done.");
}

static void what_deputations_ask_is_none(void **state)
{
    NONE_IN(state, "The petitioner asked the Panel to write to the crew.", "Residents requested a new ford.",
            "A representative of the boatmen asked the Panel to support the appeal.");
}

static void reasons_are_none(void **state)
{
    NONE_IN(state, "REASON FOR DECISION: To enable the Committee to request further information.");
}

static void the_same_decision_twice_is_one(void **state)
{
    check(state, "It was agreed that the Chair would write to the crew about the broken bell.\n\nRESOLVED: That the Chair write to the crew about the broken bell.", 1);
    struct swept swept = sweep(state, meeting_of(state, "RESOLVED: That the Clerk be asked to circulate a map of all fords.",
                                                 "That the Clerk be asked to circulate a map of all fords."));
    assert_int_equal(count_tracked(&swept), 1);
}

static void bare_lead_ins_are_none(void **state)
{
    NONE_IN(state, "RESOLVED:", "ACTIONS:", "ACTIONS:\n\nNone.", "Decision");
}

static void cut_text_is_kept_flagged_and_never_completed(void **state)
{
    struct meeting *meeting = meeting_of(state, "Fords were discussed.\n\nIt was agreed that the Chairman would write to the Cab", NULL);
    meeting->items[0].truncated = true;
    struct swept swept = sweep(state, meeting);
    assert_int_equal(swept.n_candidates, 1);
    assert_string_equal(swept.candidates[0]->quote, "It was agreed that the Chairman would write to the Cab");
    assert_true(swept.candidates[0]->quote_truncated);
}

static void humour_thanks_and_reminders_are_none(void **state)
{
    NONE_IN(state, "Mr Moss joked that he would write to the tooth fairy.", "Members asked for thanks to be passed on to the crew.",
            "Members were reminded to complete the training.", "Members were encouraged to visit the ford.");
}

/* ---- other bodies ---------------------------------------------------------------------------------------- */

static void another_committee_does_not_ask_for_this_one(void **state)
{
    check(state, "The Parks and Piers Committee requested a map.", 0);
    check(state, "The Fords and Ferries Scrutiny Panel requested a map.", 1);
    check(state, "The FFSP requested a map.", 1);
}

static void welsh_minutes_are_read_too(void **state)
{
    check(state, "CYTUNWYD y byddai'r Cadeirydd yn ysgrifennu at y criw.", 1);
    check(state, "PENDERFYNWYD: nodi'r adroddiad.", 0);
}

/* ---- meetings named by their day ------------------------------------------------------------------------- */

static void meetings_of_this_committee_are_cited(void **state)
{
    struct meeting *meeting = meeting_of(state, "The Minutes of the Meeting held on 20 March 2024 were agreed. The Panel's meeting on 14 May 2024 was long.", NULL);
    meeting->items[0].agenda_text =
        mem_strdup(meeting, "Agendas and Minutes of the Fords and Ferries Scrutiny Panel on 8 August 2018, 6 March and 13 November 2019\n\n"
                            "Agenda and minutes of Council on 8 November 2018\n\nAgenda and Minutes of the Harbour Board on 26 September 2018");
    struct swept swept = sweep(state, meeting);
    static const struct date expected[] = {{2018, 8, 8}, {2019, 3, 6}, {2019, 11, 13}, {2024, 3, 20}};
    assert_int_equal(swept.n_cited, MB_LENGTH(expected));
    for (size_t i = 0; i < MB_LENGTH(expected); i++)
        assert_int_equal(date_compare(swept.cited[i].date, expected[i]), 0);
    assert_int_equal(swept.cited[3].item_position, 1);
    assert_string_equal(swept.cited[3].quote, "The Minutes of the Meeting held on 20 March 2024 were agreed.");
}

static void a_day_of_another_body_is_not_cited(void **state)
{
    static const char *const texts[] = {
        "Comments would go to the crew at the meeting and to the Harbour Performance Board at its meeting on 16 November 2022.",
        "Cabinet had agreed the toll at its meeting on 3 May 2022.",
        "The FAB considered this at its meeting on 3 May 2022.",
        "The Harbour Board had confirmed the minutes of the meeting held on 3 May 2022.",
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        assert_int_equal(sweep_text(state, texts[i]).n_cited, 0);
    assert_int_equal(sweep_text(state, "The Panel had asked for this at its meeting on 3 May 2022.").n_cited, 1);
    assert_int_equal(sweep_text(state, "Cabinet had agreed; the Panel had asked for this at its meeting on 3 May 2022.").n_cited, 1);
    assert_int_equal(sweep_text(state, "The Cabinet Member was asked for this at the Panel's meeting on 3 May 2022.").n_cited, 1);
}

/* ---- the same again, and hostile texts --------------------------------------------------------------------- */

static void ids_stay_and_repeats_are_counted(void **state)
{
    static const char text[] = "Members requested a map.\n\nThe lift was mended.\n\nMembers requested a list of the tolls.";
    struct swept once = sweep_text(state, text), again = sweep_text(state, text);
    assert_int_equal(once.n_candidates, 2);
    assert_string_equal(once.candidates[0]->candidate_id, again.candidates[0]->candidate_id);
    assert_string_not_equal(once.candidates[0]->candidate_id, once.candidates[1]->candidate_id);
    struct meeting *meeting = meeting_of(state, text, NULL);
    meeting->id = mem_strdup(meeting, "fords-2024-06-01");
    assert_string_not_equal(sweep(state, meeting).candidates[0]->candidate_id, once.candidates[0]->candidate_id);
}

static void every_quote_is_in_its_text_whatever_is_cut_or_broken(void **state)
{
    static const char text[] = "RESOLVED: That the Committee:- (a) notes the report; (b) requests the Head of F\xC3\xB6rds to provide a map.\n\n"
                               "\xC2\xB7\xC2\xA0 A Member requested a \xE2\x80\x9Clist\xE2\x80\x9D of tolls.\n\nACTION: Head of F\xC3\xB6rds\n\nAction\tOwner\nSend the map to all\tChair";
    for (size_t cut = 0; cut < sizeof text; cut += TEST_STRIDE(5)) {
        char *part = mem_strndup(*state, text, cut);
        if (!text_is_utf8(part, cut))
            continue;
        struct swept swept = sweep_text(state, part);
        for (size_t i = 0; i < swept.n_candidates; i++) {
            const struct action *action = swept.candidates[i];
            size_t offset = strtoul(strchr(action->quote_place, ':') + 1, NULL, 10);
            assert_true(offset + strlen(action->quote) <= cut);
            assert_memory_equal(part + offset, action->quote, strlen(action->quote));
        }
    }
}

static void bytes_that_are_no_text_are_left_alone(void **state)
{
    assert_int_equal(sweep_text(state, "It was agreed that the Chair would write \xFF\xFE to the crew.").n_candidates, 0);
    assert_int_equal(sweep_text(state, "").n_candidates, 0);
}

static void hostile_texts_take_no_longer_than_their_length(void **state)
{
    static const char *const bits[] = {"a", "The Director of ", "would be provided to members and ", "(a) (b) (", "\xC2\xB7 ", "Members asked ", "Head, ",
                                       "RESOLVED: That ", "A. ", "Action\tOwner\n", "|", "Aa ", "RESOLVED:\n", "minutes of the meeting held on 3 May 2021 and ",
                                       "It was agreed that the Chair would write to the crew. "};
    size_t size = (size_t)1 << 20;
    for (size_t i = 0; i < MB_LENGTH(bits); i += TEST_STRIDE(5)) {
        struct buf text;
        buf_init(&text, *state, size);
        while (text.len + strlen(bits[i]) < size)
            buf_puts(&text, bits[i]);
        struct swept swept = sweep_text(state, text.data);
        assert_true(swept.n_candidates <= 2100); /* and so is what comes of them bounded */
        buf_release(&text);
    }
}

/* A sweep of so many times the sentence in one paragraph. */
static void sweep_paragraph(const void *context, void *sentence, size_t times)
{
    struct buf text;
    void *state = talloc_named_const(context, 0, "state");
    buf_init(&text, context, (size_t)1 << 24);
    for (size_t i = 0; i < times; i++)
        buf_puts(&text, sentence);
    (void)sweep(&state, meeting_of(&state, text.data, NULL));
}

static void check_length(void **state, const char *sentence)
{
    char *words = mem_strdup(*state, sentence);
    sweep_paragraph(*state, words, 10); /* patterns are made when they are first needed */
    test_cost_grows_with(sweep_paragraph, words, 8000 / (size_t)TEST_STRIDE(2));
}

static void a_long_paragraph_takes_no_longer_than_its_length(void **state)
{
    static const char *const sentences[] = {
        "Councillor Pell asked why the lamp was out. ",
        "Mrs Pell asked that the lamp be mended, and it was not. ",
        "Action 9 was that the Clerk wrote to all crews. ",
        "No objection was raised. ACTION: Clerk\nAll crews were well. ACTION: Clerk ",
        "RESOLVED that (a) the lamp be lit; and (b) the Clerk write to the crews.\nACTION: Clerk\n",
    };
    for (size_t i = 0; i < MB_LENGTH(sentences); i++)
        check_length(state, sentences[i]);
}

static void sentences_in_parts_take_no_longer_than_their_length(void **state)
{
    check_length(state, "The lamp was lit at dusk; the crews were ashore. ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_promise_comes_out_verbatim_with_its_place),
        TEST_CASE(requests_for_information_are_found),
        TEST_CASE(undertakings_name_who_gave_them),
        TEST_CASE(a_post_at_the_beginning_of_a_sentence_has_a_small_article),
        TEST_CASE(a_bare_verb_of_doing_behind_a_post_is_owed),
        TEST_CASE(the_number_of_a_paragraph_is_no_part_of_its_first_sentence),
        TEST_CASE(a_headline_says_what_it_is_about),
        TEST_CASE(the_next_meeting_is_when_and_nobody),
        TEST_CASE(an_owner_is_never_guessed),
        TEST_CASE(recommendations_name_to_whom),
        TEST_CASE(changes_of_the_work_programme_bear_their_meeting),
        TEST_CASE(due_words_are_kept_as_written),
        TEST_CASE(when_something_happens_may_be_what_is_asked),
        TEST_CASE(each_limb_is_judged_by_its_own_verb),
        TEST_CASE(a_resolution_that_only_notes_is_for_the_record),
        TEST_CASE(a_list_of_actions_is_one_follow_up_an_entry),
        TEST_CASE(a_tag_names_the_owner_of_the_sentence_above),
        TEST_CASE(assent_takes_its_matter_from_the_sentence_before),
        TEST_CASE(agenda_text_is_not_swept),
        TEST_CASE(history_is_no_follow_up),
        TEST_CASE(questions_answered_on_the_spot_are_none),
        TEST_CASE(promises_of_third_parties_are_none),
        TEST_CASE(plans_and_forecasts_are_none),
        TEST_CASE(nouns_are_none),
        TEST_CASE(duties_in_law_and_rules_are_none),
        TEST_CASE(what_a_report_recommends_is_none),
        TEST_CASE(motions_lost_and_options_are_none),
        TEST_CASE(closed_actions_are_none),
        TEST_CASE(what_deputations_ask_is_none),
        TEST_CASE(reasons_are_none),
        TEST_CASE(the_same_decision_twice_is_one),
        TEST_CASE(bare_lead_ins_are_none),
        TEST_CASE(cut_text_is_kept_flagged_and_never_completed),
        TEST_CASE(humour_thanks_and_reminders_are_none),
        TEST_CASE(another_committee_does_not_ask_for_this_one),
        TEST_CASE(welsh_minutes_are_read_too),
        TEST_CASE(meetings_of_this_committee_are_cited),
        TEST_CASE(a_day_of_another_body_is_not_cited),
        TEST_CASE(ids_stay_and_repeats_are_counted),
        TEST_CASE(every_quote_is_in_its_text_whatever_is_cut_or_broken),
        TEST_CASE(bytes_that_are_no_text_are_left_alone),
        TEST_CASE(hostile_texts_take_no_longer_than_their_length),
        TEST_CASE(a_long_paragraph_takes_no_longer_than_its_length),
        TEST_CASE(sentences_in_parts_take_no_longer_than_their_length),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
