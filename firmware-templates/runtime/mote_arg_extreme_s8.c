#include "mote_logic.h"

static int32_t best(MOTE_CONST mote_arg_extreme_params *p, const int8_t *in) {
    int32_t index = 0;
    for (int32_t i = 1; i < p->axis; i++) {
        if (p->sign * in[i * p->inner] > p->sign * in[index * p->inner]) {
            index = i;
        }
    }
    return index;
}

void mote_arg_extreme_s8(MOTE_CONST mote_arg_extreme_params *p, const int8_t *in, int32_t *out) {
    for (int32_t a = 0; a < p->outer; a++, in += p->axis * p->inner) {
        for (int32_t b = 0; b < p->inner; b++) {
            *out++ = best(p, in + b);
        }
    }
}
