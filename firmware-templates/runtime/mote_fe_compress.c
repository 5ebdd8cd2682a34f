#include "mote_fe_asinh.h"
#include "mote_fe_series.h"

void mote_fe_compress(MOTE_CONST mote_fe_compress_params *p, int32_t *series) {
    MOTE_CONST mote_fe_series *s = &p->series;
    for (mote_int i = 0; i < s->used; i++) {
        int32_t *value = series + mote_fe_channel(s, i);
        for (mote_int row = 0; row < s->rows; row++, value += s->channels) {
            *value = mote_fe_compressed(&p->asinh, &p->knees[i], *value);
        }
    }
}
