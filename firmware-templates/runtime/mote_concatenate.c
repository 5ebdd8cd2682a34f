#include <string.h>

#include "mote_runtime.h"

void mote_concatenate(MOTE_CONST mote_concatenate_params *p, const void *in, void *out) {
    const int8_t *from = in;
    int8_t *to = out;
    for (mote_int row = 0; row < p->rows; row++) {
        memcpy(to + row * p->row_step, from + row * p->run, (size_t)p->run);
    }
}
