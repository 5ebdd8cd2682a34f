#include "mote_rescale.h"

void mote_rescale_s8_s16(MOTE_CONST mote_rescale_params *p, const int8_t *in, int16_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = (int16_t)mote_rescaled(p, in[i]);
    }
}
