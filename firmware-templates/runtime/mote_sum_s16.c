#include "mote_wide.h"

/* Sum over i and j. in: element [a][0][b][0][c]. */
static int32_t sum(MOTE_CONST mote_sum_s16_params *p, const int16_t *in) {
    const int32_t j_step = p->kept[2];
    const int32_t i_step = p->kept[1] * p->reduced[1] * j_step;
    int32_t total = 0;
    for (int32_t i = 0; i < p->reduced[0]; i++) {
        for (int32_t j = 0; j < p->reduced[1]; j++) {
            total = mote_wrapping_add(total, in[i * i_step + j * j_step]);
        }
    }
    return total;
}

void mote_sum_s16(MOTE_CONST mote_sum_s16_params *p, const int16_t *in, int16_t *out) {
    const int32_t b_step = p->reduced[1] * p->kept[2];
    const int32_t a_step = p->reduced[0] * p->kept[1] * b_step;
    for (int32_t a = 0; a < p->kept[0]; a++) {
        for (int32_t b = 0; b < p->kept[1]; b++) {
            for (int32_t c = 0; c < p->kept[2]; c++) {
                const int32_t total =
                    mote_wrapping_add(p->offset, sum(p, in + a * a_step + b * b_step + c));
                const int32_t scaled = mote_requantize(total, p->multiplier, p->shift);
                const int32_t shifted = mote_wrapping_add(scaled, p->output_zero_point);
                *out++ = mote_clamp_s16(shifted, INT16_MIN, INT16_MAX);
            }
        }
    }
}
