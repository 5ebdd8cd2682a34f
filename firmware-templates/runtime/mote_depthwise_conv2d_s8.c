#include "mote_avr_outputs.h"

#ifdef MOTE_AVR_DOT
/* The inside of a pixel's window. */
typedef struct {
    mote_int width, height;
    mote_int step;         /* elements between taps of a row */
    mote_int in_row;       /* elements from row to row */
    mote_int kernel_w;     /* weights from row to row */
    mote_int above_lowest; /* what the zero point is above -128 */
} inside;

/* Sum of an output channel: mote_avr_taps counts from -128, so the weights are taken off. */
static __attribute__((noinline)) int32_t channel_sum(const inside *part, const int8_t *in,
                                                     MOTE_CONST int8_t *weights) {
    int32_t sum = 0;
    const mote_int height = part->height;
    if (height <= 16 && part->width <= 15 && part->width > 0 && height > 0) {
        sum = mote_avr_taps(in, weights, (uint8_t)part->width, (uint8_t)height, part->step,
                            part->in_row - part->width * part->step,
                            part->kernel_w - part->width);
    } else {
        MOTE_CONST int8_t *row = weights;
        for (mote_int k = 0; k < height; k++, in += part->in_row, row += part->kernel_w) {
            for (mote_int i = 0; i < part->width; i += MOTE_AVR_TAPS) {
                const mote_int left = part->width - i;
                const uint8_t n = (uint8_t)(left < MOTE_AVR_TAPS ? left : MOTE_AVR_TAPS);
                sum += mote_avr_taps(in + i * part->step, row + i, n, 1, part->step, 0, 0);
            }
        }
    }
    if (part->above_lowest != 0) {
        /* Rows of the whole width follow each other. */
        const int is_whole = part->width == part->kernel_w;
        const mote_int run = is_whole ? height * part->width : part->width;
        for (mote_int k = is_whole ? 1 : height; k > 0; k--, weights += part->kernel_w) {
            sum -= mote_avr_weight_sum(weights, (uint16_t)run) * part->above_lowest;
        }
    }
    return sum;
}

/* All output channels of a pixel. */
static int8_t *pixel(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                     const mote_span *rows, const mote_span *columns, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int in_c = w->in_c;
    const mote_int line = w->in_w * in_c;
    const mote_int size = w->kernel_h * w->kernel_w;
    const inside part = {.width = columns->end - columns->begin,
                         .height = rows->end - rows->begin,
                         .step = w->dilation_w * in_c,
                         .in_row = w->dilation_h * line,
                         .kernel_w = w->kernel_w,
                         .above_lowest = p->input_zero_point - INT8_MIN};
    const mote_avr_block none = {0};
    mote_avr_channels channels = mote_avr_channels_of(&p->output, p->bias, &none);
    MOTE_CONST int8_t *weights = p->weights + rows->begin * part.kernel_w + columns->begin;
    const mote_int multiplier = p->depth_multiplier;
    in += (rows->origin + rows->begin * w->dilation_h) * line + columns->origin * in_c
            + columns->begin * part.step;
    for (mote_int ic = 0; ic < in_c; ic++, in++) {
        for (mote_int m = 0; m < multiplier; m++, weights += size) {
            *out++ = mote_avr_next(&channels, channel_sum(&part, in, weights));
        }
    }
    return out;
}
#else
/* Adds a window row of n taps to the sums of some output channels. The first tap of the first one
 * reads in[from], the next tap step elements further. The next channel reads apart elements
 * further, and its weights start filter_size further.
 * |in - zero_point| < 256, so that a product fits even an int of 16 bits. */
static void add_taps(const int8_t *in, mote_int from, mote_int step, int zero_point,
                     MOTE_CONST int8_t *weights, mote_int n, mote_int apart, mote_int filter_size,
                     mote_int channels, int32_t *sums) {
    int32_t sum_0 = sums[0];
    if (channels == MOTE_FILTERS) {
        MOTE_CONST int8_t *weights_1 = weights + filter_size;
        MOTE_CONST int8_t *weights_2 = weights_1 + filter_size;
        MOTE_CONST int8_t *weights_3 = weights_2 + filter_size;
        int32_t sum_1 = sums[1];
        int32_t sum_2 = sums[2];
        int32_t sum_3 = sums[3];
        for (mote_int i = 0; i < n; i++, from += step) {
            sum_0 += (in[from] - zero_point) * weights[i];
            sum_1 += (in[from + apart] - zero_point) * weights_1[i];
            sum_2 += (in[from + 2 * apart] - zero_point) * weights_2[i];
            sum_3 += (in[from + 3 * apart] - zero_point) * weights_3[i];
        }
        sums[1] = sum_1;
        sums[2] = sum_2;
        sums[3] = sum_3;
    } else {
        for (mote_int i = 0; i < n; i++, from += step) {
            sum_0 += (in[from] - zero_point) * weights[i];
        }
    }
    sums[0] = sum_0;
}

/* Sums over the inside of the window. in: element of row 0, column 0 of the first channel; weights:
 * those of its output channel. */
static void accumulate(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                       MOTE_CONST int8_t *weights, const mote_span *rows, const mote_span *columns,
                       mote_int channels, int32_t *sums) {
    MOTE_CONST mote_window *w = &p->window;
    const int zero_point = (int)p->input_zero_point;
    const mote_int size = w->kernel_h * w->kernel_w;
    const mote_int step = w->dilation_w * w->in_c;
    const mote_int n = columns->end - columns->begin;
    const mote_int apart = p->depth_multiplier == 1;
    const mote_int left = columns->origin * w->in_c + columns->begin * step;
    weights += columns->begin;
    for (mote_int k = rows->begin; k < rows->end; k++) {
        const mote_int from = (rows->origin + k * w->dilation_h) * w->in_w * w->in_c + left;
        MOTE_CONST int8_t *row = weights + k * w->kernel_w;
        add_taps(in, from, step, zero_point, row, n, apart, size, channels, sums);
    }
}

/* All output channels of a pixel. Inlined into the loops over pixels, gcc is short of registers. */
MOTE_NOINLINE static int8_t *pixel(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                                   const mote_span *rows, const mote_span *columns, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int size = w->kernel_h * w->kernel_w;
    /* A run of output channels that can be summed together: all of them, each with an input channel
     * of its own, or those of one input channel. */
    const mote_int one_each = p->depth_multiplier == 1;
    const mote_int run = one_each ? w->out_c : p->depth_multiplier;
    MOTE_CONST int8_t *weights = p->weights;
    for (mote_int oc = 0, ic = 0; oc < w->out_c; ic++) {
        const mote_int end = oc + run;
        for (mote_int channels; oc < end; oc += channels, weights += channels * size) {
            channels = mote_filters(oc, end);
            int32_t sums[MOTE_FILTERS] = {0};
            const int8_t *first = in + (one_each ? oc : ic);
            accumulate(p, first, weights, rows, columns, channels, sums);
            out = mote_outputs(&p->output, p->bias, oc, sums, channels, out);
        }
    }
    return out;
}
#endif

void mote_depthwise_conv2d_s8(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                              int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                out = pixel(p, in, &rows, &columns, out);
            }
        }
    }
}
