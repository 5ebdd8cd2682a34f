#include "mote_dsp_outputs.h"
#include "mote_dsp_sums.h"

/* Channels that are copied to planes together. */
#define TOGETHER 4

/* What stays the same for all channels of a layer. */
typedef struct {
    MOTE_CONST mote_depthwise_conv2d_s8_dsp_params *p;
    mote_int is_three;   /* the window is 3x3, of stride 1 or 2 */
    mote_int in_column;  /* elements from column to column of the input, a row being a plane's */
    mote_int in_row;     /* and from row to row */
    mote_int out_row;    /* likewise of the output */
    mote_int plane_size; /* elements */
    mote_int words;      /* of a channel's weights */
    int32_t *weights;    /* of the output channels of all planes */
    int16_t *planes;
    mote_dsp_three three;
    mote_dsp_any any;
    mote_dsp_outputs outputs;
} work;

/* A row of n weights, doubled, in pairs. */
static int32_t *widen_row(MOTE_CONST int8_t *from, mote_int n, int32_t *to) {
    for (; n >= MOTE_QUAD; n -= MOTE_QUAD, from += MOTE_QUAD, to += 2) {
        const int32_t four = mote_load_four(from);
        const int32_t even = mote_twice(mote_even_bytes(four));
        const int32_t odd = mote_twice(mote_odd_bytes(four));
        to[0] = mote_low_halves(even, odd);
        to[1] = mote_high_halves(even, odd);
    }
    for (; n > 0; n -= 2, from += 2) {
        *to++ = mote_low_halves(2 * from[0], n > 1 ? 2 * from[1] : 0);
    }
    return to;
}

/* Nine weights, as mote_dsp_three has them. */
static int32_t *widen_three(MOTE_CONST int8_t *from, int32_t *to) {
    const int32_t first = mote_load_four(from);      /* 0, 1, 2, 3 */
    const int32_t second = mote_load_four(from + 3); /* 3, 4, 5, 6 */
    const int32_t third = mote_load_four(from + 5);  /* 5, 6, 7, 8 */
    const int32_t w0_w2 = mote_twice(mote_even_bytes(first));
    const int32_t w1_w3 = mote_twice(mote_odd_bytes(first));
    const int32_t w3_w5 = mote_twice(mote_even_bytes(second));
    const int32_t w4_w6 = mote_twice(mote_odd_bytes(second));
    const int32_t w5_w7 = mote_twice(mote_even_bytes(third));
    const int32_t w6_w8 = mote_twice(mote_odd_bytes(third));
    to[0] = mote_low_halves(w0_w2, w1_w3);
    to[1] = mote_low_halves(w1_w3, w0_w2 >> 16);
    to[2] = mote_low_halves(w3_w5, w4_w6);
    to[3] = mote_low_halves(w4_w6, w3_w5 >> 16);
    to[4] = mote_low_halves(w6_w8, w5_w7 >> 16);
    to[5] = mote_high_halves(w5_w7, w6_w8);
    return to + 6;
}

/* Weights of filters from the first on. */
MOTE_NOINLINE static void widen_weights(const work *it, mote_int first, mote_int filters) {
    MOTE_CONST mote_window *w = &it->p->window;
    MOTE_CONST int8_t *from = it->p->weights + first * w->kernel_h * w->kernel_w;
    int32_t *to = it->weights;
    if (it->is_three) {
        for (mote_int i = 0; i < filters; i++, from += 9) {
            to = widen_three(from, to);
        }
    } else {
        for (mote_int i = filters * w->kernel_h; i > 0; i--, from += w->kernel_w) {
            to = widen_row(from, w->kernel_w, to);
        }
    }
}

/* Rows of one channel to its plane. */
MOTE_NOINLINE static void copy_one(const work *it, const int8_t *in, mote_int rows, int16_t *to) {
    for (; rows > 0; rows--, in += it->in_row, to += it->p->pitch) {
        const int8_t *from = in;
        for (mote_int x = 0; x < it->p->window.in_w; x++, from += it->in_column) {
            to[x] = *from;
        }
    }
}

