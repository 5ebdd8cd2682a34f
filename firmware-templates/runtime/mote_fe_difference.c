#include "mote_fe_series.h"

void mote_fe_difference(MOTE_CONST mote_fe_series *p, int32_t *series) {
    for (mote_int i = 0; i < p->used; i++) {
        int32_t *value = series + mote_fe_channel(p, i);
        int32_t before = *value;
        for (mote_int row = 0; row < p->rows; row++, value += p->channels) {
            const int32_t now = *value;
            *value = now - before;
            before = now;
        }
    }
}
