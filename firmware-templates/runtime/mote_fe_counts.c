#include "mote_fe_quantize.h"
#include "mote_fe_series.h"

void mote_fe_counts(MOTE_CONST mote_fe_counts_params *p, const int16_t *counts, int8_t *out) {
    MOTE_CONST mote_fe_series *s = &p->series;
    const mote_int one = p->quantize.period == 1; /* for all channels */
    for (mote_int row = 0; row < s->rows; row++, counts += s->channels) {
        for (mote_int i = 0; i < s->used; i++) {
            const int16_t count = counts[mote_fe_channel(s, i)];
            *out++ = mote_fe_quantized(&p->quantize, one ? 0 : i, count);
        }
    }
}
