#include "mote_dsp_pool.h"

/* Sum of column c; in: first row. */
static int32_t sum_one(const int8_t *in, mote_int rows, mote_int row) {
    int32_t sum = 0;
    for (mote_int i = 0; i < rows; i++) {
        sum += in[i * row];
    }
    return sum;
}

/* Sums of four columns. A part of the rows at a time, as sums of int16 hold no more. */
static void sum_four(const int8_t *in, mote_int rows, mote_int row, int32_t *sums) {
    for (mote_int i = 0; i < MOTE_QUAD; i++) {
        sums[i] = 0;
    }
    for (mote_int n; rows > 0; rows -= n, in += n * row) {
        n = rows < MOTE_DSP_MEAN ? rows : MOTE_DSP_MEAN;
        const mote_dsp_inside part = {.in = in, .height = 1, .width = n, .row = 0, .column = row};
        int32_t some[MOTE_QUAD];
        mote_dsp_sum_four(&part, 0, some);
        for (mote_int i = 0; i < MOTE_QUAD; i++) {
            sums[i] += some[i];
        }
    }
}

void mote_sum_s8_dsp(MOTE_CONST mote_sum_s8_params *p, const int8_t *in, int8_t *out) {
    const mote_int rows = p->reduced[0];
    const mote_int row = p->kept[1];
    int32_t sums[MOTE_QUAD];
    for (mote_int a = 0; a < p->kept[0]; a++, in += rows * row) {
        for (mote_int column = 0, n; column < row; column += n) {
            n = row - column >= MOTE_QUAD ? MOTE_QUAD : 1;
            if (n > 1) {
                sum_four(in + column, rows, row, sums);
            } else {
                sums[0] = sum_one(in + column, rows, row);
            }
            for (mote_int i = 0; i < n; i++) {
                const int32_t scaled =
                        mote_requantize(p->offset + sums[i], p->multiplier, p->shift);
                const int32_t shifted = mote_wrapping_add(scaled, p->output_zero_point);
                *out++ = mote_clamp(shifted, INT8_MIN, INT8_MAX);
            }
        }
    }
}
