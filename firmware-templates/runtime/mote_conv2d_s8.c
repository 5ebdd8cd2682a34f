#include "mote_arithmetic.h"

/* Adds what samples outside of the input add: they count as real 0, which is the zero point; the
 * folded bias expects one for every weight. */
static void add_outside(int32_t zero_point, MOTE_CONST int8_t *weights, int32_t n,
                        int32_t filter_size, int32_t filters, int32_t *sums) {
    for (int32_t f = 0; n > 0 && f < filters; f++, weights += filter_size) {
        int32_t sum = 0;
        for (int32_t i = 0; i < n; i++) {
            sum += weights[i];
        }
        sums[f] += sum * zero_point;
    }
}

/* Sums of one output pixel for some filters. in: first channel of the group; weights: those of the
 * first filter. */
static void accumulate(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in,
                       MOTE_CONST int8_t *weights, const mote_span *rows, const mote_span *columns,
                       int32_t filters, int32_t *sums) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t row = w->kernel_w * p->group_in_c;
    const int32_t size = w->kernel_h * row;
    const int32_t left = columns->begin * p->group_in_c;
    const int32_t right = columns->end * p->group_in_c;
    /* A window row is one run of elements, unless dilation or groups leave gaps between its
     * columns. */
    const int32_t step = w->dilation_w * w->in_c;
    const int32_t run = step == p->group_in_c ? right - left : p->group_in_c;
    for (int32_t k = 0; k < w->kernel_h; k++, weights += row) {
        if (k < rows->begin || k >= rows->end) {
            add_outside(p->input_zero_point, weights, row, size, filters, sums);
        } else {
            const int32_t y = rows->origin + k * w->dilation_h;
            const int32_t x = columns->origin + columns->begin * w->dilation_w;
            int32_t from = (y * w->in_w + x) * w->in_c;
            add_outside(p->input_zero_point, weights, left, size, filters, sums);
            for (int32_t i = left; i < right; i += run, from += step) {
                mote_dot(in + from, weights + i, run, size, filters, sums);
            }
            add_outside(p->input_zero_point, weights + right, row - right, size, filters, sums);
        }
    }
}

void mote_conv2d_s8(MOTE_CONST mote_conv2d_s8_params *p, const int8_t *in, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const int32_t size = w->kernel_h * w->kernel_w * p->group_in_c;
    for (int32_t n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (int32_t y = 0; y < w->out_h; y++) {
            const mote_span rows = mote_rows(w, y);
            for (int32_t x = 0; x < w->out_w; x++) {
                const mote_span columns = mote_columns(w, x);
                MOTE_CONST int8_t *weights = p->weights;
                const int8_t *group = in;
                for (int32_t oc = 0; oc < w->out_c; group += p->group_in_c) {
                    const int32_t end = oc + p->group_out_c;
                    for (int32_t filters; oc < end; oc += filters, weights += filters * size) {
                        filters = mote_filters(oc, end);
                        int32_t sums[MOTE_FILTERS] = {0};
                        accumulate(p, group, weights, &rows, &columns, filters, sums);
                        out = mote_outputs(&p->output, p->bias, oc, sums, filters, out);
                    }
                }
            }
        }
    }
}
