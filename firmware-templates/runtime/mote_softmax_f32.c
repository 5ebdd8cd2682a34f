#include <math.h>

#include "mote_f32.h"

static float largest(const float *values, int32_t n) {
    float max = values[0];
    for (int32_t i = 1; i < n; i++) {
        max = values[i] > max ? values[i] : max;
    }
    return max;
}

void mote_softmax_f32(MOTE_CONST mote_softmax_f32_params *p, const float *in, float *out) {
    for (int32_t row = 0; row < p->rows; row++, in += p->depth, out += p->depth) {
        const float max = largest(in, p->depth);
        float sum = 0.0f;
        for (int32_t c = 0; c < p->depth; c++) {
            out[c] = expf((in[c] - max) * p->beta);
            sum += out[c];
        }
        for (int32_t c = 0; c < p->depth; c++) {
            out[c] /= sum;
        }
    }
}
