#include "mote_binary.h"
#include "mote_mve_math.h"

void mote_add_s8_mve(MOTE_CONST mote_add_s8_mve_params *p, const int8_t *first,
                     const int8_t *second, int8_t *out) {
#if MOTE_MVE
    /* (first - zero point) * 2^20 / 2 + ..., four elements at a time */
    const int32x4_t shift = vdupq_n_s32(p->second.shift);
    const int32x4_t min = vdupq_n_s32(p->min);
    const int32x4_t max = vdupq_n_s32(p->max);
    const int32_t half = INT32_C(1) << 19;
    int32x4_t x, y, t;
    __asm__ volatile("wlstp.32 lr, %[elements], 2f\n"
                     "1:\n\t"
                     "vldrb.s32 %q[y], [%[second]], #4\n\t"
                     "vldrb.s32 %q[x], [%[first]], #4\n\t"
                     "vshl.i32 %q[y], %q[y], #20\n\t"
                     "vadd.i32 %q[y], %q[y], %[second_offset]\n\t"
                     "vqrdmulh.s32 %q[y], %q[y], %[second_multiplier]\n\t"
                     "vand %q[t], %q[y], %q[shift]\n\t"
                     "vshr.s32 %q[t], %q[t], #31\n\t"
                     "vadd.i32 %q[y], %q[y], %q[t]\n\t"
                     "vrshl.s32 %q[y], %q[y], %q[shift]\n\t"
                     "vmla.s32 %q[y], %q[x], %[half]\n\t"
                     "vadd.i32 %q[y], %q[y], %[first_offset]\n\t"
                     "vqrdmulh.s32 %q[y], %q[y], %[multiplier]\n\t"
                     "vshr.s32 %q[t], %q[y], #31\n\t"
                     "vadd.i32 %q[y], %q[y], %q[t]\n\t"
                     "vrshl.s32 %q[y], %[output_shift]\n\t"
                     "vadd.i32 %q[y], %q[y], %[zero_point]\n\t"
                     "vmax.s32 %q[y], %q[y], %q[min]\n\t"
                     "vmin.s32 %q[y], %q[y], %q[max]\n\t"
                     "vstrb.32 %q[y], [%[out]], #4\n\t"
                     "letp lr, 1b\n"
                     "2:"
                     : [first] "+l"(first), [second] "+l"(second), [out] "+l"(out), [x] "=&w"(x),
                       [y] "=&w"(y), [t] "=&w"(t)
                     : [elements] "r"(p->elements), [first_offset] "r"(-p->first_zero_point * half),
                       [second_offset] "r"(-p->second.zero_point * (2 * half)),
                       [second_multiplier] "r"(p->second.multiplier), [half] "r"(half),
                       [multiplier] "r"(p->multiplier), [output_shift] "r"(p->shift),
                       [zero_point] "r"(p->zero_point), [shift] "w"(shift), [min] "w"(min),
                       [max] "w"(max)
                     : "cc", "memory", "lr");
#else
    for (mote_int i = 0; i < p->elements; i++) {
        const int32_t a = (first[i] - p->first_zero_point) * (INT32_C(1) << 19);
        const int32_t sum = a + mote_on_common_scale(&p->second, second[i], 20);
        const int32_t scaled = mote_requantize(sum, p->multiplier, p->shift);
        out[i] = mote_clamp(scaled + p->zero_point, p->min, p->max);
    }
#endif
}
