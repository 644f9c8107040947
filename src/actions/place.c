/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where a follow-up was made: its meeting and item, and the sentence it comes from with the place of
 * that sentence. The quote is kept byte for byte, so that it can be found again in a newer text. */
#include "config.h"

#include "private.h"

#include <string.h>

#define RANK_MINUTES 3 /* draft minutes and minutes (model.h, MODEL_FORMS); below: agenda papers */

/* What a passage's name says about the text it stands for. */
struct passage {
    const char *name;
    bool of_minutes;
    bool (*is_exempt)(const struct item *item);
};
static bool agenda_exempt(const struct item *item)
{
    return item->agenda_exempt;
}
static bool minutes_exempt(const struct item *item)
{
    return item->minutes_exempt;
}
static bool report_exempt(const struct item *item)
{
    return item->report_exempt || item->exempt;
}
static const struct passage passages[] = {
    {"minutes", true, minutes_exempt},
    {"decision", true, minutes_exempt},
    {"agenda", false, agenda_exempt},
    {"report", false, report_exempt},
};

static const struct passage *passage_get(const char *name)
{
    for (size_t i = 0; name && i < MB_LENGTH(passages); i++) {
        if (strcmp(passages[i].name, name) == 0)
            return &passages[i];
    }
    return NULL;
}

/* The source a passage was read in: the latest of the minutes, or the latest of the agenda papers; where
 * the meeting has none of them, its latest. */
static const struct source *source_of(const struct meeting *meeting, const struct passage *passage)
{
    const struct source *best = NULL;
    bool best_fits = false;
    for (size_t i = 0; i < meeting->n_sources; i++) {
        const struct source *source = &meeting->sources[i];
        if (form_is_part(source->form) && meeting->n_sources > 1)
            continue; /* it speaks of one item */
        bool fits = !passage || passage->of_minutes == (form_rank(source->form) >= RANK_MINUTES);
        if (!best || fits > best_fits || (fits == best_fits && form_rank(source->form) > form_rank(best->form))) {
            best = source;
            best_fits = fits;
        }
    }
    return best;
}

/* Does QUOTE stand where the council's page cut the minute off, and lack its final stop? */
static bool is_cut_end(const struct item *item, const char *quote, const char *passage, size_t offset)
{
    if (!item->truncated || strcmp(passage, "minutes") != 0 || !item->minutes_text)
        return false;
    size_t n = strlen(item->minutes_text), len = strlen(quote);
    if (len == 0 || offset > n || len > n - offset || strchr(".!?", quote[len - 1]))
        return false;
    char *rest = mem_strdup(NULL, item->minutes_text + offset + len);
    char *words = text_trim(rest);
    bool end = words[strspn(words, ". \n")] == '\0' || strcmp(words, "\xE2\x80\xA6") == 0;
    talloc_free(rest);
    return end;
}

static void place_quote(struct action *action, const struct item *item, const char *quote, const char *passage,
                        size_t offset)
{
    const struct passage *place = passage_get(passage);
    action->quote = mem_strdup(action, quote);
    action->quote_place = place ? mem_printf(action, "%s:%zu", passage, offset) : NULL;
    action->quote_exempt = item && place && place->is_exempt(item);
    action->quote_truncated = item && place && is_cut_end(item, quote, passage, offset);
}

void action_place(struct action *action, const struct meeting *meeting, const struct item *item, const char *quote,
                  const char *passage, size_t offset)
{
    if (!action->class)
        action->class = mem_strdup(action, "action");
    if (meeting) {
        const struct source *source = source_of(meeting, quote ? passage_get(passage) : NULL);
        action->meeting_id = mem_strdup(action, meeting->id);
        action->committee = mem_strdup(action, meeting->committee);
        action->meeting_date = meeting->date;
        action->source_sha256 = mem_strdup(action, source ? source->sha256 : NULL);
    }
    if (item) {
        action->agenda_number = mem_strdup(action, item->agenda_number);
        action->minute_number = mem_strdup(action, item->minute_number);
        action->item_title = mem_strdup(action, item->title);
    }
    if (quote)
        place_quote(action, item, quote, passage, offset);
}
