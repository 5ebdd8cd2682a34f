#include "mote_arithmetic.h"

static int8_t element(MOTE_CONST mote_batch_matmul_s8_params *p, const int8_t *row,
                      const int8_t *column) {
    MOTE_CONST mote_matmul *m = &p->matmul;
    const int32_t first_zero_point = p->first_zero_point;
    const int32_t second_zero_point = p->second_zero_point;
    int32_t sum = 0;
    for (int32_t k = 0; k < m->depth; k++) {
        sum += (*row - first_zero_point) * (*column - second_zero_point);
        row += m->first_depth_step;
        column += m->second_depth_step;
    }
    const int32_t scaled = mote_requantize(sum, p->multiplier, p->shift);
    return mote_clamp(mote_wrapping_add(scaled, p->output_zero_point), INT8_MIN, INT8_MAX);
}

static int8_t *matrix(MOTE_CONST mote_batch_matmul_s8_params *p, const int8_t *first,
                      const int8_t *second, int8_t *out) {
    MOTE_CONST mote_matmul *m = &p->matmul;
    for (int32_t row = 0; row < m->rows; row++) {
        for (int32_t column = 0; column < m->columns; column++) {
            *out++ = element(p, first + row * m->first_row_step,
                             second + column * m->second_column_step);
        }
    }
    return out;
}

void mote_batch_matmul_s8(MOTE_CONST mote_batch_matmul_s8_params *p, const int8_t *first,
                          const int8_t *second, int8_t *out) {
    MOTE_CONST mote_matmul *m = &p->matmul;
    for (int32_t a = 0; a < m->batches[0]; a++) {
        for (int32_t b = 0; b < m->batches[1]; b++) {
            for (int32_t c = 0; c < m->batches[2]; c++) {
                const int32_t from = a * m->first_batch_step[0] + b * m->first_batch_step[1]
                        + c * m->first_batch_step[2];
                const int32_t other = a * m->second_batch_step[0] + b * m->second_batch_step[1]
                        + c * m->second_batch_step[2];
                out = matrix(p, first + from, second + other, out);
            }
        }
    }
}
