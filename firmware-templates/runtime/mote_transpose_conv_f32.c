#include "mote_f32.h"
#include "mote_transposed.h"

/* Sum of one output, in the order of the input pixels. */
static float sum(MOTE_CONST mote_transpose_conv_f32_params *p, const float *in,
                 MOTE_CONST float *weights, const mote_transposed_span *rows,
                 const mote_transposed_span *columns) {
    MOTE_CONST mote_window *w = &p->window;
    float total = 0.0f;
    for (int32_t i = rows->count - 1; i >= 0; i--) {
        const int32_t row = (rows->first - i) * w->in_w;
        const int32_t tap_row = (rows->tap + i * w->stride_h) * w->kernel_w;
        for (int32_t j = columns->count - 1; j >= 0; j--) {
            const float *from = in + (row + columns->first - j) * w->in_c;
            MOTE_CONST float *tap =
                    weights + (tap_row + columns->tap + j * w->stride_w) * w->in_c;
            for (int32_t c = 0; c < w->in_c; c++) {
                total += from[c] * tap[c];
            }
        }
    }
    return total;
}

void mote_transpose_conv_f32(MOTE_CONST mote_transpose_conv_f32_params *p, const float *in,
                             float *out) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t size = w->kernel_h * w->kernel_w * w->in_c;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (int32_t y = 0; y < w->out_h; y++) {
            const mote_transposed_span rows =
                    mote_transposed_taps(y + w->pad_top, w->stride_h, w->kernel_h, w->in_h);
            for (int32_t x = 0; x < w->out_w; x++) {
                const mote_transposed_span columns =
                        mote_transposed_taps(x + w->pad_left, w->stride_w, w->kernel_w, w->in_w);
                for (int32_t oc = 0; oc < w->out_c; oc++) {
                    const float total = sum(p, in, p->weights + oc * size, &rows, &columns);
                    *out++ = mote_clamp_f32(total + p->bias[oc], p->range.min, p->range.max);
                }
            }
        }
    }
}
