#include "mote_dsp_math.h"

/* Sizes of a layer, and its scratch. */
typedef struct {
    mote_int quads;   /* of a window */
    mote_int tail;    /* elements behind them */
    mote_int all;     /* quads with that of the tail */
    int32_t *windows; /* of two pixels; quad by quad, two words of one, two of the other */
    int32_t *sums;    /* of the output channels; of each, both pixels' */
    int8_t *bytes;    /* of a window */
} work;

/* sums[0], [1]: those of two pixels with a filter; [2], [3]: with the next one. Their weights take
 * turns by quads. */
static inline void add_quads(const int32_t *windows, MOTE_CONST int8_t *weights, mote_int quads,
                             int32_t *sums) {
    int32_t sum_0 = sums[0];
    int32_t sum_1 = sums[1];
    int32_t sum_2 = sums[2];
    int32_t sum_3 = sums[3];
#if MOTE_DSP
    /* In C, gcc keeps fewer of these in registers, and rotates apart from the extension. */
#define QUAD                                                                                       \
    "ldrd %[w0], %[w1], [%[w]], #8\n\t"                                                            \
    "ldrd %[a], %[b], [%[x]], #8\n\t"                                                              \
    "sxtb16 %[v0], %[w0]\n\t"                                                                      \
    "sxtb16 %[v1], %[w1]\n\t"                                                                      \
    "sxtb16 %[w0], %[w0], ror #8\n\t"                                                              \
    "sxtb16 %[w1], %[w1], ror #8\n\t"                                                              \
    "smlad %[s0], %[a], %[v0], %[s0]\n\t"                                                          \
    "smlad %[s2], %[a], %[v1], %[s2]\n\t"                                                          \
    "smlad %[s0], %[b], %[w0], %[s0]\n\t"                                                          \
    "smlad %[s2], %[b], %[w1], %[s2]\n\t"                                                          \
    "ldrd %[a], %[b], [%[x]], #8\n\t"                                                              \
    "smlad %[s1], %[a], %[v0], %[s1]\n\t"                                                          \
    "smlad %[s3], %[a], %[v1], %[s3]\n\t"                                                          \
    "smlad %[s1], %[b], %[w0], %[s1]\n\t"                                                          \
    "smlad %[s3], %[b], %[w1], %[s3]\n\t"
    int32_t a, b, w0, w1, v0, v1;
    __asm volatile("lsrs %[n], %[n], #1\n\t"
                   "bcc 2f\n\t" QUAD "2:\n\t"
                   "cbz %[n], 3f\n"
                   "1:\n\t" QUAD QUAD "subs %[n], #1\n\t"
                   "bne 1b\n"
                   "3:"
                   : [s0] "+r"(sum_0), [s1] "+r"(sum_1), [s2] "+r"(sum_2), [s3] "+r"(sum_3),
                     [x] "+r"(windows), [w] "+r"(weights), [n] "+l"(quads), [a] "=&r"(a),
                     [b] "=&r"(b), [w0] "=&r"(w0), [w1] "=&r"(w1), [v0] "=&r"(v0), [v1] "=&r"(v1)
                   :
                   : "cc", "memory");
#undef QUAD
#else
    for (mote_int q = 0; q < quads; q++, windows += 4, weights += 2 * MOTE_QUAD) {
        const int32_t w0 = mote_load_four(weights);
        const int32_t w1 = mote_load_four(weights + MOTE_QUAD);
        sum_0 = mote_add_products(windows[0], mote_even_bytes(w0), sum_0);
        sum_0 = mote_add_products(windows[1], mote_odd_bytes(w0), sum_0);
        sum_1 = mote_add_products(windows[2], mote_even_bytes(w0), sum_1);
        sum_1 = mote_add_products(windows[3], mote_odd_bytes(w0), sum_1);
        sum_2 = mote_add_products(windows[0], mote_even_bytes(w1), sum_2);
        sum_2 = mote_add_products(windows[1], mote_odd_bytes(w1), sum_2);
        sum_3 = mote_add_products(windows[2], mote_even_bytes(w1), sum_3);
        sum_3 = mote_add_products(windows[3], mote_odd_bytes(w1), sum_3);
    }
#endif
    sums[0] = sum_0;
    sums[1] = sum_1;
    sums[2] = sum_2;
    sums[3] = sum_3;
}

