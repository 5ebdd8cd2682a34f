#include "mote_runtime.h"

static int64_t size(MOTE_CONST mote_broadcast_shapes_params *p, const void *shape, int32_t i) {
    if (i < 0) {
        return 1;
    }
    return p->wide ? ((const int64_t *)shape)[i] : ((const int32_t *)shape)[i];
}

void mote_broadcast_shapes(MOTE_CONST mote_broadcast_shapes_params *p, const void *first,
                           const void *second, void *out) {
    const int32_t count = p->first > p->second ? p->first : p->second;
    for (int32_t i = 0; i < count; i++) {
        const int64_t a = size(p, first, i + p->first - count);
        const int64_t b = size(p, second, i + p->second - count);
        const int64_t common = a == 1 ? b : a;
        if (p->wide) {
            ((int64_t *)out)[i] = common;
        } else {
            ((int32_t *)out)[i] = (int32_t)common;
        }
    }
}
