#include "mote_wide.h"

/* Sum of products over the inside of the window. in: first channel of the group; weights: those of
 * the filter. */
static int64_t window_sum(MOTE_CONST mote_conv2d_s16_params *p, const int16_t *in,
                          MOTE_CONST int8_t *weights, const mote_span *rows,
                          const mote_span *columns) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t left = columns->begin * p->group_in_c;
    const int32_t right = columns->end * p->group_in_c;
    /* A window row is one run of elements, unless dilation or groups leave gaps between its
     * columns. */
    const int32_t step = w->dilation_w * w->in_c;
    const int32_t run = step == p->group_in_c ? right - left : p->group_in_c;
    const int32_t x = columns->origin + columns->begin * w->dilation_w;
    int64_t sum = 0;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        MOTE_CONST int8_t *row = weights + k * w->kernel_w * p->group_in_c;
        int32_t from = ((rows->origin + k * w->dilation_h) * w->in_w + x) * w->in_c;
        for (int32_t i = left; i < right; i += run, from += step) {
            sum += mote_dot_wide(in + from, row + i, run);
        }
    }
    return sum;
}

void mote_conv2d_s16(MOTE_CONST mote_conv2d_s16_params *p, const int16_t *in, int16_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t size = w->kernel_h * w->kernel_w * p->group_in_c;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                MOTE_CONST int8_t *weights = p->weights;
                const int16_t *group = in;
                for (int32_t oc = 0; oc < w->out_c; group += p->group_in_c) {
                    for (const int32_t end = oc + p->group_out_c; oc < end; oc++, weights += size) {
                        const int64_t sum = window_sum(p, group, weights, &rows, &columns);
                        *out++ = mote_output_wide(&p->output, oc, sum);
                    }
                }
            }
        }
    }
}
