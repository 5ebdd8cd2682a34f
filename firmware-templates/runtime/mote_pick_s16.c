#include "mote_compare.h"

void mote_pick_s16(MOTE_CONST mote_pick_params *p, const int16_t *first, const int16_t *second,
                   int16_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int16_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const int16_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const int16_t x = one[d * b->first_step[3]];
            const int16_t y = other[d * b->second_step[3]];
            *out++ = (x > y) == (p->sign > 0) ? x : y;
        }
    }
}
