#include "mote_binary.h"
#include "mote_f32.h"

void mote_prelu_f32(MOTE_CONST mote_prelu_f32_params *p, const float *in, const float *alpha,
                    float *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const float *one = in + mote_broadcast_row(b, &b->first_step[0], row);
        const float *other = alpha + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const float x = one[d * b->first_step[3]];
            *out++ = x >= 0.0f ? x : x * other[d * b->second_step[3]];
        }
    }
}
