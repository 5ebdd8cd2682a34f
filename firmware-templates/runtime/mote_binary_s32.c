#include "mote_compare.h"

static int32_t wrapped(uint32_t value) {
    return (int32_t)value;
}

/* INT32_MIN / -1 wraps. */
static int32_t divided(int32_t x, int32_t y) {
    if (y == 0) {
        return 0;
    }
    return y == -1 ? wrapped(UINT32_C(0) - (uint32_t)x) : x / y;
}

static int32_t apply(int32_t function, int32_t x, int32_t y) {
    const uint32_t difference = (uint32_t)x - (uint32_t)y;
    switch (function) {
        case MOTE_ADD:
            return mote_wrapping_add(x, y);
        case MOTE_SUB:
            return wrapped(difference);
        case MOTE_MUL:
            return wrapped((uint32_t)x * (uint32_t)y);
        case MOTE_DIV:
            return divided(x, y);
        case MOTE_MAXIMUM:
            return x > y ? x : y;
        case MOTE_MINIMUM:
            return x < y ? x : y;
        default:
            return wrapped(difference * difference);
    }
}

void mote_binary_s32(MOTE_CONST mote_binary_s32_params *p, const int32_t *first,
                     const int32_t *second, int32_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int32_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const int32_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            const int32_t x = one[d * b->first_step[3]];
            const int32_t y = other[d * b->second_step[3]];
            const int32_t value = apply(p->function, x, y);
            *out++ = value < p->min ? p->min : value > p->max ? p->max : value;
        }
    }
}
