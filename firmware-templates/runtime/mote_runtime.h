/* Mote runtime: the kernels that generated models call. C99, no allocation, no globals, no floating
 * point, no I/O. The end of a name says what the elements are: s8 is int8; kernels without it only
 * move elements, of any type. mote_f32.h has the kernels of float, mote_dsp.h and mote_mve.h those
 * for the vector instructions of Arm cores. Tensors are stored row by row, the innermost
 * dimension last (images: [n, h, w, c]). A kernel takes its constant parameters, then its inputs,
 * then its output; input and output do not overlap unless its comment says so.
 * Licence: Apache-2.0. */
#ifndef MOTE_RUNTIME_H
#define MOTE_RUNTIME_H

#include <stdint.h>

/* Grows when a prototype, a parameter or a data layout changes; generated code checks it. */
#define MOTE_RUNTIME_API 2

/* How the model's constants are qualified, in definitions and in pointers to them. On AVR they stay
 * in flash, where gcc has the word for it: in C with its extensions (-std=gnu99). It reaches the
 * first 64 KB; -DMOTE_CONST="const __memx" reaches all of a larger flash, more slowly. */
#ifndef MOTE_CONST
#if defined(__FLASH) && !defined(__STRICT_ANSI__)
#define MOTE_CONST const __flash
#define MOTE_CONST_IN_NEAR_FLASH
#else
#define MOTE_CONST const
#endif
#endif

/* Sizes, positions, zero points. On AVR, 16 bits hold those of all that its memory holds; a model
 * with a larger one does not compile there. */
#ifdef __AVR__
typedef int16_t mote_int;
#pragma GCC diagnostic error "-Woverflow"
#else
typedef int32_t mote_int;
#endif

/* 1: functions in assembly where there are some; 0: plain C everywhere. The bytes are the same. */
#ifndef MOTE_ASSEMBLY
#if defined(__AVR_HAVE_MUL__) && defined(__AVR_HAVE_LPMX__)
#define MOTE_ASSEMBLY 1
#else
#define MOTE_ASSEMBLY 0
#endif
#endif

/* 1: kernels for the vector instructions of an Arm core use them; 0: their plain C form. The bytes
 * are the same. */
#ifndef MOTE_DSP
#if defined(__ARM_FEATURE_DSP) && defined(__thumb2__) && defined(__OPTIMIZE__)
#define MOTE_DSP 1
#else
#define MOTE_DSP 0
#endif
#endif
#ifndef MOTE_MVE
#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)
#define MOTE_MVE (__ARM_FEATURE_MVE & 1)
#else
#define MOTE_MVE 0
#endif
#endif

/* Arrays that kernels load more than a byte of at a time. */
#ifdef __GNUC__
#define MOTE_ALIGNED __attribute__((aligned(4)))
#else
#define MOTE_ALIGNED
#endif

/* Where weights are placed, as -DMOTE_SECTION='__attribute__((section(".itcm")))'. Empty: with all
 * other constants. */
#ifndef MOTE_SECTION
#define MOTE_SECTION
#endif

/* What generated code does where layer number index begins, and behind the last layer with their
 * count: nothing. To measure layers: -include a header that defines it. */
#ifndef MOTE_LAYER
#define MOTE_LAYER(index) ((void)0)
#endif

/* The arena starts at a multiple of this many bytes. */
#define MOTE_ARENA_ALIGNMENT 16

/* Every error that a generated function returns. */
enum {
    MOTE_OK = 0,
    MOTE_ENULL = -1, /* arena, input or output is a null pointer */
    MOTE_EALIGN = -2 /* arena is not aligned to MOTE_ARENA_ALIGNMENT bytes */
};