/* Rows of four channels to their planes. */
MOTE_NOINLINE static void copy_four(const work *it, const int8_t *in, mote_int rows,
                                    int16_t *to_0) {
    const mote_int step = it->in_column;
    const mote_int width = it->p->window.in_w;
    const mote_int even = width & ~1;
    const mote_int rest = it->p->pitch - even;
    const mote_int next = it->in_row - even * step;
    int16_t *to_1 = to_0 + it->plane_size;
    int16_t *to_2 = to_1 + it->plane_size;
    int16_t *to_3 = to_2 + it->plane_size;
    for (; rows > 0; rows--) {
        for (const int16_t *end = to_0 + even; to_0 != end;) {
            const int32_t first = mote_load_four(in);
            const int32_t second = mote_load_four(in + step);
            const int32_t low = mote_low_halves(first, second);
            const int32_t high = mote_high_halves(first, second);
            mote_store_pair(to_0, mote_even_bytes(low));
            mote_store_pair(to_1, mote_odd_bytes(low));
            mote_store_pair(to_2, mote_even_bytes(high));
            mote_store_pair(to_3, mote_odd_bytes(high));
            in += 2 * step;
            to_0 += 2;
            to_1 += 2;
            to_2 += 2;
            to_3 += 2;
        }
        if (width != even) {
            *to_0 = in[0];
            *to_1 = in[1];
            *to_2 = in[2];
            *to_3 = in[3];
        }
        in += next;
        to_0 += rest;
        to_1 += rest;
        to_2 += rest;
        to_3 += rest;
    }
}

/* n elements of padding. */
MOTE_NOINLINE static void pad(const work *it, int16_t *to, mote_int n) {
    const int32_t zero_point = it->p->input_zero_point;
    for (; n > 1; n -= 2, to += 2) {
        mote_store_pair(to, mote_low_halves(zero_point, zero_point));
    }
    if (n > 0) {
        *to = (int16_t)zero_point;
    }
}

/* Rows [from, to) of some channels with their padding, to the planes' row and those below. in:
 * first row of the first channel. */
MOTE_NOINLINE static void fill_rows(const work *it, const int8_t *in, mote_int channels,
                                    mote_int from, mote_int to, mote_int row) {
    MOTE_CONST mote_window *w = &it->p->window;
    const mote_int pitch = it->p->pitch;
    const mote_int top = w->pad_top;
    const mote_int bottom = top + w->in_h;
    const mote_int first = from > top ? from : top;
    const mote_int last = to < bottom ? to : bottom;
    int16_t *plane = it->planes + row * pitch + w->pad_left;
    if (first < last) {
        const int8_t *source = in + (first - top) * it->in_row;
        int16_t *target = plane + (first - from) * pitch;
        if (channels == TOGETHER) {
            copy_four(it, source, last - first, target);
        } else {
            copy_one(it, source, last - first, target);
        }
    }
    /* Padding is there from the start, and stays where every row has a place of its own. */
    for (mote_int y = from; y < to && it->p->band < w->out_h; y++, plane += pitch) {
        for (mote_int i = 0; i < channels && (y < top || y >= bottom); i++) {
            pad(it, plane + i * it->plane_size, w->in_w);
        }
    }
}

/* Moves elements to the front of a plane: pairs, the second half of which may be left over. */
MOTE_NOINLINE static void move_up(int16_t *to, const int16_t *from, mote_int n) {
    for (; n >= 8; n -= 8, from += 8, to += 8) {
        const int32_t a = mote_load_pair(from);
        const int32_t b = mote_load_pair(from + 2);
        const int32_t c = mote_load_pair(from + 4);
        const int32_t d = mote_load_pair(from + 6);
        mote_store_pair(to, a);
        mote_store_pair(to + 2, b);
        mote_store_pair(to + 4, c);
        mote_store_pair(to + 6, d);
    }
    for (; n > 0; n -= 2, from += 2, to += 2) {
        mote_store_pair(to, mote_load_pair(from));
    }
}

/* Some rows of an output channel. */
MOTE_NOINLINE static void channel_rows(work *it, mote_int channel, const int16_t *plane,
                                       const int32_t *weights, mote_int rows, int8_t *out) {
    MOTE_CONST mote_depthwise_conv2d_s8_dsp_params *p = it->p;
    MOTE_CONST int32_t *scaling = p->output.channels + 2 * channel;
    const int32_t bias = scaling[0];
    if (it->is_three) {
        mote_dsp_three *three = &it->three;
        three->plane = plane;
        three->bias[0] = bias;
        three->bias[1] = bias;
        three->rows = rows;
        three->weights = weights;
        mote_dsp_sum_three(three, p->window.stride_w);
    } else {
        mote_dsp_any *any = &it->any;
        any->weights = weights;
        any->bias = bias;
        int32_t *sums = any->sums;
        for (mote_int y = 0; y < rows; y++, plane += p->window.stride_h * p->pitch) {
            any->plane = plane;
            mote_dsp_sum_any(any, p->window.out_w, p->window.stride_w);
            any->sums += p->window.out_w;
        }
        any->sums = sums;
    }
    mote_dsp_outputs *outputs = &it->outputs;
    const int32_t shift = p->output.shifts[channel];
    outputs->out = out;
    outputs->round = (2 * p->output.zero_point + 1) * (INT32_C(1) << shift);
    outputs->multiplier = scaling[1];
    outputs->right = shift + 1;
    outputs->rows = rows;
    outputs->columns = p->window.out_w;
    if (outputs->next == 0) {
        outputs->columns = rows * p->window.out_w;
        outputs->rows = 1;
    }
    mote_dsp_write(outputs, p->output.zero_point);
}

