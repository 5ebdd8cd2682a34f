#include "mote_types.h"

/* The difference has at most 17 bits, so that the product is rounded once, as that of the
 * reference, which goes through double. */
void mote_dequantize_s8_f32(MOTE_CONST mote_scale_params *p, const int8_t *in, float *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = p->scale * (float)(in[i] - p->zero_point);
    }
}
