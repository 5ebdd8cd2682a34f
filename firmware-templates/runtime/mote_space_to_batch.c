#include <string.h>

#include "mote_runtime.h"

static void fill(MOTE_CONST mote_space_to_batch_params *p, int8_t *out) {
    for (int32_t i = 0; i < p->blocks.run; i++) {
        out[i] = p->fill[i & 7];
    }
}

/* One phase of one image. y, x: where its first pixel is in the image, or outside of it. */
static void phase(MOTE_CONST mote_space_to_batch_params *p, const int8_t *image, int32_t y,
                  int32_t x, int8_t *out) {
    MOTE_CONST mote_blocks *b = &p->blocks;
    for (int32_t i = 0; i < b->phase_h; i++, y += b->block_h) {
        for (int32_t j = 0; j < b->phase_w; j++, out += b->run) {
            const int32_t column = x + j * b->block_w;
            if (y >= 0 && y < b->height && column >= 0 && column < b->width) {
                memcpy(out, image + (y * b->width + column) * b->run, (size_t)b->run);
            } else {
                fill(p, out);
            }
        }
    }
}

void mote_space_to_batch(MOTE_CONST mote_space_to_batch_params *p, const void *in, void *out) {
    MOTE_CONST mote_blocks *b = &p->blocks;
    int8_t *to = out;
    for (int32_t y = 0; y < b->block_h; y++) {
        for (int32_t x = 0; x < b->block_w; x++) {
            const int8_t *image = in;
            for (int32_t i = 0; i < b->images; i++) {
                phase(p, image, y - b->top, x - b->left, to);
                image += b->height * b->width * b->run;
                to += b->phase_h * b->phase_w * b->run;
            }
        }
    }
}
