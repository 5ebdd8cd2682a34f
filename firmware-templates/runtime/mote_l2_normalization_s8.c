#include "mote_arithmetic.h"
#include "mote_inverse_root.h"

void mote_l2_normalization_s8(MOTE_CONST mote_l2_normalization_s8_params *p, const int8_t *in,
                              int8_t *out) {
    for (int32_t row = 0; row < p->rows; row++, in += p->depth, out += p->depth) {
        int32_t sum = 0;
        for (int32_t i = 0; i < p->depth; i++) {
            const int32_t x = in[i] - p->input_zero_point;
            sum += x * x;
        }
        int32_t shift;
        const int32_t multiplier = mote_inverse_root(sum, &shift);
        for (int32_t i = 0; i < p->depth; i++) {
            /* 7 more bits: the output scale is 1/128. */
            const int32_t x = in[i] - p->input_zero_point;
            out[i] = mote_clamp(mote_requantize(x, multiplier, shift + 7), INT8_MIN, INT8_MAX);
        }
    }
}
