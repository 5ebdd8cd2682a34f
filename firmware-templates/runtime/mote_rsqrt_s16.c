#include "mote_inverse_root.h"
#include "mote_wide.h"

void mote_rsqrt_s16(MOTE_CONST mote_rsqrt_s16_params *p, const int16_t *in, int16_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        int32_t scaled = INT16_MAX;
        if (in[i] > 0) {
            int32_t shift = 0;
            const int32_t multiplier = mote_inverse_root(in[i], &shift);
            const int32_t root = mote_requantize(1, multiplier, shift + 20);
            scaled = mote_requantize(root, p->multiplier, p->shift);
        }
        out[i] = mote_clamp_s16(scaled, INT16_MIN, INT16_MAX);
    }
}
