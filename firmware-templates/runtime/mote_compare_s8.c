#include "mote_compare.h"

void mote_compare_s8(MOTE_CONST mote_compare_s8_params *p, const int8_t *first,
                     const int8_t *second, uint8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int8_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const int8_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const int8_t x = one[d * b->first_step[3]];
            const int8_t y = other[d * b->second_step[3]];
            const int32_t scaled = mote_on_common_scale(&p->first, x, 8);
            const int32_t other_scaled = mote_on_common_scale(&p->second, y, 8);
            const int32_t outcome = mote_outcome(scaled < other_scaled, scaled > other_scaled);
            *out++ = mote_holds(p->holds, outcome);
        }
    }
}
