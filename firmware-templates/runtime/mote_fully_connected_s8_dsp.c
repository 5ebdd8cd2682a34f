#define MOTE_WIDE 0
#include "mote_dsp_dense.h"

void mote_fully_connected_s8_dsp(MOTE_CONST mote_fully_connected_s8_dsp_params *p, const int8_t *in,
                                 int8_t *out) {
    for (mote_int b = 0; b < p->batches; b++, in += p->inputs, out += p->outputs) {
        dense(p, in, in, out);
    }
}
