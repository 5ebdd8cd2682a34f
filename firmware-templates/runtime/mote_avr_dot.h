/* Sums of products on AVR, for constants in the first 64 KB of flash. The kernels that use this
 * have the plain form beside it. */
#ifndef MOTE_AVR_DOT_H
#define MOTE_AVR_DOT_H

#include "mote_arithmetic.h"

#if MOTE_ASSEMBLY && defined(MOTE_CONST_IN_NEAR_FLASH)
#define MOTE_AVR_DOT

/* Products that a sum of 24 bits holds: less than 2^23 / 2^14, a multiple of 4. */
#define MOTE_AVR_PRODUCTS 508

/* Next product into %A to %C of sum; %D takes the sign of the product. 11 cycles. */
#define MOTE_AVR_MAC                                                                               \
    "ld %[x], X+\n\t"                                                                              \
    "lpm %[w], Z+\n\t"                                                                             \
    "muls %[x], %[w]\n\t"                                                                          \
    "sbc %D[sum], %D[sum]\n\t"                                                                     \
    "add %A[sum], r0\n\t"                                                                          \
    "adc %B[sum], r1\n\t"                                                                          \
    "adc %C[sum], %D[sum]\n\t"

/* Sum of the products of rows times run elements with their weights. Between rows, in_skip
 * elements of the input and weight_skip weights are left out. rows: [1, 255], run: at least 1,
 * rows * run: at most MOTE_AVR_PRODUCTS. */
MOTE_ONCE int32_t mote_avr_dot(const int8_t *in, MOTE_CONST int8_t *weights, int16_t run,
                               uint8_t rows, int16_t in_skip, int16_t weight_skip) {
    int32_t sum;
    int8_t x;
    int8_t w;
    uint8_t count;
    const uint8_t fours = (uint8_t)(run >> 2);
    __asm__("clr %A[sum]\n\t"
            "clr %B[sum]\n\t"
            "clr %C[sum]\n"
            "1:\n\t"
            "sbrs %A[run], 0\n\t"
            "rjmp 2f\n\t" MOTE_AVR_MAC "2:\n\t"
            "sbrs %A[run], 1\n\t"
            "rjmp 3f\n\t" MOTE_AVR_MAC MOTE_AVR_MAC "3:\n\t"
            "mov %[count], %[fours]\n\t"
            "tst %[count]\n\t"
            "breq 5f\n"
            "4:\n\t" MOTE_AVR_MAC MOTE_AVR_MAC MOTE_AVR_MAC MOTE_AVR_MAC "dec %[count]\n\t"
            "brne 4b\n"
            "5:\n\t"
            "add r26, %A[in_skip]\n\t"
            "adc r27, %B[in_skip]\n\t"
            "add r30, %A[weight_skip]\n\t"
            "adc r31, %B[weight_skip]\n\t"
            "dec %[rows]\n\t"
            "breq 6f\n\t"
            "rjmp 1b\n"
            "6:\n\t"
            "mov %D[sum], %C[sum]\n\t"
            "lsl %D[sum]\n\t"
            "sbc %D[sum], %D[sum]\n\t"
            "clr r1"
            : [sum] "=&r"(sum), [x] "=&d"(x), [w] "=&d"(w), [count] "=&r"(count), "+x"(in),
              "+z"(weights), [rows] "+r"(rows)
            : [run] "r"(run), [fours] "r"(fours), [in_skip] "r"(in_skip),
              [weight_skip] "r"(weight_skip)
            : "memory");
    return sum;
}

/* Sum of n weights. */
MOTE_ONCE int32_t mote_avr_weight_sum(MOTE_CONST int8_t *weights, uint16_t n) {
    int32_t sum = 0;
    uint8_t w;
    if (n == 0) {
        return 0;
    }
    __asm__("1:\n\t"
            "lpm %[w], Z+\n\t"
            "mov %D[sum], %[w]\n\t"
            "lsl %D[sum]\n\t"
            "sbc %D[sum], %D[sum]\n\t"
            "add %A[sum], %[w]\n\t"
            "adc %B[sum], %D[sum]\n\t"
            "adc %C[sum], %D[sum]\n\t"
            "sbiw %[n], 1\n\t"
            "brne 1b\n\t"
            "mov %D[sum], %C[sum]\n\t"
            "lsl %D[sum]\n\t"
            "sbc %D[sum], %D[sum]"
            : [sum] "+&r"(sum), [w] "=&r"(w), [n] "+w"(n), "+z"(weights)
            :
            : "memory");
    return sum;
}

