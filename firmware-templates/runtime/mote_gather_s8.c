#include <string.h>

#include "mote_runtime.h"

void mote_gather_s8(MOTE_CONST mote_gather_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST int32_t *indices = p->indices;
    for (int32_t batch = 0; batch < p->batches; batch++, indices += p->count) {
        for (int32_t row = 0; row < p->rows; row++, in += p->axis * p->run) {
            for (int32_t i = 0; i < p->count; i++, out += p->run) {
                memcpy(out, in + indices[i] * p->run, (size_t)p->run);
            }
        }
    }
}
