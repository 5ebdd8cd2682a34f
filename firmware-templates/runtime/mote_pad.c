#include <string.h>

#include "mote_runtime.h"

static int32_t padded(MOTE_CONST mote_pad_params *p, int32_t d) {
    return p->before[d] + p->size[d] + p->after[d];
}

/* Whether the row at index[0..3] of the output has a row of the input in it. */
static int is_inside(MOTE_CONST mote_pad_params *p, const int32_t *index) {
    for (int32_t d = 0; d < 4; d++) {
        if (index[d] < p->before[d] || index[d] >= p->before[d] + p->size[d]) {
            return 0;
        }
    }
    return 1;
}

void mote_pad(MOTE_CONST mote_pad_params *p, const void *in, void *out) {
    const int8_t *from = in;
    int8_t *to = out;
    const int32_t row = padded(p, 4);
    int32_t index[4] = {0, 0, 0, 0};
    for (;; to += row) {
        const int32_t left = is_inside(p, index) ? p->before[4] : row;
        for (int32_t i = 0; i < row;) {
            if (i == left) {
                memmove(to + i, from, (size_t)p->size[4]);
                from += p->size[4];
                i += p->size[4];
            } else {
                to[i] = p->fill[i & 7];
                i++;
            }
        }
        int32_t d = 3;
        while (d >= 0 && index[d] == padded(p, d) - 1) {
            index[d] = 0;
            d--;
        }
        if (d < 0) {
            return;
        }
        index[d]++;
    }
}
