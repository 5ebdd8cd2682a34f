/* What the functions of two int16 elements share, besides mote_binary.h. */
#ifndef MOTE_BINARY_S16_H
#define MOTE_BINARY_S16_H

#include "mote_binary.h"
#include "mote_wide.h"

static inline int16_t mote_binary_result_s16(MOTE_CONST mote_binary_s16_params *p, int32_t value) {
    const int32_t scaled = mote_requantize(value, p->multiplier, p->shift);
    return mote_clamp_s16(mote_wrapping_add(scaled, p->zero_point), p->min, p->max);
}

#endif
