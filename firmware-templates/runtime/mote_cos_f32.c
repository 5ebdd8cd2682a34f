#include <math.h>

#include "mote_f32.h"

void mote_cos_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = cosf(in[i]);
    }
}
