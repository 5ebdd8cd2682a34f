#include <string.h>

#include "mote_runtime.h"

void mote_strided_copy_s8(MOTE_CONST mote_strided_copy_s8_params *p, const int8_t *in,
                          int8_t *out) {
    const int32_t run = p->size[5];
    const int32_t step = p->step[5];
    int32_t index[5] = {0, 0, 0, 0, 0};
    int32_t from = p->offset;
    for (;;) {
        if (step == 1) {
            memcpy(out, in + from, (size_t)run);
        } else {
            for (int32_t i = 0; i < run; i++) {
                out[i] = in[from + i * step];
            }
        }
        out += run;
        int32_t d = 4;
        while (d >= 0 && index[d] == p->size[d] - 1) {
            from -= index[d] * p->step[d];
            index[d] = 0;
            d--;
        }
        if (d < 0) {
            return;
        }
        index[d]++;
        from += p->step[d];
    }
}
