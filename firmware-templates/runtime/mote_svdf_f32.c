#include "mote_state.h"

static float dot(const float *a, MOTE_CONST float *b, int32_t n) {
    float sum = 0.0f;
    for (int32_t i = 0; i < n; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

void mote_svdf_f32(MOTE_CONST mote_svdf_f32_params *p, const float *in, float *state, float *out) {
    const mote_svdf_shape shape = p->shape;
    const int32_t filters = shape.units * shape.rank;
    const int32_t last = shape.batches * filters * shape.memory - 1;
    for (int32_t i = 0; i < last; i++) {
        state[i] = state[i + 1];
    }
    for (int32_t b = 0; b < shape.batches; b++, in += shape.inputs) {
        for (int32_t f = 0; f < filters; f++) {
            state[(b * filters + f + 1) * shape.memory - 1] =
                dot(in, p->feature_weights + f * shape.inputs, shape.inputs);
        }
    }
    const int32_t count = shape.rank * shape.memory;
    for (int32_t b = 0; b < shape.batches; b++) {
        for (int32_t u = 0; u < shape.units; u++, state += count) {
            const float sum = p->bias[u] + dot(state, p->time_weights + u * count, count);
            *out++ = sum < p->min ? p->min : sum > p->max ? p->max : sum;
        }
    }
}
