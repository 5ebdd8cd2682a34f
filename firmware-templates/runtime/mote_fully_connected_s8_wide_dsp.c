#define MOTE_WIDE 1
#include "mote_dsp_dense.h"

void mote_fully_connected_s8_wide_dsp(MOTE_CONST mote_fully_connected_s8_dsp_params *p,
                                      const int8_t *in, int8_t *out, void *scratch) {
    for (mote_int b = 0; b < p->batches; b++, in += p->inputs, out += p->outputs) {
        mote_widen(in, p->inputs / MOTE_QUAD, scratch, 2);
        dense(p, scratch, in, out);
    }
}
