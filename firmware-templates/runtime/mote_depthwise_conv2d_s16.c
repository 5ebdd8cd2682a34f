#include "mote_wide.h"

/* Sum of products over the inside of the window. in: element of row 0, column 0 of the channel;
 * weights: those of the output channel. */
static int64_t window_sum(MOTE_CONST mote_window *w, const int16_t *in, MOTE_CONST int8_t *weights,
                          const mote_span *rows, const mote_span *columns) {
    const int32_t step = w->dilation_w * w->in_c;
    int64_t sum = 0;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        const int32_t row = (rows->origin + k * w->dilation_h) * w->in_w + columns->origin;
        const int32_t from = row * w->in_c;
        for (int32_t i = columns->begin; i < columns->end; i++) {
            sum += (int32_t)in[from + i * step] * weights[k * w->kernel_w + i];
        }
    }
    return sum;
}

void mote_depthwise_conv2d_s16(MOTE_CONST mote_depthwise_conv2d_s16_params *p, const int16_t *in,
                               int16_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t size = w->kernel_h * w->kernel_w;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                MOTE_CONST int8_t *weights = p->weights;
                for (int32_t oc = 0, ic = 0; oc < w->out_c; ic++) {
                    const int32_t end = oc + p->depth_multiplier;
                    for (; oc < end; oc++, weights += size) {
                        const int64_t sum = window_sum(w, in + ic, weights, &rows, &columns);
                        *out++ = mote_output_wide(&p->output, oc, sum);
                    }
                }
            }
        }
    }
}
