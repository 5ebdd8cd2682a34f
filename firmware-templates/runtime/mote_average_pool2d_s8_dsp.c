#include "mote_dsp_pool.h"

static int32_t sum_one(const mote_dsp_inside *part, mote_int channel) {
    const int8_t *row = part->in + channel;
    int32_t sum = 0;
    for (mote_int k = part->height; k > 0; k--, row += part->row) {
        for (mote_int i = 0; i < part->width; i++) {
            sum += row[i * part->column];
        }
    }
    return sum;
}

/* total / count, rounded to nearest, an exact half away from zero. */
static int32_t rounded_mean(int32_t total, int32_t count) {
    return (total > 0 ? total + count / 2 : total - count / 2) / count;
}

static int8_t *pixel(MOTE_CONST mote_pool2d_s8_params *p, const mote_dsp_inside *part,
                     int8_t *out) {
    const mote_int channels = p->window.in_c;
    const int32_t count = part->height * part->width;
    int32_t sums[MOTE_QUAD];
    for (mote_int channel = 0, n; channel < channels; channel += n) {
        n = channels - channel >= MOTE_QUAD ? MOTE_QUAD : 1;
        if (n > 1) {
            mote_dsp_sum_four(part, channel, sums);
        } else {
            sums[0] = sum_one(part, channel);
        }
        for (mote_int i = 0; i < n; i++) {
            *out++ = mote_clamp(rounded_mean(sums[i], count), p->min, p->max);
        }
    }
    return out;
}

void mote_average_pool2d_s8_dsp(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in,
                                int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_dsp_inside part = mote_dsp_inside_of(w, in, y, x);
                out = pixel(p, &part, out);
            }
        }
    }
}
