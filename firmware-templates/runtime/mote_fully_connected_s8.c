#include "mote_arithmetic.h"

void mote_fully_connected_s8(MOTE_CONST mote_fully_connected_s8_params *p, const int8_t *in, int8_t *out) {
    for (int32_t b = 0; b < p->batches; b++, in += p->inputs) {
        MOTE_CONST int8_t *weights = p->weights;
        for (int32_t o = 0; o < p->outputs; o++, weights += p->inputs) {
            const int32_t acc = mote_wrapping_add(p->bias[o], mote_dot(in, weights, p->inputs));
            *out++ = mote_output(&p->output, o, acc);
        }
    }
}