/* Element k of a tail: 0 or 1. */
static inline int32_t tail_element(const work *it, mote_int pixel, mote_int k) {
    return (int16_t)it->windows[4 * it->quads + 2 * pixel + k];
}

/* Sums of all output channels, of two pixels. */
MOTE_NOINLINE static void sum_pixels(MOTE_CONST mote_conv2d_s8_dsp_params *p, const work *it) {
    MOTE_CONST int8_t *weights = p->weights;
    MOTE_CONST int32_t *bias = p->bias;
    const mote_int pairs = p->window.out_c / 2;
    int32_t *sums = it->sums;
    for (mote_int i = 0; i < pairs; i++, bias += 2, sums += 4) {
        sums[0] = bias[0];
        sums[1] = bias[0];
        sums[2] = bias[1];
        sums[3] = bias[1];
        add_quads(it->windows, weights, it->quads, sums);
        weights += it->quads * 2 * MOTE_QUAD;
    }
    if (it->tail > 0) {
        sums = it->sums;
        for (mote_int i = 0; i < pairs; i++, sums += 4) {
            for (mote_int k = 0; k < it->tail; k++, weights += 2) {
                const int32_t first = tail_element(it, 0, k);
                const int32_t second = tail_element(it, 1, k);
                sums[0] += first * weights[0];
                sums[1] += second * weights[0];
                sums[2] += first * weights[1];
                sums[3] += second * weights[1];
            }
        }
    }
    if (p->window.out_c % 2 != 0) {
        for (mote_int pixel = 0; pixel < 2; pixel++) {
            const int32_t *window = it->windows + 2 * pixel;
            MOTE_CONST int8_t *filter = weights;
            int32_t sum = *bias;
            for (mote_int q = 0; q < it->quads; q++, window += 4, filter += MOTE_QUAD) {
                const int32_t four = mote_load_four(filter);
                sum = mote_add_products(window[0], mote_even_bytes(four), sum);
                sum = mote_add_products(window[1], mote_odd_bytes(four), sum);
            }
            for (mote_int k = 0; k < it->tail; k++) {
                sum += tail_element(it, pixel, k) * filter[k];
            }
            sums[pixel] = sum;
        }
    }
}

/* Output elements of two pixels; a single one is both. */
MOTE_NOINLINE static void output_pixels(MOTE_CONST mote_conv2d_s8_dsp_params *p,
                                        const int32_t *sums, int8_t *first, int8_t *second) {
    MOTE_CONST int32_t *multipliers = p->output.multipliers;
    MOTE_CONST int8_t *shifts = p->output.shifts;
    const mote_int step = p->output.step;
    const int8_t *const end = first + p->window.out_c;
    for (; first < end; sums += 2, multipliers += step, shifts += step) {
        const int32_t right = -*shifts;
        const int32_t round = mote_output_rounding(p->output.zero_point, right);
        *second++ = mote_output_dsp(sums[1], *multipliers, right, round);
        *first++ = mote_output_dsp(sums[0], *multipliers, right, round);
    }
}

