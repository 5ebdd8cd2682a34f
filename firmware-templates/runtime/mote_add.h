/* One element of an addition: both operands get 20 more fractional bits, are brought to one scale,
 * summed and requantized. */
#ifndef MOTE_ADD_H
#define MOTE_ADD_H

#include "mote_arithmetic.h"

/* |in - zero_point| < 2^8, so the shifted operand is below 2^28. */
static inline int32_t mote_add_scaled(const mote_add_operand *p, int8_t in) {
    return mote_requantize((in - p->zero_point) * (INT32_C(1) << 20), p->multiplier, p->shift);
}

/* p: a copy of the parameters, so that the compiler knows that no store of an output changes it. */
static inline int8_t mote_add_element(const mote_add_scaling *p, int8_t first, int8_t second) {
    const int32_t sum = mote_add_scaled(&p->first, first) + mote_add_scaled(&p->second, second);
    const int32_t scaled = mote_requantize(sum, p->multiplier, p->shift);
    return mote_clamp(mote_wrapping_add(scaled, p->zero_point), p->min, p->max);
}

#endif
