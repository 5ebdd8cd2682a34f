/* Positions of bits. */
#ifndef MOTE_FE_BITS_H
#define MOTE_FE_BITS_H

#include "mote_front_end.h"

/* Zero bits above the highest 1. x: not 0 */
static inline mote_int mote_fe_leading_zeros(uint32_t x) {
#if defined(__GNUC__) && !defined(__AVR__)
    return __builtin_clz(x);
#else
    mote_int zeros = 0;
    for (mote_int bits = 16; bits > 0; bits >>= 1) {
        if (x >> (32 - bits) == 0) {
            x <<= bits;
            zeros = (mote_int)(zeros + bits);
        }
    }
    return zeros;
#endif
}

#endif
