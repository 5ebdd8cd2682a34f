#include "mote_draw.h"
#include "mote_stream.h"

/* The two high bytes as a number in [-32768, 32767]. */
static int32_t high_half(uint32_t state) {
    const int32_t half = (int32_t)(state >> 16);
    return half < 32768 ? half : half - 65536;
}

uint32_t mote_stream_draw(MOTE_CONST mote_stream_params *p, mote_stream_drawing *d,
        int16_t *sample) {
    if (d->left == 0) {
        d->left = p->window_length;
        d->segment = d->random;
    }
    d->left = (mote_int)(d->left - 1);
    d->random = mote_next(d->random);
    const uint32_t chance = d->random >> 24;
    const uint32_t before = d->time;
    if (chance == 2) {
        d->time += p->max_gap + p->interval * (uint32_t)p->window_length;
    } else if (chance != 0) {
        d->time += p->interval - p->interval / 8 + p->interval / 1024 * ((d->random >> 8) & 0xffu);
    }
    const int32_t softness = INT32_C(4) << (d->segment >> 29);
    for (mote_int c = 0; c < p->channels; c++) {
        const uint32_t channel = d->segment ^ (UINT32_C(0x9e3779b9) * (uint32_t)(c + 1));
        d->random = mote_next(d->random);
        sample[c] = (int16_t)(high_half(mote_next(channel)) / 4 + high_half(d->random) / softness);
    }
    return chance == 1 ? before - p->interval / 2 : d->time;
}
