/* Sums of products and their output elements on AVR, for constants in the first 64 KB of flash. The
 * kernels that use this have the plain form beside it. */
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

/* A run of output channels: where their parameters are, and how one call sums their products. The
 * assembly below knows the places. */
typedef struct {
    MOTE_CONST int32_t *bias;        /* 0: of the next channel */
    MOTE_CONST int32_t *multipliers; /* 2 */
    MOTE_CONST int8_t *shifts;       /* 4 */
    uint8_t step;                    /* 6: 0 if all channels have one multiplier and one shift */
    int8_t zero_point;               /* 7 */
    int8_t min;                      /* 8 */
    int8_t max;                      /* 9 */
    uint8_t rows;                    /* 10 */
    uint8_t run;                     /* 11: low bits of the elements of a row */
    uint8_t fours;                   /* 12: elements of a row / 4 */
    int16_t in_skip;                 /* 13: elements between rows */
} mote_avr_channels;

static inline mote_avr_channels mote_avr_channels_of(MOTE_CONST mote_output_scaling *p,
                                                     MOTE_CONST int32_t *bias,
                                                     const mote_avr_block *b) {
    const mote_avr_channels channels = {bias,
                                        p->multipliers,
                                        p->shifts,
                                        (uint8_t)p->step,
                                        (int8_t)p->zero_point,
                                        (int8_t)p->min,
                                        (int8_t)p->max,
                                        (uint8_t)b->rows,
                                        (uint8_t)b->run,
                                        (uint8_t)(b->run >> 2),
                                        b->in_step - b->run};
    return channels;
}

/* Output element of the next channel, to r26, from its sum in r22 to r25. Y: the channels; r11: 0.
 * Changes r0, r1, r16 to r27, r30, r31. The product is in r16 (2^24), r26, r27, r30, r31. To round
 * it to 31 bits less, and then away from zero, 2^30 is added, or taken where it is below 0; then it
 * is shifted, and the last bit out is added together with the zero point. */
