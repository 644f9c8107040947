/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Addresses of the web in running text. The hosts do not exist. */
#include "support/test.h"

#include <minutebook/text.h>

/* The addresses of TEXT, in order, joined by a blank. */
static char *addresses(const void *parent, const char *text)
{
    struct buf out;
    struct line_span found = {0, 0};
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    buf_puts(&out, "");
    while (text_web_address(text, strlen(text), found.start + found.len, &found)) {
        buf_puts(&out, out.len ? " " : "");
        buf_add(&out, text + found.start, found.len);
    }
    return buf_take(&out);
}
#define CHECK(text, expected) assert_string_equal(addresses(*state, (text)), (expected))

static void addresses_end_before_the_stops_of_the_sentence(void **state)
{
    CHECK("See https://ports.example/plan. Or HTTP://ports.example?", "https://ports.example/plan HTTP://ports.example");
    CHECK("The plan (https://ports.example/plan), the chart <https://ports.example/chart> and "
          "\xE2\x80\x9Chttps://ports.example/q\xE2\x80\x9D",
          "https://ports.example/plan https://ports.example/chart https://ports.example/q");
    CHECK("www.ports.example/help; **https://ports.example/bold** _https://ports.example/a_b_",
          "www.ports.example/help https://ports.example/bold https://ports.example/a_b");
    CHECK("https://ports.example/map_(north)/?a=1&b=%20#c it", "https://ports.example/map_(north)/?a=1&b=%20#c");
    CHECK("https://ports.example/a\thttps://ports.example/b\nhttps://ports.example/c",
          "https://ports.example/a https://ports.example/b https://ports.example/c");
    CHECK("[the plan](https://ports.example/plan)[2]", "https://ports.example/plan");
    CHECK("https://ports.example/caf\xC3\xA9\xE2\x80\xA6", "https://ports.example/caf\xC3\xA9");
}

static void what_is_no_address_is_left_alone(void **state)
{
    CHECK("", "");
    CHECK("http:// https://- www. www.ports www..", "");
    CHECK("clerk@www.ports.example, ftp://www.ports.example, xhttps://ports.example, awww.ports.example", "");
    CHECK("javascript:alert(1) data:text/html,hello file:///etc/passwd mailto:clerk@ports.example", "");
}

static void hostile_bytes_end_an_address(void **state)
{
    CHECK("https://ports.example/a\x1B[31mred", "https://ports.example/a");
    CHECK("https://ports.example/a\xE2\x80\xAE/fdp", "https://ports.example/a");
    CHECK("https://ports.example/a\xE2\x80\x8B" "b", "https://ports.example/a");
    CHECK("https://ports.example/a\xEF\xBF\xBD", "https://ports.example/a");
    CHECK("https://ports.example/\"onclick=x https://ports.example/b`c", "https://ports.example/ https://ports.example/b");
    CHECK("https://ports.example/a\xC3", "https://ports.example/a");
}

/* One of 100 KB is none; the one behind it is. */
static void an_endless_address_is_none(void **state)
{
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    buf_puts(&text, "https://ports.example/");
    for (int i = 0; i < 100000; i++)
        buf_putc(&text, 'a');
    buf_puts(&text, " https://ports.example/b");
    CHECK(text.data, "https://ports.example/b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(addresses_end_before_the_stops_of_the_sentence),
        TEST_CASE(what_is_no_address_is_left_alone),
        TEST_CASE(hostile_bytes_end_an_address),
        TEST_CASE(an_endless_address_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
