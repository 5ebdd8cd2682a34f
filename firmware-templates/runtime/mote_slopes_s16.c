#include "mote_wide.h"

static int32_t line(MOTE_CONST mote_slopes_s16_params *p, int32_t x) {
    if (x >= 0) {
        return mote_requantize(x, p->above_multiplier, p->above_shift);
    }
    const int32_t below = mote_requantize(p->input_sign * x, p->below_multiplier, p->below_shift);
    return p->output_sign * below;
}

void mote_slopes_s16(MOTE_CONST mote_slopes_s16_params *p, const int16_t *in, int16_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        const int32_t scaled = line(p, in[i] - p->input_zero_point);
        out[i] = mote_clamp_s16(mote_wrapping_add(scaled, p->output_zero_point), p->min, p->max);
    }
}
