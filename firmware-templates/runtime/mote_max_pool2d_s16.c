#include "mote_wide.h"

/* in: element of row 0, column 0 of the channel. */
static int16_t largest(MOTE_CONST mote_window *w, const int16_t *in, const mote_span *rows,
                      const mote_span *columns) {
    int16_t max = INT16_MIN;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        const int32_t row = (rows->origin + k) * w->in_w + columns->origin;
        for (int32_t i = columns->begin; i < columns->end; i++) {
            const int16_t value = in[(row + i) * w->in_c];
            max = value > max ? value : max;
        }
    }
    return max;
}

void mote_max_pool2d_s16(MOTE_CONST mote_pool2d_s16_params *p, const int16_t *in, int16_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                for (int32_t c = 0; c < w->in_c; c++) {
                    *out++ = mote_clamp_s16(largest(w, in + c, &rows, &columns), p->min, p->max);
                }
            }
        }
    }
}
