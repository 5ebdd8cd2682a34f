#include "mote_runtime.h"

void mote_lookup_s8(MOTE_CONST mote_lookup_s8_params *p, const int8_t *in, int8_t *out) {
    for (mote_int i = 0; i < p->elements; i++) {
        out[i] = p->table[in[i] + 128];
    }
}
