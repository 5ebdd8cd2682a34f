#include "mote_binary.h"

/* Both operands get 20 more bits, are brought to one scale, subtracted and requantized. */
static int8_t element(MOTE_CONST mote_binary_s8_params *p, int8_t first, int8_t second) {
    const int32_t a = mote_on_common_scale(&p->first, first, 20);
    const int32_t b = mote_on_common_scale(&p->second, second, 20);
    return mote_binary_result(p, a - b);
}

void mote_sub_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
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
