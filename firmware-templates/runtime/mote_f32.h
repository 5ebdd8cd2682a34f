/* Kernels of float tensors: mote_runtime.h says what all kernels keep to. Sums run in the order of
 * the reference, so that results differ from it in the last bits at most. */
#ifndef MOTE_F32_H
#define MOTE_F32_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* As mote_draw_s8 (mote_draw.h), divided by 32. */
uint32_t mote_draw_f32(uint32_t state, int32_t divisor, float *out, int32_t n);

/* Index of the first element that is further from the expected one than 1e-4 of the largest
 * expected value, n if there is none: math libraries differ in the last bits. Two that are not
 * numbers are alike. */
int32_t mote_first_far_f32(const float *found, MOTE_CONST float *expected, int32_t n);

#ifdef __cplusplus
}
#endif

#endif
