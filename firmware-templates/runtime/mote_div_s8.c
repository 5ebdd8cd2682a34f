#include "mote_binary.h"
#include "mote_fixed_point.h"

/* Of x > 0. */
static int32_t leading_zeros(int32_t x) {
    int32_t zeros = 0;
    while (((uint32_t)x << zeros) < (UINT32_C(1) << 31)) {
        zeros++;
    }
    return zeros;
}

/* As mote_divide_by_power_of_two, for exponents up to 63. Beyond 31 it is what the reference
 * computes where a shift takes the low bits of its distance: five of them with 32 bits, six with
 * 64. */
static int32_t divide_far(int32_t x, int32_t exponent) {
    if (exponent <= 31) {
        return mote_divide_by_power_of_two(x, exponent);
    }
    return mote_wrapping_add(x >> (exponent - 32), x < 0 ? 0 : 1);
}

/* a / b times the output factor; |a| and |b| are at most 255. */
static int32_t quotient(MOTE_CONST mote_binary_s8_params *p, int32_t a, int32_t b) {
    if (b == 0) {
        return 0;
    }
    const int32_t numerator = b < 0 ? -a : a;
    const int32_t denominator = b < 0 ? -b : b;
    const int32_t zeros = leading_zeros(denominator);
    const uint32_t above_one = ((uint32_t)denominator << zeros) - (UINT32_C(1) << 31);
    const int32_t inverse = mote_reciprocal_of_one_plus((int32_t)above_one);
    const int32_t bits = numerator < 0 ? -1 - numerator : numerator;
    const int32_t headroom = bits == 0 ? 31 : leading_zeros(bits) - 1;
    const int32_t whole = (int32_t)((uint32_t)numerator << headroom);
    const int32_t unscaled = mote_doubling_high_multiply(whole, inverse);
    const int32_t scaled = mote_doubling_high_multiply(unscaled, p->multiplier);
    return divide_far(scaled, (headroom + 31 - zeros - p->shift) & 63);
}

static int8_t element(MOTE_CONST mote_binary_s8_params *p, int8_t first, int8_t second) {
    const int32_t a = first - p->first.zero_point;
    const int32_t b = second - p->second.zero_point;
    return mote_clamp(mote_wrapping_add(quotient(p, a, b), p->zero_point), p->min, p->max);
}

void mote_div_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first, const int8_t *second,
                 int8_t *out) {
    MOTE_CONST mote_broadcast *b = &p->broadcast;
    const mote_int rows = mote_broadcast_rows(b);
    for (mote_int row = 0; row < rows; row++) {
        const int8_t *one = first + mote_broadcast_row(b, &b->first_step[0], row);
        const int8_t *other = second + mote_broadcast_row(b, &b->second_step[0], row);
        for (mote_int d = 0; d < b->size[3]; d++) {
            *out++ = element(p, one[d * b->first_step[3]], other[d * b->second_step[3]]);
        }
    }
}
