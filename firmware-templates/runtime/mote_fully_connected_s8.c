#include "mote_arithmetic.h"

void mote_fully_connected_s8(MOTE_CONST mote_fully_connected_s8_params *p, const int8_t *in,
                             int8_t *out) {
    for (int32_t b = 0; b < p->batches; b++, in += p->inputs) {
        MOTE_CONST int8_t *weights = p->weights;
        for (int32_t o = 0, filters; o < p->outputs; o += filters, weights += filters * p->inputs) {
            filters = mote_filters(o, p->outputs);
            int32_t sums[MOTE_FILTERS] = {0};
            mote_dot(in, weights, p->inputs, p->inputs, filters, sums);
            out = mote_outputs(&p->output, p->bias, o, sums, filters, out);
        }
    }
}
