#include <math.h>

#include "mote_f32.h"

void mote_log_softmax_f32(MOTE_CONST mote_log_softmax_f32_params *p, const float *in, float *out) {
    for (int32_t row = 0; row < p->rows; row++, in += p->depth, out += p->depth) {
        float max = in[0];
        for (int32_t c = 1; c < p->depth; c++) {
            max = in[c] > max ? in[c] : max;
        }
        float sum = 0.0f;
        for (int32_t c = 0; c < p->depth; c++) {
            sum += expf(in[c] - max);
        }
        const float logarithm = logf(sum);
        for (int32_t c = 0; c < p->depth; c++) {
            out[c] = in[c] - max - logarithm;
        }
    }
}
