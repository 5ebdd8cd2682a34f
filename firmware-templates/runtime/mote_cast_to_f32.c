#include "mote_cast.h"

void mote_cast_to_f32(MOTE_CONST mote_cast_params *p, const void *in, float *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = (float)mote_cast_load(p->from, in, i);
    }
}
