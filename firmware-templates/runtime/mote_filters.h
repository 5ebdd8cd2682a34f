/* Sums of products for several filters at a time, and their outputs. */
#ifndef MOTE_FILTERS_H
#define MOTE_FILTERS_H

#include "mote_arithmetic.h"

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

/* Channels whose sums are turned into outputs together, a multiple of MOTE_FILTERS. */
#ifdef __OPTIMIZE_SIZE__
#define MOTE_CHANNELS MOTE_FILTERS
#else
#define MOTE_CHANNELS 16
#endif

static inline mote_int mote_channels(mote_int channel, mote_int end) {
    return end - channel < MOTE_CHANNELS ? end - channel : MOTE_CHANNELS;
}

/* How many filters from this one on are next: MOTE_FILTERS, or 1. */
static inline mote_int mote_filters(mote_int filter, mote_int end) {
    return MOTE_FILTERS_AT_ONCE == MOTE_FILTERS && end - filter >= MOTE_FILTERS ? MOTE_FILTERS : 1;
}

/* Rows of elements and of weights beside them, at least one of each, and how far rows are
 * apart. */
typedef struct {
    mote_int width, height;
    mote_int in_step;
    mote_int weights_step;
} mote_block;

/* Sums of MOTE_FILTERS filters. */
typedef struct {
    int32_t sum_0, sum_1, sum_2, sum_3;
} mote_quad;

/* Adds to sums that may be large. */
static inline void mote_quad_store(const mote_quad *quad, int32_t *sums) {
    sums[0] = mote_wrapping_add(sums[0], quad->sum_0);
    sums[1] = mote_wrapping_add(sums[1], quad->sum_1);
    sums[2] = mote_wrapping_add(sums[2], quad->sum_2);
    sums[3] = mote_wrapping_add(sums[3], quad->sum_3);
}

/* Adds the products of x and a weight of each filter; they lie filter_size apart. */
static inline void mote_quad_add(mote_quad *quad, int x, MOTE_CONST int8_t *weights,
                                 mote_int filter_size) {
    quad->sum_0 += x * weights[0];
    quad->sum_1 += x * weights[filter_size];
    quad->sum_2 += x * weights[2 * filter_size];
    quad->sum_3 += x * weights[3 * filter_size];
}

#if MOTE_THUMB_1
/* Adds the products of a block. Eight registers reach memory here: gcc would move most of this to
 * and fro. */
static inline void mote_quad_block(mote_quad *quad, const int8_t *in, const int8_t *weights,
                                   mote_int filter_size, const mote_block *block) {
    const mote_int width = block->width;
    const int8_t *weights_1 = weights + filter_size + width;
    const int8_t *weights_2 = weights_1 + filter_size;
    const int8_t *weights_3 = weights_2 + filter_size;
    weights += width;
    in += width;
    for (mote_int rows = block->height;;) {
        int32_t i = -width;
        int32_t x, y;
        __asm__(".syntax unified\n"
                "1: ldrsb %[x], [%[in], %[i]]\n"
                "ldrsb %[y], [%[weights_0], %[i]]\n"
                "muls %[y], %[x], %[y]\n"
                "add %[sum_0], %[sum_0], %[y]\n"
                "ldrsb %[y], [%[weights_1], %[i]]\n"
                "muls %[y], %[x], %[y]\n"
                "add %[sum_1], %[sum_1], %[y]\n"
                "ldrsb %[y], [%[weights_2], %[i]]\n"
                "muls %[y], %[x], %[y]\n"
                "add %[sum_2], %[sum_2], %[y]\n"
                "mov %[y], %[weights_3]\n"
                "ldrsb %[y], [%[y], %[i]]\n"
                "muls %[x], %[y], %[x]\n"
                "add %[sum_3], %[sum_3], %[x]\n"
                "adds %[i], %[i], #1\n"
                "bne 1b\n"
                : [i] "+l"(i), [x] "=&l"(x), [y] "=&l"(y), [sum_0] "+h"(quad->sum_0),
                  [sum_1] "+h"(quad->sum_1), [sum_2] "+h"(quad->sum_2), [sum_3] "+h"(quad->sum_3)
                : [in] "l"(in), [weights_0] "l"(weights), [weights_1] "l"(weights_1),
                  [weights_2] "l"(weights_2), [weights_3] "h"(weights_3)
                : "cc", "memory");
        if (--rows == 0) {
            return;
        }
        in += block->in_step;
        weights += block->weights_step;
        weights_1 += block->weights_step;
        weights_2 += block->weights_step;
        weights_3 += block->weights_step;
    }
}
#else
/* Adds the products of n elements, at least one. */
static inline void mote_quad_row(mote_quad *quad, const int8_t *in, MOTE_CONST int8_t *weights,
                                 mote_int filter_size, mote_int n) {
#ifndef __OPTIMIZE_SIZE__
    for (; n >= 4; n -= 4, in += 4, weights += 4) {
        mote_quad_add(quad, in[0], weights, filter_size);
        mote_quad_add(quad, in[1], weights + 1, filter_size);
        mote_quad_add(quad, in[2], weights + 2, filter_size);
        mote_quad_add(quad, in[3], weights + 3, filter_size);
    }
#endif
    for (; n > 0; n--) {
        mote_quad_add(quad, *in++, weights++, filter_size);
    }
}

