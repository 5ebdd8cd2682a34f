#include "mote_f32.h"

static float element(MOTE_CONST mote_matmul *m, const float *row, const float *column) {
    float sum = 0.0f;
    for (int32_t k = 0; k < m->depth; k++) {
        sum += row[k * m->first_depth_step] * column[k * m->second_depth_step];
    }
    return sum;
}

static float *matrix(MOTE_CONST mote_matmul *m, const float *first, const float *second,
                     float *out) {
    for (int32_t row = 0; row < m->rows; row++) {
        for (int32_t column = 0; column < m->columns; column++) {
            *out++ = element(m, first + row * m->first_row_step,
                             second + column * m->second_column_step);
        }
    }
    return out;
}

void mote_batch_matmul_f32(MOTE_CONST mote_batch_matmul_f32_params *p, const float *first,
                           const float *second, float *out) {
    MOTE_CONST mote_matmul *m = &p->matmul;
    for (int32_t a = 0; a < m->batches[0]; a++) {
        for (int32_t b = 0; b < m->batches[1]; b++) {
            for (int32_t c = 0; c < m->batches[2]; c++) {
                const int32_t from = a * m->first_batch_step[0] + b * m->first_batch_step[1]
                        + c * m->first_batch_step[2];
                const int32_t other = a * m->second_batch_step[0] + b * m->second_batch_step[1]
                        + c * m->second_batch_step[2];
                out = matrix(m, first + from, second + other, out);
            }
        }
    }
}
