#include <string.h>

#include "mote_runtime.h"

void mote_gather_computed(MOTE_CONST mote_gather_computed_params *p, const void *in,
                          const int32_t *indices, void *out) {
    const int8_t *from = in;
    int8_t *to = out;
    for (int32_t batch = 0; batch < p->batches; batch++, indices += p->count) {
        for (int32_t row = 0; row < p->rows; row++, from += p->axis * p->run) {
            for (int32_t i = 0; i < p->count; i++, to += p->run) {
                const int32_t limited = indices[i] < p->axis ? indices[i] : p->axis - 1;
                const int32_t index = limited > 0 ? limited : 0;
                memcpy(to, from + index * p->run, (size_t)p->run);
            }
        }
    }
}
