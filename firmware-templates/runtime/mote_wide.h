/* Sums of int16 with int8, and the way from their 64 bits to int16. */
#ifndef MOTE_WIDE_H
#define MOTE_WIDE_H

#include "mote_arithmetic.h"
#include "mote_s16.h"

/* x between min and max, which lie in [-32768, 32768]; 32768 wraps. */
static inline int16_t mote_clamp_s16(int32_t x, int32_t min, int32_t max) {
    return (int16_t)(x < min ? min : x > max ? max : x);
}

/* x * multiplier * 2^(shift - 31), the multiplier rounded to 16 bits, the product once. What leaves
 * 64 or, in the end, 32 bits wraps. multiplier: 0 or [2^30, 2^31); shift: [-31, 7]. */
static inline int32_t mote_requantize_wide(int64_t x, int32_t multiplier, int32_t shift) {
    const int32_t rounded =
        multiplier < INT32_C(0x7fff0000) ? (multiplier + (INT32_C(1) << 15)) >> 16 : 0x7fff;
    const int32_t right = 15 - shift;
    const uint64_t product = (uint64_t)x * (uint64_t)rounded + (UINT64_C(1) << (right - 1));
    return (int32_t)(uint32_t)(uint64_t)((int64_t)product >> right);
}

/* Output element of a channel from its sum of products. */
static inline int16_t mote_output_wide(MOTE_CONST mote_output_s16 *p, int32_t channel,
                                       int64_t sum) {
    MOTE_CONST mote_output_scaling *s = &p->scaling;
    const uint64_t acc = (uint64_t)p->bias[channel] + (uint64_t)sum;
    const int32_t i = channel * s->step;
    const int32_t scaled =
        p->wide ? mote_requantize_wide((int64_t)acc, s->multipliers[i], s->shifts[i])
                : mote_requantize((int32_t)(uint32_t)acc, s->multipliers[i], s->shifts[i]);
    return mote_clamp_s16(mote_wrapping_add(scaled, s->zero_point), s->min, s->max);
}

/* Sum of n products. A product is at most 2^22, so that 511 of them fit 32 bits. */
static inline int64_t mote_dot_wide(const int16_t *in, MOTE_CONST int8_t *weights, int32_t n) {
    int64_t sum = 0;
    while (n > 0) {
        const int32_t count = n < 511 ? n : 511;
        int32_t part = 0;
        for (int32_t i = 0; i < count; i++) {
            part += (int32_t)in[i] * weights[i];
        }
        sum += part;
        in += count;
        weights += count;
        n -= count;
    }
    return sum;
}

#endif
