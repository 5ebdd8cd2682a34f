#include "mote_stream.h"

/* What becomes of a sample that arrived. */
enum { DROPPED, FIRST, BRIDGED, USED };

/* An interpolation weight of 1. */
#define WHOLE INT32_C(32768)

int32_t mote_stream_time(MOTE_CONST mote_stream_params *p, mote_stream_state *state, uint32_t time,
        mote_stream_event *event) {
    const uint32_t elapsed = time - state->last_time;
    state->time = time;
    if (!state->started) {
        state->started = 1;
        state->arrival = FIRST;
    } else if (elapsed == 0) {
        state->repeated++;
        state->arrival = DROPPED;
    } else if (elapsed <= p->max_gap) {
        state->arrival = BRIDGED;
    } else if (0 - elapsed <= p->max_gap) {
        state->backward++;
        state->arrival = DROPPED;
    } else {
        const uint32_t silent = state->position;
        const uint32_t missing = (time - state->next_time + p->interval / 2) / p->interval;
        state->gaps++;
        state->arrival = FIRST;
        state->position += missing;
        mote_stream_empty(state);
        return missing >= (uint32_t)p->window_length ? mote_stream_end(state, silent, event) : 0;
    }
    return 0;
}

static void advance(MOTE_CONST mote_stream_params *p, mote_stream_state *state) {
    const uint32_t fraction = (uint32_t)state->next_fraction + p->interval_fraction;
    state->next_time += p->interval + (fraction >> 16);
    state->next_fraction = (uint16_t)(fraction & 0xffffu);
}

/* Share of the present sample, [0, WHOLE], rounded. Both times lose the bits that they have above
 * 16. */
static int32_t weight(uint32_t after, uint32_t elapsed) {
    while (elapsed > 0xffffu) {
        after >>= 1;
        elapsed >>= 1;
    }
    return (int32_t)((after * (uint32_t)WHOLE + elapsed / 2) / elapsed);
}

/* |difference * share| <= 65535 * 2^15, below 2^31 - 2^14; halves go up, so the shift is one to the
 * right of a signed number, which rounds down. */
static void interpolate(mote_int channels, const int16_t *last, const int16_t *sample, int32_t share,
        int16_t *between) {
    for (mote_int c = 0; c < channels; c++) {
        const int32_t step = ((int32_t)sample[c] - last[c]) * share + WHOLE / 2;
        between[c] = (int16_t)(last[c] + (step >> 15));
    }
}

int32_t mote_stream_next(MOTE_CONST mote_stream_params *p, mote_stream_state *state,
        const int16_t *sample, int16_t *last, int16_t *window) {
    if (state->arrival == FIRST) {
        state->arrival = USED;
        state->next_time = state->time;
        state->next_fraction = 0;
        advance(p, state);
        mote_stream_push(p, state, sample, window);
        return 1;
    }
    if (state->arrival == BRIDGED) {
        const uint32_t after = state->next_time - state->last_time;
        const uint32_t elapsed = state->time - state->last_time;
        if (after <= elapsed) {
            int16_t *const slot = window + state->fill * p->channels;
            interpolate(p->channels, last, sample, weight(after, elapsed), slot);
            advance(p, state);
            state->fill = (mote_int)(state->fill + 1);
            state->position++;
            return 1;
        }
    }
    if (state->arrival != DROPPED) {
        state->arrival = DROPPED;
        state->last_time = state->time;
        for (mote_int c = 0; c < p->channels; c++) {
            last[c] = sample[c];
        }
    }
    return 0;
}
