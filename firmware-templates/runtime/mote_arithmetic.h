/* Every rounding step of the int8 kernels, step for step as in Mote's Java class FixedPoint. Each
 * one, with its source: docs/arithmetic.md. Nothing else in the runtime rounds. */
#ifndef MOTE_ARITHMETIC_H
#define MOTE_ARITHMETIC_H

#include <stdint.h>

#include "mote_runtime.h"

/* C lets the compiler choose two things that are relied on here: >> of a negative number keeps the
 * sign, and conversion of an unsigned number to the signed type of its size keeps the bits. A
 * compiler that does otherwise stops here. */
typedef char mote_requires_right_shift_of_32_bits[(INT32_C(-1) >> 1) == -1 ? 1 : -1];
typedef char mote_requires_right_shift_of_64_bits[(INT64_C(-1) >> 1) == -1 ? 1 : -1];
typedef char mote_requires_wrapping_conversion[(int32_t)UINT32_MAX == -1 ? 1 : -1];

/* a + b modulo 2^32. Accumulators wrap, as those of the reference do on every machine. */
static inline int32_t mote_wrapping_add(int32_t a, int32_t b) {
    return (int32_t)((uint32_t)a + (uint32_t)b);
}

#if MOTE_ASSEMBLY
#include "mote_avr.h"
#else
/* High 32 bits of 2 * a * b, rounded to nearest, an exact half towards plus infinity.
 * a and b are not both INT32_MIN: multipliers are never negative. */
static inline int32_t mote_doubling_high_multiply(int32_t a, int32_t b) {
    const int64_t product = (int64_t)a * b;
    return (int32_t)((product + (INT64_C(1) << 30)) >> 31);
}

/* x / 2^exponent, rounded to nearest, an exact half away from zero. exponent: [0, 31]. */
static inline int32_t mote_divide_by_power_of_two(int32_t x, int32_t exponent) {
    const int32_t mask = (int32_t)((UINT32_C(1) << exponent) - 1);
    const int32_t threshold = (mask >> 1) + (x < 0 ? 1 : 0);
    return (x >> exponent) + ((x & mask) > threshold ? 1 : 0);
}

/* x * multiplier * 2^(shift - 31), rounded twice: after the multiplication and after the right
 * shift. A left shift that leaves int32 wraps. multiplier: 0 or [2^30, 2^31); shift: [-31, 30],
 * positive = left. */
static inline int32_t mote_requantize(int32_t x, int32_t multiplier, int32_t shift) {
    if (shift > 0) {
        return mote_doubling_high_multiply((int32_t)((uint32_t)x << shift), multiplier);
    }
    return mote_divide_by_power_of_two(mote_doubling_high_multiply(x, multiplier), -shift);
}

#endif

/* x * 2^exponent, saturated. exponent: [0, 30]. */
static inline int32_t mote_saturating_shift_left(int32_t x, int32_t exponent) {
    if (x > (INT32_MAX >> exponent)) {
        return INT32_MAX;
    }
    if (x < (INT32_MIN >> exponent)) {
        return INT32_MIN;
    }
    return (int32_t)((uint32_t)x << exponent);
}

/* x between min and max, which lie in [-128, 127]. */
static inline int8_t mote_clamp(int32_t x, mote_int min, mote_int max) {
    return (int8_t)(x < min ? min : x > max ? max : x);
}

/* Keeps a function on its own, where the compiler can be told so; for size it is better inlined. */
#if defined(__GNUC__) && !defined(__OPTIMIZE_SIZE__)
#define MOTE_NOINLINE __attribute__((noinline))
#else
#define MOTE_NOINLINE
#endif

/* Output element of a channel from its accumulator. */
static inline int8_t mote_output(MOTE_CONST mote_output_scaling *p, mote_int channel, int32_t acc) {
    const mote_int i = channel * p->step;
    const int32_t scaled = mote_requantize(acc, p->multipliers[i], p->shifts[i]);
    return mote_clamp(mote_wrapping_add(scaled, p->zero_point), p->min, p->max);
}

