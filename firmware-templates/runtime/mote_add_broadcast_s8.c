#include "mote_add.h"

/* Index of element [a][b][c][0]. */
static int32_t element(MOTE_CONST int32_t *step, int32_t a, int32_t b, int32_t c) {
    return a * step[0] + b * step[1] + c * step[2];
}

void mote_add_broadcast_s8(MOTE_CONST mote_add_broadcast_s8_params *p, const int8_t *first,
                           const int8_t *second, int8_t *out) {
    const mote_add_scaling scaling = p->scaling;
    for (int32_t a = 0; a < p->size[0]; a++) {
        for (int32_t b = 0; b < p->size[1]; b++) {
            for (int32_t c = 0; c < p->size[2]; c++) {
                const int32_t i = element(p->first_step, a, b, c);
                const int32_t j = element(p->second_step, a, b, c);
                for (int32_t d = 0; d < p->size[3]; d++) {
                    const int8_t x = first[i + d * p->first_step[3]];
                    *out++ = mote_add_element(&scaling, x, second[j + d * p->second_step[3]]);
                }
            }
        }
    }
}
