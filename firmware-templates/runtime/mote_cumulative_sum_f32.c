#include "mote_f32.h"

void mote_cumulative_sum_f32(MOTE_CONST mote_cumulative_sum_f32_params *p, const float *in,
                             float *out) {
    const int32_t inner = p->lanes.inner;
    const int32_t depth = p->lanes.depth;
    for (int32_t o = 0; o < p->lanes.outer; o++) {
        for (int32_t i = 0; i < inner; i++) {
            float total = 0;
            for (int32_t k = 0; k < depth; k++) {
                const int32_t position = p->lanes.reverse ? depth - 1 - k : k;
                const int32_t index = (o * depth + position) * inner + i;
                const float before = total;
                total += in[index];
                out[index] = p->lanes.exclusive ? before : total;
            }
        }
    }
}
