#include "mote_fixed_point.h"
#include "mote_wide.h"

/* exp(in - max) in Q0. */
static int32_t exp_of_difference(MOTE_CONST mote_softmax_s8_s16_params *p, int32_t difference) {
    return mote_exp_on_negative_q5(mote_requantize(difference, p->multiplier, p->shift));
}

static void softmax_row(MOTE_CONST mote_softmax_s8_s16_params *p, const int8_t *in, int16_t *out) {
    int32_t max = INT8_MIN;
    for (int32_t i = 0; i < p->depth; i++) {
        max = in[i] > max ? in[i] : max;
    }
    int32_t sum = 0;
    for (int32_t i = 0; i < p->depth; i++) {
        if (in[i] - max >= p->min_difference) {
            sum += mote_divide_by_power_of_two(exp_of_difference(p, in[i] - max), 12);
        }
    }
    int32_t headroom;
    const int32_t scale = mote_reciprocal_of_sum(sum, &headroom);
    /* The reciprocal is still to be divided by 2^(12 - headroom), and the output has 16 fractional
     * bits, not 31: with at most 4,095 classes that is less than 2^28. */
    const int32_t exponent = 12 - headroom + 31 - 16;
    for (int32_t i = 0; i < p->depth; i++) {
        int32_t value = 0;
        if (in[i] - max >= p->min_difference) {
            const int32_t product =
                mote_doubling_high_multiply(scale, exp_of_difference(p, in[i] - max));
            value = mote_divide_by_power_of_two(product, exponent);
        }
        out[i] = mote_clamp_s16(value + INT16_MIN, INT16_MIN, INT16_MAX);
    }
}

void mote_softmax_s8_s16(MOTE_CONST mote_softmax_s8_s16_params *p, const int8_t *in, int16_t *out) {
    for (int32_t row = 0; row < p->rows; row++) {
        softmax_row(p, in + row * p->depth, out + row * p->depth);
    }
}
