#include "mote_wide.h"

static int16_t element(MOTE_CONST mote_batch_matmul_s16_params *p, const int16_t *row,
                       const int16_t *column) {
    MOTE_CONST mote_matmul *m = &p->matmul;
    int64_t sum = 0;
    for (int32_t k = 0; k < m->depth; k++) {
        sum += (int32_t)row[k * m->first_depth_step] * column[k * m->second_depth_step];
    }
    return mote_clamp_s16(mote_requantize_wide(sum, p->multiplier, p->shift), INT16_MIN,
                          INT16_MAX);
}

static int16_t *matrix(MOTE_CONST mote_batch_matmul_s16_params *p, const int16_t *first,
                       const int16_t *second, int16_t *out) {
    MOTE_CONST mote_matmul *m = &p->matmul;
    for (int32_t row = 0; row < m->rows; row++) {
        for (int32_t column = 0; column < m->columns; column++) {
            *out++ = element(p, first + row * m->first_row_step,
                             second + column * m->second_column_step);
        }
    }
    return out;
}

void mote_batch_matmul_s16(MOTE_CONST mote_batch_matmul_s16_params *p, const int16_t *first,
                           const int16_t *second, int16_t *out) {
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