/* Filters whose sums are made together, so that an input element is loaded once for all of them.
 * Where registers are few, one at a time is faster. The sums are the same. */
#define MOTE_FILTERS 4
#ifndef MOTE_FILTERS_AT_ONCE
#ifdef __AVR__
#define MOTE_FILTERS_AT_ONCE 1
#else
#define MOTE_FILTERS_AT_ONCE MOTE_FILTERS
#endif
#endif

/* How many filters from this one on are next: MOTE_FILTERS, or 1. */
static inline mote_int mote_filters(mote_int filter, mote_int end) {
    return MOTE_FILTERS_AT_ONCE == MOTE_FILTERS && end - filter >= MOTE_FILTERS ? MOTE_FILTERS : 1;
}

/* sums[f] += sum of n products of in with the weights of filter f, which start filter_size after
 * those of f - 1. n < 2^17 in all, so that a sum fits 32 bits; a product fits even an int of 16
 * bits. */
static inline void mote_dot(const int8_t *in, MOTE_CONST int8_t *weights, mote_int n,
                            mote_int filter_size, mote_int filters, int32_t *sums) {
    int32_t sum_0 = sums[0];
    if (filters == MOTE_FILTERS) {
        MOTE_CONST int8_t *weights_1 = weights + filter_size;
        MOTE_CONST int8_t *weights_2 = weights_1 + filter_size;
        MOTE_CONST int8_t *weights_3 = weights_2 + filter_size;
        int32_t sum_1 = sums[1];
        int32_t sum_2 = sums[2];
        int32_t sum_3 = sums[3];
        for (mote_int i = 0; i < n; i++) {
            const int x = in[i];
            sum_0 += x * weights[i];
            sum_1 += x * weights_1[i];
            sum_2 += x * weights_2[i];
            sum_3 += x * weights_3[i];
        }
        sums[1] = sum_1;
        sums[2] = sum_2;
        sums[3] = sum_3;
    } else {
        for (mote_int i = 0; i < n; i++) {
            sum_0 += in[i] * weights[i];
        }
    }
    sums[0] = sum_0;
}

/* Output elements of some channels, one after the other, from their biases and sums; returns the
 * end of them. */
static inline int8_t *mote_outputs(MOTE_CONST mote_output_scaling *p, MOTE_CONST int32_t *bias,
                                   mote_int channel, const int32_t *sums, mote_int channels,
                                   int8_t *out) {
    for (mote_int i = 0; i < channels; i++) {
        *out++ = mote_output(p, channel + i, mote_wrapping_add(bias[channel + i], sums[i]));
    }
    return out;
}

/* Which rows (or columns) of a window lie inside the input: k in [begin, end) reads
 * origin + k * dilation. */
typedef struct {
    mote_int origin;
    mote_int begin;
    mote_int end;
} mote_span;

static inline mote_span mote_span_inside(mote_int origin, mote_int dilation, mote_int kernel,
                                         mote_int size) {
    mote_span span = {origin, 0, kernel};
    while (span.begin < kernel && origin + span.begin * dilation < 0) {
        span.begin++;
    }
    while (span.end > span.begin && origin + (span.end - 1) * dilation >= size) {
        span.end--;
    }
    return span;
}

/* Rows of the window whose top output row is y. */
static inline mote_span mote_rows(MOTE_CONST mote_window *w, mote_int y) {
    return mote_span_inside(y * w->stride_h - w->pad_top, w->dilation_h, w->kernel_h, w->in_h);
}

/* Columns of the window whose left output column is x. */
static inline mote_span mote_columns(MOTE_CONST mote_window *w, mote_int x) {
    return mote_span_inside(x * w->stride_w - w->pad_left, w->dilation_w, w->kernel_w, w->in_w);
}

#endif
