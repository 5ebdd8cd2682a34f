#include <math.h>

#include "mote_f32.h"

void mote_l2_normalization_f32(MOTE_CONST mote_l2_normalization_f32_params *p, const float *in,
                               float *out) {
    for (int32_t row = 0; row < p->rows; row++, in += p->depth, out += p->depth) {
        float sum = 0.0f;
        for (int32_t c = 0; c < p->depth; c++) {
            sum += in[c] * in[c];
        }
        const float root = sqrtf(sum);
        const float norm = root < 1e-6f ? 1e-6f : root;
        for (int32_t c = 0; c < p->depth; c++) {
            out[c] = in[c] / norm;
        }
    }
}
