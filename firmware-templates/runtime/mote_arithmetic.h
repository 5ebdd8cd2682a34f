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

/* 1: inner loops in the instructions of Cortex-M0; 0: plain C. The bytes are the same. Where it
 * optimizes for size, or not at all, gcc leaves too few registers to assembly. */
#ifndef MOTE_THUMB_1
#if defined(__thumb__) && !defined(__thumb2__) && defined(__OPTIMIZE__) \
        && !defined(__OPTIMIZE_SIZE__)
#define MOTE_THUMB_1 1
#else
#define MOTE_THUMB_1 0
#endif
#endif

#if MOTE_ASSEMBLY
#include "mote_avr.h"
#else
/* 1: products of 64 bits are made of products of 32 bits. Cortex-M0 has no others, and a call of
 * the compiler's library takes several times as long. The bytes are the same. */
#ifndef MOTE_MULTIPLY_HALVES
#if defined(__thumb__) && !defined(__thumb2__)
#define MOTE_MULTIPLY_HALVES 1
#else
#define MOTE_MULTIPLY_HALVES 0
#endif
#endif

/* High 32 bits of 2 * a * b, rounded to nearest, an exact half towards plus infinity.
 * a and b are not both INT32_MIN: multipliers are never negative. */
static inline int32_t mote_doubling_high_multiply(int32_t a, int32_t b) {
#if !MOTE_MULTIPLY_HALVES
    const int64_t product = (int64_t)a * b;
    return (int32_t)((product + (INT64_C(1) << 30)) >> 31);
#elif !MOTE_THUMB_1
    /* a = 2^16 * a_high + a_low, b alike, low halves not negative. The product is
     * 2^32 * top + 2^16 * middle + what does not reach the rounding; neither sum leaves int32. */
    const int32_t a_high = a >> 16;
    const int32_t b_high = b >> 16;
    const uint16_t a_low = (uint16_t)a;
    const uint16_t b_low = (uint16_t)b;
    const int32_t carried = a_high * b_low + (int32_t)((uint32_t)a_low * b_low >> 16);
    const int32_t middle = a_low * b_high + (uint16_t)carried;
    const uint32_t top = (uint32_t)(a_high * b_high + (carried >> 16));
    return (int32_t)((top << 1) + (uint32_t)(((middle >> 14) + 1) >> 1));
#else
    /* The same steps: gcc is short of registers. */
    int32_t a_high, b_low, x;
    __asm__(".syntax unified\n"
            "asrs %[a_high], %[a], #16\n"
            "uxth %[a], %[a]\n"
            "uxth %[b_low], %[b]\n"
            "asrs %[b], %[b], #16\n"
            "movs %[x], %[a]\n"
            "muls %[x], %[b_low], %[x]\n"
            "muls %[b_low], %[a_high], %[b_low]\n"
            "lsrs %[x], %[x], #16\n"
            "adds %[x], %[x], %[b_low]\n"
            "muls %[a], %[b], %[a]\n"
            "muls %[b], %[a_high], %[b]\n"
            "asrs %[a_high], %[x], #16\n"
            "adds %[b], %[b], %[a_high]\n"
            "uxth %[x], %[x]\n"
            "adds %[a], %[a], %[x]\n"
            "asrs %[a], %[a], #14\n"
            "adds %[a], %[a], #1\n"
            "asrs %[a], %[a], #1\n"
            "lsls %[b], %[b], #1\n"
            "adds %[a], %[a], %[b]\n"
            : [a] "+l"(a), [b] "+l"(b), [a_high] "=&l"(a_high), [b_low] "=&l"(b_low), [x] "=&l"(x)
            :
            : "cc");
    return a;
#endif
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
        x = (int32_t)((uint32_t)x << shift);
    }
    const int32_t product = mote_doubling_high_multiply(x, multiplier);
    if (shift >= 0) {
        return product;
    }
    /* Divided by 2^-shift as mote_divide_by_power_of_two does: with one less, the half of a
     * negative number goes down. The product of a multiplier is neither INT32_MIN nor INT32_MAX. */
    return (((product + (product >> 31)) >> (-shift - 1)) + 1) >> 1;
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

/* Keeps a static function on its own, where the compiler can be told so; for size it is better
 * inlined. */
#if defined(__GNUC__) && !defined(__OPTIMIZE_SIZE__)
#define MOTE_NOINLINE __attribute__((noinline, unused))
#else
#define MOTE_NOINLINE inline
#endif

/* Output element of a channel from its accumulator. */
static inline int8_t mote_output(MOTE_CONST mote_output_scaling *p, mote_int channel, int32_t acc) {
    const mote_int i = channel * p->step;
    const int32_t scaled = mote_requantize(acc, p->multipliers[i], p->shifts[i]);
    return mote_clamp(mote_wrapping_add(scaled, p->zero_point), p->min, p->max);
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
