#include "mote_fe_root.h"
#include "mote_fe_series.h"

static void move_row(MOTE_CONST mote_fe_magnitude_params *p, const int32_t *in, int32_t *out) {
    MOTE_CONST mote_fe_series *s = &p->series;
    uint64_t sum = 0;
    for (mote_int i = 0; i < s->used; i++) {
        const int32_t x = in[mote_fe_channel(s, i)];
        sum += (uint64_t)((int64_t)x * x);
    }
    if (p->kept == s->channels) {
        for (mote_int i = (mote_int)(p->kept - 1); i >= 0; i--) {
            out[i] = in[i];
        }
    } else {
        for (mote_int i = 0; i < p->kept; i++) {
            out[i] = in[p->keep[i]];
        }
    }
    out[p->kept] = mote_fe_root(sum);
}

void mote_fe_magnitude(MOTE_CONST mote_fe_magnitude_params *p, int32_t *series) {
    const mote_int in = p->series.channels;
    const mote_int out = (mote_int)(p->kept + 1);
    if (out > in) {
        for (mote_int row = (mote_int)(p->series.rows - 1); row >= 0; row--) {
            move_row(p, series + row * in, series + row * out);
        }
    } else {
        for (mote_int row = 0; row < p->series.rows; row++) {
            move_row(p, series + row * in, series + row * out);
        }
    }
}
