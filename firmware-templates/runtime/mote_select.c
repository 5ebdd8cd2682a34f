#include "mote_logic.h"

/* Position in an operand with these steps of output row, which counts rows of the innermost
 * dimension. */
static int32_t start(MOTE_CONST mote_select_params *p, MOTE_CONST int32_t *step, int32_t row) {
    const int32_t c = row % p->size[2];
    const int32_t rest = row / p->size[2];
    return rest / p->size[1] * step[0] + rest % p->size[1] * step[1] + c * step[2];
}

void mote_select(MOTE_CONST mote_select_params *p, const uint8_t *condition, const void *first,
                 const void *second, void *out) {
    int8_t *to = out;
    const int32_t rows = p->size[0] * p->size[1] * p->size[2];
    for (int32_t row = 0; row < rows; row++) {
        const uint8_t *holds = condition + start(p, &p->condition_step[0], row);
        const int8_t *one = (const int8_t *)first + start(p, &p->first_step[0], row) * p->bytes;
        const int8_t *other = (const int8_t *)second + start(p, &p->second_step[0], row) * p->bytes;
        for (int32_t d = 0; d < p->size[3]; d++) {
            const int8_t *from = holds[d * p->condition_step[3]] != 0
                                     ? one + d * p->first_step[3] * p->bytes
                                     : other + d * p->second_step[3] * p->bytes;
            for (int32_t i = 0; i < p->bytes; i++) {
                *to++ = from[i];
            }
        }
    }
}
