#include "mote_rescale.h"

void mote_rescale_s32_s8(MOTE_CONST mote_rescale_params *p, const int32_t *in, int8_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = (int8_t)mote_rescaled(p, in[i]);
    }
}
