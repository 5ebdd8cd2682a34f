#include "mote_avr_outputs.h"
#include "mote_filters.h"

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
        const mote_block block = {.width = p->inputs, .height = 1};
        MOTE_CONST int32_t *bias = p->bias;
        for (mote_int o = 0, outputs; o < p->outputs; o += outputs) {
            outputs = mote_channels(o, p->outputs);
            int32_t sums[MOTE_CHANNELS];
            for (mote_int i = 0, filters; i < outputs; i += filters) {
                filters = mote_filters(i, outputs);
                mote_begin_sums(bias, filters, sums + i);
                mote_dot(in, weights, &block, p->inputs, filters, sums + i);
                bias += filters;
                weights += filters * p->inputs;
            }
            out = mote_outputs(&p->output, o, sums, outputs, out);
        }
#endif
    }
}
