#include "mote_logic.h"

/* Over i and j. in: element [a][0][b][0][c]. */
static uint8_t all(MOTE_CONST mote_all_params *p, const uint8_t *in) {
    const int32_t j_step = p->kept[2];
    const int32_t i_step = p->kept[1] * p->reduced[1] * j_step;
    for (int32_t i = 0; i < p->reduced[0]; i++) {
        for (int32_t j = 0; j < p->reduced[1]; j++) {
            if (in[i * i_step + j * j_step] == 0) {
                return 0;
            }
        }
    }
    return 1;
}

void mote_all(MOTE_CONST mote_all_params *p, const uint8_t *in, uint8_t *out) {
    const int32_t b_step = p->reduced[1] * p->kept[2];
    const int32_t a_step = p->reduced[0] * p->kept[1] * b_step;
    for (int32_t a = 0; a < p->kept[0]; a++) {
        for (int32_t b = 0; b < p->kept[1]; b++) {
            for (int32_t c = 0; c < p->kept[2]; c++) {
                *out++ = all(p, in + a * a_step + b * b_step + c);
            }
        }
    }
}
