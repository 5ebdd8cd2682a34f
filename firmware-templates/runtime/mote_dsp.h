/* Kernels for Arm's DSP extension (Cortex-M4, M7, M33): two products of 16 bits an instruction.
 * Codegen writes their weights in the order in which they read them. Some take memory for their own
 * use while they run: scratch, aligned to 8 bytes, of the size that is given here. In plain C,
 * which they have besides, they run anywhere and give the same bytes. */
#ifndef MOTE_DSP_H
#define MOTE_DSP_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A small mote_window. */
typedef struct {
    int16_t batches; /* Range: [1, 32767]; those of the tensors alike */
    int16_t in_h, in_w, in_c;
    int16_t out_h, out_w, out_c;
    uint8_t kernel_h, kernel_w;
    uint8_t stride_h, stride_w;
    uint8_t dilation_h, dilation_w;
    uint8_t pad_top, pad_left;
} mote_dsp_window;

/* From accumulator to output, as mote_output_scaling, in fewer instructions: for each channel,
 * |acc| with its bias is below 2^30, and the factor below 1/2. */
typedef struct {
    MOTE_CONST int32_t *channels; /* Format: [out_c, 2]: twice the bias, multiplier */
    MOTE_CONST int8_t *shifts;    /* Format: [out_c]; to the right, less 1. Range: [0, 30] */
    int8_t zero_point;            /* Range: [-128, 127] */
    int8_t min, max;              /* Range: [-128, 127] */
} mote_dsp_output;

/* As mote_conv2d_s8 with one group; the bias has -input_zero_point * sum(weights[oc]).
 * Weights: size = kernel_h * kernel_w * in_c elements a filter, in quads of four and
 * tail = size % 4 elements; a tail of 3 is a quad with a 0. First all quads,
 * [out_c / 2, quads, 2, 4], then all tails, [out_c / 2, tail, 2]; an odd last filter follows,
 * [quads, 4], then [tail].
 * Scratch: 28 bytes for each quad, that of the tail included, and 12 for each output channel, of
 * which it has 32 at most at a time. */
typedef struct {
    mote_dsp_window window;
    int16_t input_zero_point; /* Range: [-128, 127] */
    MOTE_CONST int8_t *weights;
    mote_dsp_output output;
} mote_conv2d_s8_dsp_params;

void mote_conv2d_s8_dsp(MOTE_CONST mote_conv2d_s8_dsp_params *p, const int8_t *in, int8_t *out,
                        void *scratch);

/* As mote_depthwise_conv2d_s8 without dilation; the bias has
 * -input_zero_point * sum(weights[oc]). Input channels are copied to planes, one after the other,
 * so that windows lie in int16 rows. Rows and columns of the window are those of the planes: the
 * image's, or the other way round. Some of a plane's rows are there at a time.
 * Scratch: words of int32: planes * depth_multiplier * kernel_h * ((kernel_w + 1) / 2) for weights,
 * band * out_w + 3 for sums; then planes * ((band - 1) * stride_h + kernel_h) * pitch elements of
 * int16, and behind them what windows of outputs reach that are no outputs: mote_dsp_sums.h.
 * out may be in where no output dimension is larger, depth_multiplier is 1, and is_transposed is 0
 * or band is out_h. */
typedef struct {
    mote_window window;
    mote_int is_transposed;     /* 1: rows are the image's columns, and so on */
    mote_int depth_multiplier;
    mote_int input_zero_point;  /* Range: [-128, 127] */
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w] */
    mote_dsp_output output;     /* shifts: at most 21 */
    mote_int planes;            /* channels that are copied together: 1 or 4 */
    mote_int pitch;             /* elements of a plane's row, with its padding; even */
    mote_int band;              /* output rows at a time. Range: [1, out_h] */
} mote_depthwise_conv2d_s8_dsp_params;

