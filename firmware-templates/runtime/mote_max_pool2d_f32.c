#include <math.h>

#include "mote_arithmetic.h"
#include "mote_f32.h"

/* in: element of row 0, column 0 of the channel. */
static float largest(MOTE_CONST mote_window *w, const float *in, const mote_span *rows,
                     const mote_span *columns) {
    float max = -INFINITY;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        const int32_t row = (rows->origin + k) * w->in_w + columns->origin;
        for (int32_t i = columns->begin; i < columns->end; i++) {
            const float value = in[(row + i) * w->in_c];
            max = value > max ? value : max;
        }
    }
    return max;
}

void mote_max_pool2d_f32(MOTE_CONST mote_pool2d_f32_params *p, const float *in, float *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                for (int32_t c = 0; c < w->in_c; c++) {
                    const float value = largest(w, in + c, &rows, &columns);
                    *out++ = mote_clamp_f32(value, p->range.min, p->range.max);
                }
            }
        }
    }
}