__attribute__((weak, naked, used)) void mote_avr_finish(void) {
    __asm__ volatile(
            /* sum + bias */
            "ld r30, Y\n\t"
            "ldd r31, Y+1\n\t"
            "lpm r18, Z+\n\t"
            "lpm r19, Z+\n\t"
            "lpm r20, Z+\n\t"
            "lpm r21, Z+\n\t"
            "st Y, r30\n\t"
            "std Y+1, r31\n\t"
            "add r22, r18\n\t"
            "adc r23, r19\n\t"
            "adc r24, r20\n\t"
            "adc r25, r21\n\t"
            /* shift to r17, multiplier to r18 to r21, on to the next ones */
            "ldd r30, Y+4\n\t"
            "ldd r31, Y+5\n\t"
            "lpm r17, Z+\n\t"
            "movw r26, r30\n\t"
            "ldd r30, Y+2\n\t"
            "ldd r31, Y+3\n\t"
            "lpm r18, Z+\n\t"
            "lpm r19, Z+\n\t"
            "lpm r20, Z+\n\t"
            "lpm r21, Z+\n\t"
            "ldd r16, Y+6\n\t"
            "tst r16\n\t"
            "breq 1f\n\t"
            "std Y+2, r30\n\t"
            "std Y+3, r31\n\t"
            "std Y+4, r26\n\t"
            "std Y+5, r27\n\t"
            "1:\n"
            "neg r17\n\t"
            "brpl 2f\n\t"
            "rjmp 10f\n\t"
            "2:\n"
            "brne 3f\n\t"
            "rjmp 10f\n\t"
            "3:\n"
            "dec r17\n\t"
            /* low 24 bits of the sum times multiplier, columns 0 and 1 */
            "mul r22, r18\n\t"
            "mov r27, r1\n\t"
            "clr r30\n\t"
            "clr r16\n\t"
            "mul r22, r19\n\t"
            "add r27, r0\n\t"
            "adc r30, r1\n\t"
            "mul r23, r18\n\t"
            "add r27, r0\n\t"
            "adc r30, r1\n\t"
            "adc r16, r11\n\t"
            /* column 2 */
            "clr r26\n\t"
            "mul r22, r20\n\t"
            "add r30, r0\n\t"
            "adc r16, r1\n\t"
            "adc r26, r11\n\t"
            "mul r23, r19\n\t"
            "add r30, r0\n\t"
            "adc r16, r1\n\t"
            "adc r26, r11\n\t"
            "mul r24, r18\n\t"
            "add r30, r0\n\t"
            "adc r16, r1\n\t"
            "adc r26, r11\n\t"
            /* column 3 */
            "clr r27\n\t"
            "mul r22, r21\n\t"
            "add r16, r0\n\t"
            "adc r26, r1\n\t"
            "adc r27, r11\n\t"
            "mul r23, r20\n\t"
            "add r16, r0\n\t"
            "adc r26, r1\n\t"
            "adc r27, r11\n\t"
            "mul r24, r19\n\t"
            "add r16, r0\n\t"
            "adc r26, r1\n\t"
            "adc r27, r11\n\t"
            /* columns 4 and 5 */
            "clr r30\n\t"
            "mul r23, r21\n\t"
            "add r26, r0\n\t"
            "adc r27, r1\n\t"
            "adc r30, r11\n\t"
            "mul r24, r20\n\t"
            "add r26, r0\n\t"
            "adc r27, r1\n\t"
            "adc r30, r11\n\t"
            "mul r24, r21\n\t"
            "add r27, r0\n\t"
            "adc r30, r1\n\t"
            /* the sign: 2^24 times the multiplier too much, unless bits 24 to 31 count */
            "mov r0, r24\n\t"
            "lsl r0\n\t"
            "sbc r0, r0\n\t"
            "clr r31\n\t"
            "cp r0, r25\n\t"
            "brne 9f\n\t"
            "tst r0\n\t"
            "breq 4f\n\t"
            "sub r16, r18\n\t"
            "sbc r26, r19\n\t"
            "sbc r27, r20\n\t"
            "sbc r30, r21\n\t"
            "sbc r31, r11\n\t"
            "4:\n"
            "mov r0, r31\n\t"
            /* plus 2^30, or less 2^30 if it is below 0 */
            "5:\n"
            "ldi r18, 0x40\n\t"
            "sbrc r0, 0\n\t"
            "ldi r18, 0xc0\n\t"
            "add r16, r18\n\t"
            "adc r26, r0\n\t"
            "adc r27, r0\n\t"
            "adc r30, r0\n\t"
            "adc r31, r0\n\t"
            /* whole bytes, then bits */
            "6:\n"
            "subi r17, 8\n\t"
            "brlo 7f\n\t"
            "mov r16, r26\n\t"
            "mov r26, r27\n\t"
            "mov r27, r30\n\t"
            "mov r30, r31\n\t"
            "lsl r31\n\t"
            "sbc r31, r31\n\t"
            "rjmp 6b\n\t"
            "7:\n"
            "subi r17, -8\n\t"
            "breq 11f\n\t"
            "8:\n"
            "asr r31\n\t"
            "ror r30\n\t"
            "ror r27\n\t"
            "ror r26\n\t"
            "ror r16\n\t"
            "dec r17\n\t"
            "brne 8b\n\t"
            "rjmp 11f\n\t"
            /* bits 24 to 31 of the sum */
            "9:\n"
            "mul r25, r18\n\t"
            "add r16, r0\n\t"
            "adc r26, r1\n\t"
            "adc r27, r11\n\t"
            "adc r30, r11\n\t"
            "adc r31, r11\n\t"
            "mul r25, r19\n\t"
            "add r26, r0\n\t"
            "adc r27, r1\n\t"
            "adc r30, r11\n\t"
            "adc r31, r11\n\t"
            "mul r25, r20\n\t"
            "add r27, r0\n\t"
            "adc r30, r1\n\t"
            "adc r31, r11\n\t"
            "mul r25, r21\n\t"
            "add r30, r0\n\t"
            "adc r31, r1\n\t"
            "mov r0, r25\n\t"
            "lsl r0\n\t"
            "sbc r0, r0\n\t"
            "brcc 5b\n\t"
            "sub r26, r18\n\t"
            "sbc r27, r19\n\t"
            "sbc r30, r20\n\t"
            "sbc r31, r21\n\t"
            "mov r0, r31\n\t"
            "lsl r0\n\t"
            "sbc r0, r0\n\t"
            "rjmp 5b\n\t"
            /* no shift, or to the left */
            "10:\n"
            "mov r16, r17\n\t"
            "neg r16\n\t"
            "clr r1\n\t"
            "%~call mote_avr_requantize\n\t"
            "movw r26, r22\n\t"
            "movw r30, r24\n\t"
            "clr r16\n\t"
            /* last bit out and zero point */
            "11:\n"
            "ldd r18, Y+7\n\t"
            "mov r19, r18\n\t"
            "lsl r19\n\t"
            "sbc r19, r19\n\t"
            "lsl r16\n\t"
            "adc r26, r18\n\t"
            "adc r27, r19\n\t"
            "adc r30, r19\n\t"
            "adc r31, r19\n\t"
            /* clamped */
            "mov r18, r26\n\t"
            "lsl r18\n\t"
            "sbc r18, r18\n\t"
            "cp r27, r18\n\t"
            "cpc r30, r18\n\t"
            "cpc r31, r18\n\t"
            "brne 13f\n\t"
            "ldd r18, Y+8\n\t"
            "cp r26, r18\n\t"
            "brge 12f\n\t"
            "mov r26, r18\n\t"
            "12:\n"
            "ldd r18, Y+9\n\t"
            "cp r18, r26\n\t"
            "brge 14f\n\t"
            "mov r26, r18\n\t"
            "ret\n\t"
            "13:\n"
            "ldd r26, Y+9\n\t"
            "sbrc r31, 7\n\t"
            "ldd r26, Y+8\n\t"
            "14:\n"
            "ret\n\t"
            ::);
}

