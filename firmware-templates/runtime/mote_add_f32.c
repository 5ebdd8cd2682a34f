#include "mote_binary.h"
#include "mote_f32.h"

static float element(float first, float second) {
    return first + second;
}

void mote_add_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                  const float *second, float *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const float *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const float *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const float value = element(one[d * b->first_step[3]], other[d * b->second_step[3]]);
            *out++ = mote_clamp_f32(value, p->range.min, p->range.max);
        }
    }
}
