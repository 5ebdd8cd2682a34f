#include "mote_avr_outputs.h"

#ifdef MOTE_AVR_DOT
/* A pixel's window. */
typedef struct {
    mote_span rows, columns;
    mote_avr_block block; /* the inside, or that of a column */
    mote_int blocks;
    mote_int block_step; /* elements of the input */
    mote_int first;      /* weight of the inside */
} inside;

/* Sum of the weights around the inside, without which the folded bias would be wrong: samples
 * outside of the input count as real 0, which is the zero point. */
static __attribute__((noinline)) int32_t sum_around(MOTE_CONST mote_conv2d_s8_params *p,
                                                    const inside *part,
                                                    MOTE_CONST int8_t *weights) {
    const mote_int row = p->window.kernel_w * p->group_in_c;
    const mote_int left = part->columns.begin * p->group_in_c;
    const mote_int right = row - part->columns.end * p->group_in_c;
    const mote_int above = part->rows.begin * row;
    const mote_int below = (p->window.kernel_h - part->rows.end) * row;
    int32_t sum = mote_avr_weight_sum(weights, (uint16_t)above);
    weights += above;
    for (mote_int k = part->rows.begin; k < part->rows.end; k++, weights += row) {
        if (left > 0) {
            sum += mote_avr_weight_sum(weights, (uint16_t)left);
        }
        if (right > 0) {
            sum += mote_avr_weight_sum(weights + row - right, (uint16_t)right);
        }
    }
    return sum + mote_avr_weight_sum(weights, (uint16_t)below);
}

/* Output channels of a group where the inside is not one block that is the whole window. */
static __attribute__((noinline)) int8_t *parted(MOTE_CONST mote_conv2d_s8_params *p,
                                                const inside *part, mote_avr_channels *channels,
                                                const int8_t *in, MOTE_CONST int8_t *weights,
                                                mote_int size, int8_t *out) {
    for (mote_int i = 0; i < p->group_out_c; i++, weights += size) {
        int32_t sum = sum_around(p, part, weights) * p->input_zero_point;
        const int8_t *from = in;
        MOTE_CONST int8_t *with = weights + part->first;
        for (mote_int k = 0; k < part->blocks; k++) {
            sum += mote_avr_dot_block(&part->block, from, with);
            from += part->block_step;
            with += p->group_in_c;
        }
        *out++ = mote_avr_next(channels, sum);
    }
    return out;
}

/* All output channels of any pixel. Where dilation or groups leave gaps between columns, each of
 * them is a block. */
static __attribute__((noinline)) int8_t *pixel(MOTE_CONST mote_conv2d_s8_params *p,
                                               const int8_t *in, mote_int y, mote_int x,
                                               int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_span rows = mote_rows(w, y);
    const mote_span columns = mote_columns(w, x);
    const mote_int in_c = p->group_in_c;
    const mote_int row = w->kernel_w * in_c;
    const mote_int size = w->kernel_h * row;
    const mote_int width = columns.end - columns.begin;
    const mote_int step = w->dilation_w * w->in_c;
    const mote_int line = w->in_w * w->in_c;
    inside part = {rows, columns, .blocks = width, .block_step = step};
    mote_int run = in_c;
    if (step == in_c) {
        run = width * in_c;
        part.blocks = width > 0;
    }
    part.block = mote_avr_block_of(run, rows.end - rows.begin, w->dilation_h * line, row);
    part.first = rows.begin * row + columns.begin * in_c;
    in += (rows.origin + rows.begin * w->dilation_h) * line + columns.origin * w->in_c
            + columns.begin * step;
    mote_avr_channels channels = mote_avr_channels_of(&p->output, p->bias, &part.block);
    MOTE_CONST int8_t *weights = p->weights;
    const mote_int count = p->group_out_c;
    for (mote_int groups = w->out_c; groups > 0; groups -= count, in += in_c) {
        out = parted(p, &part, &channels, in, weights, size, out);
        weights += count * size;
    }
    return out;
}

