#include "mote_fe_series.h"

void mote_fe_load(MOTE_CONST mote_fe_series *p, const int16_t *counts, mote_int first,
                  int32_t *series) {
    const int16_t *row = counts + first * p->channels;
    const int16_t *const end = counts + p->rows * p->channels;
    for (mote_int r = 0; r < p->rows; r++) {
        for (mote_int i = 0; i < p->used; i++) {
            *series++ = row[mote_fe_channel(p, i)];
        }
        row += p->channels;
        if (row == end) {
            row = counts;
        }
    }
}
