#include "mote_binary.h"

/* |in - zero_point| < 2^8, so the product is below 2^16. */
static int8_t element(MOTE_CONST mote_binary_s8_params *p, int8_t first, int8_t second) {
    return mote_binary_result(p, (first - p->first.zero_point) * (second - p->second.zero_point));
}

void mote_mul_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                 const int8_t *second, int8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int8_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const int8_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            *out++ = element(p, one[d * b->first_step[3]], other[d * b->second_step[3]]);
        }
    }
}
