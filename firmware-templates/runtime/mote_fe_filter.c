#include "mote_fe_series.h"

void mote_fe_filter(MOTE_CONST mote_fe_filter_params *p, int32_t *series) {
    MOTE_CONST mote_fe_series *s = &p->series;
    for (mote_int i = 0; i < s->used; i++) {
        int32_t *value = series + mote_fe_channel(s, i);
        int32_t state = mote_fe_mean(mote_fe_sum(value, s->rows, s->channels), s->rows, 12);
        for (mote_int row = 0; row < s->rows; row++, value += s->channels) {
            const int32_t difference = *value * 4096 - state; /* both have 30 bits and a sign */
            state += (int32_t)(((int64_t)difference * p->share + (INT32_C(1) << 29)) >> 30);
            const int32_t low = (state + 2048) >> 12;
            *value = p->high ? *value - low : low;
        }
    }
}
