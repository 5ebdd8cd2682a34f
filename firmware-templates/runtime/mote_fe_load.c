#include "mote_fe_series.h"

void mote_fe_load(MOTE_CONST mote_fe_series *p, const int16_t *counts, int32_t *series) {
    for (mote_int row = 0; row < p->rows; row++, counts += p->channels) {
        for (mote_int i = 0; i < p->used; i++) {
            *series++ = counts[mote_fe_channel(p, i)];
        }
    }
}
