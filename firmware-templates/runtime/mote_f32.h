/* Kernels of float tensors: mote_runtime.h says what all kernels keep to. Sums run in the order of
 * the reference, so that results differ from it in the last bits at most. */
#ifndef MOTE_F32_H
#define MOTE_F32_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What follows the sum of a convolution or of a fully connected layer, and pooling. */
typedef struct {
    float min, max; /* the fused activation; infinities where there is none */
} mote_range_f32;

/* out[oc] = clamp(bias[oc] + sum(in * weights[oc])) over the part of the window that is inside the
 * input. Channel oc reads group_in_c input channels, from (oc / group_out_c) * group_in_c on. */
typedef struct {
    mote_window window;
    int32_t group_in_c;        /* in_c / groups */
    int32_t group_out_c;       /* out_c / groups */
    MOTE_CONST float *weights; /* Format: [out_c, kernel_h, kernel_w, group_in_c] */
    MOTE_CONST float *bias;    /* Format: [out_c] */
    mote_range_f32 range;
} mote_conv2d_f32_params;

void mote_conv2d_f32(MOTE_CONST mote_conv2d_f32_params *p, const float *in, float *out);

/* As mote_conv2d_f32; oc = ic * depth_multiplier + m reads input channel ic. */
typedef struct {
    mote_window window;
    int32_t depth_multiplier;
    MOTE_CONST float *weights; /* Format: [kernel_h, kernel_w, out_c] */
    MOTE_CONST float *bias;    /* Format: [out_c] */
    mote_range_f32 range;
} mote_depthwise_conv2d_f32_params;

void mote_depthwise_conv2d_f32(MOTE_CONST mote_depthwise_conv2d_f32_params *p, const float *in,
                               float *out);

/* out[oc] = clamp(bias[oc] + sum(in * weights[oc])) over all taps through which an input pixel adds
 * to the output pixel, as in mote_transpose_conv_s8. */
typedef struct {
    mote_window window;
    MOTE_CONST float *weights; /* Format: [out_c, kernel_h, kernel_w, in_c] */
    MOTE_CONST float *bias;    /* Format: [out_c] */
    mote_range_f32 range;
} mote_transpose_conv_f32_params;

void mote_transpose_conv_f32(MOTE_CONST mote_transpose_conv_f32_params *p, const float *in,
                             float *out);

/* Products of matrices. */
typedef struct {
    mote_matmul matmul;
} mote_batch_matmul_f32_params;

void mote_batch_matmul_f32(MOTE_CONST mote_batch_matmul_f32_params *p, const float *first,
                           const float *second, float *out);

/* out[b][o] = clamp(bias[o] + sum(in[b] * weights[o])). */
typedef struct {
    int32_t batches;
    int32_t inputs;
    int32_t outputs;
    MOTE_CONST float *weights; /* Format: [outputs, inputs] */
    MOTE_CONST float *bias;    /* Format: [outputs] */
    mote_range_f32 range;
} mote_fully_connected_f32_params;

void mote_fully_connected_f32(MOTE_CONST mote_fully_connected_f32_params *p, const float *in,
                              float *out);

/* Largest, mean, or root of the mean square, of the part of the window that is inside the input. */
typedef struct {
    mote_window window;
    mote_range_f32 range;
} mote_pool2d_f32_params;

void mote_max_pool2d_f32(MOTE_CONST mote_pool2d_f32_params *p, const float *in, float *out);
void mote_average_pool2d_f32(MOTE_CONST mote_pool2d_f32_params *p, const float *in, float *out);
void mote_l2_pool2d_f32(MOTE_CONST mote_pool2d_f32_params *p, const float *in, float *out);

/* out[a][b][c] = sum over i, j of in[a][i][b][j][c], divided by divisor. */
typedef struct {
    int32_t kept[3];    /* sizes of a, b, c */
    int32_t reduced[2]; /* sizes of i, j */
    float divisor;      /* 1, or how many elements make a mean */
} mote_sum_f32_params;

