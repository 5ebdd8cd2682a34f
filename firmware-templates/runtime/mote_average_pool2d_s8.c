#include "mote_arithmetic.h"

/* in: element of row 0, column 0 of the channel. */
static int32_t sum(MOTE_CONST mote_window *w, const int8_t *in, const mote_span *rows,
                   const mote_span *columns) {
    int32_t total = 0;
    for (mote_int k = rows->begin; k < rows->end; k++) {
        const mote_int row = (rows->origin + k) * w->in_w + columns->origin;
        for (mote_int i = columns->begin; i < columns->end; i++) {
            total += in[(row + i) * w->in_c];
        }
    }
    return total;
}

/* total / count, rounded to nearest, an exact half away from zero. */
static int32_t rounded_mean(int32_t total, int32_t count) {
    return (total > 0 ? total + count / 2 : total - count / 2) / count;
}

void mote_average_pool2d_s8(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                const mote_int count = (rows.end - rows.begin) * (columns.end - columns.begin);
                for (mote_int c = 0; c < w->in_c; c++) {
                    const int32_t mean = rounded_mean(sum(w, in + c, &rows, &columns), count);
                    *out++ = mote_clamp(mean, p->min, p->max);
                }
            }
        }
    }
}
