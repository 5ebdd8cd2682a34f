#include "mote_avr_outputs.h"
#include "mote_filters.h"

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
/* A pixel's window: weights of rows that lie inside of the input, and of what is around them. */
typedef struct {
    mote_block block; /* the inside, or that of a column */
    mote_int blocks;
    mote_int block_step; /* elements of the input */
    mote_int first;      /* weights before the inside */
    mote_int rows;       /* of the inside, 1 if it is empty */
    mote_int run;        /* weights of a row of the inside */
    mote_int gap;        /* weights between such rows */
    mote_int last;       /* weights behind the inside */
    mote_int is_outside; /* whether samples outside of the input count */
} inside;

static inline int32_t weight_sum(MOTE_CONST int8_t *weights, mote_int n) {
    int32_t sum = 0;
    for (MOTE_CONST int8_t *end = weights + n; weights != end; weights++) {
        sum += *weights;
    }
    return sum;
}

/* Sum of the weights around the inside, without which the folded bias would be wrong: samples
 * outside of the input count as real 0, which is the zero point. */
static MOTE_NOINLINE int32_t sum_around(const inside *part, MOTE_CONST int8_t *weights) {
    int32_t sum = weight_sum(weights, part->first);
    weights += part->first + part->run;
    if (part->gap > 0) {
        const mote_int row = part->gap + part->run;
        for (mote_int k = part->rows; k > 1; k--, weights += row) {
            sum += weight_sum(weights, part->gap);
        }
    } else {
        weights += (part->rows - 1) * part->run;
    }
    return sum + weight_sum(weights, part->last);
}

/* Sums of some filters. in: first element of the inside; weights: those of the first filter. */
static inline void accumulate(MOTE_CONST mote_conv2d_s8_params *p, const inside *part,
                              const int8_t *in, MOTE_CONST int8_t *weights, mote_int size,
                              mote_int filters, int32_t *sums) {
    MOTE_CONST int8_t *with = weights + part->first;
    for (mote_int k = part->blocks; k > 0; k--) {
        mote_dot(in, with, &part->block, size, filters, sums);
        in += part->block_step;
        with += p->group_in_c;
    }
    if (part->is_outside) {
        for (mote_int f = 0; f < filters; f++, weights += size) {
            const int32_t sum = sum_around(part, weights) * p->input_zero_point;
            sums[f] = mote_wrapping_add(sums[f], sum);
        }
    }
}

/* All output channels of a pixel. Inlined into the loops over pixels, gcc is short of registers. */
static MOTE_NOINLINE int8_t *pixel(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in,
                                   const inside *part, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int size = w->kernel_h * w->kernel_w * p->group_in_c;
    MOTE_CONST int8_t *weights = p->weights;
    MOTE_CONST int32_t *bias = p->bias;
    for (mote_int oc = 0; oc < w->out_c; in += p->group_in_c) {
        const mote_int end = oc + p->group_out_c;
        for (mote_int channels; oc < end; oc += channels) {
            channels = mote_channels(oc, end);
            int32_t sums[MOTE_CHANNELS];
            for (mote_int i = 0, filters; i < channels; i += filters) {
                filters = mote_filters(i, channels);
                mote_begin_sums(bias, filters, sums + i);
                accumulate(p, part, in, weights, size, filters, sums + i);
                bias += filters;
                weights += filters * size;
            }
            out = mote_outputs(&p->output, oc, sums, channels, out);
        }
    }
    return out;
}

/* The inside of the window of a pixel. Where dilation or groups leave gaps between columns, each of
 * them is a block. */
static MOTE_NOINLINE inside inside_of(MOTE_CONST mote_conv2d_s8_params *p, const mote_span *rows,
                                      const mote_span *columns) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int in_c = p->group_in_c;
    const mote_int row = w->kernel_w * in_c;
    const mote_int size = w->kernel_h * row;
    const mote_int width = columns->end - columns->begin;
    const mote_int height = rows->end - rows->begin;
    if (width == 0 || height == 0) {
        const inside none = {.first = size, .rows = 1, .is_outside = 1};
        return none;
    }
    const mote_int step = w->dilation_w * w->in_c;
    const mote_int is_one_block = step == in_c;
    const mote_int run = width * in_c;
    const mote_int first = rows->begin * row + columns->begin * in_c;
    const inside part = {.block = {.width = is_one_block ? run : in_c,
                                   .height = height,
                                   .in_step = w->dilation_h * w->in_w * w->in_c,
                                   .weights_step = row},
                         .blocks = is_one_block ? 1 : width,
                         .block_step = step,
                         .first = first,
                         .rows = height,
                         .run = run,
                         .gap = row - run,
                         .last = size - first - height * row + row - run,
                         .is_outside = p->input_zero_point != 0 && height * run < size};
    return part;
}

void mote_conv2d_s8(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            const mote_int top = (rows.origin + rows.begin * w->dilation_h) * w->in_w;
            for (mote_int x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                const mote_int left = columns.origin + columns.begin * w->dilation_w;
                const inside part = inside_of(p, &rows, &columns);
                const mote_int first = part.blocks > 0 ? (top + left) * w->in_c : 0;
                out = pixel(p, in + first, &part, out);
            }
        }
    }
}
#endif
