/* Kernels for Arm's M-profile vector extension, Helium (Cortex-M55): 16 products of 8 bits an
 * instruction. Codegen writes their weights in the order in which they read them. Some take memory
 * for their own use while they run: scratch, aligned to 8 bytes, of the size that is given here. In
 * plain C, which they have besides, they run anywhere and give the same bytes.
 * Each output channel has a factor of its own, below 1/2: step is 1, shifts are in [-31, -1]. */
#ifndef MOTE_MVE_H
#define MOTE_MVE_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* As mote_conv2d_s8 with one group; a dilation_w above 1 only with kernel_w 1.
 * pixels: the windows of so many pixels of a row are gathered together, column by column, so that
 * the next window begins stride_w columns later; 0: the windows lie in the input like that, which
 * has kernel_h 1 and no padding then.
 * Weights: size = kernel_h * kernel_w * in_c elements a filter, [kernel_w, kernel_h, in_c]. Those
 * of four filters take turns by 16 elements, size % 16 elements of each follow; then the next four.
 * A last one to three filters are whole, one after the other.
 * Scratch: ((pixels - 1) * stride_w + kernel_w) * kernel_h * in_c bytes; none for 0 pixels. */
typedef struct {
    mote_window window;
    mote_int input_zero_point;  /* Range: [-128, 127] */
    mote_int pixels;
    MOTE_CONST int8_t *weights;
    MOTE_CONST int32_t *bias;   /* Format: [out_c]; with -input_zero_point * sum(weights[oc]) */
    mote_output_scaling output;
} mote_conv2d_s8_mve_params;

void mote_conv2d_s8_mve(MOTE_CONST mote_conv2d_s8_mve_params *p, const int8_t *in, int8_t *out,
                        void *scratch);

/* As mote_depthwise_conv2d_s8 with a depth multiplier of 1, four channels or more, and kernels of
 * at most 240 elements.
 * A word of scratch holds four input rows of a channel, dilation_h apart. So
 * quads = (kernel_h + 3) / 4 words hold a column of a window, and often those of the next output
 * rows too: rows output rows share words,
 * (rows - 1) * stride_h / dilation_h + kernel_h <= 4 * quads. groups of them are gathered
 * together.
 * Scratch: words = (quads * kernel_w + 3) / 4, columns = (out_w - 1) * stride_w
 * + (kernel_w - 1) * dilation_w + 1; (48 + 256 * rows) * words + 16
 * + 64 * groups * quads * columns bytes. */
typedef struct {
    mote_window window;
    mote_int input_zero_point;  /* Range: [-128, 127] */
    mote_int rows;
    mote_int groups;
    MOTE_CONST int8_t *weights; /* Format: [out_c, kernel_h, kernel_w] */
    MOTE_CONST int32_t *bias;   /* Format: [out_c]; with -input_zero_point * sum(weights[oc]) */
    mote_output_scaling output;
} mote_depthwise_conv2d_s8_mve_params;

void mote_depthwise_conv2d_s8_mve(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p,
                                  const int8_t *in, int8_t *out, void *scratch);

/* As mote_add_s8 without broadcasting; the factor of first is 1/2. */
typedef struct {
    mote_int elements;
    mote_int first_zero_point; /* Range: [-128, 127] */
    mote_operand second;
    int32_t multiplier, shift; /* from sum to output; shift: [-31, -1] */
    mote_int zero_point;       /* Range: [-128, 127] */
    mote_int min, max;         /* Range: [-128, 127] */
} mote_add_s8_mve_params;

/* out may be an operand. */
void mote_add_s8_mve(MOTE_CONST mote_add_s8_mve_params *p, const int8_t *first,
                     const int8_t *second, int8_t *out);

/* As mote_max_pool2d_s8 and mote_average_pool2d_s8. */
void mote_max_pool2d_s8_mve(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in, int8_t *out);
void mote_average_pool2d_s8_mve(MOTE_CONST mote_pool2d_s8_params *p, const int8_t *in,
                                int8_t *out);

#ifdef __cplusplus
}
#endif

#endif
