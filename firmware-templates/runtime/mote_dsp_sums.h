/* Sums of windows that slide over a plane: one channel as int16, row by row. Twice the sums, as
 * mote_dsp_outputs.h takes them: the bias and the weights come doubled. */
#ifndef MOTE_DSP_SUMS_H
#define MOTE_DSP_SUMS_H

#include "mote_dsp_math.h"

/* Windows of 3 rows and 3 columns whose columns have stride 1 or 2. Outputs are summed by pairs:
 * the second one of a row's last pair may lie outside of it, and is written over by the next row; 1
 * sum is written behind the last. The assembly below knows the places of the fields. */
typedef struct {
    const int16_t *plane;   /* first window */
    int32_t *sums;          /* row by row */
    int32_t pitch;          /* bytes from row to row of the plane */
    int32_t bias[2];        /* twice the same */
    int32_t row_bytes;      /* pairs of sums in a row, times 8 */
    int32_t rows;           /* of outputs */
    int32_t next;           /* bytes from behind the last pair's window to the next row's first */
    int32_t back;           /* bytes that a row of pairs is too long, negative: 0 or -4 */
    const int32_t *weights; /* Format: [3][2]: of each row elements (0, 1) and (1, 2) */
} mote_dsp_three;

/* A row of outputs with windows of any size. They are summed by fours: up to 3 sums are written
 * behind the last. */
typedef struct {
    const int16_t *plane;   /* first window */
    int32_t pitch;          /* bytes from row to row of the plane */
    int32_t rows;           /* of the window */
    int32_t pairs;          /* of weights in a row of the window; an odd last one has a 0 with it */
    const int32_t *weights; /* Format: [rows, pairs] */
    int32_t bias;
    int32_t *sums;
    int32_t fours;          /* outputs / 4, rounded up */
} mote_dsp_any;

#if MOTE_DSP
/* Functions in assembly: gcc has too few registers for them, as it keeps one for the stack. */
#define MOTE_DSP_FUNCTION MOTE_DSP_NAKED static void

/* One row of the window for a pair of outputs. r: its place; p, q: its weights. */
#define MOTE_DSP_ROW_1(r, p, q)                                                                    \
    "ldrd r4, r5, [" r "], #4\n\t"                                                                 \
    "smlad r6, r4, " p ", r6\n\t"                                                                  \
    "smlatb r7, r4, " p ", r7\n\t"                                                                 \
    "smlabt r6, r5, " q ", r6\n\t"                                                                 \
    "smlad r7, r5, " q ", r7\n\t"
#define MOTE_DSP_ROW_2(r, p, q)                                                                    \
    "ldrd r4, r5, [" r "], #8\n\t"                                                                 \
    "smlad r6, r4, " p ", r6\n\t"                                                                  \
    "ldr r4, [" r "]\n\t"                                                                          \
    "smlad r7, r5, " p ", r7\n\t"                                                                  \
    "smlabt r6, r5, " q ", r6\n\t"                                                                 \
    "smlabt r7, r4, " q ", r7\n\t"
#define MOTE_DSP_PAIR(ROW)                                                                         \
    "ldrd r6, r7, [sp]\n\t" ROW("r0", "r8", "r9") ROW("r1", "r10", "r11") ROW("r2", "r12", "lr")   \
            "strd r6, r7, [r3], #8\n\t"
/* r0-r2: rows of the plane; r3: sums; r8-lr: weights. On the stack: bias to back, end of the row.
 * An odd number of pairs starts with the second one of two. */
