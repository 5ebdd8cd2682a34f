/* The last step of a front end. */
#ifndef MOTE_FE_QUANTIZE_H
#define MOTE_FE_QUANTIZE_H

#include "mote_fe_asinh.h"

/* A value of channel, [0, period). */
static inline int8_t mote_fe_quantized(MOTE_CONST mote_fe_quantize_params *p, mote_int channel,
                                       int32_t value) {
    MOTE_CONST mote_fe_affine *a = &p->affine[channel];
    if (p->knees && p->knees[channel].multiplier != 0) {
        value = mote_fe_compressed(&p->asinh, &p->knees[channel], value);
    }
    const int64_t steps = ((int64_t)value * a->multiplier + a->offset) >> a->shift;
    return (int8_t)(steps < INT8_MIN ? INT8_MIN : steps > INT8_MAX ? INT8_MAX : steps);
}

#endif
