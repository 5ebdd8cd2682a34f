#include "mote_avr_outputs.h"
#include "mote_filters.h"

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
/* The inside of a pixel's window. */
typedef struct {
    mote_int width, height; /* at least 1 */
    mote_int step;          /* elements between taps of a row */
    mote_int in_gap;        /* elements from the last tap of a row to the first of the next */
    mote_int weights_gap;   /* weights likewise */
    mote_int zero_point;
} inside;

/* Adds the products of a tap. Input channels lie apart elements apart, output channels filter_size
 * weights. |in - zero_point| < 256, so that a product fits even an int of 16 bits. */
static inline void add_tap(mote_quad *quad, const int8_t *in, mote_int apart, int zero_point,
                           MOTE_CONST int8_t *weights, mote_int filter_size) {
    quad->sum_0 += (in[0] - zero_point) * weights[0];
    quad->sum_1 += (in[apart] - zero_point) * weights[filter_size];
    quad->sum_2 += (in[2 * apart] - zero_point) * weights[2 * filter_size];
    quad->sum_3 += (in[3 * apart] - zero_point) * weights[3 * filter_size];
}

/* Adds to the sums of MOTE_FILTERS output channels. */
static inline void add_quad(const inside *part, const int8_t *in, mote_int apart,
                            MOTE_CONST int8_t *weights, mote_int filter_size, int32_t *sums) {
    mote_quad quad = {0, 0, 0, 0};
    for (mote_int rows = part->height;;) {
        for (mote_int taps = part->width;;) {
            add_tap(&quad, in, apart, (int)part->zero_point, weights, filter_size);
            if (--taps == 0) {
                break;
            }
            in += part->step;
            weights++;
        }
        if (--rows == 0) {
            break;
        }
        in += part->in_gap;
        weights += part->weights_gap;
    }
    mote_quad_store(&quad, sums);
}

/* Adds to the sum of one output channel. */
static inline void add_one(const inside *part, const int8_t *in, MOTE_CONST int8_t *weights,
                           int32_t *sums) {
    int32_t sum = 0;
    for (mote_int rows = part->height;;) {
        for (mote_int taps = part->width;;) {
            sum += (*in - (int)part->zero_point) * *weights;
            if (--taps == 0) {
                break;
            }
            in += part->step;
            weights++;
        }
        if (--rows == 0) {
            break;
        }
        in += part->in_gap;
        weights += part->weights_gap;
    }
    sums[0] = mote_wrapping_add(sums[0], sum);
}

/* Adds to the sums of some channels. in: first tap of the first one; weights: of that tap. */
static inline void accumulate(const inside *part, const int8_t *in, mote_int apart,
                              MOTE_CONST int8_t *weights, mote_int filter_size, mote_int channels,
                              int32_t *sums) {
    if (channels != MOTE_FILTERS) {
        add_one(part, in, weights, sums);
#ifndef __OPTIMIZE_SIZE__
    } else if (apart == 1) {
        add_quad(part, in, 1, weights, filter_size, sums);
#endif
    } else {
        add_quad(part, in, apart, weights, filter_size, sums);
    }
}

/* All output channels of a pixel. Inlined into the loops over pixels, gcc is short of registers. */
static MOTE_NOINLINE int8_t *pixel(MOTE_CONST mote_depthwise_conv2d_s8_params *p, const int8_t *in,
                                   const mote_span *rows, const mote_span *columns, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int size = w->kernel_h * w->kernel_w;
    const mote_int line = w->in_w * w->in_c;
    const mote_int width = columns->end - columns->begin;
    const mote_int step = w->dilation_w * w->in_c;
    const inside part = {.width = width,
                         .height = rows->end - rows->begin,
                         .step = step,
                         .in_gap = w->dilation_h * line - (width - 1) * step,
                         .weights_gap = w->kernel_w - width + 1,
                         .zero_point = p->input_zero_point};
    const mote_int is_empty = width <= 0 || part.height <= 0;
    const mote_int first = rows->begin * w->kernel_w + columns->begin;
    if (!is_empty) {
        in += (rows->origin + rows->begin * w->dilation_h) * line + columns->origin * w->in_c
                + columns->begin * step;
    }
    /* A run of output channels that can be summed together: all of them, each with an input channel
     * of its own, or those of one input channel. */
    const mote_int one_each = p->depth_multiplier == 1;
    const mote_int run = one_each ? w->out_c : p->depth_multiplier;
    MOTE_CONST int8_t *weights = p->weights + first;
    MOTE_CONST int32_t *bias = p->bias;
    for (mote_int oc = 0; oc < w->out_c; in++) {
        const mote_int end = oc + run;
        for (mote_int channels; oc < end; oc += channels) {
            channels = mote_channels(oc, end);
            int32_t sums[MOTE_CHANNELS];
            for (mote_int i = 0, next; i < channels; i += next, weights += next * size) {
                next = mote_filters(i, channels);
                mote_begin_sums(bias, next, sums + i);
                bias += next;
                if (!is_empty) {
                    const int8_t *from = one_each ? in + oc + i : in;
                    accumulate(&part, from, one_each, weights, size, next, sums + i);
                }
            }
            out = mote_outputs(&p->output, oc, sums, channels, out);
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
