#include "mote_arithmetic.h"

/* Not enumerators: an int may have 16 bits. */
static const int32_t one = INT32_C(1) << 10;
static const int32_t half = INT32_C(1) << 19;

/* Between the pixels first and second; away: how far from the first, 10 fraction bits. */
typedef struct {
    int32_t first, second, away;
} place;

/* Where output pixel i is in an axis of size pixels. Position and away may be negative: up to half
 * a pixel before the first one, which then stands for both. */
static place place_of(int32_t i, int32_t scale, int32_t offset, int32_t size) {
    const int32_t position = i * scale + offset;
    const int32_t above = (position + one - 1) / one;
    place found;
    found.first = position > 0 ? position / one : 0;
    found.second = above < size ? above : size - 1;
    found.away = position - found.first * one;
    return found;
}

/* The products have 8 + 2 * 11 bits at most, and so has their sum. */
static int8_t mix(const int8_t *top, const int8_t *bottom, place y, int32_t left, int32_t right,
                  int32_t away) {
    const int32_t upper = top[left] * (one - away) + top[right] * away;
    const int32_t lower = bottom[left] * (one - away) + bottom[right] * away;
    const int32_t sum = upper * (one - y.away) + lower * y.away;
    return (int8_t)((sum + (sum > 0 ? half : -half)) / (one * one));
}

void mote_resize_bilinear_s8(MOTE_CONST mote_resize_bilinear_s8_params *p, const int8_t *in,
                             int8_t *out) {
    const int32_t row = p->width * p->channels;
    for (int32_t batch = 0; batch < p->batches; batch++, in += p->height * row) {
        for (int32_t i = 0; i < p->out_h; i++) {
            const place y = place_of(i, p->row_scale, p->row_offset, p->height);
            for (int32_t j = 0; j < p->out_w; j++) {
                const place x = place_of(j, p->column_scale, p->column_offset, p->width);
                for (int32_t c = 0; c < p->channels; c++) {
                    *out++ = mix(in + y.first * row, in + y.second * row, y,
                                 x.first * p->channels + c, x.second * p->channels + c, x.away);
                }
            }
        }
    }
}