#ifdef __cplusplus
extern "C" {
#endif

/* A window that slides over [batches, in_h, in_w, in_c] and makes [batches, out_h, out_w, out_c].
 * Output row y reads input rows y * stride_h - pad_top + k * dilation_h, k in [0, kernel_h);
 * columns alike. Pooling has dilation 1. */
typedef struct {
    mote_int batches;
    mote_int in_h, in_w, in_c;
    mote_int out_h, out_w, out_c;
    mote_int kernel_h, kernel_w;
    mote_int stride_h, stride_w;
    mote_int dilation_h, dilation_w;
    mote_int pad_top, pad_left;
} mote_window;

/* From accumulator to output: clamp(acc * multiplier * 2^(shift - 31) + zero_point, min, max). */
typedef struct {
    MOTE_CONST int32_t *multipliers; /* Range: 0 or [2^30, 2^31) */
    MOTE_CONST int8_t *shifts;       /* Range: [-31, 30], positive = left */
    mote_int step;                   /* 1: one pair a channel; 0: one pair for all channels */
    mote_int zero_point;             /* Range: [-128, 127] */
    mote_int min, max;               /* Range: [-128, 127] */
} mote_output_scaling;

/* out[oc] = output(bias[oc] + sum(in * weights[oc])
 *                  + input_zero_point * sum(weights[oc] outside of the input)).
 * Channel oc reads group_in_c input channels, from (oc / group_out_c) * group_in_c on. */
typedef struct {
    mote_window window;
    mote_int group_in_c;        /* in_c / groups */
    mote_int group_out_c;       /* out_c / groups */
    mote_int input_zero_point;  /* Range: [-128, 127] */
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w, group_in_c] */
    MOTE_CONST int32_t *bias;   /* Format: [out_c]; with -input_zero_point * sum(weights[oc]) */
    mote_output_scaling output;
} mote_conv2d_s8_params;

void mote_conv2d_s8(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in, int8_t *out);

/* out[oc] = output(bias[oc] + sum((in - input_zero_point) * weights[oc])) over the part of the
 * window that is inside the input; oc = ic * depth_multiplier + m. */
typedef struct {
    mote_window window;
    mote_int depth_multiplier;
    mote_int input_zero_point;  /* Range: [-128, 127] */
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w] */
    MOTE_CONST int32_t *bias;   /* Format: [out_c] */
    mote_output_scaling output;
} mote_depthwise_conv2d_s8_params;

void mote_depthwise_conv2d_s8(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                              int8_t *out);

/* out[oc] = output(bias[oc] + sum((in - input_zero_point) * weights[oc])) over all taps through
 * which an input pixel adds to the output pixel: input row y adds to the output rows
 * y * stride_h - pad_top + k, k in [0, kernel_h); columns alike. The dilation is 1. */
typedef struct {
    mote_window window;
    mote_int input_zero_point;  /* Range: [-128, 127] */
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w, in_c] */
    MOTE_CONST int32_t *bias;   /* Format: [out_c] */
    mote_output_scaling output;
} mote_transpose_conv_s8_params;

void mote_transpose_conv_s8(MOTE_CONST mote_transpose_conv_s8_params *p, const int8_t *in,
                            int8_t *out);

/* Products of matrices: out[a][b][c][row][column] is the sum over k of
 * first[sum(batch * first_batch_step) + row * first_row_step + k * first_depth_step] times
 * second[sum(batch * second_batch_step) + column * second_column_step + k * second_depth_step]. */
typedef struct {
    int32_t batches[3]; /* sizes of a, b, c */
    int32_t first_batch_step[3];
    int32_t second_batch_step[3];
    int32_t rows;
    int32_t columns;
    int32_t depth;
    int32_t first_row_step;
    int32_t first_depth_step;
    int32_t second_column_step;
    int32_t second_depth_step;
} mote_matmul;

/* Each factor less its zero point; requantized and saturated. */
typedef struct {
    mote_matmul matmul;        /* depth: at most 33025, so that the sum fits 32 bits */
    int32_t first_zero_point;  /* Range: [-128, 127] */
    int32_t second_zero_point; /* Range: [-128, 127] */
    int32_t multiplier;
    int32_t shift;
    int32_t output_zero_point; /* Range: [-128, 127] */
} mote_batch_matmul_s8_params;

void mote_batch_matmul_s8(MOTE_CONST mote_batch_matmul_s8_params *p, const int8_t *first,
                          const int8_t *second, int8_t *out);

/* out[b][o] = output(bias[o] + sum(in[b] * weights[o])). */
typedef struct {
    mote_int batches;
    mote_int inputs;
    mote_int outputs;
    MOTE_CONST int8_t *weights; /* Format: [outputs, inputs] */
    MOTE_CONST int32_t *bias;   /* Format: [outputs]; with -(input zero point) * sum(weights[o]) */
    mote_output_scaling output;
} mote_fully_connected_s8_params;

void mote_fully_connected_s8(MOTE_CONST mote_fully_connected_s8_params *p, const int8_t *in,
                             int8_t *out);

/* Largest, or mean, of the part of the window that is inside the input; a mean rounds half away
 * from zero. */
typedef struct {
    mote_window window;
    mote_int min, max; /* Range: [-128, 127] */
} mote_pool2d_s8_params;

void mote_max_pool2d_s8(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out);
void mote_average_pool2d_s8(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out);

