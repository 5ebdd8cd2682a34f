#include "mote_cast.h"

void mote_cast(MOTE_CONST mote_cast_params *p, const void *in, void *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        mote_cast_store(p->to, out, i, mote_cast_load(p->from, in, i));
    }
}
