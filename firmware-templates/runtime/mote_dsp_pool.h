/* The walk of pooling kernels, by four channels. */
#ifndef MOTE_DSP_POOL_H
#define MOTE_DSP_POOL_H

#include "mote_dsp_math.h"

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

#endif
