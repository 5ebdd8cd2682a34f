#include "mote_fe_series.h"

void mote_fe_select(MOTE_CONST mote_fe_series *p, int32_t *series, int32_t *row) {
    /* In place: where rows become longer, the last one moves first. */
    const int backward = p->used > p->channels;
    for (mote_int i = 0; i < p->rows; i++) {
        const mote_int r = backward ? p->rows - 1 - i : i;
        const int32_t *in = series + r * p->channels;
        int32_t *out = series + r * p->used;
        for (mote_int c = 0; c < p->channels; c++) {
            row[c] = in[c];
        }
        for (mote_int c = 0; c < p->used; c++) {
            out[c] = row[mote_fe_channel(p, c)];
        }
    }
}
