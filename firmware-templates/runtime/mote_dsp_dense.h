/* Fully connected layers of mote_dsp.h, for a file that says with MOTE_WIDE whether their inputs
 * are widened (1) or int8 (0). */
#ifndef MOTE_DSP_DENSE_H
#define MOTE_DSP_DENSE_H

#include "mote_dsp_math.h"

/* Outputs that are summed together. */
#define FOUR 4

/* OUTPUTS: whose sums are made before they are finished, fours. */
#if MOTE_WIDE
typedef int32_t input_type; /* half a quad */
#define INPUTS_PER_QUAD 2
#define OUTPUTS 32
#else
typedef int8_t input_type;
#define INPUTS_PER_QUAD MOTE_QUAD
#define OUTPUTS 16
#endif

/* What sum_fours works on; it knows where the members are. */
typedef struct {
    const input_type *in;
    MOTE_CONST int8_t *weights; /* of the first four outputs */
    int32_t *sums;
    mote_int fours; /* of outputs, at least 1 */
    mote_int quads; /* whole ones of the inputs, at least 1 */
} fours_of_outputs;

/* The sums, without biases and tails, of all fours of outputs. */
#if MOTE_DSP
/* In C, gcc keeps fewer of these in registers. The loop over quads is entered so that the last turn
 * ends with the last of them. */
#define FILTER(weights, sum)                                                                       \
    "sxtb16 r12, " weights "\n\t"                                                                  \
    "smlad " sum ", r10, r12, " sum "\n\t"                                                         \
    "sxtb16 r12, " weights ", ror #8\n\t"                                                          \
    "smlad " sum ", r11, r12, " sum "\n\t"
#if MOTE_WIDE
#define INPUTS "ldrd r10, r11, [r0], #8\n\t"
#define QUAD_CODE_BYTES "72"
#else
#define INPUTS                                                                                     \
    "ldr r11, [r0], #4\n\t"                                                                        \
    "sxtb16 r10, r11\n\t"                                                                          \
    "sxtb16 r11, r11, ror #8\n\t"
#define QUAD_CODE_BYTES "80"
#endif
#define QUAD                                                                                       \
    "ldm.w r1!, {r6-r9}\n\t" INPUTS FILTER("r6", "r2") FILTER("r7", "r3") FILTER("r8", "r4")       \
            FILTER("r9", "r5")
