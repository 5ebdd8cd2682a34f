#include "mote_arithmetic.h"

/* Adds a window row of n taps to the sums of some output channels. The first tap of the first one
 * reads in[from], the next tap step elements further. The next channel reads apart elements
 * further, and its weights start filter_size further.
 * |in - zero_point| < 256, so that a product fits even an int of 16 bits. */
static void add_taps(const int8_t *in, int32_t from, int32_t step, int zero_point,
                     MOTE_CONST int8_t *weights, int32_t n, int32_t apart, int32_t filter_size,
                     int32_t channels, int32_t *sums) {
    int32_t sum_0 = sums[0];
    if (channels == MOTE_FILTERS) {
        MOTE_CONST int8_t *weights_1 = weights + filter_size;
        MOTE_CONST int8_t *weights_2 = weights_1 + filter_size;
        MOTE_CONST int8_t *weights_3 = weights_2 + filter_size;
        int32_t sum_1 = sums[1];
        int32_t sum_2 = sums[2];
        int32_t sum_3 = sums[3];
        for (int32_t i = 0; i < n; i++, from += step) {
            sum_0 += (in[from] - zero_point) * weights[i];
            sum_1 += (in[from + apart] - zero_point) * weights_1[i];
            sum_2 += (in[from + 2 * apart] - zero_point) * weights_2[i];
            sum_3 += (in[from + 3 * apart] - zero_point) * weights_3[i];
        }
        sums[1] = sum_1;
        sums[2] = sum_2;
        sums[3] = sum_3;
    } else {
        for (int32_t i = 0; i < n; i++, from += step) {
            sum_0 += (in[from] - zero_point) * weights[i];
        }
    }
    sums[0] = sum_0;
}

/* Sums over the inside of the window. in: element of row 0, column 0 of the first channel; weights:
 * those of its output channel. */
static void accumulate(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                       MOTE_CONST int8_t *weights, const mote_span *rows, const mote_span *columns,
                       int32_t channels, int32_t *sums) {
    MOTE_CONST mote_window *w = &p->window;
    const int zero_point = (int)p->input_zero_point;
    const int32_t size = w->kernel_h * w->kernel_w;
    const int32_t step = w->dilation_w * w->in_c;
    const int32_t n = columns->end - columns->begin;
    const int32_t apart = p->depth_multiplier == 1;
    const int32_t left = columns->origin * w->in_c + columns->begin * step;
    weights += columns->begin;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        const int32_t from = (rows->origin + k * w->dilation_h) * w->in_w * w->in_c + left;
        MOTE_CONST int8_t *row = weights + k * w->kernel_w;
        add_taps(in, from, step, zero_point, row, n, apart, size, channels, sums);
    }
}

void mote_depthwise_conv2d_s8(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                              int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t size = w->kernel_h * w->kernel_w;
    /* A run of output channels that can be summed together: all of them, each with an input channel
     * of its own, or those of one input channel. */
    const int32_t one_each = p->depth_multiplier == 1;
    const int32_t run = one_each ? w->out_c : p->depth_multiplier;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (int32_t y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (int32_t x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                MOTE_CONST int8_t *weights = p->weights;
                for (int32_t oc = 0, ic = 0; oc < w->out_c; ic++) {
                    const int32_t end = oc + run;
                    for (int32_t channels; oc < end; oc += channels, weights += channels * size) {
                        channels = mote_filters(oc, end);
                        int32_t sums[MOTE_FILTERS] = {0};
                        const int8_t *first = in + (one_each ? oc : ic);
                        accumulate(p, first, weights, &rows, &columns, channels, sums);
                        out = mote_outputs(&p->output, p->bias, oc, sums, channels, out);
                    }
                }
            }
        }
    }
}
