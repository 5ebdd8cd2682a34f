#include "mote_draw.h"

uint32_t mote_draw_bool(uint32_t state, int32_t divisor, uint8_t *out, int32_t n) {
    (void)divisor;
    for (int32_t i = 0; i < n; i++) {
        state = mote_next(state);
        out[i] = (uint8_t)(state >> 31);
    }
    return state;
}
