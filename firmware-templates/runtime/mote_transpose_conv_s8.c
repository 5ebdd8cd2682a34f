#include "mote_filters.h"
#include "mote_transposed.h"

/* Adds the products of n elements of in with one tap of some filters, which lie filter_size apart.
 * |in - zero_point| < 256, so that a product fits even an int of 16 bits. */
static void add_tap(const int8_t *in, int zero_point, MOTE_CONST int8_t *weights, int32_t n,
                    int32_t filter_size, int32_t filters, int32_t *sums) {
    int32_t sum_0 = sums[0];
    if (filters == MOTE_FILTERS) {
        MOTE_CONST int8_t *weights_1 = weights + filter_size;
        MOTE_CONST int8_t *weights_2 = weights_1 + filter_size;
        MOTE_CONST int8_t *weights_3 = weights_2 + filter_size;
        int32_t sum_1 = sums[1];
        int32_t sum_2 = sums[2];
        int32_t sum_3 = sums[3];
        for (int32_t i = 0; i < n; i++) {
            const int x = in[i] - zero_point;
            sum_0 += x * weights[i];
            sum_1 += x * weights_1[i];
            sum_2 += x * weights_2[i];
            sum_3 += x * weights_3[i];
        }
        sums[1] = sum_1;
        sums[2] = sum_2;
        sums[3] = sum_3;
    } else {
        for (int32_t i = 0; i < n; i++) {
            sum_0 += (in[i] - zero_point) * weights[i];
        }
    }
    sums[0] = sum_0;
}

/* Sums of one output pixel for some filters: input pixel (rows.first - i, columns.first - j) adds
 * through tap (rows.tap + i * stride_h, columns.tap + j * stride_w). */
static void accumulate(MOTE_CONST mote_transpose_conv_s8_params *p, const int8_t *in,
                       MOTE_CONST int8_t *weights, const mote_transposed_span *rows,
                       const mote_transposed_span *columns, int32_t filters, int32_t *sums) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t size = w->kernel_h * w->kernel_w * w->in_c;
    for (int32_t i = 0; i < rows->count; i++) {
        const int32_t row = (rows->first - i) * w->in_w;
        const int32_t tap_row = (rows->tap + i * w->stride_h) * w->kernel_w;
        for (int32_t j = 0; j < columns->count; j++) {
            const int32_t from = (row + columns->first - j) * w->in_c;
            const int32_t tap = (tap_row + columns->tap + j * w->stride_w) * w->in_c;
            add_tap(in + from, (int)p->input_zero_point, weights + tap, w->in_c, size, filters,
                    sums);
        }
    }
}

void mote_transpose_conv_s8(MOTE_CONST mote_transpose_conv_s8_params *p, const int8_t *in,
                            int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t size = w->kernel_h * w->kernel_w * w->in_c;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_transposed_span rows =
                    mote_transposed_taps(y + w->pad_top, w->stride_h, w->kernel_h, w->in_h);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_transposed_span columns =
                        mote_transposed_taps(x + w->pad_left, w->stride_w, w->kernel_w, w->in_w);
                MOTE_CONST int8_t *weights = p->weights;
                for (mote_int oc = 0, filters; oc < w->out_c;
                     oc += filters, weights += filters * size) {
                    filters = mote_filters(oc, w->out_c);
                    int32_t sums[MOTE_FILTERS] = {0};
                    accumulate(p, in, weights, &rows, &columns, filters, sums);
                    for (mote_int f = 0; f < filters; f++) {
                        const int32_t acc = mote_wrapping_add(p->bias[oc + f], sums[f]);
                        *out++ = mote_output(&p->output, oc + f, acc);
                    }
                }
            }
        }
    }
}
