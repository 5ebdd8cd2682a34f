/* What the kernels of mote_mve.h calculate with: each function in instructions of MVE, and in plain
 * C. */
#ifndef MOTE_MVE_MATH_H
#define MOTE_MVE_MATH_H

#include "mote_arithmetic.h"
#include "mote_mve.h"

#if MOTE_MVE
#include <arm_mve.h>
#else
#include <string.h>
#endif

/* Channels whose outputs are made together: what a vector holds of sums. */
#define MOTE_LANES 4

/* n bytes of value, n not negative. */
static inline void mote_fill_bytes(int8_t *to, mote_int value, mote_int n) {
#if MOTE_MVE
    __asm__ volatile("wlstp.8 lr, %[n], 2f\n"
                     "1:\n\t"
                     "vstrb.8 %q[values], [%[to]], #16\n\t"
                     "letp lr, 1b\n"
                     "2:"
                     : [to] "+r"(to)
                     : [values] "w"(vdupq_n_s8((int8_t)value)), [n] "r"(n)
                     : "cc", "memory", "lr");
#else
    memset(to, (int)value, (size_t)n);
#endif
}

/* Clamps n outputs, where the range is not all of int8. */
static inline void mote_clamp_bytes(mote_int min, mote_int max, int8_t *out, mote_int n) {
    if (min == INT8_MIN && max == INT8_MAX) {
        return;
    }
#if MOTE_MVE
    const int8x16_t least = vdupq_n_s8((int8_t)min);
    const int8x16_t most = vdupq_n_s8((int8_t)max);
    for (; n > 0; n -= 16, out += 16) {
        const mve_pred16_t left = vctp8q((uint32_t)n);
        vstrbq_p_s8(out, vmaxq_s8(vminq_s8(vldrbq_z_s8(out, left), most), least), left);
    }
#else
    for (mote_int i = 0; i < n; i++) {
        out[i] = mote_clamp(out[i], min, max);
    }
#endif
}

#endif