/* out[a][b][c] = requantize(offset + sum over i, j of in[a][i][b][j][c]) + output_zero_point,
 * saturated. */
typedef struct {
    mote_int kept[3];    /* sizes of a, b, c */
    mote_int reduced[2]; /* sizes of i, j */
    int32_t offset;      /* -(input zero point) * elements summed */
    int32_t multiplier;  /* for a mean it holds 1 / elements summed */
    int32_t shift;
    mote_int output_zero_point; /* Range: [-128, 127] */
} mote_sum_s8_params;

void mote_sum_s8(MOTE_CONST mote_sum_s8_params *p, const int8_t *in, int8_t *out);

/* out[a][b][c] = the greatest (sign 1) or least (sign -1) over i, j of in[a][i][b][j][c]. */
typedef struct {
    int32_t kept[3];    /* sizes of a, b, c */
    int32_t reduced[2]; /* sizes of i, j */
    int32_t sign;       /* 1 or -1 */
} mote_extreme_s8_params;

void mote_extreme_s8(MOTE_CONST mote_extreme_s8_params *p, const int8_t *in, int8_t *out);

/* exp(in) / sum(exp(in)) over the innermost dimension; output scale 1/256, zero point -128. out may
 * be in. */
typedef struct {
    mote_int rows;
    mote_int depth;         /* Range: [1, 4095], so that the sum fits 12 integer bits */
    int32_t multiplier;     /* from input difference to 5 integer and 26 fractional bits */
    int32_t shift;          /* positive = left */
    int32_t min_difference; /* inputs further below the maximum give 0. Range: 0 and below */
} mote_softmax_s8_params;

void mote_softmax_s8(MOTE_CONST mote_softmax_s8_params *p, const int8_t *in, int8_t *out);

/* log(exp(in) / sum(exp(in))) over the innermost dimension; output scale 1/16, zero point 127. out
 * may be in. */
typedef struct {
    int32_t rows;
    int32_t depth;              /* Range: [1, 4095], so that the sum fits 12 integer bits */
    int32_t multiplier;         /* from input difference to 5 integer and 26 fractional bits */
    int32_t shift;              /* positive = left */
    int32_t inverse_multiplier; /* the way back */
    int32_t inverse_shift;      /* Range: [-31, 0] */
    int32_t min_difference;     /* inputs further below the maximum give -128. Range: 0 and below */
} mote_log_softmax_s8_params;

void mote_log_softmax_s8(MOTE_CONST mote_log_softmax_s8_params *p, const int8_t *in, int8_t *out);

/* in / root(sum of squares of in) over the innermost dimension; output scale 1/128, zero point 0.
 * out may be in. */
typedef struct {
    int32_t rows;
    int32_t depth;            /* at most 33025, so that the sum fits 32 bits */
    int32_t input_zero_point; /* Range: [-128, 127] */
} mote_l2_normalization_s8_params;

void mote_l2_normalization_s8(MOTE_CONST mote_l2_normalization_s8_params *p, const int8_t *in,
                              int8_t *out);

/* out[i] = table[in[i] + 128]: any function of one element. out may be in. */
typedef struct {
    mote_int elements;
    MOTE_CONST int8_t *table; /* Format: [256] */
} mote_lookup_s8_params;

void mote_lookup_s8(MOTE_CONST mote_lookup_s8_params *p, const int8_t *in, int8_t *out);

/* How two operands spread over the output: element (a, b, c, d) reads
 * first[sum(index * first_step)] and second[sum(index * second_step)]. A step of 0 repeats. */
typedef struct {
    mote_int size[4]; /* at least 1 each */
    mote_int first_step[4];
    mote_int second_step[4];
} mote_broadcast;

/* (in - zero_point) * multiplier * 2^(shift - 31) is on the scale that both operands share. */
typedef struct {
    int32_t zero_point; /* Range: [-128, 127] */
    int32_t multiplier;
    int32_t shift; /* Range: [-31, 0] */
} mote_operand;

/* Functions of two elements. Multiplication and division use the zero points of their operands
 * only, maximum and minimum neither these nor the factors. out may be an operand that has the
 * output's shape. */
typedef struct {
    mote_broadcast broadcast;
    mote_operand first, second;
    int32_t multiplier, shift; /* from sum, difference or product to the output */
    mote_int zero_point;       /* Range: [-128, 127] */
    mote_int min, max;         /* Range: [-128, 127] */
} mote_binary_s8_params;

