#include "mote_dsp_math.h"

/* The inside of a pixel's window. */
typedef struct {
    mote_int rows, columns;
    mote_int in_row; /* elements from row to row of the input */
    mote_int row;    /* weights from row to row */
    int32_t zero_points;
    const int8_t *in;           /* first element of the first channel */
    MOTE_CONST int8_t *weights; /* and its weight */
} inside;

/* Adds n taps of a row to the sums of four channels. */
static inline void add_taps(const inside *part, mote_int in_c, const int8_t *x,
                            MOTE_CONST int8_t *w, int32_t *sums) {
    int32_t sum_0 = sums[0];
    int32_t sum_1 = sums[1];
    int32_t sum_2 = sums[2];
    int32_t sum_3 = sums[3];
    mote_int n = part->columns;
#if MOTE_DSP
    /* In C, gcc keeps fewer of these in registers. */
    int32_t even, odd, even_filters, odd_filters;
    __asm volatile("1:\n\t"
                   "ldr %[even], [%[x]]\n\t"
                   "ldr %[even_filters], [%[w]]\n\t"
                   "add %[x], %[x], %[in_c]\n\t"
                   "add %[w], %[w], %[in_c]\n\t"
                   "sxtb16 %[odd], %[even], ror #8\n\t"
                   "sxtb16 %[even], %[even]\n\t"
                   "sxtb16 %[odd_filters], %[even_filters], ror #8\n\t"
                   "sxtb16 %[even_filters], %[even_filters]\n\t"
                   "ssub16 %[even], %[even], %[zero]\n\t"
                   "ssub16 %[odd], %[odd], %[zero]\n\t"
                   "smlabb %[s0], %[even], %[even_filters], %[s0]\n\t"
                   "smlabb %[s1], %[odd], %[odd_filters], %[s1]\n\t"
                   "smlatt %[s2], %[even], %[even_filters], %[s2]\n\t"
                   "smlatt %[s3], %[odd], %[odd_filters], %[s3]\n\t"
                   "subs %[n], %[n], #1\n\t"
                   "bgt 1b"
                   : [s0] "+r"(sum_0), [s1] "+r"(sum_1), [s2] "+r"(sum_2), [s3] "+r"(sum_3),
                     [x] "+r"(x), [w] "+r"(w), [n] "+r"(n), [even] "=&r"(even), [odd] "=&r"(odd),
                     [even_filters] "=&r"(even_filters), [odd_filters] "=&r"(odd_filters)
                   : [in_c] "r"(in_c), [zero] "r"(part->zero_points)
                   : "cc", "memory");
#else
    for (; n > 0; n--, x += in_c, w += in_c) {
        const int32_t four = mote_load_four(x);
        const int32_t filters = mote_load_four(w);
        const int32_t even = mote_subtract_pairs(mote_even_bytes(four), part->zero_points);
        const int32_t odd = mote_subtract_pairs(mote_odd_bytes(four), part->zero_points);
        const int32_t even_filters = mote_even_bytes(filters);
        const int32_t odd_filters = mote_odd_bytes(filters);
        sum_0 = mote_add_low_product(even, even_filters, sum_0);
        sum_1 = mote_add_low_product(odd, odd_filters, sum_1);
        sum_2 = mote_add_high_product(even, even_filters, sum_2);
        sum_3 = mote_add_high_product(odd, odd_filters, sum_3);
    }
#endif
    sums[0] = sum_0;
    sums[1] = sum_1;
    sums[2] = sum_2;
    sums[3] = sum_3;
}

/* Outputs of four channels of a pixel, from channel on. A window has a tap inside at least. */
MOTE_DSP_NOINLINE static void four_channels(
        MOTE_CONST mote_depthwise_conv2d_s8_direct_dsp_params *p, const inside *part,
        mote_int channel, int8_t *out) {
    const mote_int in_c = p->window.in_c;
    const int8_t *in = part->in + channel;
    MOTE_CONST int8_t *weights = part->weights + channel;
    int32_t sums[MOTE_QUAD] = {0};
    for (mote_int y = part->rows; y > 0; y--, in += part->in_row, weights += part->row) {
        add_taps(part, in_c, in, weights, sums);
    }
    mote_outputs_dsp(&p->output, channel, sums, MOTE_QUAD, out);
}

void mote_depthwise_conv2d_s8_direct_dsp(MOTE_CONST mote_depthwise_conv2d_s8_direct_dsp_params *p,
                                         const int8_t *in, int8_t *out) {
    MOTE_CONST mote_dsp_window *w = &p->window;
    const mote_int in_c = w->in_c;
    const mote_int line = w->in_w * in_c;
    inside part = {.in_row = w->dilation_h * line,
                   .row = w->kernel_w * in_c,
                   .zero_points = mote_low_halves(p->input_zero_point, p->input_zero_point)};
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * line) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_dsp_rows(w, y);
            part.rows = rows.end - rows.begin;
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_dsp_columns(w, x);
                part.columns = columns.end - columns.begin;
                part.in = in + rows.origin * line + rows.begin * part.in_row
                          + columns.origin * in_c + columns.begin * in_c;
                part.weights = p->weights + rows.begin * part.row + columns.begin * in_c;
                for (mote_int c = 0; c < in_c; c += MOTE_QUAD) {
                    four_channels(p, &part, c, out + c);
                }
                mote_clamp_outputs(&p->output, out, in_c);
                out += in_c;
            }
        }
    }
}
