#include "mote_fe_quantize.h"

void mote_fe_quantize(MOTE_CONST mote_fe_quantize_params *p, const int32_t *values, int8_t *out) {
    mote_int channel = 0;
    for (mote_int i = 0; i < p->count; i++) {
        out[i] = mote_fe_quantized(p, channel, values[i]);
        channel = (mote_int)(channel + 1 == p->period ? 0 : channel + 1);
    }
}
