#include "mote_add.h"

void mote_add_s8(MOTE_CONST mote_add_s8_params *p, const int8_t *first, const int8_t *second,
                 int8_t *out) {
    const mote_add_scaling scaling = p->scaling;
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = mote_add_element(&scaling, first[i], second[i]);
    }
}
