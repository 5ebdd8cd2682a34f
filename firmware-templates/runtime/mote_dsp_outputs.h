/* From doubled sums of one channel to its outputs. */
#ifndef MOTE_DSP_OUTPUTS_H
#define MOTE_DSP_OUTPUTS_H

#include "mote_dsp_math.h"

/* The assembly below knows the places of the fields. */
typedef struct {
    const int32_t *sums; /* twice the accumulators, row by row */
    int8_t *out;
    int32_t step;  /* elements from column to column */
    int32_t round; /* zero point and 1/2, as they are before the shift. Range: (-2^30, 2^30) */
    int32_t multiplier;
    int32_t right; /* shift. Range: [1, 22] */
    int32_t columns;
    int32_t rows;
    int32_t next; /* elements from behind the last column to the next row */
} mote_dsp_outputs;

#if MOTE_DSP
/* x: a sum, becomes the output, as mote_rescale_dsp and mote_saturate_dsp have it. */
#define MOTE_DSP_OUTPUT(x)                                                                         \
    "add r8, r3, " x ", asr #31\n\t"                                                               \
    "smmlar " x ", " x ", r4, r8\n\t"                                                              \
    "asr " x ", " x ", r5\n\t"                                                                     \
    "ssat " x ", #8, " x "\n\t"
/* The same for a zero point of -128: a negative product gives -128, however it is rounded. */
#define MOTE_DSP_OUTPUT_FROM_LOWEST(x)                                                             \
    "smmlar " x ", " x ", r4, r3\n\t"                                                              \
    "asr " x ", " x ", r5\n\t"                                                                     \
    "ssat " x ", #8, " x "\n\t"
/* r0-r6: sums to columns; lr: rows; r7: 3 * step. */
#define MOTE_DSP_OUTPUTS(OUTPUT)                                                                   \
    __asm volatile("push {r0, r4-r11, lr}\n\t"                                                     \
                   "ldr lr, [r0, #28]\n\t"                                                         \
                   "ldm r0, {r0-r6}\n\t"                                                           \
                   "add r7, r2, r2, lsl #1\n"                                                      \
                   "1:\n\t"                                                                        \
                   "subs r6, r6, #4\n\t"                                                           \
                   "blt 3f\n"                                                                      \
                   "2:\n\t"                                                                        \
                   "ldm r0!, {r9-r12}\n\t" OUTPUT("r9") OUTPUT("r10") OUTPUT("r11") OUTPUT("r12")  \
                   "strb r9, [r1]\n\t"                                                             \
                   "strb r10, [r1, r2]\n\t"                                                        \
                   "strb r11, [r1, r2, lsl #1]\n\t"                                                \
                   "strb r12, [r1, r7]\n\t"                                                        \
                   "add r1, r1, r2, lsl #2\n\t"                                                    \
                   "subs r6, r6, #4\n\t"                                                           \
                   "bge 2b\n"                                                                      \
                   "3:\n\t"                                                                        \
                   "adds r6, r6, #4\n\t"                                                           \
                   "beq 5f\n"                                                                      \
                   "4:\n\t"                                                                        \
                   "ldr r9, [r0], #4\n\t" OUTPUT("r9")                                             \
                   "strb r9, [r1]\n\t"                                                             \
                   "add r1, r1, r2\n\t"                                                            \
                   "subs r6, r6, #1\n\t"                                                           \
                   "bne 4b\n"                                                                      \
                   "5:\n\t"                                                                        \
                   "ldr r9, [sp]\n\t"                                                              \
                   "ldr r6, [r9, #24]\n\t"                                                         \
                   "ldr r9, [r9, #32]\n\t"                                                         \
                   "add r1, r1, r9\n\t"                                                            \
                   "subs lr, lr, #1\n\t"                                                           \
                   "bne 1b\n\t"                                                                    \
                   "pop {r0, r4-r11, pc}")

MOTE_DSP_NAKED static void mote_dsp_write_any(
        const mote_dsp_outputs *it __attribute__((unused))) {
    MOTE_DSP_OUTPUTS(MOTE_DSP_OUTPUT);
}

MOTE_DSP_NAKED static void mote_dsp_write_from_lowest(
        const mote_dsp_outputs *it __attribute__((unused))) {
    MOTE_DSP_OUTPUTS(MOTE_DSP_OUTPUT_FROM_LOWEST);
}
#endif

/* Not clamped but to [-128, 127]. */
static inline void mote_dsp_write(const mote_dsp_outputs *it, mote_int zero_point) {
#if MOTE_DSP
    if (zero_point == INT8_MIN) {
        mote_dsp_write_from_lowest(it);
    } else {
        mote_dsp_write_any(it);
    }
#else
    const int32_t *sums = it->sums;
    int8_t *out = it->out;
    (void)zero_point;
    for (int32_t y = 0; y < it->rows; y++, out += it->next) {
        for (int32_t x = 0; x < it->columns; x++, out += it->step) {
            *out = mote_saturate_dsp(
                    mote_rescale_dsp(*sums++, it->multiplier, it->right, it->round));
        }
    }
#endif
}

#endif
