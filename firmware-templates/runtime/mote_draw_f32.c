#include "mote_draw.h"
#include "mote_f32.h"

uint32_t mote_draw_f32(uint32_t state, int32_t divisor, float *out, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        state = mote_next(state);
        out[i] = (float)(mote_high_byte(state) / divisor) / 32.0f;
    }
    return state;
}
