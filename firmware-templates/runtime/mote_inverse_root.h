/* 1 / sqrt(x), step for step as in Mote's Java class FixedPointFunctions.
 * Source: docs/arithmetic.md, section 6. */
#ifndef MOTE_INVERSE_ROOT_H
#define MOTE_INVERSE_ROOT_H

#include "mote_arithmetic.h"

/* 1 / sqrt(x) = result * 2^(shift - 31), for x >= 0, with 1 for 0, by five steps of Newton and
 * Raphson. shift: Range [-15, 0]. */
static inline int32_t mote_inverse_root(int32_t x, int32_t *shift) {
    const int32_t half_root_of_two = INT32_C(1518500250);
    const int32_t three_halves_q3 = INT32_C(402653184);
    int32_t right_shift = 11;
    int32_t root_q3 = INT32_C(1) << 28;
    *shift = 0;
    if (x <= 1) {
        return INT32_MAX;
    }
    /* To [2^27, 2^29) by a power of 4. */
    for (; x >= (INT32_C(1) << 29); x /= 4) {
        right_shift++;
    }
    for (; x < (INT32_C(1) << 27); x *= 4) {
        right_shift--;
    }
    const int32_t half_q3 = mote_divide_by_power_of_two(x >> 1, 1);
    for (int32_t i = 0; i < 5; i++) {
        const int32_t square = mote_doubling_high_multiply(root_q3, root_q3);
        const int32_t cube_q3 =
                mote_saturating_shift_left(mote_doubling_high_multiply(square, root_q3), 6);
        const int32_t difference_q6 = mote_doubling_high_multiply(three_halves_q3, root_q3)
                - mote_doubling_high_multiply(half_q3, cube_q3);
        root_q3 = mote_saturating_shift_left(difference_q6, 3);
    }
    const int32_t result = mote_doubling_high_multiply(root_q3, half_root_of_two);
    if (right_shift < 0) {
        return result * (INT32_C(1) << -right_shift);
    }
    *shift = -right_shift;
    return result;
}

#endif
