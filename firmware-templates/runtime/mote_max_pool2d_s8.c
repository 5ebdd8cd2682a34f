#include "mote_arithmetic.h"

/* in: element of row 0, column 0 of the channel. */
static int8_t largest(MOTE_CONST mote_window *w, const int8_t *in, const mote_span *rows,
                      const mote_span *columns) {
    int8_t max = INT8_MIN;
    for (mote_int k = rows->begin; k < rows->end; k++) {
        const mote_int row = (rows->origin + k) * w->in_w + columns->origin;
        for (mote_int i = columns->begin; i < columns->end; i++) {
            const int8_t value = in[(row + i) * w->in_c];
            max = value > max ? value : max;
        }
    }
    return max;
}

void mote_max_pool2d_s8(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                for (mote_int c = 0; c < w->in_c; c++) {
                    *out++ = mote_clamp(largest(w, in + c, &rows, &columns), p->min, p->max);
                }
            }
        }
    }
}
