#include "mote_svdf.h"

void mote_svdf_s8(MOTE_CONST mote_svdf_s8_params *p, const int8_t *in, int8_t *state,
                  int8_t *out) {
    MOTE_CONST mote_svdf_common *common = &p->common;
    const mote_svdf_shape shape = common->shape;
    const int32_t filters = shape.units * shape.rank;
    const int32_t last = shape.batches * filters * shape.memory - 1;
    for (int32_t i = 0; i < last; i++) {
        state[i] = state[i + 1];
    }
    for (int32_t b = 0; b < shape.batches; b++, in += shape.inputs) {
        for (int32_t f = 0; f < filters; f++) {
            const int32_t newest = mote_svdf_feature(common, in, f, INT8_MIN, INT8_MAX);
            state[(b * filters + f + 1) * shape.memory - 1] =
                (int8_t)(newest + common->state_zero_point);
        }
    }
    const int32_t count = shape.rank * shape.memory;
    for (int32_t b = 0; b < shape.batches; b++) {
        MOTE_CONST int8_t *weights = p->time_weights;
        for (int32_t u = 0; u < shape.units; u++, weights += count, state += count) {
            int32_t acc = common->bias[u];
            for (int32_t i = 0; i < count; i++) {
                acc = mote_svdf_add(common, acc, weights[i], state[i]);
            }
            *out++ = mote_svdf_output(common, acc);
        }
    }
}
