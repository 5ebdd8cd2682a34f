#include "mote_compare.h"

void mote_compare_f32(MOTE_CONST mote_compare_params *p, const float *first, const float *second,
                      uint8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const float *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const float *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const float x = one[d * b->first_step[3]];
            const float y = other[d * b->second_step[3]];
            const int32_t outcome = mote_outcome(x < y, x > y);
            const int nan = !(x <= y) && !(x >= y);
            *out++ = mote_holds(p->holds, nan ? MOTE_NAN : outcome);
        }
    }
}
