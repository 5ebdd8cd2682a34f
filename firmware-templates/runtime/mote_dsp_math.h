/* What the kernels of mote_dsp.h calculate with: each function in instructions of the DSP extension,
 * and in plain C. */
#ifndef MOTE_DSP_MATH_H
#define MOTE_DSP_MATH_H

#include <string.h>

#include "mote_arithmetic.h"
#include "mote_dsp.h"

/* Elements of a quad. In scratch its elements 0 and 2 are the halves of one word, 1 and 3 those of
 * the next: one instruction makes each word from four bytes. */
#define MOTE_QUAD 4

static inline int32_t mote_load_four(MOTE_CONST int8_t *from) {
#if MOTE_DSP
    int32_t four;
    memcpy(&four, from, sizeof four);
    return four;
#else
    const uint32_t low = (uint8_t)from[0] | (uint32_t)(uint8_t)from[1] << 8;
    const uint32_t high = (uint8_t)from[2] | (uint32_t)(uint8_t)from[3] << 8;
    return (int32_t)(low | high << 16);
#endif
}

/* Bytes 0 and 2 of x as two int16. */
static inline int32_t mote_even_bytes(int32_t x) {
#if MOTE_DSP
    int32_t pair;
    __asm__("sxtb16 %0, %1" : "=r"(pair) : "r"(x));
    return pair;
#else
    const int32_t low = (int8_t)(uint8_t)((uint32_t)x & 0xff);
    const int32_t high = (int8_t)(uint8_t)((uint32_t)x >> 16 & 0xff);
    return (int32_t)(((uint32_t)low & 0xffff) | (uint32_t)high << 16);
#endif
}

/* Bytes 1 and 3 of x as two int16. */
static inline int32_t mote_odd_bytes(int32_t x) {
#if MOTE_DSP
    int32_t pair;
    __asm__("sxtb16 %0, %1, ror #8" : "=r"(pair) : "r"(x));
    return pair;
#else
    return mote_even_bytes((int32_t)((uint32_t)x >> 8));
#endif
}

/* sum + both products of the halves. */
static inline int32_t mote_add_products(int32_t a, int32_t b, int32_t sum) {
#if MOTE_DSP
    __asm__("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
#else
    const int32_t low = (int16_t)(uint16_t)((uint32_t)a & 0xffff);
    const int32_t other_low = (int16_t)(uint16_t)((uint32_t)b & 0xffff);
    return sum + low * other_low + (a >> 16) * (b >> 16);
#endif
}

/* Output element of a channel: round is mote_output_rounding of its shift, right is -shift. Not
 * clamped but to [-128, 127]. docs/arithmetic.md has why this is mote_output. */
static inline int8_t mote_output_dsp(int32_t acc, int32_t multiplier, int32_t right,
                                     int32_t round) {
#if MOTE_DSP
    int32_t x;
    __asm__("smmulr %0, %1, %2" : "=r"(x) : "r"(acc + acc), "r"(multiplier));
    x = (x + (x >> 31) + round) >> right;
    __asm__("ssat %0, #8, %0" : "+r"(x));
    return (int8_t)x;
#else
    const int32_t x = mote_doubling_high_multiply(acc, multiplier);
    return mote_clamp((x + (x >> 31) + round) >> right, INT8_MIN, INT8_MAX);
#endif
}

/* zero_point + 1/2, as the sum before the shift to the right has them. */
static inline int32_t mote_output_rounding(mote_int zero_point, int32_t right) {
    return (2 * zero_point + 1) * (INT32_C(1) << (right - 1));
}

/* Clamps n elements, where the range is not all of int8. */
static inline void mote_clamp_outputs(MOTE_CONST mote_output_scaling *p, int8_t *out, mote_int n) {
    if (p->min > INT8_MIN || p->max < INT8_MAX) {
        for (mote_int i = 0; i < n; i++) {
            out[i] = mote_clamp(out[i], p->min, p->max);
        }
    }
}

#endif
