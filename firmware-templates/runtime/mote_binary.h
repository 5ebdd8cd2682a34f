/* What the functions of two elements share: the walk over operands that repeat, and the way to one
 * scale. */
#ifndef MOTE_BINARY_H
#define MOTE_BINARY_H

#include "mote_arithmetic.h"

/* Rows of the innermost dimension. */
static inline mote_int mote_broadcast_rows(MOTE_CONST mote_broadcast *b) {
    return b->size[0] * b->size[1] * b->size[2];
}

/* First element of row in an operand with these steps. */
static inline mote_int mote_broadcast_row(MOTE_CONST mote_broadcast *b, MOTE_CONST mote_int *step,
                                          mote_int row) {
    const mote_int c = row % b->size[2];
    const mote_int rest = row / b->size[2];
    return rest / b->size[1] * step[0] + rest % b->size[1] * step[1] + c * step[2];
}

/* (in - zero_point) * 2^bits on the common scale. |in - zero_point| < 2^8 and bits <= 20 with int8,
 * < 2^16 and <= 15 with int16, so it stays below 2^31. */
static inline int32_t mote_on_common_scale(MOTE_CONST mote_operand *p, int32_t in, int32_t bits) {
    return mote_requantize((in - p->zero_point) * (INT32_C(1) << bits), p->multiplier, p->shift);
}

static inline int8_t mote_binary_result(MOTE_CONST mote_binary_s8_params *p, int32_t value) {
    const int32_t scaled = mote_requantize(value, p->multiplier, p->shift);
    return mote_clamp(mote_wrapping_add(scaled, p->zero_point), p->min, p->max);
}

#endif