/* Adds the products of a block. */
static inline void mote_quad_block(mote_quad *quad, const int8_t *in, MOTE_CONST int8_t *weights,
                                   mote_int filter_size, const mote_block *block) {
    for (mote_int rows = block->height;;) {
        mote_quad_row(quad, in, weights, filter_size, block->width);
        if (--rows == 0) {
            return;
        }
        in += block->in_step;
        weights += block->weights_step;
    }
}
#endif

/* sums[f] += sum of the products of a block of in with the weights of filter f, which start
 * filter_size after those of f - 1. The block has fewer than 2^17 elements, so that their sum fits
 * 32 bits; a product fits even an int of 16 bits. On its own it takes less stack; on AVR it is a
 * short loop. */
#ifdef __AVR__
static inline
#else
static MOTE_NOINLINE
#endif
void mote_dot(const int8_t *in, MOTE_CONST int8_t *weights, const mote_block *block,
              mote_int filter_size, mote_int filters, int32_t *sums) {
    if (filters == MOTE_FILTERS) {
        mote_quad quad = {0, 0, 0, 0};
        mote_quad_block(&quad, in, weights, filter_size, block);
        mote_quad_store(&quad, sums);
        return;
    }
    int32_t sum = 0;
    for (mote_int rows = block->height;;) {
        for (mote_int i = 0; i < block->width; i++) {
            sum += in[i] * weights[i];
        }
        if (--rows == 0) {
            break;
        }
        in += block->in_step;
        weights += block->weights_step;
    }
    sums[0] = mote_wrapping_add(sums[0], sum);
}

/* Sums of some channels before the first product. */
static inline void mote_begin_sums(MOTE_CONST int32_t *bias, mote_int channels, int32_t *sums) {
    sums[0] = bias[0];
    if (channels == MOTE_FILTERS) {
        sums[1] = bias[1];
        sums[2] = bias[2];
        sums[3] = bias[3];
    }
}

/* Output elements of some channels, one after the other, from their sums; returns the end of
 * them. */
static MOTE_NOINLINE int8_t *mote_outputs(MOTE_CONST mote_output_scaling *p, mote_int channel,
                                          const int32_t *sums, mote_int channels, int8_t *out) {
#if defined(__AVR__) || defined(__OPTIMIZE_SIZE__)
    MOTE_CONST mote_output_scaling *scaling = p;
#else
    /* A copy: as far as the compiler knows, out changes what p points to. */
    const mote_output_scaling copy = *p;
    MOTE_CONST mote_output_scaling *scaling = &copy;
#endif
    for (mote_int i = 0; i < channels; i++) {
        *out++ = mote_output(scaling, channel + i, sums[i]);
    }
    return out;
}

#endif
