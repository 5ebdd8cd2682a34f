#include "mote_draw.h"

uint32_t mote_draw_s64(uint32_t state, int32_t divisor, int64_t *out, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        state = mote_next(state);
        out[i] = mote_high_byte(state) / divisor;
    }
    return state;
}