void mote_add_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                 const int8_t *second, int8_t *out);
void mote_sub_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                 const int8_t *second, int8_t *out);
void mote_mul_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                 const int8_t *second, int8_t *out);
/* x / 0 is 0. */
void mote_div_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first, const int8_t *second,
                 int8_t *out);
void mote_maximum_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                     const int8_t *second, int8_t *out);
void mote_minimum_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                     const int8_t *second, int8_t *out);
void mote_squared_difference_s8(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                                const int8_t *second, int8_t *out);

/* out = (offset + sum(in)) * 2^19 * factor + output_zero_point, saturated. out may be an input. */
typedef struct {
    int32_t elements;
    int32_t inputs; /* Range: [2, 15], so that the sum fits 32 bits */
    int32_t offset;
    int32_t multiplier;
    int32_t shift;             /* Range: [-31, 0] */
    int32_t output_zero_point; /* Range: [-128, 127] */
} mote_add_n_s8_params;

void mote_add_n_s8(MOTE_CONST mote_add_n_s8_params *p, const int8_t *const *in, int8_t *out);

/* x = in - zero point: x where it is not negative, otherwise x * (alpha - its zero point); each has
 * its factor to the output, saturated. out may be in if that has the output's shape. */
typedef struct {
    mote_broadcast broadcast; /* first: in, second: alpha */
    mote_operand input;       /* factors may be above 1 */
    mote_operand alpha;
    int32_t output_zero_point; /* Range: [-128, 127] */
} mote_prelu_s8_params;

void mote_prelu_s8(MOTE_CONST mote_prelu_s8_params *p, const int8_t *in, const int8_t *alpha,
                   int8_t *out);

/* What is before and after each dimension is filled; the innermost dimension is in bytes. */
typedef struct {
    int32_t size[5]; /* of the input */
    int32_t before[5];
    int32_t after[5];
    int8_t fill[8]; /* an element, repeated: 1, 2, 4 or all 8 of these bytes */
} mote_pad_params;

void mote_pad(MOTE_CONST mote_pad_params *p, const void *in, void *out);

/* One input of a concatenation: rows times, run bytes go to the start of the next row_step bytes of
 * out. */
typedef struct {
    mote_int rows;
    mote_int run;
    mote_int row_step;
} mote_concatenate_params;

void mote_concatenate(MOTE_CONST mote_concatenate_params *p, const void *in, void *out);

/* out[a]..[f] = in[offset + sum(index * step)], in bytes: transposes, slices, splits, repetitions.
 * A step of 0 repeats, a negative one walks backwards. */
typedef struct {
    int32_t size[6]; /* of the output */
    int32_t step[6]; /* through the input */
    int32_t offset;  /* of the first byte */
} mote_strided_copy_params;

void mote_strided_copy(MOTE_CONST mote_strided_copy_params *p, const void *in, void *out);

/* out[b][r][i] = in[b][r][indices[b][i]], each a run of bytes; in: [batches, rows, axis, run]. */
typedef struct {
    int32_t batches;
    int32_t rows;
    int32_t axis;
    int32_t run;
    int32_t count;               /* indices of a batch */
    MOTE_CONST int32_t *indices; /* Format: [batches, count]. Range: [0, axis) */
} mote_gather_params;

void mote_gather(MOTE_CONST mote_gather_params *p, const void *in, void *out);

/* As mote_gather with computed indices: one outside of [0, axis) counts as the nearest inside.
 * indices: [batches, count]. */
typedef struct {
    int32_t batches;
    int32_t rows;
    int32_t axis;
    int32_t run;
    int32_t count; /* indices of a batch */
} mote_gather_computed_params;

void mote_gather_computed(MOTE_CONST mote_gather_computed_params *p, const void *in,
                          const int32_t *indices, void *out);

/* out[i] = in[sum(indices[i] * step)], each a run of bytes. A row outside of [0, rows) counts as
 * the nearest inside. in: [rows, run]; indices: [count, named]. */
typedef struct {
    int32_t rows;
    int32_t run;
    int32_t count;
    int32_t named;   /* indices that name a row. Range: [1, 5] */
    int32_t step[5]; /* rows */
} mote_gather_rows_params;

void mote_gather_rows(MOTE_CONST mote_gather_rows_params *p, const void *in,
                      const int32_t *indices, void *out);

/* out = in with part in the place where start says, moved as far as it must so that the part fits.
 * out may be in. part does not overlap out. */
typedef struct {
    int32_t dimensions; /* Range: [1, 8] */
    int32_t size[8];    /* of in, in elements */
    int32_t part[8];    /* Range: [1, size] */
    int32_t element;    /* bytes */
    int32_t bytes;      /* of in */
    int32_t wide;       /* start is int64_t[dimensions]; otherwise int32_t */
} mote_update_slice_params;

