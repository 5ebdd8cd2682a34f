/* Output elements on AVR, from sums of products to int8. The kernels that use this have the plain
 * form beside it. */
#ifndef MOTE_AVR_OUTPUTS_H
#define MOTE_AVR_OUTPUTS_H

#include "mote_avr_dot.h"

#ifdef MOTE_AVR_DOT
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
