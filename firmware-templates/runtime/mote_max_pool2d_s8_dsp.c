#include "mote_dsp_pool.h"

/* Largest elements of four channels from this one on. */
static int32_t largest_four(const mote_dsp_inside *part, mote_int channel) {
    const int8_t *row = part->in + channel;
    int32_t max = mote_load_four(row);
    for (mote_int k = part->height; k > 0; k--, row += part->row) {
        const int8_t *from = row;
        for (mote_int i = part->width; i > 0; i--, from += part->column) {
            max = mote_max_bytes(max, mote_load_four(from));
        }
    }
    return max;
}

static int32_t largest(const mote_dsp_inside *part, mote_int channel) {
    const int8_t *row = part->in + channel;
    int32_t max = *row;
    for (mote_int k = part->height; k > 0; k--, row += part->row) {
        for (mote_int i = 0; i < part->width; i++) {
            const int32_t value = row[i * part->column];
            max = value > max ? value : max;
        }
    }
    return max;
}

static int8_t *pixel(MOTE_CONST mote_pool2d_s8_params *p, const mote_dsp_inside *part,
                     int8_t *out) {
    const mote_int channels = p->window.in_c;
    mote_int channel = 0;
    for (; channels - channel >= MOTE_QUAD; channel += MOTE_QUAD) {
        uint32_t four = (uint32_t)largest_four(part, channel);
        for (mote_int i = 0; i < MOTE_QUAD; i++, four >>= 8) {
            *out++ = mote_clamp((int8_t)(uint8_t)(four & 0xff), p->min, p->max);
        }
    }
    for (; channel < channels; channel++) {
        *out++ = mote_clamp(largest(part, channel), p->min, p->max);
    }
    return out;
}

void mote_max_pool2d_s8_dsp(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out) {
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
