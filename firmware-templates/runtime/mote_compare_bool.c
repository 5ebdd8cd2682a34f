#include "mote_compare.h"

/* Which of two that differ is less does not matter: bool has no order. */
void mote_compare_bool(MOTE_CONST mote_compare_params *p, const uint8_t *first,
                       const uint8_t *second, uint8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const uint8_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const uint8_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const uint8_t x = one[d * b->first_step[3]];
            const uint8_t y = other[d * b->second_step[3]];
            const int same = (x != 0) == (y != 0);
            *out++ = mote_holds(p->holds, same ? MOTE_EQUAL : MOTE_LESS);
        }
    }
}
