#include "mote_s16.h"
#include "mote_sigmoid.h"

void mote_logistic_s16(MOTE_CONST mote_sigmoidal_s16_params *p, const int16_t *in, int16_t *out) {
    const int32_t half = p->shift > 0 ? INT32_C(1) << (p->shift - 1) : 0;
    for (int32_t i = 0; i < p->elements; i++) {
        out[i] = (int16_t)mote_logistic((in[i] * p->multiplier + half) >> p->shift);
    }
}
