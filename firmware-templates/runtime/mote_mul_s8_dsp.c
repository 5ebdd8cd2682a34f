#include "mote_binary.h"
#include "mote_dsp_math.h"

/* What a row needs. */
typedef struct {
    mote_int first_step, second_step;
    int32_t first_zero_point;
    int32_t doubled_zero_point; /* of the second operand, doubled */
    int32_t multiplier;
    int32_t right;
    int32_t round;
} row;

MOTE_NOINLINE static void multiply(const row *it, const int8_t *first, const int8_t *second,
                                   int8_t *out, mote_int n) {
    const row r = *it;
    for (const int8_t *const end = out + n; out != end;
         first += r.first_step, second += r.second_step) {
        const int32_t twice =
                (*first - r.first_zero_point) * (*second * 2 - r.doubled_zero_point);
        *out++ = mote_saturate_dsp(mote_rescale_dsp(twice, r.multiplier, r.right, r.round));
    }
}

void mote_mul_s8_dsp(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                     const int8_t *second, int8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    const mote_int columns = b->size[3];
    const row it = {.first_step = b->first_step[3],
                    .second_step = b->second_step[3],
                    .first_zero_point = p->first.zero_point,
                    .doubled_zero_point = 2 * p->second.zero_point,
                    .multiplier = p->multiplier,
                    .right = -p->shift,
                    .round = (2 * p->zero_point + 1) * (INT32_C(1) << (-p->shift - 1))};
    for (mote_int i = 0; i < rows; i++, out += columns) {
        multiply(&it, first + mote_broadcast_row(b, &b->first_step[0], i),
                 second + mote_broadcast_row(b, &b->second_step[0], i), out, columns);
        mote_clamp_range_dsp(p->min, p->max, out, columns);
    }
}
