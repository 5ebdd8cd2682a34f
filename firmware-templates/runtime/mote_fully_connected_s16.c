#include "mote_wide.h"

void mote_fully_connected_s16(MOTE_CONST mote_fully_connected_s16_params *p, const int16_t *in,
                              int16_t *out) {
    for (int32_t b = 0; b < p->batches; b++, in += p->inputs) {
        MOTE_CONST int8_t *weights = p->weights;
        for (int32_t o = 0; o < p->outputs; o++, weights += p->inputs) {
            *out++ = mote_output_wide(&p->output, o, mote_dot_wide(in, weights, p->inputs));
        }
    }
}
