#include "mote_transposed.h"
#include "mote_wide.h"

/* Sum of products of one output: input pixel (rows.first - i, columns.first - j) adds through tap
 * (rows.tap + i * stride_h, columns.tap + j * stride_w). */
static int64_t gather(MOTE_CONST mote_transpose_conv_s16_params *p, const int16_t *in,
                      MOTE_CONST int8_t *weights, const mote_transposed_span *rows,
                      const mote_transposed_span *columns) {
    MOTE_CONST mote_window *w = &p->window;
    int64_t sum = 0;
    for (int32_t i = 0; i < rows->count; i++) {
        const int32_t row = (rows->first - i) * w->in_w;
        const int32_t tap_row = (rows->tap + i * w->stride_h) * w->kernel_w;
        for (int32_t j = 0; j < columns->count; j++) {
            const int32_t from = (row + columns->first - j) * w->in_c;
            const int32_t tap = (tap_row + columns->tap + j * w->stride_w) * w->in_c;
            sum += mote_dot_wide(in + from, weights + tap, w->in_c);
        }
    }
    return sum;
}

void mote_transpose_conv_s16(MOTE_CONST mote_transpose_conv_s16_params *p, const int16_t *in,
                             int16_t *out) {
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
                    const int64_t sum = gather(p, in, p->weights + oc * size, &rows, &columns);
                    *out++ = mote_output_wide(&p->output, oc, sum);
                }
            }
        }
    }
}
