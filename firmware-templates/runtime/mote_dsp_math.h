/* What the kernels of mote_dsp.h calculate with: each function in instructions of the DSP
 * extension, and in plain C. */
#ifndef MOTE_DSP_MATH_H
#define MOTE_DSP_MATH_H

#include <string.h>

#include "mote_arithmetic.h"
#include "mote_dsp.h"

/* For functions of assembly alone, from which gcc must not conclude which registers they keep. */
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 8
#define MOTE_DSP_NAKED __attribute__((naked, noinline, noipa, used, unused))
#else
#define MOTE_DSP_NAKED __attribute__((naked, noinline, used, unused))
#endif

/* Keeps registers for the function, also where it is called once. */
#if MOTE_DSP
#define MOTE_DSP_NOINLINE __attribute__((noinline))
#else
#define MOTE_DSP_NOINLINE
#endif

/* Elements of a quad. In scratch its elements 0 and 2 are the halves of one word, 1 and 3 those of
 * the next: one instruction makes each word from four bytes. */
#define MOTE_QUAD 4

static inline int32_t mote_load_four(MOTE_CONST int8_t *from) {
#if MOTE_DSP
    int32_t four;
    memcpy(&four, from, sizeof four);
    return four;
#else
    const uint32_t low = (uint8_t)from[0] | (uint32_t)(uint8_t)from[1] << 8;
    const uint32_t high = (uint8_t)from[2] | (uint32_t)(uint8_t)from[3] << 8;
    return (int32_t)(low | high << 16);
#endif
}

static inline void mote_store_four(int8_t *to, int32_t four) {
#if MOTE_DSP
    memcpy(to, &four, sizeof four);
#else
    for (mote_int i = 0; i < MOTE_QUAD; i++) {
        to[i] = (int8_t)(uint8_t)((uint32_t)four >> 8 * i & 0xff);
    }
#endif
}

/* Bytes 0 and 2 of x as two int16. */
static inline int32_t mote_even_bytes(int32_t x) {
#if MOTE_DSP
    int32_t pair;
    __asm__("sxtb16 %0, %1" : "=r"(pair) : "r"(x));
    return pair;
#else
    const int32_t low = (int8_t)(uint8_t)((uint32_t)x & 0xff);
    const int32_t high = (int8_t)(uint8_t)((uint32_t)x >> 16 & 0xff);
    return (int32_t)(((uint32_t)low & 0xffff) | (uint32_t)high << 16);
#endif
}

/* Bytes 1 and 3 of x as two int16. */
static inline int32_t mote_odd_bytes(int32_t x) {
#if MOTE_DSP
    int32_t pair;
    __asm__("sxtb16 %0, %1, ror #8" : "=r"(pair) : "r"(x));
    return pair;
#else
    return mote_even_bytes((int32_t)((uint32_t)x >> 8));
#endif
}

/* Two int16 that follow each other. */
static inline int32_t mote_load_pair(const int16_t *from) {
    int32_t pair;
    memcpy(&pair, from, sizeof pair);
    return pair;
}

static inline void mote_store_pair(int16_t *to, int32_t pair) {
    memcpy(to, &pair, sizeof pair);
}

/* The lower halves of both. */
static inline int32_t mote_low_halves(int32_t first, int32_t second) {
#if MOTE_DSP
    int32_t pair;
    __asm__("pkhbt %0, %1, %2, lsl #16" : "=r"(pair) : "r"(first), "r"(second));
    return pair;
#else
    return (int32_t)(((uint32_t)first & 0xffff) | (uint32_t)second << 16);
#endif
}

/* The upper halves of both. */
static inline int32_t mote_high_halves(int32_t first, int32_t second) {
#if MOTE_DSP
    int32_t pair;
    __asm__("pkhtb %0, %2, %1, asr #16" : "=r"(pair) : "r"(first), "r"(second));
    return pair;
#else
    return (int32_t)((uint32_t)first >> 16 | ((uint32_t)second & 0xffff0000));
#endif
}

/* Both halves doubled; they are in [-2^14, 2^14). */
static inline int32_t mote_twice(int32_t pair) {
#if MOTE_DSP
    __asm__("sadd16 %0, %0, %0" : "+r"(pair));
    return pair;
#else
    return (int32_t)(((uint32_t)pair << 1 & 0xffff) | ((uint32_t)pair & 0xffff0000) << 1);
#endif
}

/* sums of int16 + bytes 0 and 2 of x. */
static inline int32_t mote_add_even_bytes(int32_t sums, int32_t x) {
#if MOTE_DSP
    __asm__("sxtab16 %0, %0, %1" : "+r"(sums) : "r"(x));
    return sums;
#else
    const uint32_t pair = (uint32_t)mote_even_bytes(x);
    const uint32_t low = (uint32_t)sums + pair;
    const uint32_t high = ((uint32_t)sums >> 16) + (pair >> 16);
    return (int32_t)((low & 0xffff) | high << 16);
#endif
}

