/* What AVR does several times faster in assembly than in C, with the same bits: included by
 * mote_arithmetic.h, which has the plain form of each function. Every kernel that uses one brings a
 * copy; they are weak, so that the linker keeps one of them. */
#ifndef MOTE_AVR_H
#define MOTE_AVR_H

#include <stdint.h>

#include "mote_runtime.h"

#define MOTE_ONCE __attribute__((weak, noinline))
#define MOTE_INLINE static inline __attribute__((always_inline))

/* High 32 bits of 2 * a * b, rounded to nearest, an exact half towards plus infinity.
 * The 16 products of bytes are summed column by column, lowest first; the result ends up in
 * result, and the byte below it in below. A factor below 0 counts 2^32 too much: the other one is
 * taken from the high half. 106 cycles. */
MOTE_INLINE int32_t mote_avr_high_multiply(int32_t a, int32_t b) {
    int32_t result;
    uint8_t below;
    uint8_t zero;
    __asm__("clr %[zero]\n\t"
            "mul %A[a], %A[b]\n\t"
            "mov %C[r], r1\n\t"
            "clr %D[r]\n\t"
            "clr %[below]\n\t"
            "mul %A[a], %B[b]\n\t"
            "add %C[r], r0\n\t"
            "adc %D[r], r1\n\t"
            "mul %B[a], %A[b]\n\t"
            "add %C[r], r0\n\t"
            "adc %D[r], r1\n\t"
            "adc %[below], %[zero]\n\t"
            "clr %A[r]\n\t"
            "mul %A[a], %C[b]\n\t"
            "add %D[r], r0\n\t"
            "adc %[below], r1\n\t"
            "adc %A[r], %[zero]\n\t"
            "mul %B[a], %B[b]\n\t"
            "add %D[r], r0\n\t"
            "adc %[below], r1\n\t"
            "adc %A[r], %[zero]\n\t"
            "mul %C[a], %A[b]\n\t"
            "add %D[r], r0\n\t"
            "adc %[below], r1\n\t"
            "adc %A[r], %[zero]\n\t"
            "clr %B[r]\n\t"
            "mul %A[a], %D[b]\n\t"
            "add %[below], r0\n\t"
            "adc %A[r], r1\n\t"
            "adc %B[r], %[zero]\n\t"
            "mul %B[a], %C[b]\n\t"
            "add %[below], r0\n\t"
            "adc %A[r], r1\n\t"
            "adc %B[r], %[zero]\n\t"
            "mul %C[a], %B[b]\n\t"
            "add %[below], r0\n\t"
            "adc %A[r], r1\n\t"
            "adc %B[r], %[zero]\n\t"
            "mul %D[a], %A[b]\n\t"
            "add %[below], r0\n\t"
            "adc %A[r], r1\n\t"
            "adc %B[r], %[zero]\n\t"
            "clr %C[r]\n\t"
            "mul %B[a], %D[b]\n\t"
            "add %A[r], r0\n\t"
            "adc %B[r], r1\n\t"
            "adc %C[r], %[zero]\n\t"
            "mul %C[a], %C[b]\n\t"
            "add %A[r], r0\n\t"
            "adc %B[r], r1\n\t"
            "adc %C[r], %[zero]\n\t"
            "mul %D[a], %B[b]\n\t"
            "add %A[r], r0\n\t"
            "adc %B[r], r1\n\t"
            "adc %C[r], %[zero]\n\t"
            "clr %D[r]\n\t"
            "mul %C[a], %D[b]\n\t"
            "add %B[r], r0\n\t"
            "adc %C[r], r1\n\t"
            "adc %D[r], %[zero]\n\t"
            "mul %D[a], %C[b]\n\t"
            "add %B[r], r0\n\t"
            "adc %C[r], r1\n\t"
            "adc %D[r], %[zero]\n\t"
            "mul %D[a], %D[b]\n\t"
            "add %C[r], r0\n\t"
            "adc %D[r], r1\n\t"
            "sbrs %D[a], 7\n\t"
            "rjmp 1f\n\t"
            "sub %A[r], %A[b]\n\t"
            "sbc %B[r], %B[b]\n\t"
            "sbc %C[r], %C[b]\n\t"
            "sbc %D[r], %D[b]\n"
            "1:\n\t"
            "sbrs %D[b], 7\n\t"
            "rjmp 2f\n\t"
            "sub %A[r], %A[a]\n\t"
            "sbc %B[r], %B[a]\n\t"
            "sbc %C[r], %C[a]\n\t"
            "sbc %D[r], %D[a]\n"
            "2:\n\t"
            "lsl %[below]\n\t"
            "rol %A[r]\n\t"
            "rol %B[r]\n\t"
            "rol %C[r]\n\t"
            "rol %D[r]\n\t"
            "lsl %[below]\n\t"
            "adc %A[r], %[zero]\n\t"
            "adc %B[r], %[zero]\n\t"
            "adc %C[r], %[zero]\n\t"
            "adc %D[r], %[zero]\n\t"
            "clr r1"
            : [r] "=&r"(result), [below] "=&r"(below), [zero] "=&r"(zero)
            : [a] "r"(a), [b] "r"(b));
    return result;
}

