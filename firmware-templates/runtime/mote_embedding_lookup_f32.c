#include "mote_f32.h"

void mote_embedding_lookup_f32(MOTE_CONST mote_embedding_lookup_f32_params *p, const int8_t *in,
                               const int32_t *indices, float *out) {
    for (int32_t i = 0; i < p->count; i++) {
        const int32_t limited = indices[i] < p->rows ? indices[i] : p->rows - 1;
        const int8_t *row = in + (limited > 0 ? limited : 0) * p->run;
        for (int32_t k = 0; k < p->run; k++) {
            *out++ = (float)row[k] * p->scale;
        }
    }
}
