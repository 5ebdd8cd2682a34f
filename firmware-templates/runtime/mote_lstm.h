/* What LSTM with data of int8 and of int16 share: everything behind the gates. */
#ifndef MOTE_LSTM_H
#define MOTE_LSTM_H

#include "mote_arithmetic.h"
#include "mote_sigmoid.h"
#include "mote_state.h"

static inline int32_t mote_saturate_s16(int32_t x) {
    return x < INT16_MIN ? INT16_MIN : x > INT16_MAX ? INT16_MAX : x;
}

/* New value of a unit's hidden state, not yet saturated, from its four gates; the cell moves on.
 * Products have 30 fraction bits at most, so they fit. */
static inline int32_t mote_lstm_unit(MOTE_CONST mote_lstm_cell *p, const int32_t *gates,
                                     int16_t *cell) {
    const int32_t input = mote_logistic(gates[0] * 3);
    const int32_t forget = mote_logistic(gates[1] * 3);
    const int32_t fresh = mote_tanh(gates[2] * 3);
    const int32_t output = mote_logistic(gates[3] * 3);
    /* From 15 fraction bits more to the cell's: 2^-15. */
    const int32_t kept = mote_requantize(forget * *cell, INT32_C(1) << 30, -14);
    const int32_t added =
        mote_requantize(input * fresh, p->new_factor.multiplier, p->new_factor.shift);
    int32_t sum = mote_saturate_s16(mote_saturate_s16(kept) + mote_saturate_s16(added));
    sum = sum < p->cell_min ? p->cell_min : sum > p->cell_max ? p->cell_max : sum;
    *cell = (int16_t)sum;
    const int32_t half = p->tanh_shift > 0 ? INT32_C(1) << (p->tanh_shift - 1) : 0;
    const int32_t tanh = mote_tanh((sum * p->tanh_multiplier + half) >> p->tanh_shift);
    const int32_t scaled =
        mote_requantize(tanh * output, p->hidden_factor.multiplier, p->hidden_factor.shift);
    return mote_wrapping_add(scaled, p->hidden_zero_point);
}

#endif
