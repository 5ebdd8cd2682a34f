/* What SVDF with a state of int8 and of int16 share. */
#ifndef MOTE_SVDF_H
#define MOTE_SVDF_H

#include "mote_arithmetic.h"
#include "mote_state.h"

/* Newest element of a filter's state, without its zero point, in [min, max]. */
static inline int32_t mote_svdf_feature(MOTE_CONST mote_svdf_common *p, const int8_t *in,
                                        int32_t filter, int32_t min, int32_t max) {
    MOTE_CONST int8_t *weights = p->feature_weights + filter * p->shape.inputs;
    int32_t acc = 0;
    for (int32_t i = 0; i < p->shape.inputs; i++) {
        acc = mote_wrapping_add(acc, weights[i] * (in[i] - p->input_zero_point));
    }
    acc = mote_requantize(acc, p->state_factor.multiplier, p->state_factor.shift);
    return acc < min ? min : acc > max ? max : acc;
}

/* acc + weight * (element - state_zero_point), modulo 2^32. */
static inline int32_t mote_svdf_add(MOTE_CONST mote_svdf_common *p, int32_t acc, int32_t weight,
                                    int32_t element) {
    const uint32_t difference = (uint32_t)(element - p->state_zero_point);
    return (int32_t)((uint32_t)acc + (uint32_t)weight * difference);
}

static inline int8_t mote_svdf_output(MOTE_CONST mote_svdf_common *p, int32_t acc) {
    const int32_t scaled =
        mote_requantize(acc, p->output_factor.multiplier, p->output_factor.shift);
    return mote_clamp(mote_wrapping_add(scaled, p->output_zero_point), -128, 127);
}

#endif
