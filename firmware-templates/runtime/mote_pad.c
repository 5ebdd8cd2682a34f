#include <string.h>

#include "mote_runtime.h"

/* Whether position i of the padded dimension d comes from the input. */
static int is_inside(MOTE_CONST mote_pad_params *p, int32_t d, int32_t i) {
    return i >= p->before[d] && i < p->before[d] + p->size[d];
}

static int32_t padded(MOTE_CONST mote_pad_params *p, int32_t d) {
    return p->before[d] + p->size[d] + p->after[d];
}

static void fill(MOTE_CONST mote_pad_params *p, int8_t *out, int32_t bytes) {
    if (p->fill_bytes == 1) {
        memset(out, p->fill[0], (size_t)bytes);
        return;
    }
    for (int32_t i = 0; i < bytes; i++) {
        out[i] = p->fill[i % p->fill_bytes];
    }
}

void mote_pad(MOTE_CONST mote_pad_params *p, const void *in, void *out) {
    const int8_t *from = in;
    int8_t *to = out;
    const int32_t row = padded(p, 3);
    for (int32_t a = 0; a < padded(p, 0); a++) {
        for (int32_t b = 0; b < padded(p, 1); b++) {
            for (int32_t c = 0; c < padded(p, 2); c++, to += row) {
                fill(p, to, row);
                if (is_inside(p, 0, a) && is_inside(p, 1, b) && is_inside(p, 2, c)) {
                    memcpy(to + p->before[3], from, (size_t)p->size[3]);
                    from += p->size[3];
                }
            }
        }
    }
}
