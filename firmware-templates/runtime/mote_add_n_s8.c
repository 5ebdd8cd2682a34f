#include "mote_arithmetic.h"

void mote_add_n_s8(MOTE_CONST mote_add_n_s8_params *p, const int8_t *const *in, int8_t *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        int32_t sum = p->offset;
        for (int32_t k = 0; k < p->inputs; k++) {
            sum += in[k][i];
        }
        /* |sum| < 2^12: codegen bounds the inputs. */
        const int32_t widened = sum * (INT32_C(1) << 19);
        const int32_t scaled = mote_requantize(widened, p->multiplier, p->shift);
        out[i] = mote_clamp(mote_wrapping_add(scaled, p->output_zero_point), INT8_MIN, INT8_MAX);
    }
}
