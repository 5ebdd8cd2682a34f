#include "mote_fe_quantize.h"
#include "mote_fe_series.h"

void mote_fe_counts(MOTE_CONST mote_fe_counts_params *p, const int16_t *counts, mote_int first,
                    int8_t *out) {
    MOTE_CONST mote_fe_series *s = &p->series;
    const int16_t *row = counts + first * s->channels;
    const int16_t *const end = counts + s->rows * s->channels;
    mote_int channel = 0;
    for (mote_int r = 0; r < s->rows; r++) {
        for (mote_int i = 0; i < s->used; i++) {
            *out++ = mote_fe_quantized(&p->quantize, channel, row[mote_fe_channel(s, i)]);
            channel = (mote_int)(channel + 1 == p->quantize.period ? 0 : channel + 1);
        }
        row += s->channels;
        if (row == end) {
            row = counts;
        }
    }
}