/* rows times run elements; a row begins in_step elements of the input and weight_step weights
 * behind the one before. */
typedef struct {
    int16_t run;
    int16_t rows;
    int16_t in_step;
    int16_t weight_step;
    uint8_t is_small; /* one call of mote_avr_dot sums it */
} mote_avr_block;

/* As one row where nothing is between the rows. */
static inline mote_avr_block mote_avr_block_of(int16_t run, int16_t rows, int16_t in_step,
                                               int16_t weight_step) {
    mote_avr_block block = {run, rows, in_step, weight_step, 0};
    if (rows > 0 && run == in_step && run == weight_step) {
        block.run = run * rows;
        block.rows = 1;
        block.in_step = block.run;
        block.weight_step = block.run;
    }
    /* 64 * MOTE_AVR_PRODUCTS fits 16 bits. */
    block.is_small = block.run > 0 && block.run <= MOTE_AVR_PRODUCTS && block.rows > 0
            && block.rows <= 64 && block.run * block.rows <= MOTE_AVR_PRODUCTS;
    return block;
}

/* Sum of the products of a block of any size. */
MOTE_ONCE int32_t mote_avr_dot_large(const mote_avr_block *b, const int8_t *in,
                                     MOTE_CONST int8_t *weights) {
    int32_t sum = 0;
    for (int16_t k = 0; k < b->rows; k++, in += b->in_step, weights += b->weight_step) {
        for (int16_t i = 0; i < b->run; i += MOTE_AVR_PRODUCTS) {
            const int16_t n = b->run - i;
            sum += mote_avr_dot(in + i, weights + i, n < MOTE_AVR_PRODUCTS ? n : MOTE_AVR_PRODUCTS,
                                1, 0, 0);
        }
    }
    return sum;
}

static inline int32_t mote_avr_dot_block(const mote_avr_block *b, const int8_t *in,
                                         MOTE_CONST int8_t *weights) {
    return b->is_small ? mote_avr_dot(in, weights, b->run, (uint8_t)b->rows, b->in_step - b->run,
                                      b->weight_step - b->run)
                       : mote_avr_dot_large(b, in, weights);
}

/* Products of depthwise taps that a sum of 24 bits holds, in rows of at most 255: less than
 * 2^23 / 2^15. */
#define MOTE_AVR_TAPS 255

/* Sum of (in + 128) * weights over rows times run taps, step elements of the input apart. Between
 * rows, in_skip elements and weight_skip weights are left out. rows, run: at least 1, rows * run:
 * at most MOTE_AVR_TAPS. 17 cycles for a product. */
MOTE_ONCE int32_t mote_avr_taps(const int8_t *in, MOTE_CONST int8_t *weights, uint8_t run,
                                uint8_t rows, int16_t step, int16_t in_skip, int16_t weight_skip) {
    int32_t sum;
    int8_t x;
    int8_t w;
    uint8_t count;
    __asm__("clr %A[sum]\n\t"
            "clr %B[sum]\n\t"
            "clr %C[sum]\n"
            "1:\n\t"
            "mov %[count], %[run]\n"
            "2:\n\t"
            "ld %[x], X\n\t"
            "lpm %[w], Z+\n\t"
            "subi %[x], 0x80\n\t"
            "mulsu %[w], %[x]\n\t"
            "sbc %D[sum], %D[sum]\n\t"
            "add %A[sum], r0\n\t"
            "adc %B[sum], r1\n\t"
            "adc %C[sum], %D[sum]\n\t"
            "add r26, %A[step]\n\t"
            "adc r27, %B[step]\n\t"
            "dec %[count]\n\t"
            "brne 2b\n\t"
            "add r26, %A[in_skip]\n\t"
            "adc r27, %B[in_skip]\n\t"
            "add r30, %A[weight_skip]\n\t"
            "adc r31, %B[weight_skip]\n\t"
            "dec %[rows]\n\t"
            "brne 1b\n\t"
            "mov %D[sum], %C[sum]\n\t"
            "lsl %D[sum]\n\t"
            "sbc %D[sum], %D[sum]\n\t"
            "clr r1"
            : [sum] "=&r"(sum), [x] "=&a"(x), [w] "=&a"(w), [count] "=&r"(count), "+x"(in),
              "+z"(weights), [rows] "+r"(rows)
            : [run] "r"(run), [step] "r"(step), [in_skip] "r"(in_skip),
              [weight_skip] "r"(weight_skip)
            : "memory");
    return sum;
}
#endif

#endif
