#include "mote_draw.h"

uint32_t mote_draw_s16(uint32_t state, int32_t divisor, int16_t *out, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        state = mote_next(state);
        const int32_t high = (int32_t)(state >> 16);
        out[i] = (int16_t)((high < 32768 ? high : high - 65536) / divisor);
    }
    return state;
}