#define MOTE_DSP_THREE(ROW)                                                                        \
    __asm volatile("push {r4-r11, lr}\n\t"                                                         \
                   "sub sp, sp, #28\n\t"                                                           \
                   "add r1, r0, #12\n\t"                                                           \
                   "ldm r1, {r4-r10}\n\t"                                                          \
                   "stm sp, {r4-r9}\n\t"                                                           \
                   "ldm r0, {r0, r3, r4}\n\t"                                                      \
                   "add r1, r0, r4\n\t"                                                            \
                   "add r2, r1, r4\n\t"                                                            \
                   "ldm r10, {r8-r12, lr}\n"                                                       \
                   "1:\n\t"                                                                        \
                   "ldr r4, [sp, #8]\n\t"                                                          \
                   "add r5, r3, r4\n\t"                                                            \
                   "str r5, [sp, #24]\n\t"                                                         \
                   "lsls r4, r4, #28\n\t"                                                          \
                   "bmi 3f\n"                                                                      \
                   "2:\n\t" MOTE_DSP_PAIR(ROW) "3:\n\t" MOTE_DSP_PAIR(ROW)                         \
                   "ldr r4, [sp, #24]\n\t"                                                         \
                   "cmp r3, r4\n\t"                                                                \
                   "bne 2b\n\t"                                                                    \
                   "add r4, sp, #12\n\t"                                                           \
                   "ldm r4, {r4-r6}\n\t"                                                           \
                   "add r0, r0, r5\n\t"                                                            \
                   "add r1, r1, r5\n\t"                                                            \
                   "add r2, r2, r5\n\t"                                                            \
                   "add r3, r3, r6\n\t"                                                            \
                   "subs r4, r4, #1\n\t"                                                           \
                   "str r4, [sp, #12]\n\t"                                                         \
                   "bne 1b\n\t"                                                                    \
                   "add sp, sp, #28\n\t"                                                           \
                   "pop {r4-r11, pc}")

MOTE_DSP_FUNCTION mote_dsp_three_stride_1(const mote_dsp_three *it __attribute__((unused))) {
    MOTE_DSP_THREE(MOTE_DSP_ROW_1);
}

MOTE_DSP_FUNCTION mote_dsp_three_stride_2(const mote_dsp_three *it __attribute__((unused))) {
    MOTE_DSP_THREE(MOTE_DSP_ROW_2);
}

/* A pair of weights for four outputs: the places of the first two are in registers since the pair
 * before, those of the other two are loaded. */
#define MOTE_DSP_TAPS(first, second, third, at_third, fourth, at_fourth)                           \
    "ldr " third ", " at_third "\n\t"                                                              \
    "ldr " fourth ", " at_fourth "\n\t"                                                            \
    "ldr r12, [r1], #4\n\t"                                                                        \
    "smlad r4, " first ", r12, r4\n\t"                                                             \
    "smlad r5, " second ", r12, r5\n\t"                                                            \
    "smlad r6, " third ", r12, r6\n\t"                                                             \
    "smlad r7, " fourth ", r12, r7\n\t"                                                            \
    "subs r2, r2, #1\n\t"
/* Columns of stride 1. r4-r7: sums; r0: place in the plane; r1: weights; r2, r3: pairs and rows
 * that are left; lr: row. On the stack: the fields. */
MOTE_DSP_FUNCTION mote_dsp_any_stride_1(const mote_dsp_any *it __attribute__((unused))) {
    __asm volatile("push {r4-r11, lr}\n\t"
                   "ldm r0, {r1-r8}\n\t"
                   "push {r1-r8}\n"
                   "1:\n\t"
                   "ldrd r1, r4, [sp, #16]\n\t"
                   "ldr r3, [sp, #8]\n\t"
                   "ldr lr, [sp]\n\t"
                   "mov r5, r4\n\t"
                   "mov r6, r4\n\t"
                   "mov r7, r4\n"
                   "2:\n\t"
                   "mov r0, lr\n\t"
                   "ldr r2, [sp, #12]\n\t"
                   "ldr r8, [r0]\n\t"
                   "ldr r9, [r0, #2]\n"
                   "3:\n\t"
                   MOTE_DSP_TAPS("r8", "r9", "r10", "[r0, #4]", "r11", "[r0, #6]")
                   "beq 4f\n\t"
                   MOTE_DSP_TAPS("r10", "r11", "r8", "[r0, #8]!", "r9", "[r0, #2]")
                   "bne 3b\n"
                   "4:\n\t"
                   "ldr r8, [sp, #4]\n\t"
                   "add lr, lr, r8\n\t"
                   "subs r3, r3, #1\n\t"
                   "bne 2b\n\t"
                   "ldrd r8, r9, [sp, #24]\n\t"
                   "ldr r0, [sp]\n\t"
                   "add r0, r0, #8\n\t"
                   "str r0, [sp]\n\t"
                   "stm r8!, {r4-r7}\n\t"
                   "subs r9, r9, #1\n\t"
                   "strd r8, r9, [sp, #24]\n\t"
                   "bne 1b\n\t"
                   "add sp, sp, #32\n\t"
                   "pop {r4-r11, pc}");
}
#endif

