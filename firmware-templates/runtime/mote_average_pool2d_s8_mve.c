#include "mote_mve_math.h"

/* The part of a window that lies inside the input. */
typedef struct {
    const int8_t *from;
    mote_int rows, columns;
    mote_int line, step; /* elements to the next row, and column */
} inside;

/* Sums of MOTE_LANES channels, or of fewer. */
static inline void sums_of(const inside *part, mote_int c, mote_int channels, int32_t *sums) {
    const int8_t *row = part->from + c;
#if MOTE_MVE
    const mve_pred16_t used = vctp32q((uint32_t)channels);
    int32x4_t sum = vdupq_n_s32(0);
    for (mote_int k = part->rows; k > 0; k--, row += part->line) {
        const int8_t *in = row;
        for (mote_int i = part->columns; i > 0; i--, in += part->step) {
            sum = vaddq_s32(sum, vldrbq_z_s32(in, used));
        }
    }
    vstrwq_s32(sums, sum);
#else
    memset(sums, 0, MOTE_LANES * sizeof *sums);
    for (mote_int k = part->rows; k > 0; k--, row += part->line) {
        for (mote_int i = 0; i < part->columns * channels; i++) {
            sums[i % channels] += row[i / channels * part->step + i % channels];
        }
    }
#endif
}

/* Means of all channels, rounded to nearest, an exact half away from zero. */
static void means(MOTE_CONST mote_pool2d_s8_params *p, const inside *part, int8_t *out) {
    const int32_t count = part->rows * part->columns;
    for (mote_int c = 0; c < p->window.in_c; c += MOTE_LANES) {
        const mote_int left = p->window.in_c - c;
        const mote_int channels = left < MOTE_LANES ? left : MOTE_LANES;
        int32_t sums[MOTE_LANES];
        sums_of(part, c, channels, sums);
        for (mote_int i = 0; i < channels; i++) {
            const int32_t half = sums[i] > 0 ? count / 2 : -(count / 2);
            *out++ = mote_clamp((sums[i] + half) / count, p->min, p->max);
        }
    }
}

void mote_average_pool2d_s8_mve(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in,
                                int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int line = w->in_w * w->in_c;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * line) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++, out += w->in_c) {
                const mote_span columns = mote_columns(w, x);
                const inside part = {in + (rows.origin + rows.begin) * line
                                             + (columns.origin + columns.begin) * w->in_c,
                                     rows.end - rows.begin, columns.end - columns.begin, line,
                                     w->in_c};
                means(p, &part, out);
            }
        }
    }
}
