#include <string.h>

#include "mote_stream.h"

void mote_stream_start(mote_stream_state *state) {
    memset(state, 0, sizeof *state);
    state->label = MOTE_UNKNOWN;
    state->held = MOTE_UNKNOWN;
}

void mote_stream_empty(mote_stream_state *state) {
    state->fill = 0;
    state->scored = 0;
    state->scored_at = 0;
    state->voted = 0;
    state->voted_at = 0;
    state->held = MOTE_UNKNOWN;
    state->candidate_windows = 0;
}

void mote_stream_push(MOTE_CONST mote_stream_params *p, mote_stream_state *state,
        const int16_t *sample, int16_t *window) {
    int16_t *const slot = window + state->fill * p->channels;
    for (mote_int c = 0; c < p->channels; c++) {
        slot[c] = sample[c];
    }
    state->fill = (mote_int)(state->fill + 1);
    state->position++;
}

void mote_stream_slide(MOTE_CONST mote_stream_params *p, mote_stream_state *state,
        int16_t *window) {
    state->fill = (mote_int)(p->window_length - p->stride);
    memmove(window, window + p->stride * p->channels,
            (size_t)state->fill * (size_t)p->channels * sizeof *window);
}
