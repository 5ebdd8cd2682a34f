/* asinh from a table, step for step as in Mote's Java classes Compression and Asinh. */
#ifndef MOTE_FE_ASINH_H
#define MOTE_FE_ASINH_H

#include "mote_fe_bits.h"

/* ratio: Q12, Range [0, 2^27) */
static inline int32_t mote_fe_asinh_of(MOTE_CONST mote_fe_asinh *p, int32_t ratio) {
    mote_int place = 0;
    mote_int width_bits = 9;
    if (ratio >= 512) {
        const mote_int octave = (mote_int)(31 - mote_fe_leading_zeros((uint32_t)ratio));
        width_bits = (mote_int)(octave - 4);
        place = (mote_int)(1 + (octave - 9) * 16 + (mote_int)(ratio >> width_bits & 15));
    }
    if (place + 1 >= p->size) {
        return p->entries[p->size - 1];
    }
    const int32_t width = INT32_C(1) << width_bits;
    const int32_t here = p->entries[place];
    const int32_t rise = p->entries[place + 1] - here;
    return here + ((rise * (ratio & (width - 1)) + (width >> 1)) >> width_bits);
}

/* asinh(value / knee) in Q12. */
static inline int32_t mote_fe_compressed(MOTE_CONST mote_fe_asinh *p, MOTE_CONST mote_fe_knee *knee,
                                         int32_t value) {
    const int32_t largest = (INT32_C(1) << 27) - 1;
    const int64_t product = (int64_t)(value < 0 ? -value : value) * knee->multiplier;
    const int64_t ratio = (product + (INT64_C(1) << (knee->shift - 1))) >> knee->shift;
    const int32_t result = mote_fe_asinh_of(p, ratio < largest ? (int32_t)ratio : largest);
    return value < 0 ? -result : result;
}

#endif