#ifdef __OPTIMIZE_SIZE__
#define QUADS QUAD QUAD
#define QUADS_LOG "1"
#define QUADS_LESS_1 "1"
#else
#define QUADS QUAD QUAD QUAD QUAD
#define QUADS_LOG "2"
#define QUADS_LESS_1 "3"
#endif
MOTE_DSP_NAKED static void
sum_fours(const fours_of_outputs *of __attribute__((unused))) {
    __asm volatile("push {r4-r11, lr}\n\t"
                   "sub sp, #20\n\t"
                   "ldrd r4, r1, [r0]\n\t"
                   "ldrd r5, r6, [r0, #8]\n\t"
                   "ldr r7, [r0, #16]\n\t"
                   "add r8, r7, #" QUADS_LESS_1 "\n\t"
                   "asr r8, r8, #" QUADS_LOG "\n\t"
                   "rsb r7, r7, #0\n\t"
                   "and r7, r7, #" QUADS_LESS_1 "\n\t"
                   "mov r9, #" QUAD_CODE_BYTES "\n\t"
                   "adr r10, 2f\n\t"
                   "mla r10, r7, r9, r10\n\t"
                   "orr r10, r10, #1\n\t"
                   "str r4, [sp]\n\t"           /* inputs */
                   "strd r8, r10, [sp, #4]\n\t" /* turns, entry */
                   "strd r5, r6, [sp, #12]\n"   /* sums, fours */
                   "1:\n\t"
                   "ldr r0, [sp]\n\t"
                   "ldrd lr, r12, [sp, #4]\n\t"
                   "movs r2, #0\n\t"
                   "movs r3, #0\n\t"
                   "movs r4, #0\n\t"
                   "movs r5, #0\n\t"
                   "bx r12\n\t"
                   ".balign 4\n"
                   "2:\n\t" QUADS "subs lr, lr, #1\n\t"
                   "bne.w 2b\n\t"
                   "ldrd r6, r7, [sp, #12]\n\t"
                   "stm r6!, {r2-r5}\n\t"
                   "subs r7, r7, #1\n\t"
                   "strd r6, r7, [sp, #12]\n\t"
                   "bne.w 1b\n\t"
                   "add sp, #20\n\t"
                   "pop {r4-r11, pc}");
}
#else
static void sum_fours(const fours_of_outputs *of) {
    MOTE_CONST int8_t *weights = of->weights;
    int32_t *sums = of->sums;
    for (mote_int i = 0; i < of->fours; i++, sums += FOUR) {
        const input_type *in = of->in;
        memset(sums, 0, FOUR * sizeof *sums);
        for (mote_int q = 0; q < of->quads; q++, in += INPUTS_PER_QUAD) {
#if MOTE_WIDE
            const int32_t even = in[0];
            const int32_t odd = in[1];
#else
            const int32_t even = mote_even_bytes(mote_load_four(in));
            const int32_t odd = mote_odd_bytes(mote_load_four(in));
#endif
            for (mote_int f = 0; f < FOUR; f++, weights += MOTE_QUAD) {
                const int32_t four = mote_load_four(weights);
                sums[f] = mote_add_products(even, mote_even_bytes(four), sums[f]);
                sums[f] = mote_add_products(odd, mote_odd_bytes(four), sums[f]);
            }
        }
    }
}
#endif

/* Adds the products of the inputs behind whole quads, to fours of outputs. */
static void add_rest(const fours_of_outputs *of, const int8_t *rest, mote_int n,
                     MOTE_CONST int8_t *weights) {
    int32_t *sums = of->sums;
    for (mote_int i = 0; i < of->fours; i++, sums += FOUR) {
        for (mote_int k = 0; k < n; k++, weights += FOUR) {
            for (mote_int f = 0; f < FOUR; f++) {
                sums[f] += rest[k] * weights[f];
            }
        }
    }
}

/* Outputs of one batch. in: the whole quads of bytes, in the type of this file. */
static void dense(MOTE_CONST mote_fully_connected_s8_dsp_params *p, const input_type *in,
                  const int8_t *bytes, int8_t *out) {
    const mote_int quads = p->inputs / MOTE_QUAD;
    const mote_int rest = p->inputs % MOTE_QUAD;
    const mote_int in_fours = p->outputs / FOUR * FOUR;
    MOTE_CONST int8_t *tails = p->weights + in_fours * quads * MOTE_QUAD;
    int32_t sums[OUTPUTS];
    fours_of_outputs of = {in, p->weights, sums, 0, quads};
    for (mote_int o = 0, n; o < in_fours; o += n) {
        n = in_fours - o < OUTPUTS ? in_fours - o : OUTPUTS;
        of.fours = n / FOUR;
        if (quads > 0) {
            sum_fours(&of);
        } else {
            memset(sums, 0, sizeof sums);
        }
        add_rest(&of, bytes + quads * MOTE_QUAD, rest, tails);
        mote_outputs_dsp(&p->output, o, sums, n, out + o);
        of.weights += n * quads * MOTE_QUAD;
        tails += n * rest;
    }
    for (mote_int o = in_fours; o < p->outputs; o++, tails += p->inputs) {
        const int32_t sum = mote_dot_dsp(bytes, tails, p->inputs);
        mote_outputs_dsp(&p->output, o, &sum, 1, out + o);
    }
    mote_clamp_outputs(&p->output, out, p->outputs);
}

#endif
