/* exp and the reciprocal that softmax needs, step for step as in Mote's Java class
 * FixedPointFunctions. Qm has m integer and 31 - m fractional bits; the product of Qa and Qb, by
 * mote_doubling_high_multiply, is Q(a + b).
 * Source of the polynomials and constants: docs/arithmetic.md, section 6. */
#ifndef MOTE_FIXED_POINT_H
#define MOTE_FIXED_POINT_H

#include "mote_arithmetic.h"

/* exp(x) in Q0 for x in [-1/4, 0) in Q0: Taylor polynomial of degree 4 around -1/8. */
static inline int32_t mote_exp_on_minus_quarter_to_zero(int32_t x) {
    const int32_t exp_minus_eighth = INT32_C(1895147668);
    const int32_t third = INT32_C(715827883);
    const int32_t t = x + (INT32_C(1) << 28);
    const int32_t t2 = mote_doubling_high_multiply(t, t);
    const int32_t t3 = mote_doubling_high_multiply(t2, t);
    const int32_t t4 = mote_doubling_high_multiply(t2, t2);
    const int32_t cubic_and_quartic =
            mote_doubling_high_multiply(mote_divide_by_power_of_two(t4, 2) + t3, third);
    const int32_t higher_terms = mote_divide_by_power_of_two(cubic_and_quartic + t2, 1);
    return exp_minus_eighth + mote_doubling_high_multiply(exp_minus_eighth, t + higher_terms);
}

/* exp(x) in Q0, for x <= 0 in Q5. */
static inline int32_t mote_exp_on_negative_q5(int32_t x) {
    /* exp(-2^(i - 2)) in Q0, for i = 0 .. 6 */
    static MOTE_CONST int32_t exp_of_minus_powers[7] = {
        INT32_C(1672461947), INT32_C(1302514674), INT32_C(790015084), INT32_C(290630308),
        INT32_C(39332535),   INT32_C(720401),     INT32_C(242)};
    const int32_t quarter = INT32_C(1) << 24;
    if (x == 0) {
        return INT32_MAX;
    }
    const int32_t fraction = (x & (quarter - 1)) - quarter;
    const int32_t quarters = fraction - x;
    int32_t result = mote_exp_on_minus_quarter_to_zero(mote_saturating_shift_left(fraction, 5));
    for (int32_t i = 0; i < 7; i++) {
        if ((quarters & (quarter << i)) != 0) {
            result = mote_doubling_high_multiply(result, exp_of_minus_powers[i]);
        }
    }
    return result;
}

/* 1 / (1 + x) in Q0, for x in [0, 1] in Q0, by three steps of Newton and Raphson. */
static inline int32_t mote_reciprocal_of_one_plus(int32_t x) {
    const int32_t one_q2 = INT32_C(1) << 29;
    const int32_t forty_eight_seventeenths_q2 = INT32_C(1515870810);
    const int32_t minus_thirty_two_seventeenths_q2 = INT32_C(-1010580540);
    const int32_t half_denominator = (int32_t)(((uint32_t)x + (UINT32_C(1) << 31)) >> 1);
    int32_t inverse = forty_eight_seventeenths_q2
            + mote_doubling_high_multiply(half_denominator, minus_thirty_two_seventeenths_q2);
    for (int32_t i = 0; i < 3; i++) {
        const int32_t error = one_q2 - mote_doubling_high_multiply(half_denominator, inverse);
        inverse += mote_saturating_shift_left(mote_doubling_high_multiply(inverse, error), 2);
    }
    return mote_saturating_shift_left(inverse, 1);
}

/* 2^(12 - headroom) / sum in Q0, in (1/2, 1]. sum: Q12, at least 1. */
static inline int32_t mote_reciprocal_of_sum(int32_t sum, int32_t *headroom) {
    uint32_t mantissa = (uint32_t)sum;
    for (*headroom = 0; mantissa < (UINT32_C(1) << 31); mantissa <<= 1) {
        (*headroom)++;
    }
    return mote_reciprocal_of_one_plus((int32_t)(mantissa - (UINT32_C(1) << 31)));
}

#endif
