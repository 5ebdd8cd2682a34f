#include "mote_arithmetic.h"

/* Sum over the inside of the window. in: element of row 0, column 0 of the input channel; weights: those of the output
 * channel. |in - zero_point| < 256, so that a product fits even an int of 16 bits. */
static int32_t accumulate(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in, MOTE_CONST int8_t *weights,
                          const mote_span *rows, const mote_span *columns) {
    MOTE_CONST mote_window *w = &p->window;
    const int zero_point = (int)p->input_zero_point;
    const int32_t step = w->dilation_w * w->in_c;
    int32_t acc = 0;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        const int32_t y = rows->origin + k * w->dilation_h;
        int32_t from = (y * w->in_w + columns->origin) * w->in_c + columns->begin * step;
        for (int32_t i = columns->begin; i < columns->end; i++, from += step) {
            acc += (in[from] - zero_point) * weights[k * w->kernel_w + i];
        }
    }
    return acc;
}

void mote_depthwise_conv2d_s8(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t filter = w->kernel_h * w->kernel_w;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (int32_t y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (int32_t x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                MOTE_CONST int8_t *weights = p->weights;
                const int8_t *channel = in;
                for (int32_t oc = 0; oc < w->out_c; channel++) {
                    for (const int32_t end = oc + p->depth_multiplier; oc < end; oc++, weights += filter) {
                        const int32_t acc = accumulate(p, channel, weights, &rows, &columns);
                        *out++ = mote_output(&p->output, oc, mote_wrapping_add(p->bias[oc], acc));
                    }
                }
            }
        }
    }
}
