#include "mote_runtime.h"

void mote_store(MOTE_CONST mote_store_params *p, const void *in, void *out) {
    int8_t *to = out;
    (void)in;
    for (int32_t i = 0; i < p->bytes; i++) {
        to[i] = p->values[i];
    }
}
