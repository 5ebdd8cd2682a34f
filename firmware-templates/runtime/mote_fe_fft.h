/* Fourier transform of real values, step for step as in Mote's Java class RealFft. */
#ifndef MOTE_FE_FFT_H
#define MOTE_FE_FFT_H

#include "mote_front_end.h"

static inline void mote_fe_swap(int32_t *a, int32_t *b) {
    const int32_t kept = *a;
    *a = *b;
    *b = kept;
}

/* Complex value i goes to where i's bits, reversed, say. */
static inline void mote_fe_reverse(int32_t *data, mote_int points) {
    mote_int target = 0;
    for (mote_int i = 0; i < points; i++) {
        if (target > i) {
            mote_fe_swap(&data[2 * i], &data[2 * target]);
            mote_fe_swap(&data[2 * i + 1], &data[2 * target + 1]);
        }
        mote_int bit = (mote_int)(points >> 1); /* counts up from the highest bit */
        while ((target & bit) != 0) {
            target = (mote_int)(target ^ bit);
            bit = (mote_int)(bit >> 1);
        }
        target = (mote_int)(target | bit);
    }
}

/* Factor exp(-2 pi i angle / size) in Q15. angle: [0, size / 2) */
typedef struct {
    int32_t cosine;
    int32_t minus_sine;
} mote_fe_factor;

static inline mote_fe_factor mote_fe_factor_of(MOTE_CONST uint16_t *sine, mote_int quarter,
                                               mote_int angle) {
    mote_fe_factor factor;
    if (angle <= quarter) {
        factor.cosine = sine[quarter - angle];
        factor.minus_sine = -(int32_t)sine[angle];
    } else {
        factor.cosine = -(int32_t)sine[angle - quarter];
        factor.minus_sine = -(int32_t)sine[2 * quarter - angle];
    }
    return factor;
}

/* a, b = a + b, a - b, both complex. */
static inline void mote_fe_butterfly(int32_t *a, int32_t *b, int32_t real, int32_t imaginary) {
    b[0] = a[0] - real;
    b[1] = a[1] - imaginary;
    a[0] += real;
    a[1] += imaginary;
}

/* Pairs of transforms of half points become transforms of twice as many. */
static inline void mote_fe_combine(int32_t *data, mote_int points, mote_int half,
                                   MOTE_CONST uint16_t *sine) {
    const int32_t round = INT32_C(1) << 14;
    for (mote_int even = 0; even < points; even = (mote_int)(even + 2 * half)) {
        int32_t *const b = &data[2 * (even + half)];
        mote_fe_butterfly(&data[2 * even], b, b[0], b[1]); /* by 1 */
    }
    for (mote_int k = 1; k < half; k++) {
        const mote_fe_factor f =
                mote_fe_factor_of(sine, (mote_int)(points / 2), (mote_int)(k * (points / half)));
        for (mote_int even = k; even < points; even = (mote_int)(even + 2 * half)) {
            int32_t *const b = &data[2 * (even + half)];
            const int64_t real = (int64_t)b[0] * f.cosine - (int64_t)b[1] * f.minus_sine;
            const int64_t imaginary = (int64_t)b[0] * f.minus_sine + (int64_t)b[1] * f.cosine;
            mote_fe_butterfly(&data[2 * even], b, (int32_t)((real + round) >> 15),
                              (int32_t)((imaginary + round) >> 15));
        }
    }
}

/* From the transform of the complex values to that of the real ones. */
static inline void mote_fe_split(int32_t *data, mote_int points, MOTE_CONST uint16_t *sine) {
    const int32_t round = INT32_C(1) << 15;
    const int32_t first = data[0];
    data[0] = first + data[1];
    data[1] = first - data[1];
    for (mote_int k = 1; k <= points / 2; k++) {
        int32_t *const a = &data[2 * k];
        int32_t *const b = &data[2 * (points - k)];
        const mote_fe_factor f = mote_fe_factor_of(sine, (mote_int)(points / 2), k);
        const int64_t even_real = (int64_t)(a[0] + b[0]) * 32768 + round;
        const int64_t even_imaginary = (int64_t)(a[1] - b[1]) * 32768;
        const int32_t odd_real = a[1] + b[1];
        const int32_t odd_imaginary = b[0] - a[0];
        const int64_t real =
                (int64_t)odd_real * f.cosine - (int64_t)odd_imaginary * f.minus_sine;
        const int64_t imaginary =
                (int64_t)odd_real * f.minus_sine + (int64_t)odd_imaginary * f.cosine + round;
        b[0] = (int32_t)((even_real - real) >> 16);
        b[1] = (int32_t)((imaginary - even_imaginary) >> 16);
        a[0] = (int32_t)((even_real + real) >> 16);
        a[1] = (int32_t)((imaginary + even_imaginary) >> 16);
    }
}

/* In place: X[0], X[size / 2], then real and imaginary part of X[1], X[2], ... X[size / 2 - 1].
 * Nothing overflows while every value is at most 2^30 / size. */
static inline void mote_fe_fft(int32_t *data, mote_int size, MOTE_CONST uint16_t *sine) {
    const mote_int points = (mote_int)(size / 2);
    mote_fe_reverse(data, points);
    for (mote_int half = 1; half < points; half = (mote_int)(2 * half)) {
        mote_fe_combine(data, points, half, sine);
    }
    mote_fe_split(data, points, sine);
}

#endif
