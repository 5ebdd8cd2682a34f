#include "mote_logic.h"

void mote_not(MOTE_CONST mote_not_params *p, const uint8_t *in, uint8_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = in[i] == 0 ? 1 : 0;
    }
}
