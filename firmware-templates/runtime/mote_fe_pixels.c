#include "mote_front_end.h"

void mote_fe_pixels(MOTE_CONST mote_fe_pixels_params *p, const uint8_t *pixels, int8_t *out) {
    mote_int channel = 0;
    for (int32_t i = 0; i < p->count; i++) {
        out[i] = p->elements[channel * 256 + pixels[i]];
        channel = (mote_int)(channel + 1 == p->period ? 0 : channel + 1);
    }
}
