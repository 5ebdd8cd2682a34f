/* Kernels of int16 activations with int8 weights: mote_runtime.h says what all kernels keep to.
 * Zero points, and the ends of a clamp, are in [-32768, 32767]. */
#ifndef MOTE_S16_H
#define MOTE_S16_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* From a sum of products to the output: clamp((bias[oc] + sum) * factor + zero_point, min, max). */
typedef struct {
    MOTE_CONST int64_t *bias;    /* Format: [out_c] */
    int32_t wide;                /* 1: the accumulator has 64 bits; 0: it wraps at 32 bits */
    mote_output_scaling scaling; /* Range of a shift where wide: [-31, 7] */
} mote_output_s16;

/* out[oc] = output(sum(in * weights[oc])) over the part of the window that is inside the input.
 * Channel oc reads group_in_c input channels, from (oc / group_out_c) * group_in_c on. */
typedef struct {
    mote_window window;
    int32_t group_in_c;         /* in_c / groups */
    int32_t group_out_c;        /* out_c / groups */
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w, group_in_c] */
    mote_output_s16 output;
} mote_conv2d_s16_params;

void mote_conv2d_s16(MOTE_CONST mote_conv2d_s16_params *p, const int16_t *in, int16_t *out);

/* As mote_conv2d_s16, channel oc reading input channel oc / depth_multiplier. */
typedef struct {
    mote_window window;
    int32_t depth_multiplier;
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w] */
    mote_output_s16 output;
} mote_depthwise_conv2d_s16_params;

void mote_depthwise_conv2d_s16(MOTE_CONST mote_depthwise_conv2d_s16_params *p, const int16_t *in,
                               int16_t *out);

/* out[oc] = output(sum(in * weights[oc])) over all taps through which an input pixel adds to the
 * output pixel, as in mote_transpose_conv_s8. */
typedef struct {
    mote_window window;
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w, in_c] */
    mote_output_s16 output;
} mote_transpose_conv_s16_params;

void mote_transpose_conv_s16(MOTE_CONST mote_transpose_conv_s16_params *p, const int16_t *in,
                             int16_t *out);

/* Products of matrices, requantized from 64 bits and saturated. */
typedef struct {
    mote_matmul matmul;
    int32_t multiplier;
    int32_t shift; /* Range: [-31, 7] */
} mote_batch_matmul_s16_params;

void mote_batch_matmul_s16(MOTE_CONST mote_batch_matmul_s16_params *p, const int16_t *first,
                           const int16_t *second, int16_t *out);

/* As that of int8; alpha is int8. out may be in if that has the output's shape. */
typedef mote_prelu_s8_params mote_prelu_s16_params;

void mote_prelu_s16(MOTE_CONST mote_prelu_s16_params *p, const int16_t *in, const int8_t *alpha,
                    int16_t *out);

/* out[b][o] = output(sum(in[b] * weights[o])); the bias holds
 * -(input zero point) * sum(weights[o]). */
typedef struct {
    int32_t batches;
    int32_t inputs;
    int32_t outputs;
    MOTE_CONST int8_t *weights; /* Format: [outputs, inputs] */
    mote_output_s16 output;
} mote_fully_connected_s16_params;

void mote_fully_connected_s16(MOTE_CONST mote_fully_connected_s16_params *p, const int16_t *in,
                              int16_t *out);

/* As those of int8. */
typedef mote_pool2d_s8_params mote_pool2d_s16_params;

void mote_max_pool2d_s16(MOTE_CONST mote_pool2d_s16_params *p, const int16_t *in, int16_t *out);
void mote_average_pool2d_s16(MOTE_CONST mote_pool2d_s16_params *p, const int16_t *in, int16_t *out);

/* As that of int8; the sum wraps at 32 bits. */
typedef mote_sum_s8_params mote_sum_s16_params;

void mote_sum_s16(MOTE_CONST mote_sum_s16_params *p, const int16_t *in, int16_t *out);

/* exp(in) / sum(exp(in)) over the innermost dimension; output scale 1/32768, zero point 0. out may
 * be in. */
typedef struct {
    int32_t rows;
    int32_t depth;                   /* Range: [1, 65535], so that the sum fits 32 bits */
    int32_t multiplier;              /* from input difference to steps of 10 / 65535 */
    int32_t shift;                   /* positive = left */
    MOTE_CONST int16_t *exponential; /* Format: [513]: exp(x), x in [-10, 0] */
    MOTE_CONST int16_t *reciprocal;  /* Format: [513]: 1 / (1 + x), x in [0, 1] */
} mote_softmax_s16_params;

void mote_softmax_s16(MOTE_CONST mote_softmax_s16_params *p, const int16_t *in, int16_t *out);

/* As mote_softmax_s8, but for the output: scale 1/65536, zero point -32768. */
typedef mote_softmax_s8_params mote_softmax_s8_s16_params;

void mote_softmax_s8_s16(MOTE_CONST mote_softmax_s8_s16_params *p, const int8_t *in, int16_t *out);

/* 1 / (1 + exp(-in)), and tanh(in); output scale 1/32768, zero point 0. out may be in. */
typedef struct {
    int32_t elements;
    int32_t multiplier; /* Range: [1, 32767] */
    int32_t shift;      /* in * multiplier / 2^shift is in steps of 1/12288. Range: [0, 31] */
} mote_sigmoidal_s16_params;

void mote_logistic_s16(MOTE_CONST mote_sigmoidal_s16_params *p, const int16_t *in, int16_t *out);
void mote_tanh_s16(MOTE_CONST mote_sigmoidal_s16_params *p, const int16_t *in, int16_t *out);

/* 1 / sqrt(in) with 20 fractional bits, * multiplier * 2^(shift - 31); the greatest output for
 * what is not above 0. out may be in. */
typedef struct {
    int32_t elements;
    int32_t multiplier, shift;
} mote_rsqrt_s16_params;

void mote_rsqrt_s16(MOTE_CONST mote_rsqrt_s16_params *p, const int16_t *in, int16_t *out);

/* A line on either side of 0, with x = in - input_zero_point: x * above, or
 * output_sign * (input_sign * x * below) where x < 0; then the output zero point and the clamp.
 * out may be in. */
typedef struct {
    int32_t elements;
    int32_t input_zero_point;
    int32_t above_multiplier, above_shift;
    int32_t below_multiplier, below_shift;
    int32_t input_sign;  /* 1 or -1 */
    int32_t output_sign; /* 1 or -1 */
    int32_t output_zero_point;
    int32_t min, max; /* max may be 32768, which wraps */
} mote_slopes_s16_params;

void mote_slopes_s16(MOTE_CONST mote_slopes_s16_params *p, const int16_t *in, int16_t *out);

/* Functions of two elements, as those of int8. The multiplication uses no zero points. out may be
 * an operand that has the output's shape. */
typedef mote_binary_s8_params mote_binary_s16_params;

void mote_add_s16(MOTE_CONST mote_binary_s16_params *p, const int16_t *first,
                  const int16_t *second, int16_t *out);
void mote_sub_s16(MOTE_CONST mote_binary_s16_params *p, const int16_t *first,
                  const int16_t *second, int16_t *out);
void mote_mul_s16(MOTE_CONST mote_binary_s16_params *p, const int16_t *first,
                  const int16_t *second, int16_t *out);
void mote_squared_difference_s16(MOTE_CONST mote_binary_s16_params *p, const int16_t *first,
                                 const int16_t *second, int16_t *out);

#ifdef __cplusplus
}
#endif

#endif
