#include "mote_avr_outputs.h"

void mote_fully_connected_s8(MOTE_CONST mote_fully_connected_s8_params *p, const int8_t *in,
                             int8_t *out) {
    for (mote_int b = 0; b < p->batches; b++, in += p->inputs) {
        MOTE_CONST int8_t *weights = p->weights;
#ifdef MOTE_AVR_DOT
        const mote_avr_block block = mote_avr_block_of(p->inputs, 1, p->inputs, p->inputs);
        mote_avr_channels channels = mote_avr_channels_of(&p->output, p->bias, &block);
        if (block.is_small) {
            out = mote_avr_outputs(&channels, in, weights, p->outputs, out);
        } else {
            for (mote_int o = 0; o < p->outputs; o++, weights += p->inputs) {
                *out++ = mote_avr_next(&channels, mote_avr_dot_large(&block, in, weights));
            }
        }
#else
        for (mote_int o = 0, filters; o < p->outputs; o += filters) {
            filters = mote_filters(o, p->outputs);
            int32_t sums[MOTE_FILTERS] = {0};
            mote_dot(in, weights, p->inputs, p->inputs, filters, sums);
            out = mote_outputs(&p->output, p->bias, o, sums, filters, out);
            weights += filters * p->inputs;
        }
#endif
    }
}
