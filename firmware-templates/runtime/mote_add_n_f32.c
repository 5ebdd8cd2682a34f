#include "mote_f32.h"

void mote_add_n_f32(MOTE_CONST mote_add_n_f32_params *p, const float *const *in, float *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        float sum = 0.0f;
        for (int32_t k = 0; k < p->inputs; k++) {
            sum += in[k][i];
        }
        out[i] = sum;
    }
}
