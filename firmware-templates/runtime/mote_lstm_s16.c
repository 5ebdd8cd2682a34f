#include "mote_lstm.h"
#include "mote_wide.h"

enum { GATES = 4 };

static int32_t scaled(int64_t acc, MOTE_CONST mote_factor *factor) {
    return mote_saturate_s16(mote_requantize_wide(acc, factor->multiplier, factor->shift));
}

static int64_t dot(const int16_t *in, int32_t zero_point, MOTE_CONST int8_t *weights, int32_t n) {
    int64_t sum = 0;
    for (int32_t i = 0; i < n; i++) {
        sum += (int32_t)weights[i] * (in[i] - zero_point);
    }
    return sum;
}

/* One step of one batch: out gets the new hidden state while the old one is read. */
static void step(MOTE_CONST mote_lstm_s16_params *p, const int16_t *in, const int16_t *hidden,
                 int16_t *cell, int16_t *out) {
    const int32_t inputs = p->shape.inputs;
    const int32_t units = p->shape.units;
    for (int32_t u = 0; u < units; u++) {
        int32_t gates[GATES];
        for (int32_t g = 0; g < GATES; g++) {
            const int32_t i = GATES * u + g;
            const int64_t sum = dot(in, p->input_zero_point, p->input_weights + i * inputs, inputs);
            const int64_t acc = (int64_t)((uint64_t)sum + (uint64_t)p->input_bias[i]);
            const int64_t recurrent =
                dot(hidden, p->cell.hidden_zero_point, p->hidden_weights + i * units, units);
            gates[g] = mote_saturate_s16(scaled(acc, &p->input_factors[g]) +
                                         scaled(recurrent, &p->hidden_factors[g]));
        }
        out[u] = (int16_t)mote_saturate_s16(mote_lstm_unit(&p->cell, gates, cell + u));
    }
}

void mote_lstm_s16(MOTE_CONST mote_lstm_s16_params *p, const int16_t *in, int16_t *hidden,
                   int16_t *cell, int16_t *out) {
    const mote_lstm_shape shape = p->shape;
    for (int32_t b = 0; b < shape.batches; b++, hidden += shape.units, cell += shape.units) {
        for (int32_t t = 0; t < shape.steps; t++) {
            const int32_t row = t * shape.step_rows + b * shape.batch_rows;
            int16_t *target = out + row * shape.units;
            step(p, in + row * shape.inputs, hidden, cell, target);
            for (int32_t u = 0; u < shape.units; u++) {
                hidden[u] = target[u];
            }
        }
    }
}
