/* Channels of a series. */
#ifndef MOTE_FE_SERIES_H
#define MOTE_FE_SERIES_H

#include "mote_front_end.h"

/* Position of the i-th used channel. */
static inline mote_int mote_fe_channel(MOTE_CONST mote_fe_series *p, mote_int i) {
    return p->which ? p->which[i] : i;
}

/* Sum of a channel; values points to its first. */
static inline int32_t mote_fe_sum(const int32_t *values, mote_int rows, mote_int step) {
    int32_t sum = 0;
    for (mote_int row = 0; row < rows; row++, values += step) {
        sum += *values; /* 2^10 values of 18 bits */
    }
    return sum;
}

/* floor((sum * 2^bits + floor(n / 2)) / n): the mean in Q bits. */
static inline int32_t mote_fe_mean(int32_t sum, mote_int n, mote_int bits) {
    const int64_t dividend = (int64_t)sum * (INT32_C(1) << bits) + (n >> 1);
    const int64_t quotient = dividend / n;
    return (int32_t)(dividend % n < 0 ? quotient - 1 : quotient);
}

#endif
