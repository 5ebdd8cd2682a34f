#include "mote_dsp_math.h"

/* What an element needs; the assembly below knows the places of the fields. Elements have 20 more
 * bits, coarse ones half of that, and all is doubled once more. */
typedef struct {
    const int8_t *fine;
    const int8_t *coarse;
    int8_t *out;
    const int8_t *end; /* of out */
    int32_t fine_offset;
    int32_t fine_multiplier;
    int32_t fine_half; /* 2^(fine_right - 1) */
    int32_t fine_right;
    int32_t coarse_offset;
    int32_t multiplier;
    int32_t round;
    int32_t right;
} work;

static inline int8_t output(const work *it, int32_t twice) {
    return mote_saturate_dsp(mote_rescale_dsp(twice, it->multiplier, it->right, it->round));
}

#if MOTE_DSP
#define ELEMENT                                                                                    \
    "ldrsb r3, [r0], #1\n\t"                                                                       \
    "ldrsb lr, [r1], #1\n\t"                                                                       \
    "add r3, r4, r3, lsl #21\n\t"                                                                  \
    "smmlar r12, r3, r5, r6\n\t"                                                                   \
    "add r12, r12, r3, asr #31\n\t"                                                                \
    "asr r12, r12, r7\n\t"                                                                         \
    "add r12, r12, lr, lsl #19\n\t"                                                                \
    "add r3, r8, r12, lsl #1\n\t"                                                                  \
    "smmlar r12, r3, r9, r10\n\t"                                                                  \
    "add r12, r12, r3, asr #31\n\t"                                                                \
    "asr r12, r12, r11\n\t"                                                                        \
    "ssat r12, #8, r12\n\t"                                                                        \
    "strb r12, [r2], #1\n\t"
/* Fours of elements, at least one: gcc has too few registers for it. r0-r11: the fields, but end,
 * which is on the stack. */
MOTE_DSP_NAKED static void add_fours(const work *it
                                                             __attribute__((unused))) {
    __asm volatile("push {r4-r11, lr}\n\t"
                   "ldm r0, {r0-r11}\n\t"
                   "push {r3, r4}\n"
                   "1:\n\t" ELEMENT ELEMENT ELEMENT ELEMENT "ldr r3, [sp]\n\t"
                   "cmp r2, r3\n\t"
                   "bne 1b\n\t"
                   "add sp, sp, #8\n\t"
                   "pop {r4-r11, pc}");
}
#endif

/* One element of the finer scale: rounded to the common one first. */
static inline int8_t sum(const work *it, int32_t fine, int32_t coarse) {
    const int32_t scaled = mote_rescale_dsp(it->fine_offset + fine * (INT32_C(1) << 21),
                                            it->fine_multiplier, it->fine_right, it->fine_half);
    return output(it, (scaled + coarse * (INT32_C(1) << 19)) * 2 + it->coarse_offset);
}

static void add_finer(work *it, mote_int elements) {
    mote_int i = 0;
#if MOTE_DSP
    i = elements & ~3;
    it->end = it->out + i;
    if (i > 0) {
        add_fours(it);
    }
#endif
    for (; i < elements; i++) {
        it->out[i] = sum(it, it->fine[i], it->coarse[i]);
    }
}

/* Operands of one scale. */
static void add_equal(const work *it, mote_int elements) {
    const int32_t offset = it->fine_offset / 2 + it->coarse_offset;
    const work local = *it;
    for (mote_int i = 0; i < elements; i++) {
        const int32_t both = local.fine[i] + local.coarse[i];
        local.out[i] = output(&local, both * (INT32_C(1) << 20) + offset);
    }
}

void mote_add_s8_dsp(MOTE_CONST mote_add_s8_dsp_params *p, const int8_t *fine, const int8_t *coarse,
                     int8_t *out) {
    const int32_t right = -p->shift;
    work it = {.fine = fine,
               .coarse = coarse,
               .out = out,
               .fine_offset = p->fine.zero_point * -(INT32_C(1) << 21),
               .fine_multiplier = p->fine.multiplier,
               .fine_right = -p->fine.shift,
               .coarse_offset = p->coarse_zero_point * -(INT32_C(1) << 20),
               .multiplier = p->multiplier,
               .round = (2 * p->zero_point + 1) * (INT32_C(1) << (right - 1)),
               .right = right};
    if (it.fine_right > 0) {
        it.fine_half = INT32_C(1) << (it.fine_right - 1);
        add_finer(&it, p->elements);
    } else {
        add_equal(&it, p->elements);
    }
    mote_clamp_range_dsp(p->min, p->max, out, p->elements);
}
