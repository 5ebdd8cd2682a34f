#include "mote_stream.h"

int8_t *mote_stream_scores(MOTE_CONST mote_stream_label_params *p, const mote_stream_state *state,
        int8_t *history) {
    return history + state->scored_at * p->outputs;
}

static uint8_t following(uint8_t at, uint8_t count) {
    return (uint8_t)(at + 1 == count ? 0 : at + 1);
}

/* Scores of a class less the zero point, summed over the windows that are averaged. */
static int32_t sum(MOTE_CONST mote_stream_label_params *p, const mote_stream_state *state,
        const int8_t *history, mote_int class_index) {
    const int8_t *score = history + (p->outputs == 1 ? 0 : class_index);
    int32_t total = 0;
    for (uint8_t i = 0; i < state->scored; i++) {
        total += *score - p->zero_point;
        score += p->outputs;
    }
    return p->outputs == 1 && class_index == 0 ? p->one * state->scored - total : total;
}

/* The best class where it reaches the threshold, the first of equals (of a single output the
 * second); else the label until now, as long as it reaches the lower one. */
static int16_t hold(MOTE_CONST mote_stream_label_params *p, const mote_stream_state *state,
        const int8_t *history) {
    const mote_int classes = p->outputs == 1 ? 2 : p->outputs;
    mote_int best = 0;
    int32_t most = sum(p, state, history, 0);
    for (mote_int c = 1; c < classes; c++) {
        const int32_t total = sum(p, state, history, c);
        if (total > most || (p->outputs == 1 && total == most)) {
            best = c;
            most = total;
        }
    }
    /* |sum| <= 100 * 2^16 and thresholds <= 2^16 a window: the products are below 2^31. */
    if (most * 256 >= p->enter * state->scored) {
        return (int16_t)best;
    }
    if (state->held != MOTE_UNKNOWN
            && sum(p, state, history, state->held) * 256 >= p->leave * state->scored) {
        return state->held;
    }
    return MOTE_UNKNOWN;
}

/* The label with most votes; of equals, the one with the latest vote. */
static int16_t vote(MOTE_CONST mote_stream_label_params *p, mote_stream_state *state, int16_t *votes) {
    int16_t winner = state->held;
    uint8_t most = 0;
    uint8_t at = state->voted_at;
    votes[at] = state->held;
    state->voted_at = following(at, p->majority);
    if (state->voted < p->majority) {
        state->voted++;
    }
    for (uint8_t age = 0; age < state->voted; age++) {
        uint8_t count = 0;
        for (uint8_t i = 0; i < state->voted; i++) {
            count = (uint8_t)(count + (votes[i] == votes[at]));
        }
        if (count > most) {
            winner = votes[at];
            most = count;
        }
        at = (uint8_t)(at == 0 ? p->majority - 1 : at - 1);
    }
    return winner;
}

static int32_t change(mote_stream_state *state, int16_t label, uint32_t where,
        mote_stream_event *event) {
    event->at = state->position;
    event->begin = where;
    event->previous_begin = state->label_begin;
    event->label = label;
    event->previous = state->label;
    state->label = label;
    state->label_begin = where;
    state->candidate_windows = 0;
    return 1;
}

/* Where that begins which the scores stand for: the average lags behind by half of the windows that
 * are in it, and so does the vote. */
static uint32_t middle(MOTE_CONST mote_stream_label_params *p, const mote_stream_state *state) {
    const uint32_t lag = (uint32_t)state->scored + state->voted - 2;
    return state->position - (uint32_t)p->lead - (uint32_t)p->stride * lag / 2;
}

int32_t mote_stream_label(MOTE_CONST mote_stream_label_params *p, mote_stream_state *state,
        const int8_t *history, int16_t *votes, mote_stream_event *event) {
    state->scored_at = following(state->scored_at, p->average);
    if (state->scored < p->average) {
        state->scored++;
    }
    state->held = hold(p, state, history);
    const int16_t label = vote(p, state, votes);
    if (label == state->label) {
        state->candidate_windows = 0;
        return 0;
    }
    if (label != state->candidate || state->candidate_windows == 0) {
        state->candidate = label;
        state->candidate_begin = middle(p, state);
        state->candidate_windows = 0;
    }
    state->candidate_windows++;
    return state->candidate_windows < p->minimum ? 0
                                                  : change(state, label, state->candidate_begin, event);
}

int32_t mote_stream_end(mote_stream_state *state, uint32_t where, mote_stream_event *event) {
    return state->label == MOTE_UNKNOWN ? 0 : change(state, MOTE_UNKNOWN, where, event);
}