void mote_sum_f32(MOTE_CONST mote_sum_f32_params *p, const float *in, float *out);

/* out[a][b][c] = the greatest (sign 1) or least (sign -1) over i, j of in[a][i][b][j][c]. */
typedef struct {
    int32_t kept[3];    /* sizes of a, b, c */
    int32_t reduced[2]; /* sizes of i, j */
    float sign;         /* 1 or -1 */
} mote_extreme_f32_params;

void mote_extreme_f32(MOTE_CONST mote_extreme_f32_params *p, const float *in, float *out);

/* exp(beta * in) / sum(exp(beta * in)) over the innermost dimension. out may be in. */
typedef struct {
    int32_t rows;
    int32_t depth;
    float beta;
} mote_softmax_f32_params;

void mote_softmax_f32(MOTE_CONST mote_softmax_f32_params *p, const float *in, float *out);

/* log(exp(in) / sum(exp(in))) over the innermost dimension. out may be in. */
typedef struct {
    int32_t rows;
    int32_t depth;
} mote_log_softmax_f32_params;

void mote_log_softmax_f32(MOTE_CONST mote_log_softmax_f32_params *p, const float *in, float *out);

/* in / root(sum of squares of in) over the innermost dimension. out may be in. */
typedef struct {
    int32_t rows;
    int32_t depth;
} mote_l2_normalization_f32_params;

void mote_l2_normalization_f32(MOTE_CONST mote_l2_normalization_f32_params *p, const float *in,
                               float *out);

/* The sum of several inputs. out may be an input. */
typedef struct {
    int32_t elements;
    int32_t inputs;
} mote_add_n_f32_params;

void mote_add_n_f32(MOTE_CONST mote_add_n_f32_params *p, const float *const *in, float *out);

/* x where it is not negative, else alpha * x. out may be in if that has the output's shape. */
typedef struct {
    mote_broadcast broadcast; /* first: in, second: alpha */
} mote_prelu_f32_params;

void mote_prelu_f32(MOTE_CONST mote_prelu_f32_params *p, const float *in, const float *alpha,
                    float *out);

/* x where it is above 0, else alpha * x. out may be in. */
typedef struct {
    int32_t elements;
    float alpha;
} mote_leaky_relu_f32_params;

void mote_leaky_relu_f32(MOTE_CONST mote_leaky_relu_f32_params *p, const float *in, float *out);

/* Functions of one element. out may be in. */
typedef struct {
    int32_t elements;
} mote_unary_f32_params;

/* 1 / (1 + exp(-x)) */
void mote_logistic_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_tanh_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_relu_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_relu6_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_relu_n1_to_1_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
/* x, below 0 exp(x) - 1 */
void mote_elu_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
/* x * relu6(x + 3) / 6 */
void mote_hard_swish_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_abs_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_neg_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_exp_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_log_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_sqrt_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
/* 1 / sqrt(x) */
void mote_rsqrt_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_square_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_sin_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_cos_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_floor_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
void mote_ceil_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);
/* to nearest, an exact half to the even one */
void mote_round_f32(MOTE_CONST mote_unary_f32_params *p, const float *in, float *out);

/* Functions of two elements, clamped. out may be an operand that has the output's shape. */
typedef struct {
    mote_broadcast broadcast;
    mote_range_f32 range;
} mote_binary_f32_params;

void mote_add_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                  const float *second, float *out);
void mote_sub_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                  const float *second, float *out);
void mote_mul_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                  const float *second, float *out);
void mote_div_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                  const float *second, float *out);
void mote_floor_div_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                        const float *second, float *out);
void mote_floor_mod_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                        const float *second, float *out);
void mote_maximum_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                      const float *second, float *out);
void mote_minimum_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                      const float *second, float *out);
void mote_squared_difference_f32(MOTE_CONST mote_binary_f32_params *p, const float *first,
                                 const float *second, float *out);

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

static inline float mote_clamp_f32(float x, float min, float max) {
    return x < min ? min : x > max ? max : x;
}

#endif
