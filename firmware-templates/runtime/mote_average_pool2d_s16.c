#include "mote_wide.h"

/* in: element of row 0, column 0 of the channel. */
static int32_t sum(MOTE_CONST mote_window *w, const int16_t *in, const mote_span *rows,
                   const mote_span *columns) {
    int32_t total = 0;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        const int32_t row = (rows->origin + k) * w->in_w + columns->origin;
        for (int32_t i = columns->begin; i < columns->end; i++) {
            total += in[(row + i) * w->in_c];
        }
    }
    return total;
}

/* total / count, rounded to nearest, an exact half away from zero. */
static int32_t rounded_mean(int32_t total, int32_t count) {
    return (total > 0 ? total + count / 2 : total - count / 2) / count;
}

void mote_average_pool2d_s16(MOTE_CONST mote_pool2d_s16_params *p, const int16_t *in,
                             int16_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                const int32_t count = (rows.end - rows.begin) * (columns.end - columns.begin);
                for (int32_t c = 0; c < w->in_c; c++) {
                    const int32_t mean = rounded_mean(sum(w, in + c, &rows, &columns), count);
                    *out++ = mote_clamp_s16(mean, p->min, p->max);
                }
            }
        }
    }
}
