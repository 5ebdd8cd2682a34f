#include <string.h>

#include "mote_runtime.h"

/* The position in dimension d of the input that makes position i of the output. */
static int32_t source(MOTE_CONST mote_mirror_pad_s8_params *p, int32_t d, int32_t i) {
    const int32_t position = i - p->before[d];
    if (position < 0) {
        return p->margin - 1 - position;
    }
    return position < p->size[d] ? position : 2 * p->size[d] - 1 - p->margin - position;
}

void mote_mirror_pad_s8(MOTE_CONST mote_mirror_pad_s8_params *p, const int8_t *in, int8_t *out) {
    int32_t index[5] = {0, 0, 0, 0, 0};
    for (;;) {
        int32_t from = 0;
        for (int32_t d = 0; d < 5; d++) {
            from = from * p->size[d] + source(p, d, index[d]);
        }
        memcpy(out, in + from * p->run, (size_t)p->run);
        out += p->run;
        int32_t d = 4;
        while (d >= 0 && index[d] == p->before[d] + p->size[d] + p->after[d] - 1) {
            index[d] = 0;
            d--;
        }
        if (d < 0) {
            return;
        }
        index[d]++;
    }
}
