#include "mote_mve_math.h"

enum { CHANNELS = 16 };

/* The part of a window that lies inside the input. */
typedef struct {
    const int8_t *from;
    mote_int rows, columns;
    mote_int line, step; /* elements to the next row, and column */
} inside;

/* The largest elements of some channels. */
static inline void largest(const inside *part, mote_int c, mote_int channels, int8_t *out) {
    const int8_t *row = part->from + c;
#if MOTE_MVE
    const mve_pred16_t used = vctp8q((uint32_t)channels);
    int8x16_t max = vdupq_n_s8(INT8_MIN);
    for (mote_int k = part->rows; k > 0; k--, row += part->line) {
        const int8_t *in = row;
        for (mote_int i = part->columns; i > 0; i--, in += part->step) {
            max = vmaxq_s8(max, vldrbq_z_s8(in, used));
        }
    }
    vstrbq_p_s8(out, max, used);
#else
    int8_t max[CHANNELS]; /* out may be in */
    memset(max, INT8_MIN, sizeof max);
    for (mote_int k = part->rows; k > 0; k--, row += part->line) {
        for (mote_int i = 0; i < part->columns * channels; i++) {
            const int8_t value = row[i / channels * part->step + i % channels];
            max[i % channels] = value > max[i % channels] ? value : max[i % channels];
        }
    }
    memcpy(out, max, (size_t)channels);
#endif
}

void mote_max_pool2d_s8_mve(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int line = w->in_w * w->in_c;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * line) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                const inside part = {in + (rows.origin + rows.begin) * line
                                             + (columns.origin + columns.begin) * w->in_c,
                                     rows.end - rows.begin, columns.end - columns.begin, line,
                                     w->in_c};
                for (mote_int c = 0; c < w->in_c; c += CHANNELS) {
                    largest(&part, c, w->in_c - c < CHANNELS ? w->in_c - c : CHANNELS, out + c);
                }
                mote_clamp_bytes(p->min, p->max, out, w->in_c);
                out += w->in_c;
            }
        }
    }
}
