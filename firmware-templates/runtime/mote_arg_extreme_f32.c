#include "mote_logic.h"

/* A NaN compares as false: it never wins, and loses to the first number behind it. */
static int is_better(float candidate, float current, int32_t sign) {
    const int current_is_nan = !(current <= current);
    return sign > 0 ? candidate > current || (current_is_nan && candidate <= candidate)
                    : candidate < current || (current_is_nan && candidate <= candidate);
}

static int32_t best(MOTE_CONST mote_arg_extreme_params *p, const float *in) {
    int32_t index = 0;
    for (int32_t i = 1; i < p->axis; i++) {
        if (is_better(in[i * p->inner], in[index * p->inner], p->sign)) {
            index = i;
        }
    }
    return index;
}

void mote_arg_extreme_f32(MOTE_CONST mote_arg_extreme_params *p, const float *in, int32_t *out) {
    for (int32_t a = 0; a < p->outer; a++, in += p->axis * p->inner) {
        for (int32_t b = 0; b < p->inner; b++) {
            *out++ = best(p, in + b);
        }
    }
}
