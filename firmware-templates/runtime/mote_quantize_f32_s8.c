#include "mote_quantize.h"

void mote_quantize_f32_s8(MOTE_CONST mote_scale_params *p, const float *in, int8_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = (int8_t)mote_quantized(p, in[i], INT8_MIN, INT8_MAX);
    }
}