/* Output element of the next channel from its sum without bias. */
__attribute__((weak, naked, noinline)) int8_t mote_avr_next(
        mote_avr_channels *channels __attribute__((unused)),
        int32_t sum __attribute__((unused))) {
    __asm__ volatile(
            "push r11\n\t"
            "push r16\n\t"
            "push r17\n\t"
            "push r28\n\t"
            "push r29\n\t"
            "movw r28, r24\n\t"
            "movw r24, r22\n\t"
            "movw r22, r20\n\t"
            "clr r11\n\t"
            "%~call mote_avr_finish\n\t"
            "mov r24, r26\n\t"
            "clr r1\n\t"
            "pop r29\n\t"
            "pop r28\n\t"
            "pop r17\n\t"
            "pop r16\n\t"
            "pop r11\n\t"
            "ret\n\t"
            ::);
}

#define MOTE_AVR_LOOP_MAC                                                                          \
    "ld r18, X+\n\t"                                                                               \
    "lpm r19, Z+\n\t"                                                                              \
    "muls r18, r19\n\t"                                                                            \
    "sbc r25, r25\n\t"                                                                             \
    "add r22, r0\n\t"                                                                              \
    "adc r23, r1\n\t"                                                                              \
    "adc r24, r25\n\t"

/* Output elements of count channels, count at least 1, whose sums are a block that is_small, and
 * whose weights follow each other without gaps. Returns their end. Kept in registers: input in r2,
 * weights in r4, output in r6, count in r8, fours in r10, 0 in r11, in_skip in r12. */
__attribute__((weak, naked, noinline)) int8_t *mote_avr_outputs(
        mote_avr_channels *channels __attribute__((unused)),
        const int8_t *in __attribute__((unused)),
        MOTE_CONST int8_t *weights __attribute__((unused)),
        int16_t count __attribute__((unused)), int8_t *out __attribute__((unused))) {
    __asm__ volatile(
            "push r2\n\t"
            "push r3\n\t"
            "push r4\n\t"
            "push r5\n\t"
            "push r6\n\t"
            "push r7\n\t"
            "push r8\n\t"
            "push r9\n\t"
            "push r10\n\t"
            "push r11\n\t"
            "push r12\n\t"
            "push r13\n\t"
            "push r16\n\t"
            "push r17\n\t"
            "push r28\n\t"
            "push r29\n\t"
            "movw r28, r24\n\t"
            "movw r2, r22\n\t"
            "movw r30, r20\n\t"
            "movw r8, r18\n\t"
            "movw r6, r16\n\t"
            "clr r11\n\t"
            "ldd r10, Y+12\n\t"
            "ldd r12, Y+13\n\t"
            "ldd r13, Y+14\n\t"
            "1:\n"
            "movw r26, r2\n\t"
            "clr r22\n\t"
            "clr r23\n\t"
            "clr r24\n\t"
            "ldd r16, Y+11\n\t"
            "ldd r17, Y+10\n\t"
            "2:\n"
            "sbrs r16, 0\n\t"
            "rjmp 3f\n\t"
            MOTE_AVR_LOOP_MAC
            "3:\n"
            "sbrs r16, 1\n\t"
            "rjmp 4f\n\t"
            MOTE_AVR_LOOP_MAC MOTE_AVR_LOOP_MAC
            "4:\n"
            "mov r20, r10\n\t"
            "tst r20\n\t"
            "breq 6f\n\t"
            "5:\n"
            MOTE_AVR_LOOP_MAC MOTE_AVR_LOOP_MAC MOTE_AVR_LOOP_MAC MOTE_AVR_LOOP_MAC
            "dec r20\n\t"
            "brne 5b\n\t"
            "6:\n"
            "add r26, r12\n\t"
            "adc r27, r13\n\t"
            "dec r17\n\t"
            "breq 7f\n\t"
            "rjmp 2b\n\t"
            "7:\n"
            "mov r25, r24\n\t"
            "lsl r25\n\t"
            "sbc r25, r25\n\t"
            "movw r4, r30\n\t"
            "%~call mote_avr_finish\n\t"
            "movw r30, r4\n\t"
            "mov r18, r26\n\t"
            "movw r26, r6\n\t"
            "st X+, r18\n\t"
            "movw r6, r26\n\t"
            "ldi r18, 1\n\t"
            "sub r8, r18\n\t"
            "sbc r9, r11\n\t"
            "breq 8f\n\t"
            "rjmp 1b\n\t"
            "8:\n"
            "clr r1\n\t"
            "movw r24, r6\n\t"
            "pop r29\n\t"
            "pop r28\n\t"
            "pop r17\n\t"
            "pop r16\n\t"
            "pop r13\n\t"
            "pop r12\n\t"
            "pop r11\n\t"
            "pop r10\n\t"
            "pop r9\n\t"
            "pop r8\n\t"
            "pop r7\n\t"
            "pop r6\n\t"
            "pop r5\n\t"
            "pop r4\n\t"
            "pop r3\n\t"
            "pop r2\n\t"
            "ret\n\t"
            ::);
}
#endif

#endif
