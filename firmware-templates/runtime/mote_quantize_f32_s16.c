#include "mote_quantize.h"

void mote_quantize_f32_s16(MOTE_CONST mote_scale_params *p, const float *in, int16_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = (int16_t)mote_quantized(p, in[i], INT16_MIN, INT16_MAX);
    }
}
