/* Windows of convolutions as bytes, one after the other. */
#ifndef MOTE_DSP_GATHER_H
#define MOTE_DSP_GATHER_H

#include "mote_dsp_math.h"

/* Copies n bytes. */
static inline void mote_copy_bytes(int8_t *to, const int8_t *from, mote_int n) {
#if MOTE_DSP
    if (n >= MOTE_QUAD) {
        /* The last word ends with the last byte, and may overlap the one before. */
        const int32_t last = mote_load_four(from + n - MOTE_QUAD);
        int8_t *const end = to + n - MOTE_QUAD;
        for (; to < end; to += MOTE_QUAD, from += MOTE_QUAD) {
            mote_store_four(to, mote_load_four(from));
        }
        mote_store_four(end, last);
        return;
    }
#endif
    for (mote_int i = 0; i < n; i++) {
        to[i] = from[i];
    }
}

/* n bytes at the zero point, and up to 3 more. */
static inline void mote_fill_bytes(int8_t *to, mote_int zero_point, mote_int n) {
    const int32_t four = (int32_t)(((uint32_t)zero_point & 0xff) * UINT32_C(0x01010101));
    for (mote_int i = 0; i < n; i += MOTE_QUAD) {
        mote_store_four(to + i, four);
    }
}

/* The part of a window that is inside of the input. */
typedef struct {
    mote_span rows, columns;
    const int8_t *first; /* element of column 0 in its first row */
    const int8_t *in;    /* its first element */
    mote_int row;        /* elements of a whole row of the window */
    mote_int line;       /* elements of the input to the next row of the window */
} mote_inside;

/* A row of the window as bytes. */
static inline void mote_copy_row(MOTE_CONST mote_dsp_window *w, const mote_inside *part,
                                 const int8_t *in, int8_t *to) {
    const mote_int in_c = w->in_c;
    const mote_int width = part->columns.end - part->columns.begin;
    to += part->columns.begin * in_c;
    if (w->dilation_w == 1) {
        mote_copy_bytes(to, in, width * in_c);
    } else {
        for (mote_int i = 0; i < width; i++, to += in_c, in += w->dilation_w * in_c) {
            mote_copy_bytes(to, in, in_c);
        }
    }
}

/* Whether all of the window is inside. */
static inline int mote_is_inside(MOTE_CONST mote_dsp_window *w, const mote_inside *part) {
    return part->columns.end - part->columns.begin == w->kernel_w
           && part->rows.end - part->rows.begin == w->kernel_h;
}

/* All of the window, samples outside of the input at the zero point; up to 3 bytes more. */
static inline void mote_gather_bytes(MOTE_CONST mote_dsp_window *w, const mote_inside *part,
                                     mote_int zero_point, int8_t *to) {
    const int8_t *in = part->in;
    if (!mote_is_inside(w, part)) {
        mote_fill_bytes(to, zero_point, w->kernel_h * part->row);
    }
    to += part->rows.begin * part->row;
    for (mote_int k = part->rows.begin; k < part->rows.end; k++, to += part->row) {
        mote_copy_row(w, part, in, to);
        in += part->line;
    }
}

static inline mote_inside mote_inside_of(MOTE_CONST mote_dsp_window *w) {
    const mote_int line = w->dilation_h * w->in_w * w->in_c;
    const mote_inside part = {.row = w->kernel_w * w->in_c, .line = line};
    return part;
}

/* Moves to the pixels of row y of an output. in: the first element of its input. */
static inline void mote_move_to_row(MOTE_CONST mote_dsp_window *w, mote_inside *part,
                                    const int8_t *in, mote_int y) {
    part->rows = mote_dsp_rows(w, y);
    part->first = in + part->rows.origin * w->in_w * w->in_c + part->rows.begin * part->line;
}

/* Moves to column x of the row. */
static inline void mote_move_to_column(MOTE_CONST mote_dsp_window *w, mote_inside *part,
                                       mote_int x) {
    part->columns = mote_dsp_columns(w, x);
    const mote_int column = part->columns.origin + part->columns.begin * w->dilation_w;
    part->in = part->first + column * w->in_c;
}

#endif
