/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a worker says is outside text again: it may have been taken over by its document. Frames are
 * taken apart here and nothing but whole ones, of a type that may come, in UTF-8, is handed over. */
#include "config.h"

#include "src/box/private.h"

#include <string.h>
#include <unistr.h>

static void take_ready(struct run *run, const char *text, size_t n)
{
    run->ready = true;
    run->result->landlock = memchr(text, READY_LANDLOCK, n) != NULL;
    run->input_cut = memchr(text, READY_INPUT_CUT, n) != NULL;
}

/* Whether a frame of this head may come now. */
static bool may_come(const struct run *run, const struct frame_head *head)
{
    if (head->length > BOX_FRAME_MAX || run->end)
        return false;
    if (!run->ready)
        return head->type == FRAME_READY;
    return head->type <= BOX_TYPE_MAX && (head->type != FRAME_END || head->length == 0);
}

bool frame_keeps_the_rules(uint32_t type, const char *text, size_t n)
{
    return type != FRAME_END && type <= BOX_TYPE_MAX && n <= BOX_FRAME_MAX &&
           u8_check((const uint8_t *)text, n) == NULL;
}

/* TEXT[N] is the next frame's first byte, or the buffer's own NUL: set aside while the frame is handed over. */
static void hand_over(struct run *run, uint32_t type, char *text, size_t n)
{
    const char next = text[n];
    text[n] = '\0';
    run->result->n_frames++;
    run->result->n_bytes += n;
    if (!run->task->frame(run->task->to, type, text, n))
        run_stop(run, BOX_STOPPED);
    text[n] = next;
}

static void take_frame(struct run *run, const struct frame_head *head, char *text)
{
    if (head->type == FRAME_READY)
        take_ready(run, text, head->length);
    else if (head->type == FRAME_END)
        run->end = true;
    else if (frame_keeps_the_rules(head->type, text, head->length))
        hand_over(run, head->type, text, head->length);
    else
        run_stop(run, BOX_GARBLED);
}

void frames_take(struct run *run, const char *bytes, size_t n)
{
    struct buf *buf = &run->gathered;
    struct frame_head head;
    size_t at = 0;
    buf_add(buf, bytes, n); /* fits: a whole frame is never left in it */
    while (!run->stopped && buf->len - at >= sizeof head) {
        memcpy(&head, buf->data + at, sizeof head);
        if (!may_come(run, &head)) {
            run_stop(run, BOX_GARBLED);
            break;
        }
        if (buf->len - at < sizeof head + head.length)
            break;
        take_frame(run, &head, buf->data + at + sizeof head);
        at += sizeof head + head.length;
    }
    if (at == 0)
        return;
    memmove(buf->data, buf->data + at, buf->len - at);
    buf->len -= at;
}
