/* Pushes the samples that the host sends through a model's streaming API, and says the events and what
 * pushes took. */
#include "bench_stream_model.h"
#include "board.h"
#include "text.h"

/* As the host writes them, little-endian. */
typedef struct {
    uint32_t time;
    int16_t counts[BENCH_CHANNELS];
} bench_sample;

enum { RECORD_BYTES = 4 + 2 * BENCH_CHANNELS, RECORDS = 64 };

static bench_context context;
static uint8_t records[RECORDS * RECORD_BYTES];

static void say(const char *word, uint32_t value) {
    board_write(word);
    text_number(value);
    board_write("\n");
}

static void say_event(const bench_event *event) {
    board_write("event");
    text_number(event->at);
    text_number((uint32_t)(int32_t)event->label);
    text_number(event->begin);
    text_number((uint32_t)(int32_t)event->previous);
    text_number(event->previous_begin);
    board_write("\n");
}

static uint32_t word(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static void unpack(const uint8_t *record, bench_sample *sample) {
    sample->time = word(record);
    for (int c = 0; c < BENCH_CHANNELS; c++) {
        const uint8_t *const count = record + 4 + 2 * c;
        sample->counts[c] = (int16_t)((uint32_t)count[0] | (uint32_t)count[1] << 8);
    }
}

static uint32_t larger(uint32_t a, uint32_t b) {
    return a > b ? a : b;
}

/* Ticks of pushes that ran the model, and of the others. */
static uint32_t windows;
static uint64_t window_ticks;
static uint32_t longest_window;
static uint32_t longest_push;

/* A window takes stride samples out of the fill; a gap all of them. */
static uint32_t windows_since(const mote_stream_state *before) {
    const uint32_t made = context.state.position - before->position;
    return context.state.gaps != before->gaps
            ? 0
            : ((uint32_t)before->fill + made - (uint32_t)context.state.fill) / BENCH_STRIDE;
}

static void push(const bench_sample *sample) {
    bench_event events[BENCH_EVENTS];
    const mote_stream_state before = context.state;
    const uint32_t start = board_count();
    const int32_t count = bench_push_at(&context, sample->time, sample->counts, events);
    const uint32_t ticks = board_count() - start;
    if (count < 0) {
        say("error", (uint32_t)-count);
        board_exit(1);
    }
    const uint32_t ran = windows_since(&before);
    if (ran > 0) {
        windows += ran;
        window_ticks += ticks;
        longest_window = larger(longest_window, ticks);
    } else {
        longest_push = larger(longest_push, ticks);
    }
    for (int32_t i = 0; i < count; i++) {
        say_event(&events[i]);
    }
}

int main(void) {
    board_start();
    const uint32_t first = board_count();
    const uint32_t second = board_count();
    say("overhead", second - first);
    if (bench_start(&context) != 0) {
        say("error", 1);
        board_exit(1);
    }
    say("context", sizeof context);
    uint32_t samples = 0;
    size_t bytes;
    while ((bytes = board_read(records, sizeof records)) >= RECORD_BYTES) {
        for (size_t at = 0; at + RECORD_BYTES <= bytes; at += RECORD_BYTES, samples++) {
            bench_sample sample;
            unpack(records + at, &sample);
            push(&sample);
        }
    }
    bench_event last;
    if (bench_flush(&context, &last) == 1) {
        say_event(&last);
    }
    say("samples", samples);
    say("windows", windows);
    say("window", windows > 0 ? (uint32_t)(window_ticks / windows) : 0);
    say("longest_window", longest_window);
    say("longest_push", longest_push);
    board_exit(0);
}
