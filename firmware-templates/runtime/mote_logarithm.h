/* log(x), step for step as in Mote's Java class FixedPointFunctions.
 * Source: docs/arithmetic.md, section 6. */
#ifndef MOTE_LOGARITHM_H
#define MOTE_LOGARITHM_H

#include "mote_fixed_point.h"

/* Leading zero bits of x > 0. */
static inline int32_t mote_leading_zeros(int32_t x) {
    int32_t zeros = 1;
    while (x < (INT32_C(1) << 30)) {
        x *= 2;
        zeros++;
    }
    return zeros;
}

/* Numerator and denominator - 1, in Q0, of a rational approximation around 2^(-1/4). */
static inline int32_t mote_logarithm_of_fraction(int32_t r) {
    const int32_t fourth_root_of_half = INT32_C(1805811301);
    const int32_t p = (int32_t)(((int64_t)r + fourth_root_of_half + 1) / 2);
    const int32_t q = 2 * (r - fourth_root_of_half);
    const int32_t square = mote_doubling_high_multiply(q, q);
    const int32_t cube = mote_doubling_high_multiply(q, square);
    const int32_t numerator = mote_doubling_high_multiply(q, r)
            + mote_doubling_high_multiply(cube, INT32_C(117049297));
    const int32_t term =
            INT32_C(1057819769) + q + mote_doubling_high_multiply(square, INT32_C(127690142));
    const int32_t denominator = mote_doubling_high_multiply(p, term)
            + mote_doubling_high_multiply(q, INT32_C(638450708));
    return mote_doubling_high_multiply(mote_divide_by_power_of_two(numerator, 6),
                                       mote_reciprocal_of_one_plus(denominator));
}

/* log(x) in Q5, for x >= 1 in Q12. x is r * 2^power in two ways; the power is a whole number plus
 * or minus a quarter. */
static inline int32_t mote_logarithm(int32_t x) {
    const int32_t log_of_two = INT32_C(1488522236);
    const int32_t half_root_of_two = INT32_C(1518500250);
    const int32_t quarter_q6 = INT32_C(1) << 23;
    const int32_t zeros = mote_leading_zeros(x);
    const int32_t zeros_of_half =
            mote_leading_zeros(mote_doubling_high_multiply(x, half_root_of_two)) - 1;
    const int32_t normalized =
            mote_doubling_high_multiply(mote_saturating_shift_left(x, zeros - 1), half_root_of_two);
    const int32_t first = mote_saturating_shift_left(normalized, 1);
    const int32_t second = mote_saturating_shift_left(x, zeros_of_half);
    const int32_t first_power = (12 - zeros) * (INT32_C(1) << 25) + quarter_q6;
    const int32_t second_power = (12 - zeros_of_half) * (INT32_C(1) << 25) - quarter_q6;
    const int32_t power = first_power > second_power ? first_power : second_power;
    const int32_t fraction = mote_logarithm_of_fraction(first < second ? first : second);
    return mote_saturating_shift_left(mote_doubling_high_multiply(power, log_of_two) + fraction,
                                      1);
}

#endif
