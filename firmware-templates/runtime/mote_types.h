/* Kernels from one element type to another: mote_runtime.h says what all kernels keep to. The end
 * of a name says the types: from, then to. */
#ifndef MOTE_TYPES_H
#define MOTE_TYPES_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* out = clamp((in - input_zero_point) * multiplier * 2^(shift - 31) + output_zero_point, min, max).
 * Sums wrap. s16_s16 may work in place. */
typedef struct {
    int32_t elements;
    int32_t input_zero_point;
    int32_t multiplier; /* Range: 0 or [2^30, 2^31) */
    int32_t shift;      /* Range: [-31, 30], positive = left */
    int32_t output_zero_point;
    int32_t min, max; /* Range: that of the output's type */
} mote_rescale_params;

void mote_rescale_s8_u8(MOTE_CONST mote_rescale_params *p, const int8_t *in, uint8_t *out);
void mote_rescale_s8_s16(MOTE_CONST mote_rescale_params *p, const int8_t *in, int16_t *out);
void mote_rescale_s8_s32(MOTE_CONST mote_rescale_params *p, const int8_t *in, int32_t *out);
void mote_rescale_u8_s8(MOTE_CONST mote_rescale_params *p, const uint8_t *in, int8_t *out);
void mote_rescale_s16_s8(MOTE_CONST mote_rescale_params *p, const int16_t *in, int8_t *out);
void mote_rescale_s16_s16(MOTE_CONST mote_rescale_params *p, const int16_t *in, int16_t *out);
void mote_rescale_s16_s32(MOTE_CONST mote_rescale_params *p, const int16_t *in, int32_t *out);
void mote_rescale_s32_s8(MOTE_CONST mote_rescale_params *p, const int32_t *in, int8_t *out);
void mote_rescale_s32_s16(MOTE_CONST mote_rescale_params *p, const int32_t *in, int16_t *out);

/* Real numbers: scale * (integer - zero_point). Into integers they are rounded, an exact half away
 * from zero, and saturated; NaN becomes zero_point. */
typedef struct {
    int32_t elements;
    int32_t zero_point;
    float scale;
} mote_scale_params;

void mote_quantize_f32_s8(MOTE_CONST mote_scale_params *p, const float *in, int8_t *out);
void mote_quantize_f32_s16(MOTE_CONST mote_scale_params *p, const float *in, int16_t *out);
void mote_dequantize_s8_f32(MOTE_CONST mote_scale_params *p, const int8_t *in, float *out);
void mote_dequantize_u8_f32(MOTE_CONST mote_scale_params *p, const uint8_t *in, float *out);
void mote_dequantize_s16_f32(MOTE_CONST mote_scale_params *p, const int16_t *in, float *out);

/* Integer types of a cast. A bool counts as 0 or 1. */
enum { MOTE_BOOL, MOTE_S8, MOTE_S16, MOTE_S32 };

/* The same numbers in another type: the low bits where that is narrower; from float towards 0,
 * saturated to int32 first, 0 for NaN. */
typedef struct {
    int32_t elements;
    int32_t from; /* one of the integer types; any of the floats */
    int32_t to;
} mote_cast_params;

void mote_cast(MOTE_CONST mote_cast_params *p, const void *in, void *out);
void mote_cast_from_f32(MOTE_CONST mote_cast_params *p, const float *in, void *out);
void mote_cast_to_f32(MOTE_CONST mote_cast_params *p, const void *in, float *out);

#ifdef __cplusplus
}
#endif

#endif
