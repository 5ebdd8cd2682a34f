#include "mote_arithmetic.h"
#include "mote_f32.h"

/* Sum of one output. in: its input channel; weights: its own of the first tap. */
static float sum(MOTE_CONST mote_window *w, const float *in, MOTE_CONST float *weights,
                 const mote_span *rows, const mote_span *columns, float start) {
    float total = start;
    for (int32_t k = rows->begin; k < rows->end; k++) {
        const int32_t y = rows->origin + k * w->dilation_h;
        for (int32_t j = columns->begin; j < columns->end; j++) {
            const int32_t x = columns->origin + j * w->dilation_w;
            total += in[(y * w->in_w + x) * w->in_c] * weights[(k * w->kernel_w + j) * w->out_c];
        }
    }
    return total;
}

void mote_depthwise_conv2d_f32(MOTE_CONST mote_depthwise_conv2d_f32_params *p, const float *in,
                               float *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                for (int32_t oc = 0; oc < w->out_c; oc++) {
                    const float *channel = in + oc / p->depth_multiplier;
                    MOTE_CONST float *weights = p->weights + oc;
                    const float total = sum(w, channel, weights, &rows, &columns, p->bias[oc]);
                    *out++ = mote_clamp_f32(total, p->range.min, p->range.max);
                }
            }
        }
    }
}
