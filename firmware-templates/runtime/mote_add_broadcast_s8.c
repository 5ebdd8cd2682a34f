#include "mote_add.h"

/* The innermost dimension. */
static int8_t *add_row(
        MOTE_CONST mote_add_broadcast_s8_params *p, const int8_t *first, const int8_t *second, int8_t *out) {
    for (int32_t d = 0; d < p->size[3]; d++) {
        *out++ = mote_add_element(&p->scaling, first[d * p->first_step[3]], second[d * p->second_step[3]]);
    }
    return out;
}

void mote_add_broadcast_s8(
        MOTE_CONST mote_add_broadcast_s8_params *p, const int8_t *first, const int8_t *second, int8_t *out) {
    for (int32_t a = 0; a < p->size[0]; a++) {
        for (int32_t b = 0; b < p->size[1]; b++) {
            for (int32_t c = 0; c < p->size[2]; c++) {
                const int32_t i = a * p->first_step[0] + b * p->first_step[1] + c * p->first_step[2];
                const int32_t j = a * p->second_step[0] + b * p->second_step[1] + c * p->second_step[2];
                out = add_row(p, first + i, second + j, out);
            }
        }
    }
}