/* x / 2^exponent, rounded to nearest, an exact half away from zero. exponent: [0, 31]; What
 * is below 0 is made 1 less (but INT32_MIN), so that a half is rounded away from zero when the bit
 * that is shifted out last is added. Whole bytes first: 8 cycles for each bit that is left. */
MOTE_INLINE int32_t mote_avr_divide_by_power_of_two(int32_t x, uint8_t exponent) {
    uint8_t out = 0;
    if (exponent == 0) {
        return x;
    }
    __asm__("mov %[out], %D[x]\n\t"
            "lsl %[out]\n\t"
            "sbc %A[x], r1\n\t"
            "sbc %B[x], r1\n\t"
            "sbc %C[x], r1\n\t"
            "sbc %D[x], r1\n\t"
            "brvc 1f\n\t"
            "com %A[x]\n\t"
            "com %B[x]\n\t"
            "com %C[x]\n\t"
            "com %D[x]\n"
            "1:\n\t"
            "clr %[out]\n"
            "5:\n\t"
            "subi %[e], 8\n\t"
            "brlo 2f\n\t"
            "mov %[out], %A[x]\n\t"
            "mov %A[x], %B[x]\n\t"
            "mov %B[x], %C[x]\n\t"
            "mov %C[x], %D[x]\n\t"
            "lsl %D[x]\n\t"
            "sbc %D[x], %D[x]\n\t"
            "rjmp 5b\n"
            "2:\n\t"
            "subi %[e], -8\n\t"
            "breq 4f\n"
            "3:\n\t"
            "asr %D[x]\n\t"
            "ror %C[x]\n\t"
            "ror %B[x]\n\t"
            "ror %A[x]\n\t"
            "ror %[out]\n\t"
            "dec %[e]\n\t"
            "brne 3b\n"
            "4:\n\t"
            "lsl %[out]\n\t"
            "adc %A[x], r1\n\t"
            "adc %B[x], r1\n\t"
            "adc %C[x], r1\n\t"
            "adc %D[x], r1"
            : [x] "+&r"(x), [e] "+&d"(exponent), [out] "=&r"(out));
    return x;
}

MOTE_ONCE int32_t mote_doubling_high_multiply(int32_t a, int32_t b) {
    return mote_avr_high_multiply(a, b);
}

MOTE_ONCE int32_t mote_avr_divided(int32_t x, uint8_t exponent) {
    return mote_avr_divide_by_power_of_two(x, exponent);
}

static inline int32_t mote_divide_by_power_of_two(int32_t x, int32_t exponent) {
    return mote_avr_divided(x, (uint8_t)exponent);
}

MOTE_ONCE int32_t mote_avr_requantize(int32_t x, int32_t multiplier, int8_t shift) {
    uint8_t exponent = (uint8_t)-shift;
    if (shift > 0) {
        x = (int32_t)((uint32_t)x << shift);
        exponent = 0;
    }
    return mote_avr_divide_by_power_of_two(mote_avr_high_multiply(x, multiplier), exponent);
}

static inline int32_t mote_requantize(int32_t x, int32_t multiplier, int32_t shift) {
    return mote_avr_requantize(x, multiplier, (int8_t)shift);
}

#endif
