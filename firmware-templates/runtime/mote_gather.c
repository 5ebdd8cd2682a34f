#include <string.h>

#include "mote_runtime.h"

void mote_gather(MOTE_CONST mote_gather_params *p, const void *in, void *out) {
    const int8_t *from = in;
    int8_t *to = out;
    MOTE_CONST int32_t *indices = p->indices;
    for (int32_t batch = 0; batch < p->batches; batch++, indices += p->count) {
        for (int32_t row = 0; row < p->rows; row++, from += p->axis * p->run) {
            for (int32_t i = 0; i < p->count; i++, to += p->run) {
                memcpy(to, from + indices[i] * p->run, (size_t)p->run);
            }
        }
    }
}
