#include <string.h>

#include "mote_runtime.h"

void mote_gather_rows(MOTE_CONST mote_gather_rows_params *p, const void *in,
                      const int32_t *indices, void *out) {
    int8_t *to = out;
    for (int32_t i = 0; i < p->count; i++, indices += p->named, to += p->run) {
        /* Indices may be anything: with fewer than 2^29 rows, 5 products fit 64 bits. */
        int64_t row = 0;
        for (int32_t d = 0; d < p->named; d++) {
            row += (int64_t)indices[d] * p->step[d];
        }
        row = row < p->rows ? row : p->rows - 1;
        row = row > 0 ? row : 0;
        memcpy(to, (const int8_t *)in + (int32_t)row * p->run, (size_t)p->run);
    }
}
