#include <string.h>

#include "mote_runtime.h"

/* Where the part begins in dimension d, so that it fits. */
static int32_t begin(MOTE_CONST mote_update_slice_params *p, const void *start, int32_t d) {
    const int64_t asked = p->wide ? ((const int64_t *)start)[d] : ((const int32_t *)start)[d];
    const int32_t last = p->size[d] - p->part[d];
    if (asked < 0) {
        return 0;
    }
    return asked < last ? (int32_t)asked : last;
}

void mote_update_slice(MOTE_CONST mote_update_slice_params *p, const void *in, const void *part,
                       const void *start, void *out) {
    const int32_t inner = p->dimensions - 1;
    const int32_t run = p->part[inner] * p->element;
    const int8_t *from = part;
    int8_t *to = out;
    int32_t index[8] = {0, 0, 0, 0, 0, 0, 0, 0};
    if (in != out) {
        memcpy(out, in, (size_t)p->bytes);
    }
    for (;; from += run) {
        int32_t position = 0;
        for (int32_t d = 0; d <= inner; d++) {
            position = position * p->size[d] + begin(p, start, d) + index[d];
        }
        memcpy(to + position * p->element, from, (size_t)run);
        int32_t d = inner - 1;
        while (d >= 0 && index[d] == p->part[d] - 1) {
            index[d] = 0;
            d--;
        }
        if (d < 0) {
            return;
        }
        index[d]++;
    }
}
