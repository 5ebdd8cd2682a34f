/* Square roots of integers. */
#ifndef MOTE_FE_ROOT_H
#define MOTE_FE_ROOT_H

#include "mote_front_end.h"

/* floor(sqrt(x)), bit by bit from the highest. */
static inline uint16_t mote_fe_root_32(uint32_t x) {
    uint32_t root = 0;
    uint32_t bit = UINT32_C(1) << 30;
    while (bit > x) {
        bit >>= 2;
    }
    for (; bit != 0; bit >>= 2) {
        if (x >= root + bit) {
            x -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
    }
    return (uint16_t)root;
}

/* As mote_fe_root_32, for x in [0, 2^62). */
static inline int32_t mote_fe_root(uint64_t x) {
    if (x <= UINT32_MAX) {
        return mote_fe_root_32((uint32_t)x);
    }
    uint64_t root = 0;
    uint64_t bit = UINT64_C(1) << 60;
    while (bit > x) {
        bit >>= 2;
    }
    for (; bit != 0; bit >>= 2) {
        if (x >= root + bit) {
            x -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
    }
    return (int32_t)root;
}

#endif