void mote_depthwise_conv2d_s8_dsp(MOTE_CONST mote_depthwise_conv2d_s8_dsp_params *p,
                                  const int8_t *in, int8_t *out, void *scratch);

/* As mote_depthwise_conv2d_s8, for depth_multiplier 1, dilation_w 1 and in_c a multiple of 4. */
typedef struct {
    mote_dsp_window window;
    int16_t input_zero_point;   /* Range: [-128, 127] */
    MOTE_CONST int8_t *weights; /* Format: [kernel_h, kernel_w, out_c] */
    mote_dsp_output output;
} mote_depthwise_conv2d_s8_direct_dsp_params;

void mote_depthwise_conv2d_s8_direct_dsp(MOTE_CONST mote_depthwise_conv2d_s8_direct_dsp_params *p,
                                         const int8_t *in, int8_t *out);

/* As mote_fully_connected_s8; the bias has -(input zero point) * sum(weights[o]).
 * Weights: quads of four inputs by four outputs, [outputs / 4, quads, 4, 4], then the inputs that
 * are left, [outputs / 4, inputs % 4, 4], then the outputs that are left, [outputs % 4, inputs]. */
typedef struct {
    mote_int batches;
    mote_int inputs;
    mote_int outputs;
    MOTE_CONST int8_t *weights;
    mote_dsp_output output;
} mote_fully_connected_s8_dsp_params;

void mote_fully_connected_s8_dsp(MOTE_CONST mote_fully_connected_s8_dsp_params *p, const int8_t *in,
                                 int8_t *out);

/* The same, which widens its inputs first.
 * Scratch: 8 bytes for each whole quad. */
void mote_fully_connected_s8_wide_dsp(MOTE_CONST mote_fully_connected_s8_dsp_params *p,
                                      const int8_t *in, int8_t *out, void *scratch);

/* As mote_add_s8 of operands that have the output's shape. The one of the larger scale, coarse, has
 * the factor 1/2; where that of the other is 1/2 too, its shift is 0. out may be an operand. */
typedef struct {
    mote_int elements;
    mote_operand fine;          /* shift: [-30, 0] */
    mote_int coarse_zero_point; /* Range: [-128, 127] */
    int32_t multiplier;         /* from the sum to the output */
    int32_t shift;              /* Range: [-22, -1] */
    mote_int zero_point;        /* Range: [-128, 127] */
    mote_int min, max;          /* Range: [-128, 127] */
} mote_add_s8_dsp_params;

void mote_add_s8_dsp(MOTE_CONST mote_add_s8_dsp_params *p, const int8_t *fine, const int8_t *coarse,
                     int8_t *out);

/* As the kernels without _dsp, by four channels; a mean is that of at most 256 elements. */
void mote_max_pool2d_s8_dsp(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out);
void mote_average_pool2d_s8_dsp(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out);

/* As mote_sum_s8, where kept[2] and reduced[1] are 1. */
void mote_sum_s8_dsp(MOTE_CONST mote_sum_s8_params *p, const int8_t *in, int8_t *out);

/* As mote_mul_s8; shift: [-22, -1]. */
void mote_mul_s8_dsp(MOTE_CONST mote_binary_s8_params *p, const int8_t *first,
                     const int8_t *second, int8_t *out);

/* As mote_conv2d_s8_dsp, a pixel at a time: slower, with less scratch.
 * Scratch: the bytes of a window, rounded up to whole quads. */
typedef struct {
    mote_dsp_window window;
    int16_t input_zero_point;                 /* Range: [-128, 127] */
    mote_fully_connected_s8_dsp_params pixel; /* from window to channels; its batches are unused */
} mote_conv2d_s8_direct_dsp_params;

void mote_conv2d_s8_direct_dsp(MOTE_CONST mote_conv2d_s8_direct_dsp_params *p, const int8_t *in,
                               int8_t *out, void *scratch);

#ifdef __cplusplus
}
#endif

#endif