/* All outputs of some input channels, in and out being the first one's elements. */
MOTE_NOINLINE static void group(work *it, const int8_t *in, mote_int channel, mote_int channels,
                                int8_t *out) {
    MOTE_CONST mote_depthwise_conv2d_s8_dsp_params *p = it->p;
    MOTE_CONST mote_window *w = &p->window;
    const mote_int filters = p->depth_multiplier;
    const mote_int moved = p->band * w->stride_h;
    const mote_int kept = w->kernel_h > w->stride_h ? w->kernel_h - w->stride_h : 0;
    widen_weights(it, channel * filters, channels * filters);
    for (mote_int y = 0; y < w->out_h; y += p->band, out += p->band * it->out_row) {
        const mote_int rows = w->out_h - y < p->band ? w->out_h - y : p->band;
        const mote_int top = y * w->stride_h;
        const mote_int ready = y > 0 ? kept : 0;
        for (mote_int i = 0; i < channels && ready > 0; i++) {
            int16_t *plane = it->planes + i * it->plane_size;
            move_up(plane, plane + moved * p->pitch, ready * p->pitch);
        }
        fill_rows(it, in, channels, top + ready, top + (rows - 1) * w->stride_h + w->kernel_h,
                  ready);
        const int16_t *plane = it->planes;
        const int32_t *weights = it->weights;
        int8_t *first = out;
        mote_int filter = channel * filters;
        for (mote_int i = 0; i < channels; i++, plane += it->plane_size) {
            for (mote_int m = 0; m < filters; m++, filter++, weights += it->words) {
                channel_rows(it, filter, plane, weights, rows, first++);
            }
        }
    }
}

/* Places in scratch, and what the sizes give. */
static work prepare(MOTE_CONST mote_depthwise_conv2d_s8_dsp_params *p, void *scratch) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int in_c = w->in_c;
    const mote_int out_c = w->out_c;
    const mote_int turned = p->is_transposed;
    const mote_int pairs = (w->kernel_w + 1) / 2;
    const mote_int output_pairs = (w->out_w + 1) / 2;
    work it = {.p = p};
    it.is_three = w->kernel_h == 3 && w->kernel_w == 3 && w->stride_w <= 2;
    it.in_column = turned ? w->in_h * in_c : in_c;
    it.in_row = turned ? in_c : w->in_w * in_c;
    it.out_row = turned ? out_c : w->out_w * out_c;
    it.plane_size = ((p->band - 1) * w->stride_h + w->kernel_h) * p->pitch;
    it.words = w->kernel_h * (it.is_three ? 2 : pairs);
    it.weights = scratch;
    int32_t *const sums = it.weights + p->planes * p->depth_multiplier * it.words;
    it.planes = (int16_t *)(void *)(sums + p->band * w->out_w + 3);
    it.three.sums = sums;
    it.three.pitch = 2 * p->pitch;
    it.three.row_bytes = 8 * output_pairs;
    it.three.next = 2 * (w->stride_h * p->pitch - 2 * w->stride_w * output_pairs);
    it.three.back = 4 * w->out_w - it.three.row_bytes;
    it.any.sums = sums;
    it.any.pitch = 2 * p->pitch;
    it.any.rows = w->kernel_h;
    it.any.pairs = pairs;
    it.any.fours = (w->out_w + 3) / 4;
    it.outputs.sums = sums;
    it.outputs.step = turned ? w->out_h * out_c : out_c;
    it.outputs.next = it.out_row - w->out_w * it.outputs.step;
    return it;
}

void mote_depthwise_conv2d_s8_dsp(MOTE_CONST mote_depthwise_conv2d_s8_dsp_params *p,
                                  const int8_t *in, int8_t *out, void *scratch) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int size = w->out_h * w->out_w * w->out_c;
    work it = prepare(p, scratch);
    pad(&it, it.planes, p->planes * it.plane_size);
    for (mote_int n = 0; n < w->batches; n++) {
        for (mote_int channel = 0; channel < w->in_c;) {
            const mote_int channels =
                    p->planes == TOGETHER && w->in_c - channel >= TOGETHER ? TOGETHER : 1;
            group(&it, in + channel, channel, channels, out + channel * p->depth_multiplier);
            channel += channels;
        }
        mote_clamp_outputs(&p->output, out, size);
        in += w->in_h * w->in_w * w->in_c;
        out += size;
    }
}
