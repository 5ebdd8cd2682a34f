/* Kernels for Arm's DSP extension (Cortex-M4, M7, M33): two products of 16 bits an instruction.
 * Codegen writes their weights in the order in which they read them. They take memory for their own
 * use while they run: scratch, aligned to 8 bytes, of the size that is given here. In plain C, which
 * they have besides, they run anywhere and give the same bytes. */
#ifndef MOTE_DSP_H
#define MOTE_DSP_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* From accumulator to output, faster than mote_output_scaling: shifts are in [-30, -1]; for each
 * channel, |acc| < 2^30 and |acc| + 2^8 * 2^(-shift - 1) < 2^31. Codegen proves it. */

/* As mote_conv2d_s8 with one group.
 * Weights: size = kernel_h * kernel_w * in_c elements a filter, in quads of four and tail = size % 4
 * elements; a tail of 3 is a quad with a 0. First all quads, [out_c / 2, quads, 2, 4], then all
 * tails, [out_c / 2, tail, 2]; an odd last filter follows, [quads, 4], then [tail].
 * Scratch: two windows of int16, rounded up to whole quads, one of int8, and 8 bytes an output
 * channel. */
typedef struct {
    mote_window window;
    mote_int input_zero_point;  /* Range: [-128, 127] */
    MOTE_CONST int8_t *weights;
    MOTE_CONST int32_t *bias;   /* Format: [out_c]; with -input_zero_point * sum(weights[oc]) */
    mote_output_scaling output;
} mote_conv2d_s8_dsp_params;

void mote_conv2d_s8_dsp(MOTE_CONST mote_conv2d_s8_dsp_params *p, const int8_t *in, int8_t *out,
                        void *scratch);

#ifdef __cplusplus
}
#endif

#endif
