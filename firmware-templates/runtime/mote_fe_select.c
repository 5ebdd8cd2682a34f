#include "mote_fe_series.h"

void mote_fe_select(MOTE_CONST mote_fe_series *p, int32_t *series, int32_t *row) {
    const int32_t *in = series;
    for (mote_int r = 0; r < p->rows; r++, in += p->channels) {
        for (mote_int i = 0; i < p->channels; i++) {
            row[i] = in[i];
        }
        for (mote_int i = 0; i < p->used; i++) {
            *series++ = row[mote_fe_channel(p, i)];
        }
    }
}