/* Columns of stride 1 or 2. */
static inline void mote_dsp_sum_three(const mote_dsp_three *it, int32_t stride) {
#if MOTE_DSP
    if (stride == 1) {
        mote_dsp_three_stride_1(it);
    } else {
        mote_dsp_three_stride_2(it);
    }
#else
    int32_t *sums = it->sums;
    const int32_t columns = (it->row_bytes + it->back) / 4;
    const int32_t row = it->row_bytes / 4 * stride + it->next / 2;
    for (int32_t y = 0; y < it->rows; y++) {
        for (int32_t x = 0; x < columns; x++) {
            const int16_t *from = it->plane + y * row + x * stride;
            int32_t sum = it->bias[0];
            for (int32_t k = 0; k < 3; k++, from += it->pitch / 2) {
                const int32_t *weights = it->weights + 2 * k;
                sum = mote_add_products(mote_load_pair(from), weights[0], sum);
                sum += from[2] * (weights[1] >> 16);
            }
            *sums++ = sum;
        }
    }
#endif
}

/* count outputs, whose windows are stride elements apart. */
MOTE_NOINLINE static void mote_dsp_sum_any(const mote_dsp_any *it, int32_t count,
                                           int32_t stride) {
#if MOTE_DSP
    if (stride == 1) {
        mote_dsp_any_stride_1(it);
        return;
    }
#endif
    const int16_t *plane = it->plane;
    int32_t *sums = it->sums;
    for (; count > 0; count -= 4, plane += 4 * stride, sums += 4) {
        const int32_t second = count > 1 ? stride : 0;
        const int32_t third = count > 2 ? stride : 0;
        const int32_t fourth = count > 3 ? stride : 0;
        const int32_t *weights = it->weights;
        const int16_t *row = plane;
        int32_t sum_0 = it->bias;
        int32_t sum_1 = sum_0;
        int32_t sum_2 = sum_0;
        int32_t sum_3 = sum_0;
        for (int32_t k = it->rows; k > 0; k--, row += it->pitch / 2) {
            const int16_t *in_0 = row;
            const int16_t *in_1 = in_0 + second;
            const int16_t *in_2 = in_1 + third;
            const int16_t *in_3 = in_2 + fourth;
            for (const int32_t *end = weights + it->pairs; weights < end; weights++) {
                sum_0 = mote_add_products(mote_load_pair(in_0), *weights, sum_0);
                sum_1 = mote_add_products(mote_load_pair(in_1), *weights, sum_1);
                sum_2 = mote_add_products(mote_load_pair(in_2), *weights, sum_2);
                sum_3 = mote_add_products(mote_load_pair(in_3), *weights, sum_3);
                in_0 += 2;
                in_1 += 2;
                in_2 += 2;
                in_3 += 2;
            }
        }
        sums[0] = sum_0;
        sums[1] = sum_1;
        sums[2] = sum_2;
        sums[3] = sum_3;
    }
}

#endif
