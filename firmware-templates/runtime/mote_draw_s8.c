#include "mote_runtime.h"

uint32_t mote_draw_s8(uint32_t state, int32_t divisor, int8_t *out, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        const int32_t high_byte = (int32_t)(state >> 24);
        out[i] = (int8_t)((high_byte < 128 ? high_byte : high_byte - 256) / divisor);
    }
    return state;
}
