#include <string.h>

#include "mote_runtime.h"

void mote_batch_to_space(MOTE_CONST mote_batch_to_space_params *p, const void *in, void *out) {
    MOTE_CONST mote_blocks *b = &p->blocks;
    int8_t *to = out;
    for (int32_t image = 0; image < b->images; image++) {
        for (int32_t i = 0; i < b->height; i++) {
            const int32_t y = i + b->top;
            for (int32_t j = 0; j < b->width; j++, to += b->run) {
                const int32_t x = j + b->left;
                const int32_t phase = y % b->block_h * b->block_w + x % b->block_w;
                const int32_t row = (phase * b->images + image) * b->phase_h + y / b->block_h;
                const int32_t pixel = row * b->phase_w + x / b->block_w;
                memcpy(to, (const int8_t *)in + pixel * b->run, (size_t)b->run);
            }
        }
    }
}
