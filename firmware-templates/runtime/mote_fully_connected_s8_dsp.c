#include "mote_dsp_math.h"

/* Outputs that are summed together. */
#define OUTPUTS 4

/* A layer and its scratch. sum_fours knows where its members are. */
typedef struct {
    const int32_t *window;      /* the inputs: [quads, 2] */
    MOTE_CONST int8_t *weights; /* of the first four outputs */
    int32_t *sums;              /* [outputs] */
    mote_int fours;             /* of outputs, at least 1 */
    mote_int quads;             /* whole ones of the inputs, at least 1 */
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
#define QUAD                                                                                       \
    "ldm.w r1!, {r6-r9}\n\t"                                                                       \
    "ldrd r10, r11, [r0], #8\n\t" FILTER("r6", "r2") FILTER("r7", "r3") FILTER("r8", "r4")         \
            FILTER("r9", "r5")
#define QUAD_CODE_BYTES "72"
__attribute__((naked, noinline)) static void
sum_fours(const fours_of_outputs *of __attribute__((unused))) {
    __asm volatile("push {r4-r11, lr}\n\t"
                   "sub sp, #20\n\t"
                   "ldrd r4, r1, [r0]\n\t"
                   "ldrd r5, r6, [r0, #8]\n\t"
                   "ldr r7, [r0, #16]\n\t"
                   "adds r8, r7, #3\n\t"
                   "lsr r8, r8, #2\n\t"
                   "rsb r7, r7, #0\n\t"
                   "and r7, r7, #3\n\t"
                   "mov r9, #" QUAD_CODE_BYTES "\n\t"
                   "adr r10, 2f\n\t"
                   "mla r10, r7, r9, r10\n\t"
                   "orr r10, r10, #1\n\t"
                   "str r4, [sp]\n\t"           /* window */
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
                   "2:\n\t" QUAD QUAD QUAD QUAD "subs lr, lr, #1\n\t"
                   "bne.w 2b\n\t"
                   "ldrd r6, r7, [sp, #12]\n\t"
                   "stm r6!, {r2-r5}\n\t"
                   "subs r7, r7, #1\n\t"
                   "strd r6, r7, [sp, #12]\n\t"
                   "bne.w 1b\n\t"
                   "add sp, #20\n\t"
                   "pop {r4-r11, pc}");
}
#undef FILTER
#undef QUAD
#else
static void sum_fours(const fours_of_outputs *of) {
    MOTE_CONST int8_t *weights = of->weights;
    int32_t *sums = of->sums;
    for (mote_int i = 0; i < of->fours; i++, sums += OUTPUTS) {
        memset(sums, 0, OUTPUTS * sizeof *sums);
        for (mote_int q = 0; q < of->quads; q++) {
            const int32_t *quad = of->window + 2 * q;
            for (mote_int f = 0; f < OUTPUTS; f++, weights += MOTE_QUAD) {
                const int32_t four = mote_load_four(weights);
                sums[f] = mote_add_products(quad[0], mote_even_bytes(four), sums[f]);
                sums[f] = mote_add_products(quad[1], mote_odd_bytes(four), sums[f]);
            }
        }
    }
}
#endif

/* Adds the products of the tails, and sums the outputs that make no four. weights: behind the
 * quads of the fours. */
static void sum_rest(const fours_of_outputs *of, MOTE_CONST int8_t *weights, mote_int outputs,
                     mote_int tail) {
    int32_t *sums = of->sums;
    const int32_t *last = of->window + 2 * of->quads;
    for (mote_int i = 0; tail > 0 && i < of->fours; i++, sums += OUTPUTS) {
        for (mote_int k = 0; k < tail; k++, weights += OUTPUTS) {
            for (mote_int f = 0; f < OUTPUTS; f++) {
                sums[f] += mote_tail_element(last, k) * weights[f];
            }
        }
    }
    const mote_int size = of->quads * MOTE_QUAD + tail;
    for (mote_int o = of->fours * OUTPUTS; o < outputs; o++, weights += size) {
        of->sums[o] = mote_dot_widened(of->window, 2, weights, of->quads, tail);
    }
}

void mote_fully_connected_s8_dsp(MOTE_CONST mote_fully_connected_s8_dsp_params *p, const int8_t *in,
                                 int8_t *out, void *scratch) {
    const mote_int whole = p->inputs / MOTE_QUAD;
    const mote_int rest = p->inputs % MOTE_QUAD;
    const mote_int tail = mote_tail(p->inputs);
    int32_t *const window = scratch;
    int32_t *const sums = window + 2 * (whole + (rest > 0));
    const fours_of_outputs of = {window, p->weights, sums, p->outputs / OUTPUTS,
                                 whole + (rest > 0 && tail == 0)};
    MOTE_CONST int8_t *behind = p->weights + of.fours * OUTPUTS * of.quads * MOTE_QUAD;
    for (mote_int b = 0; b < p->batches; b++, in += p->inputs, out += p->outputs) {
        int32_t *const last = mote_widen(in, whole, window, 2);
        if (rest > 0) {
            int8_t bytes[MOTE_QUAD] = {0};
            memcpy(bytes, in + whole * MOTE_QUAD, (size_t)rest);
            mote_widen(bytes, 1, last, 2);
        }
        if (of.quads == 0) {
            memset(sums, 0, (size_t)p->outputs * sizeof *sums);
        } else if (of.fours > 0) {
            sum_fours(&of);
        }
        sum_rest(&of, behind, p->outputs, tail);
        mote_outputs_dsp(&p->output, sums, p->outputs, out);
        mote_clamp_outputs(&p->output, out, p->outputs);
    }
}
