#include "mote_binary.h"

static int8_t element(MOTE_CONST mote_prelu_s8_params *p, int8_t in, int8_t alpha) {
    MOTE_CONST mote_operand *input = &p->input;
    MOTE_CONST mote_operand *slope = &p->alpha;
    const int32_t x = in - input->zero_point;
    const int32_t scaled = x >= 0 ? mote_requantize(x, input->multiplier, input->shift)
                                  : mote_requantize(x * (alpha - slope->zero_point),
                                                    slope->multiplier, slope->shift);
    return mote_clamp(mote_wrapping_add(scaled, p->output_zero_point), INT8_MIN, INT8_MAX);
}

void mote_prelu_s8(MOTE_CONST mote_prelu_s8_params *p, const int8_t *in, const int8_t *alpha,
                   int8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int8_t *one = in + mote_broadcast_row(b, &b->first_step[0], row);
        const int8_t *other = alpha + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            *out++ = element(p, one[d * b->first_step[3]], other[d * b->second_step[3]]);
        }
    }
}
