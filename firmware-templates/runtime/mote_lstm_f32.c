#include <math.h>

#include "mote_state.h"

enum { GATES = 4 };

static float dot(const float *a, MOTE_CONST float *b, int32_t n) {
    float sum = 0.0f;
    for (int32_t i = 0; i < n; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

static float logistic(float x) {
    return 1.0f / (1.0f + expf(-x));
}

/* One step of one batch: out gets the new hidden state while the old one is read. */
static void step(MOTE_CONST mote_lstm_f32_params *p, const float *in, const float *hidden,
                 float *cell, float *out) {
    const int32_t inputs = p->shape.inputs;
    const int32_t units = p->shape.units;
    for (int32_t u = 0; u < units; u++) {
        float gates[GATES];
        for (int32_t g = 0; g < GATES; g++) {
            const int32_t i = GATES * u + g;
            gates[g] = dot(in, p->input_weights + i * inputs, inputs) + p->input_bias[i] +
                       dot(hidden, p->hidden_weights + i * units, units);
        }
        const float added = logistic(gates[0]) * tanhf(gates[2]);
        const float sum = logistic(gates[1]) * cell[u] + added;
        cell[u] = sum < -p->cell_clip ? -p->cell_clip : sum > p->cell_clip ? p->cell_clip : sum;
        out[u] = tanhf(cell[u]) * logistic(gates[3]);
    }
}

void mote_lstm_f32(MOTE_CONST mote_lstm_f32_params *p, const float *in, float *hidden, float *cell,
                   float *out) {
    const mote_lstm_shape shape = p->shape;
    for (int32_t b = 0; b < shape.batches; b++, hidden += shape.units, cell += shape.units) {
        for (int32_t t = 0; t < shape.steps; t++) {
            const int32_t row = t * shape.step_rows + b * shape.batch_rows;
            float *target = out + row * shape.units;
            step(p, in + row * shape.inputs, hidden, cell, target);
            for (int32_t u = 0; u < shape.units; u++) {
                hidden[u] = target[u];
            }
        }
    }
}
