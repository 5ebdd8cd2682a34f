#include "mote_arithmetic.h"

/* Sum over i and j. in: element [a][0][b][0][c]. */
static int32_t sum(MOTE_CONST mote_sum_s8_params *p, const int8_t *in) {
    const mote_int j_step = p->kept[2];
    const mote_int i_step = p->kept[1] * p->reduced[1] * j_step;
    int32_t total = 0;
    for (mote_int i = 0; i < p->reduced[0]; i++) {
        for (mote_int j = 0; j < p->reduced[1]; j++) {
            total += in[i * i_step + j * j_step];
        }
    }
    return total;
}

void mote_sum_s8(MOTE_CONST mote_sum_s8_params *p, const int8_t *in, int8_t *out) {
    const mote_int b_step = p->reduced[1] * p->kept[2];
    const mote_int a_step = p->reduced[0] * p->kept[1] * b_step;
    for (int32_t a = 0; a < p->kept[0]; a++) {
        for (int32_t b = 0; b < p->kept[1]; b++) {
            for (mote_int c = 0; c < p->kept[2]; c++) {
                const int32_t total = p->offset + sum(p, in + a * a_step + b * b_step + c);
                const int32_t scaled = mote_requantize(total, p->multiplier, p->shift);
                const int32_t shifted = mote_wrapping_add(scaled, p->output_zero_point);
                *out++ = mote_clamp(shifted, INT8_MIN, INT8_MAX);
            }
        }
    }
}
