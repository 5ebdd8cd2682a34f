/* Which input pixels add to an output pixel of a transposed convolution. */
#ifndef MOTE_TRANSPOSED_H
#define MOTE_TRANSPOSED_H

#include "mote_runtime.h"

/* Input rows (or columns) first, first - 1, ..., count of them: they add through the kernel rows
 * tap, tap + stride, ... */
typedef struct {
    int32_t first;
    int32_t tap;
    int32_t count;
} mote_transposed_span;

/* position: of the output, the cut-off part in front included. Input position i adds through
 * kernel position `position - i * stride`, which is in [0, kernel). */
static inline mote_transposed_span mote_transposed_taps(int32_t position, int32_t stride,
                                                        int32_t kernel, int32_t in_size) {
    mote_transposed_span span = {position / stride, position % stride, 0};
    if (span.first >= in_size) {
        span.tap += (span.first - (in_size - 1)) * stride;
        span.first = in_size - 1;
    }
    while (span.count <= span.first && span.tap + span.count * stride < kernel) {
        span.count++;
    }
    return span;
}

#endif
