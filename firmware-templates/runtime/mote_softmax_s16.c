#include "mote_wide.h"

/* Value of a table of 513 entries at x, on the line between two of them. x: [-32768, 32767]. */
static int32_t interpolate(MOTE_CONST int16_t *table, int32_t x) {
    const int32_t i = 256 + (x >> 7);
    const int32_t slope = table[i + 1] - table[i];
    return table[i] + ((slope * (x & 127) + 64) >> 7);
}

/* 2^(31 - headroom) / sum with 15 fraction bits, in [1/2, 1]. sum: 15 fraction bits, at least 1. */
static int32_t reciprocal(MOTE_CONST mote_softmax_s16_params *p, int32_t sum, int32_t *headroom) {
    uint32_t mantissa = (uint32_t)sum;
    for (*headroom = 0; mantissa < (UINT32_C(1) << 30); mantissa <<= 1) {
        (*headroom)++;
    }
    /* The table is of 1 / (1 + x); 2^16 stands for the 1, and x starts at -32768. */
    const int32_t x = (int32_t)((mantissa + (UINT32_C(1) << 13)) >> 14) - (INT32_C(3) << 15);
    return interpolate(p->reciprocal, mote_clamp_s16(x, INT16_MIN, INT16_MAX));
}

static void softmax_row(MOTE_CONST mote_softmax_s16_params *p, const int16_t *in, int16_t *out) {
    int32_t max = INT16_MIN;
    for (int32_t i = 0; i < p->depth; i++) {
        max = in[i] > max ? in[i] : max;
    }
    int32_t sum = 0;
    for (int32_t i = 0; i < p->depth; i++) {
        const int32_t steps = mote_requantize(in[i] - max, p->multiplier, p->shift);
        const int32_t x = mote_clamp_s16(steps + INT16_MAX, INT16_MIN, INT16_MAX);
        out[i] = (int16_t)interpolate(p->exponential, x);
        sum += out[i];
    }
    int32_t headroom;
    const int32_t scale = reciprocal(p, sum, &headroom);
    const int32_t right = 30 - headroom;
    for (int32_t i = 0; i < p->depth; i++) {
        const int32_t share = (out[i] * scale + (INT32_C(1) << (right - 1))) >> right;
        out[i] = mote_clamp_s16(share, 0, INT16_MAX);
    }
}

void mote_softmax_s16(MOTE_CONST mote_softmax_s16_params *p, const int16_t *in, int16_t *out) {
    for (int32_t row = 0; row < p->rows; row++) {
        softmax_row(p, in + row * p->depth, out + row * p->depth);
    }
}
