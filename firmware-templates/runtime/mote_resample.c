#include <string.h>

#include "mote_runtime.h"

void mote_resample(MOTE_CONST mote_resample_params *p, const void *in, void *out) {
    const int8_t *image = in;
    int8_t *to = out;
    for (int32_t batch = 0; batch < p->batches; batch++, image += p->height * p->width * p->run) {
        for (int32_t y = 0; y < p->out_h; y++) {
            const int8_t *row = image + p->rows[y] * p->width * p->run;
            for (int32_t x = 0; x < p->out_w; x++, to += p->run) {
                memcpy(to, row + p->columns[x] * p->run, (size_t)p->run);
            }
        }
    }
}
