#include "mote_rescale.h"

void mote_rescale_s16_s32(MOTE_CONST mote_rescale_params *p, const int16_t *in, int32_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = mote_rescaled(p, in[i]);
    }
}
