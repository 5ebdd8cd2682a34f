#include "mote_filters.h"
#include "mote_lstm.h"

enum { GATES = MOTE_FILTERS };

/* gates += (bias + sum(in * weights)) * factors for the four gates of a unit. */
static void add(int32_t *gates, const int8_t *in, MOTE_CONST int8_t *weights, mote_int n,
                MOTE_CONST int32_t *bias, MOTE_CONST mote_factor *factors) {
    const mote_block block = {.width = n, .height = 1};
    int32_t sums[GATES] = {0};
    for (mote_int g = 0, filters; g < GATES; g += filters) {
        filters = mote_filters(g, GATES);
        mote_dot(in, weights + g * n, &block, n, filters, sums + g);
    }
    for (mote_int g = 0; g < GATES; g++) {
        const int32_t acc = bias == 0 ? sums[g] : mote_wrapping_add(bias[g], sums[g]);
        const int32_t scaled = mote_requantize(acc, factors[g].multiplier, factors[g].shift);
        gates[g] = mote_saturate_s16(gates[g] + mote_saturate_s16(scaled));
    }
}

/* One step of one batch: out gets the new hidden state while the old one is read. */
static void step(MOTE_CONST mote_lstm_s8_params *p, const int8_t *in, const int8_t *hidden,
                 int16_t *cell, int8_t *out) {
    const mote_int inputs = (mote_int)p->shape.inputs;
    const mote_int units = (mote_int)p->shape.units;
    for (mote_int u = 0; u < units; u++) {
        const mote_int first = GATES * u;
        MOTE_CONST int32_t *hidden_bias = p->hidden_bias;
        if (hidden_bias != 0) {
            hidden_bias += first;
        }
        int32_t gates[GATES] = {0};
        add(gates, in, p->input_weights + first * inputs, inputs, p->input_bias + first,
            &p->input_factors[0]);
        add(gates, hidden, p->hidden_weights + first * units, units, hidden_bias,
            &p->hidden_factors[0]);
        out[u] = mote_clamp(mote_lstm_unit(&p->cell, gates, cell + u), -128, 127);
    }
}

void mote_lstm_s8(MOTE_CONST mote_lstm_s8_params *p, const int8_t *in, int8_t *hidden,
                  int16_t *cell, int8_t *out) {
    const mote_lstm_shape shape = p->shape;
    for (int32_t b = 0; b < shape.batches; b++, hidden += shape.units, cell += shape.units) {
        for (int32_t t = 0; t < shape.steps; t++) {
            const int32_t row = t * shape.step_rows + b * shape.batch_rows;
            int8_t *target = out + row * shape.units;
            step(p, in + row * shape.inputs, hidden, cell, target);
            for (int32_t u = 0; u < shape.units; u++) {
                hidden[u] = target[u];
            }
        }
    }
}