void mote_update_slice(MOTE_CONST mote_update_slice_params *p, const void *in, const void *part,
                       const void *start, void *out);

/* The shape to which two shapes broadcast: the other size where one is 1, else the first. */
typedef struct {
    int32_t first, second; /* dimensions */
    int32_t wide;          /* shapes are int64_t; otherwise int32_t */
} mote_broadcast_shapes_params;

void mote_broadcast_shapes(MOTE_CONST mote_broadcast_shapes_params *p, const void *first,
                           const void *second, void *out);

/* out[b][y][x] = in[b][rows[y]][columns[x]], each a run of bytes;
 * in: [batches, height, width, run]. */
typedef struct {
    int32_t batches;
    int32_t height, width;
    int32_t out_h, out_w;
    int32_t run;
    MOTE_CONST int16_t *rows;    /* Format: [out_h]. Range: [0, height) */
    MOTE_CONST int16_t *columns; /* Format: [out_w]. Range: [0, width) */
} mote_resample_params;

void mote_resample(MOTE_CONST mote_resample_params *p, const void *in, void *out);

/* Images [images, height, width, run] and their phases,
 * [block_h, block_w, images, phase_h, phase_w, run], in bytes: pixel (y, x) of an image is pixel
 * ((y + top) / block_h, (x + left) / block_w) of phase
 * ((y + top) % block_h, (x + left) % block_w). */
typedef struct {
    int32_t images, height, width, run;
    int32_t block_h, block_w;
    int32_t phase_h, phase_w;
    int32_t top, left;
} mote_blocks;

/* in: images, out: phases; pixels outside of an image are filled. */
typedef struct {
    mote_blocks blocks;
    int8_t fill[8]; /* an element, repeated: 1, 2, 4 or all 8 of these bytes */
} mote_space_to_batch_params;

void mote_space_to_batch(MOTE_CONST mote_space_to_batch_params *p, const void *in, void *out);

/* in: phases, out: images. */
typedef struct {
    mote_blocks blocks;
} mote_batch_to_space_params;

void mote_batch_to_space(MOTE_CONST mote_batch_to_space_params *p, const void *in, void *out);

/* out[b][i][j] lies between four pixels of in[b], at row i * row_scale + row_offset and column
 * j * column_scale + column_offset, with 10 fraction bits. */
typedef struct {
    int32_t batches, height, width, channels;
    int32_t out_h, out_w;
    int32_t row_scale, row_offset; /* a position is at least -512 and below height * 1024 */
    int32_t column_scale, column_offset;
} mote_resize_bilinear_s8_params;

void mote_resize_bilinear_s8(MOTE_CONST mote_resize_bilinear_s8_params *p, const int8_t *in,
                             int8_t *out);

/* A tensor [outer, depth, inner], summed along depth. */
typedef struct {
    int32_t outer, depth, inner;
    int32_t exclusive; /* 1: a sum leaves out the element in its own place */
    int32_t reverse;   /* 1: from the end */
} mote_lanes;

/* out = requantize(sum of (in - input_zero_point) * 2^20 / 2) + output_zero_point, saturated. out
 * may be in. */
typedef struct {
    mote_lanes lanes;
    int32_t input_zero_point; /* Range: [-128, 127] */
    int32_t input_multiplier, input_shift;
    int32_t output_multiplier, output_shift;
    int32_t output_zero_point; /* Range: [-128, 127] */
} mote_cumulative_sum_s8_params;

void mote_cumulative_sum_s8(MOTE_CONST mote_cumulative_sum_s8_params *p, const int8_t *in,
                            int8_t *out);

/* What is before and after each dimension mirrors what is inside; the innermost run of bytes stays
 * together. */
typedef struct {
    int32_t size[5]; /* of the input */
    int32_t before[5];
    int32_t after[5];
    int32_t run;
    int32_t margin; /* 1: the outermost element is not repeated; 0: it is */
} mote_mirror_pad_params;

void mote_mirror_pad(MOTE_CONST mote_mirror_pad_params *p, const void *in, void *out);

/* out = values, whatever in holds. */
typedef struct {
    int32_t bytes;
    MOTE_CONST int8_t *values; /* Format: [bytes], the device is little-endian */
} mote_store_params;

void mote_store(MOTE_CONST mote_store_params *p, const void *in, void *out);

#ifdef __cplusplus
}
#endif

#endif