/* Bytes of a pixel's window, samples outside of the input at the zero point. */
static void copy_window(MOTE_CONST mote_conv2d_s8_dsp_params *p, const int8_t *in, mote_int y,
                        mote_int x, int8_t *to) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_span rows = mote_rows(w, y);
    const mote_span columns = mote_columns(w, x);
    const mote_int in_c = w->in_c;
    const mote_int row = w->kernel_w * in_c;
    const mote_int step = w->dilation_w * in_c;
    if (rows.end - rows.begin < w->kernel_h || columns.end - columns.begin < w->kernel_w) {
        memset(to, (int)p->input_zero_point, (size_t)(w->kernel_h * row));
    }
    to += rows.begin * row + columns.begin * in_c;
    in += ((rows.origin + rows.begin * w->dilation_h) * w->in_w + columns.origin) * in_c
          + columns.begin * step;
    const mote_int width = columns.end - columns.begin;
    for (mote_int k = rows.begin; k < rows.end; k++, to += row, in += w->dilation_h * w->in_w * in_c) {
        if (w->dilation_w == 1) {
            memcpy(to, in, (size_t)(width * in_c));
        } else {
            for (mote_int i = 0; i < width; i++) {
                memcpy(to + i * in_c, in + i * step, (size_t)in_c);
            }
        }
    }
}

/* Bytes to one of the windows. */
static void widen(const int8_t *from, mote_int quads, int32_t *window) {
    for (; quads > 0; quads--, from += MOTE_QUAD, window += 4) {
        const int32_t four = mote_load_four(from);
        window[0] = mote_even_bytes(four);
        window[1] = mote_odd_bytes(four);
    }
}

/* The window of a pixel, to the first or second place. */
static void gather(MOTE_CONST mote_conv2d_s8_dsp_params *p, const work *it, const int8_t *in,
                   mote_int y, mote_int x, mote_int place) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int row = w->kernel_w * w->in_c;
    const mote_int line = w->in_w * w->in_c;
    const mote_int top = y * w->stride_h - w->pad_top;
    const mote_int left = x * w->stride_w - w->pad_left;
    int32_t *window = it->windows + 2 * place;
    if (row % MOTE_QUAD == 0 && w->dilation_w == 1 && left >= 0 && left + w->kernel_w <= w->in_w
        && top >= 0 && top + (w->kernel_h - 1) * w->dilation_h < w->in_h) {
        const int8_t *from = in + top * line + left * w->in_c;
        for (mote_int k = 0; k < w->kernel_h; k++, from += w->dilation_h * line, window += row) {
            widen(from, row / MOTE_QUAD, window);
        }
    } else {
        copy_window(p, in, y, x, it->bytes);
        widen(it->bytes, it->all, window);
    }
}

/* Outputs of the pixels whose windows wait; returns the end of them. */
static int8_t *finish(MOTE_CONST mote_conv2d_s8_dsp_params *p, const work *it, mote_int pixels,
                      int8_t *out) {
    const mote_int out_c = p->window.out_c;
    if (pixels == 1) {
        for (mote_int i = 0; i < 4 * it->all; i += 4) {
            it->windows[i + 2] = it->windows[i];
            it->windows[i + 3] = it->windows[i + 1];
        }
    }
    sum_pixels(p, it);
    output_pixels(p, it->sums, out, out + (pixels - 1) * out_c);
    mote_clamp_outputs(&p->output, out, pixels * out_c);
    return out + pixels * out_c;
}

void mote_conv2d_s8_dsp(MOTE_CONST mote_conv2d_s8_dsp_params *p, const int8_t *in, int8_t *out,
                        void *scratch) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int size = w->kernel_h * w->kernel_w * w->in_c;
    const mote_int tail = size % MOTE_QUAD == MOTE_QUAD - 1 ? 0 : size % MOTE_QUAD;
    const mote_int all = (size + MOTE_QUAD - 1) / MOTE_QUAD;
    int32_t *const windows = scratch;
    int32_t *const sums = windows + 4 * all;
    const work it = {.quads = (size - tail + MOTE_QUAD - 1) / MOTE_QUAD,
                     .tail = tail,
                     .all = all,
                     .windows = windows,
                     .sums = sums,
                     .bytes = (int8_t *)(sums + 2 * w->out_c)};
    mote_int waiting = 0;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            for (mote_int x = 0; x < w->out_w; x++) {
                gather(p, &it, in, y, x, waiting);
                waiting = 1 - waiting;
                if (waiting == 0) {
                    out = finish(p, &it, 2, out);
                }
            }
        }
    }
    if (waiting == 1) {
        finish(p, &it, 1, out);
    }
}
