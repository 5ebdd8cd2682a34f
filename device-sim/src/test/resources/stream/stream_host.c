/* Streams with drawn parameters through the stream kernels, with a simple function of the window in
 * the place of a model. Standard input: for each stream its parameters, then its samples. */
#include <stdio.h>
#include <stdlib.h>

#include "mote_stream.h"

enum { NUMBERS = 17 };

static void say(const mote_stream_event *e) {
    printf("%lu %d %lu %d %lu\n", (unsigned long)e->at, e->label, (unsigned long)e->begin, e->previous,
            (unsigned long)e->previous_begin);
}

/* The score of class k is the mean of channel k, of every second class its negative. */
static void score(const mote_stream_params *p, const int16_t *window, int8_t *scores, mote_int outputs) {
    for (mote_int k = 0; k < outputs; k++) {
        int64_t sum = 0;
        for (mote_int t = 0; t < p->window_length; t++) {
            sum += window[t * p->channels + k % p->channels];
        }
        int64_t mean = sum / p->window_length;
        mean -= sum % p->window_length < 0;
        mean = (k % 2 == 0 ? mean : -mean) >> 8;
        scores[k] = (int8_t)(mean < -128 ? -128 : mean > 127 ? 127 : mean);
    }
}

int main(void) {
    int32_t n[NUMBERS];
    while (fread(n, sizeof n[0], NUMBERS, stdin) == NUMBERS) {
        const mote_stream_params p = {n[0], n[1], n[2], (uint32_t)n[3], (uint16_t)n[4], (uint32_t)n[5]};
        const mote_stream_label_params labels = {
                n[6], n[7], n[8], n[9], n[10], (uint8_t)n[11], (uint8_t)n[12], (uint16_t)n[13],
                n[1], n[14]};
        int16_t *const window = malloc(sizeof(int16_t) * (size_t)(n[0] * n[2]));
        int16_t *const sample = malloc(sizeof(int16_t) * (size_t)n[2]);
        int16_t *const last = malloc(sizeof(int16_t) * (size_t)n[2]);
        int8_t *const history = malloc((size_t)(n[11] * n[6]));
        int16_t *const votes = malloc(sizeof(int16_t) * (size_t)n[12]);
        mote_stream_state state;
        mote_stream_event event;
        mote_stream_start(&state);
        for (int32_t i = 0; i < n[16]; i++) {
            uint32_t time;
            if (fread(&time, sizeof time, 1, stdin) != 1 || fread(sample, 2, (size_t)n[2], stdin) != (size_t)n[2]) {
                return 1;
            }
            if (n[15]) {
                if (mote_stream_time(&p, &state, time, &event)) {
                    say(&event);
                }
            } else {
                mote_stream_push(&p, &state, sample, window);
            }
            while (!n[15] || mote_stream_next(&p, &state, sample, last, window)) {
                if (state.fill == p.window_length) {
                    score(&p, window, mote_stream_scores(&labels, &state, history), labels.outputs);
                    mote_stream_slide(&p, &state, window);
                    if (mote_stream_label(&labels, &state, history, votes, &event)) {
                        say(&event);
                    }
                }
                if (!n[15]) {
                    break;
                }
            }
        }
        if (mote_stream_end(&state, state.position, &event)) {
            say(&event);
        }
        printf("end %lu %lu %lu %lu\n", (unsigned long)state.position, (unsigned long)state.gaps,
                (unsigned long)state.repeated, (unsigned long)state.backward);
        free(window);
        free(sample);
        free(last);
        free(history);
        free(votes);
    }
    return 0;
}