/* sums of int16 + bytes 1 and 3 of x. */
static inline int32_t mote_add_odd_bytes(int32_t sums, int32_t x) {
#if MOTE_DSP
    __asm__("sxtab16 %0, %0, %1, ror #8" : "+r"(sums) : "r"(x));
    return sums;
#else
    return mote_add_even_bytes(sums, (int32_t)((uint32_t)x >> 8));
#endif
}

/* Byte by byte the larger one. */
static inline int32_t mote_max_bytes(int32_t a, int32_t b) {
#if MOTE_DSP
    int32_t difference;
    __asm__("ssub8 %1, %0, %2\n\t"
            "sel %0, %0, %2"
            : "+r"(a), "=&r"(difference)
            : "r"(b)
            : "cc");
    return a;
#else
    uint32_t max = 0;
    for (int32_t i = 0; i < 32; i += 8) {
        const int8_t first = (int8_t)(uint8_t)((uint32_t)a >> i & 0xff);
        const int8_t second = (int8_t)(uint8_t)((uint32_t)b >> i & 0xff);
        max |= (uint32_t)(uint8_t)(first > second ? first : second) << i;
    }
    return (int32_t)max;
#endif
}

/* sum + both products of the halves. */
static inline int32_t mote_add_products(int32_t a, int32_t b, int32_t sum) {
#if MOTE_DSP
    __asm__("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
#else
    const int32_t low = (int16_t)(uint16_t)((uint32_t)a & 0xffff);
    const int32_t other_low = (int16_t)(uint16_t)((uint32_t)b & 0xffff);
    return sum + low * other_low + (a >> 16) * (b >> 16);
#endif
}

/* Differences of the halves, which fit int16. */
static inline int32_t mote_subtract_pairs(int32_t a, int32_t b) {
#if MOTE_DSP
    int32_t pair;
    __asm__("ssub16 %0, %1, %2" : "=r"(pair) : "r"(a), "r"(b));
    return pair;
#else
    const uint32_t low = (uint32_t)a - (uint32_t)b;
    const uint32_t high = ((uint32_t)a >> 16) - ((uint32_t)b >> 16);
    return (int32_t)((low & 0xffff) | high << 16);
#endif
}

/* sum + the product of the lower halves. */
static inline int32_t mote_add_low_product(int32_t a, int32_t b, int32_t sum) {
#if MOTE_DSP
    __asm__("smlabb %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
#else
    return mote_add_products(mote_low_halves(a, 0), mote_low_halves(b, 0), sum);
#endif
}

/* sum + the product of the upper halves. */
static inline int32_t mote_add_high_product(int32_t a, int32_t b, int32_t sum) {
#if MOTE_DSP
    __asm__("smlatt %0, %1, %2, %0" : "+r"(sum) : "r"(a), "r"(b));
    return sum;
#else
    return sum + (a >> 16) * (b >> 16);
#endif
}

/* Elements behind the whole quads of size elements; three of them are a quad, with a weight
 * of 0. */
static inline mote_int mote_tail(mote_int size) {
    return size % MOTE_QUAD == MOTE_QUAD - 1 ? 0 : size % MOTE_QUAD;
}

/* Element k, 0 or 1, of a widened quad. */
static inline int32_t mote_tail_element(const int32_t *quad, mote_int k) {
    return (int16_t)(uint16_t)((uint32_t)quad[k] & 0xffff);
}

/* Widens quads of elements to two words each, step words apart; returns the end of them. */
static inline int32_t *mote_widen(const int8_t *from, mote_int quads, int32_t *to, mote_int step) {
    for (; quads > 0; quads--, from += MOTE_QUAD, to += step) {
        const int32_t four = mote_load_four(from);
        const int32_t even = mote_even_bytes(four);
        const int32_t odd = mote_odd_bytes(four);
        to[0] = even;
        to[1] = odd;
    }
    return to;
}

/* Sum of the products of a widened window, its quads step words apart, with one filter. */
static inline int32_t mote_dot_widened(const int32_t *window, mote_int step,
                                       MOTE_CONST int8_t *weights, mote_int quads, mote_int tail) {
    int32_t sum = 0;
    for (mote_int q = 0; q < quads; q++, window += step, weights += MOTE_QUAD) {
        const int32_t four = mote_load_four(weights);
        sum = mote_add_products(window[0], mote_even_bytes(four), sum);
        sum = mote_add_products(window[1], mote_odd_bytes(four), sum);
    }
    for (mote_int k = 0; k < tail; k++) {
        sum += mote_tail_element(window, k) * weights[k];
    }
    return sum;
}

/* x in [-128, 127], saturated. */
static inline int8_t mote_saturate_dsp(int32_t x) {
#if MOTE_DSP
    __asm__("ssat %0, #8, %0" : "+r"(x));
    return (int8_t)x;
#else
    return mote_clamp(x, INT8_MIN, INT8_MAX);
#endif
}

/* mote_requantize of half of twice, plus what round has besides 2^(right - 1), before the shift:
 * |round| < 2^30; twice is even, |twice| < 2^31; right: [1, 30]. The sum has the sign of the
 * product, or the product is 0, where the sign changes nothing. */
static inline int32_t mote_rescale_dsp(int32_t twice, int32_t multiplier, int32_t right,
                                       int32_t round) {
#if MOTE_DSP
    int32_t x;
    __asm__("smmlar %0, %1, %2, %3" : "=r"(x) : "r"(twice), "r"(multiplier), "r"(round));
    return (x + (twice >> 31)) >> right;
#else
    const int32_t x = mote_doubling_high_multiply(twice / 2, multiplier);
    return (x + (x >> 31) + round) >> right;
#endif
}

/* Sum of the products of n elements with a filter. */
static inline int32_t mote_dot_dsp(const int8_t *in, MOTE_CONST int8_t *weights, mote_int n) {
    int32_t sum = 0;
    for (; n >= MOTE_QUAD; n -= MOTE_QUAD, in += MOTE_QUAD, weights += MOTE_QUAD) {
        const int32_t x = mote_load_four(in);
        const int32_t w = mote_load_four(weights);
        sum = mote_add_products(mote_even_bytes(x), mote_even_bytes(w), sum);
        sum = mote_add_products(mote_odd_bytes(x), mote_odd_bytes(w), sum);
    }
    for (mote_int k = 0; k < n; k++) {
        sum += in[k] * weights[k];
    }
    return sum;
}

/* Output element from an accumulator without its bias, clamped to [-128, 127] only. It is
 * mote_output: the sum before the last shift is the doubling high product, less 1 where that is
 * negative, so that halves round away from zero.
 * doubled_bias: 2 * bias; shift: to the right, less 1; doubled_end: 2 * zero point + 1. */
static inline int8_t mote_output_dsp(int32_t acc, int32_t doubled_bias, int32_t multiplier,
                                     int32_t shift, int32_t doubled_end) {
#if MOTE_DSP
    int32_t x = doubled_bias + acc * 2;
    __asm__("smmulr %0, %0, %1" : "+r"(x) : "r"(multiplier));
    x = ((x + (x >> 31)) >> shift) + doubled_end;
    __asm__("ssat %0, #8, %0, asr #1" : "+r"(x));
    return (int8_t)x;
#else
    const int32_t x = mote_doubling_high_multiply(doubled_bias / 2 + acc, multiplier);
    return mote_clamp((((x + (x >> 31)) >> shift) + doubled_end) >> 1, INT8_MIN, INT8_MAX);
#endif
}

/* Output elements of n channels from channel on, from their sums. */
static inline void mote_outputs_dsp(MOTE_CONST mote_dsp_output *p, mote_int channel,
                                    const int32_t *sums, mote_int n, int8_t *out) {
    MOTE_CONST int32_t *factors = p->channels + 2 * channel;
    MOTE_CONST int8_t *shift = p->shifts + channel;
    const int32_t doubled_end = 2 * p->zero_point + 1;
    for (const int8_t *const end = out + n; out < end; factors += 2) {
        *out++ = mote_output_dsp(*sums++, factors[0], factors[1], *shift++, doubled_end);
    }
}

/* Rows of the window whose top output row is y, and columns. */
static inline mote_span mote_dsp_rows(MOTE_CONST mote_dsp_window *w, mote_int y) {
    return mote_span_inside(y * w->stride_h - w->pad_top, w->dilation_h, w->kernel_h, w->in_h);
}

static inline mote_span mote_dsp_columns(MOTE_CONST mote_dsp_window *w, mote_int x) {
    return mote_span_inside(x * w->stride_w - w->pad_left, w->dilation_w, w->kernel_w, w->in_w);
}

/* Clamps n elements, where the range is not all of int8. */
static inline void mote_clamp_range_dsp(mote_int min, mote_int max, int8_t *out, mote_int n) {
    if (min > INT8_MIN || max < INT8_MAX) {
        for (mote_int i = 0; i < n; i++) {
            out[i] = mote_clamp(out[i], min, max);
        }
    }
}

static inline void mote_clamp_outputs(MOTE_CONST mote_dsp_output *p, int8_t *out, mote_int n) {
    mote_clamp_range_dsp(p->min, p->max, out, n);
}

#endif
