#include "mote_fixed_point.h"
#include "mote_logarithm.h"

static int32_t difference_q5(MOTE_CONST mote_log_softmax_s8_params *p, int32_t difference) {
    return mote_requantize(difference, p->multiplier, p->shift);
}

static void log_softmax_row(MOTE_CONST mote_log_softmax_s8_params *p, const int8_t *in,
                            int8_t *out) {
    int32_t max = INT8_MIN;
    for (int32_t i = 0; i < p->depth; i++) {
        max = in[i] > max ? in[i] : max;
    }
    int32_t sum = 0;
    for (int32_t i = 0; i < p->depth; i++) {
        if (in[i] - max >= p->min_difference) {
            const int32_t exp = mote_exp_on_negative_q5(difference_q5(p, in[i] - max));
            sum += mote_divide_by_power_of_two(exp, 12);
        }
    }
    const int32_t logarithm = mote_logarithm(sum);
    /* What would leave Q5 is the least output; the bound itself is such a difference. */
    const int32_t far =
            mote_requantize(logarithm + INT32_MIN, p->inverse_multiplier, p->inverse_shift);
    const int32_t beyond = far > p->min_difference - 1 ? far : p->min_difference - 1;
    for (int32_t i = 0; i < p->depth; i++) {
        int32_t value = INT8_MIN;
        if (in[i] - max > beyond) {
            const int32_t log_q5 = difference_q5(p, in[i] - max) - logarithm;
            /* 5 integer bits become the 4 of the output scale. */
            value = mote_divide_by_power_of_two(log_q5, 22) + INT8_MAX;
        }
        out[i] = mote_clamp(value, INT8_MIN, INT8_MAX);
    }
}

void mote_log_softmax_s8(MOTE_CONST mote_log_softmax_s8_params *p, const int8_t *in,
                         int8_t *out) {
    for (int32_t row = 0; row < p->rows; row++) {
        log_softmax_row(p, in + row * p->depth, out + row * p->depth);
    }
}
