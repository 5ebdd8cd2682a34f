#include <string.h>

#include "mote_runtime.h"

void mote_strided_copy(MOTE_CONST mote_strided_copy_params *p, const void *in, void *out) {
    const int8_t *source = in;
    int8_t *to = out;
    const int32_t run = p->size[5];
    const int32_t step = p->step[5];
    int32_t index[5] = {0, 0, 0, 0, 0};
    int32_t from = p->offset;
    for (;;) {
        if (step == 1) {
            memcpy(to, source + from, (size_t)run);
        } else {
            for (int32_t i = 0; i < run; i++) {
                to[i] = source[from + i * step];
            }
        }
        to += run;
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
