#include "mote_binary_s16.h"

/* Zero points are 0, and one scale halves both, so they differ by at most 2^15, and the square is
 * at most 2^30. */
static int16_t element(MOTE_CONST mote_binary_s16_params *p, int16_t first, int16_t second) {
    const int32_t a = mote_on_common_scale(&p->first, first, 0);
    const int32_t b = mote_on_common_scale(&p->second, second, 0);
    return mote_binary_result_s16(p, (a - b) * (a - b));
}

void mote_squared_difference_s16(MOTE_CONST mote_binary_s16_params *p, const int16_t *first,
                                 const int16_t *second, int16_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int16_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const int16_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            *out++ = element(p, one[d * b->first_step[3]], other[d * b->second_step[3]]);
        }
    }
}
