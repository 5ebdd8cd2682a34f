#include "mote_f32.h"

/* Over i and j. in: element [a][0][b][0][c]. */
static float reduced(MOTE_CONST mote_sum_f32_params *p, const float *in) {
    const int32_t j_step = p->kept[2];
    const int32_t i_step = p->kept[1] * p->reduced[1] * j_step;
    float total = 0.0f;
    for (int32_t i = 0; i < p->reduced[0]; i++) {
        for (int32_t j = 0; j < p->reduced[1]; j++) {
            total += in[i * i_step + j * j_step];
        }
    }
    return total / p->divisor;
}

void mote_sum_f32(MOTE_CONST mote_sum_f32_params *p, const float *in, float *out) {
    const int32_t b_step = p->reduced[1] * p->kept[2];
    const int32_t a_step = p->reduced[0] * p->kept[1] * b_step;
    for (int32_t a = 0; a < p->kept[0]; a++) {
        for (int32_t b = 0; b < p->kept[1]; b++) {
            for (int32_t c = 0; c < p->kept[2]; c++) {
                *out++ = reduced(p, in + a * a_step + b * b_step + c);
            }
        }
    }
}
