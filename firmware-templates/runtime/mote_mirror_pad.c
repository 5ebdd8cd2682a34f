#include <string.h>

#include "mote_runtime.h"

/* The position in dimension d of the input that makes position i of the output. */
static int32_t source(MOTE_CONST mote_mirror_pad_params *p, int32_t d, int32_t i) {
    const int32_t position = i - p->before[d];
    if (position < 0) {
        return p->margin - 1 - position;
    }
    return position < p->size[d] ? position : 2 * p->size[d] - 1 - p->margin - position;
}

void mote_mirror_pad(MOTE_CONST mote_mirror_pad_params *p, const void *in, void *out) {
    int8_t *to = out;
    int32_t index[5] = {0, 0, 0, 0, 0};
    for (;;) {
        int32_t from = 0;
        for (int32_t d = 0; d < 5; d++) {
            from = from * p->size[d] + source(p, d, index[d]);
        }
        memcpy(to, (const int8_t *)in + from * p->run, (size_t)p->run);
        to += p->run;
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
