/* What the kernels from float to integer types share. */
#ifndef MOTE_QUANTIZE_H
#define MOTE_QUANTIZE_H

#include "mote_types.h"

/* Beyond, every sum with a zero point saturates, and up to it conversion to int32 is exact. */
#define MOTE_QUANTIZE_LIMIT 262144.0f

static inline int32_t mote_quantized(MOTE_CONST mote_scale_params *p, float in, int32_t min,
                                     int32_t max) {
    float steps = in / p->scale;
    if (!(steps > -MOTE_QUANTIZE_LIMIT)) {
        steps = steps < 0.0f ? -MOTE_QUANTIZE_LIMIT : 0.0f; /* 0 for NaN */
    } else if (steps > MOTE_QUANTIZE_LIMIT) {
        steps = MOTE_QUANTIZE_LIMIT;
    }
    int32_t whole = (int32_t)steps;
    const float rest = steps - (float)whole; /* exact */
    whole += rest >= 0.5f ? 1 : rest <= -0.5f ? -1 : 0;
    const int32_t out = whole + p->zero_point;
    return out < min ? min : out > max ? max : out;
}

#endif
