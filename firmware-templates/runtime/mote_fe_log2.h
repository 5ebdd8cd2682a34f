/* Logarithms, step for step as in Mote's Java class Log2. */
#ifndef MOTE_FE_LOG2_H
#define MOTE_FE_LOG2_H

#include "mote_fe_bits.h"

/* log2(x) in Q16; 0 for 0. x: below 2^63; table: Q16 modulo 2^16, Format: [65] */
static inline int32_t mote_fe_log2(MOTE_CONST uint16_t *table, uint64_t x) {
    if (x <= 1) {
        return 0;
    }
    int32_t exponent = 63;
    if (x >> 32 == 0) {
        exponent -= 32;
        x <<= 32;
    }
    const mote_int zeros = mote_fe_leading_zeros((uint32_t)(x >> 32));
    exponent -= zeros;
    const uint32_t mantissa = (uint32_t)(x << zeros >> 32); /* the highest bit is 1 */
    const mote_int place = (mote_int)(mantissa >> 25 & 63);
    const uint32_t here = table[place];
    const uint32_t rise = (table[place + 1] - here) & 0xffff;
    const uint32_t fraction = here + ((rise * (mantissa >> 9 & 0xffff) + 0x8000) >> 16);
    return exponent * INT32_C(65536) + (int32_t)fraction;
}

#endif
