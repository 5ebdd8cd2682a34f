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

/* out[b][i][j] lies between four pixels of in[b], at row i * row_scale and column j * column_scale,
 * or at (i + 1/2) * row_scale - 1/2 where half_pixel is 1. */
typedef struct {
    int32_t batches, height, width, channels;
    int32_t out_h, out_w;
    float row_scale, column_scale;
    int32_t half_pixel;
} mote_resize_bilinear_f32_params;

void mote_resize_bilinear_f32(MOTE_CONST mote_resize_bilinear_f32_params *p, const float *in,
                              float *out);

/* out = sums of in. out may be in. */
typedef struct {
    mote_lanes lanes;
} mote_cumulative_sum_f32_params;

void mote_cumulative_sum_f32(MOTE_CONST mote_cumulative_sum_f32_params *p, const float *in,
                             float *out);

/* out[i] = in[indices[i]] * scale; in: [rows, run]. An index outside of [0, rows) counts as the
 * nearest inside. */
typedef struct {
    int32_t rows, run;
    int32_t count;
    float scale;
} mote_embedding_lookup_f32_params;

void mote_embedding_lookup_f32(MOTE_CONST mote_embedding_lookup_f32_params *p, const int8_t *in,
                               const int32_t *indices, float *out);

#ifdef __cplusplus
}
#endif

#endif
