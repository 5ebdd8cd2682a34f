/* The walk of pooling kernels, by four channels. */
#ifndef MOTE_DSP_POOL_H
#define MOTE_DSP_POOL_H

#include "mote_dsp_math.h"

/* Elements whose sum is sure to fit int16. */
#define MOTE_DSP_MEAN 256

/* The part of a pixel's window that is inside the input. */
typedef struct {
    const int8_t *in; /* its first channel */
    mote_int height, width;
    mote_int row;    /* elements from row to row */
    mote_int column; /* elements from column to column: channels */
} mote_dsp_inside;

static inline mote_dsp_inside mote_dsp_inside_of(MOTE_CONST mote_window *w, const int8_t *in,
                                                 mote_int y, mote_int x) {
    const mote_span rows = mote_rows(w, y);
    const mote_span columns = mote_columns(w, x);
    const mote_int first = (rows.origin + rows.begin) * w->in_w + columns.origin + columns.begin;
    const mote_dsp_inside part = {.in = in + first * w->in_c,
                                  .height = rows.end - rows.begin,
                                  .width = columns.end - columns.begin,
                                  .row = w->in_w * w->in_c,
                                  .column = w->in_c};
    return part;
}

/* Sums of four channels from this one on, of at most MOTE_DSP_MEAN elements. */
static inline void mote_dsp_sum_four(const mote_dsp_inside *part, mote_int channel,
                                     int32_t *sums) {
    const int8_t *row = part->in + channel;
    int32_t even = 0;
    int32_t odd = 0;
    for (mote_int k = part->height; k > 0; k--, row += part->row) {
        const int8_t *from = row;
        for (mote_int i = part->width; i > 0; i--, from += part->column) {
            const int32_t four = mote_load_four(from);
            even = mote_add_even_bytes(even, four);
            odd = mote_add_odd_bytes(odd, four);
        }
    }
    sums[0] = (int16_t)(uint16_t)((uint32_t)even & 0xffff);
    sums[1] = (int16_t)(uint16_t)((uint32_t)odd & 0xffff);
    sums[2] = even >> 16;
    sums[3] = odd >> 16;
}

#endif
