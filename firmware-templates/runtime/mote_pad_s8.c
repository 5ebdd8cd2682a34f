#include <string.h>

#include "mote_runtime.h"

/* Whether position i of the padded dimension d comes from the input. */
static int is_inside(MOTE_CONST mote_pad_s8_params *p, int32_t d, int32_t i) {
    return i >= p->before[d] && i < p->before[d] + p->size[d];
}

static int32_t padded(MOTE_CONST mote_pad_s8_params *p, int32_t d) {
    return p->before[d] + p->size[d] + p->after[d];
}

void mote_pad_s8(MOTE_CONST mote_pad_s8_params *p, const int8_t *in, int8_t *out) {
    const int32_t row = padded(p, 3);
    for (int32_t a = 0; a < padded(p, 0); a++) {
        for (int32_t b = 0; b < padded(p, 1); b++) {
            for (int32_t c = 0; c < padded(p, 2); c++, out += row) {
                memset(out, (int)p->fill, (size_t)row);
                if (is_inside(p, 0, a) && is_inside(p, 1, b) && is_inside(p, 2, c)) {
                    memcpy(out + p->before[3], in, (size_t)p->size[3]);
                    in += p->size[3];
                }
            }
        }
    }
}
