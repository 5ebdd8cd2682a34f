#include "mote_f32.h"

void mote_relu_n1_to_1_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = mote_clamp_f32(in[i], -1.0f, 1.0f);
    }
}
