#include "mote_arithmetic.h"

/* An element with 20 more bits, brought to twice its scale. */
static int32_t widened(MOTE_CONST mote_cumulative_sum_s8_params *p, int32_t value) {
    const int32_t shifted = (value - p->input_zero_point) * (INT32_C(1) << 20);
    return mote_requantize(shifted, p->input_multiplier, p->input_shift);
}

/* One lane: depth elements, step apart. */
static void sum(MOTE_CONST mote_cumulative_sum_s8_params *p, const int8_t *in, int8_t *out,
                int32_t step) {
    /* The reference starts from the integer 0, not from the zero point. */
    int32_t total = widened(p, 0);
    for (int32_t i = 0; i < p->lanes.depth; i++, in += step, out += step) {
        const int32_t before = total;
        total = mote_wrapping_add(total, widened(p, *in));
        const int32_t scaled = mote_requantize(p->lanes.exclusive ? before : total,
                                               p->output_multiplier, p->output_shift);
        *out = mote_clamp(mote_wrapping_add(scaled, p->output_zero_point), INT8_MIN, INT8_MAX);
    }
}

void mote_cumulative_sum_s8(MOTE_CONST mote_cumulative_sum_s8_params *p, const int8_t *in,
                            int8_t *out) {
    const int32_t inner = p->lanes.inner;
    const int32_t first = p->lanes.reverse ? (p->lanes.depth - 1) * inner : 0;
    const int32_t step = p->lanes.reverse ? -inner : inner;
    for (int32_t o = 0; o < p->lanes.outer; o++) {
        for (int32_t i = 0; i < inner; i++) {
            const int32_t start = o * p->lanes.depth * inner + first + i;
            sum(p, in + start, out + start, step);
        }
    }
}
