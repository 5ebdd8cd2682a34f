/* What the kernels between integer types share. */
#ifndef MOTE_RESCALE_H
#define MOTE_RESCALE_H

#include "mote_arithmetic.h"
#include "mote_types.h"

static inline int32_t mote_rescaled(MOTE_CONST mote_rescale_params *p, int32_t in) {
    const int32_t centred = (int32_t)((uint32_t)in - (uint32_t)p->input_zero_point);
    const int32_t scaled = mote_requantize(centred, p->multiplier, p->shift);
    const int32_t out = mote_wrapping_add(scaled, p->output_zero_point);
    return out < p->min ? p->min : out > p->max ? p->max : out;
}

#endif
