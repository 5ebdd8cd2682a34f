#include <string.h>

#include "mote_runtime.h"

void mote_concatenate_s8(MOTE_CONST mote_concatenate_s8_params *p, const int8_t *in, int8_t *out) {
    for (int32_t row = 0; row < p->rows; row++) {
        memcpy(out + row * p->row_step, in + row * p->run, (size_t)p->run);
    }
}
