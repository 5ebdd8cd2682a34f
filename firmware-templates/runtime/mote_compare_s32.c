#include "mote_compare.h"

void mote_compare_s32(MOTE_CONST mote_compare_params *p, const int32_t *first,
                      const int32_t *second, uint8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int32_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const int32_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const int32_t x = one[d * b->first_step[3]];
            const int32_t y = other[d * b->second_step[3]];
            *out++ = mote_holds(p->holds, mote_outcome(x < y, x > y));
        }
    }
}
