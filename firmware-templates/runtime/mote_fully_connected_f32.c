#include "mote_f32.h"

void mote_fully_connected_f32(MOTE_CONST mote_fully_connected_f32_params *p, const float *in,
                              float *out) {
    for (int32_t b = 0; b < p->batches; b++, in += p->inputs) {
        MOTE_CONST float *weights = p->weights;
        for (int32_t o = 0; o < p->outputs; o++, weights += p->inputs) {
            float total = p->bias[o];
            for (int32_t i = 0; i < p->inputs; i++) {
                total += in[i] * weights[i];
            }
            *out++ = mote_clamp_f32(total, p->range.min, p->range.max);
        }
    }
}