/* Most pixels have a window that is one block, whole: what that needs is made once. */
void mote_conv2d_s8(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int in_c = w->in_c;
    const mote_int line = w->in_w * in_c;
    const mote_int row = w->kernel_w * in_c;
    const mote_int stride_w = w->stride_w;
    const mote_int last_row = w->in_h - (w->kernel_h - 1) * w->dilation_h;
    const mote_int last_column = w->in_w - w->kernel_w;
    const mote_avr_block block = mote_avr_block_of(row, w->kernel_h, w->dilation_h * line, row);
    const int is_one_block = block.is_small && w->dilation_w == 1 && p->group_in_c == in_c;
    mote_avr_channels channels = mote_avr_channels_of(&p->output, p->bias, &block);
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * line) {
        mote_int top = -w->pad_top;
        for (mote_int y = 0; y < w->out_h; y++, top += w->stride_h) {
            const int is_inside = is_one_block && top >= 0 && top < last_row;
            const int8_t *from = in + top * line;
            mote_int left = -w->pad_left;
            for (mote_int x = 0, end = w->out_w; x < end; x++, left += stride_w) {
                if (is_inside && left >= 0 && left <= last_column) {
                    channels.bias = p->bias;
                    channels.multipliers = p->output.multipliers;
                    channels.shifts = p->output.shifts;
                    out = mote_avr_outputs(&channels, from + left * in_c, p->weights, w->out_c,
                                           out);
                } else {
                    out = pixel(p, in, y, x, out);
                }
            }
        }
    }
}
#else
/* Adds what samples outside of the input add: they count as real 0, which is the zero point; the
 * folded bias expects one for every weight. */
static void add_outside(mote_int zero_point, MOTE_CONST int8_t *weights, mote_int n,
                        mote_int filter_size, mote_int filters, int32_t *sums) {
    for (mote_int f = 0; n > 0 && f < filters; f++, weights += filter_size) {
        int32_t sum = 0;
        for (mote_int i = 0; i < n; i++) {
            sum += weights[i];
        }
        sums[f] += sum * zero_point;
    }
}

/* Sums of one output pixel for some filters. in: first channel of the group; weights: those of the
 * first filter. */
static void accumulate(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in,
                       MOTE_CONST int8_t *weights, const mote_span *rows, const mote_span *columns,
                       mote_int filters, int32_t *sums) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int row = w->kernel_w * p->group_in_c;
    const mote_int size = w->kernel_h * row;
    const mote_int left = columns->begin * p->group_in_c;
    const mote_int right = columns->end * p->group_in_c;
    /* A window row is one run of elements, unless dilation or groups leave gaps between its
     * columns. */
    const mote_int step = w->dilation_w * w->in_c;
    const mote_int run = step == p->group_in_c ? right - left : p->group_in_c;
    for (mote_int k = 0; k < w->kernel_h; k++, weights += row) {
        if (k < rows->begin || k >= rows->end) {
            add_outside(p->input_zero_point, weights, row, size, filters, sums);
        } else {
            const mote_int y = rows->origin + k * w->dilation_h;
            const mote_int x = columns->origin + columns->begin * w->dilation_w;
            mote_int from = (y * w->in_w + x) * w->in_c;
            add_outside(p->input_zero_point, weights, left, size, filters, sums);
            for (mote_int i = left; i < right; i += run, from += step) {
                mote_dot(in + from, weights + i, run, size, filters, sums);
            }
            add_outside(p->input_zero_point, weights + right, row - right, size, filters, sums);
        }
    }
}

/* All output channels of a pixel. Inlined into the loops over pixels, gcc is short of registers. */
MOTE_NOINLINE static int8_t *pixel(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in,
                                   const mote_span *rows, const mote_span *columns, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int size = w->kernel_h * w->kernel_w * p->group_in_c;
    MOTE_CONST int8_t *weights = p->weights;
    const int8_t *group = in;
    for (mote_int oc = 0; oc < w->out_c; group += p->group_in_c) {
        const mote_int end = oc + p->group_out_c;
        for (mote_int filters; oc < end; oc += filters, weights += filters * size) {
            filters = mote_filters(oc, end);
            int32_t sums[MOTE_FILTERS] = {0};
            accumulate(p, group, weights, rows, columns, filters, sums);
            out = mote_outputs(&p->output, p->bias, oc, sums, filters, out);
        }
    }
    return out;
}

void mote_conv2d_s8(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in, int8_t *out) {
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
#endif
