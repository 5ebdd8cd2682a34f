#include "mote_f32.h"

/* Between the pixels first and second; away: how far from the first. */
typedef struct {
    int32_t first, second;
    float away;
} place;

/* Where output pixel i is in an axis of size pixels. Position and away may be negative: up to half
 * a pixel before the first one, which then stands for both. */
static place place_of(int32_t i, float scale, int32_t half_pixel, int32_t size) {
    const float position =
        half_pixel ? ((float)i + 0.5f) * scale - 0.5f : (float)i * scale;
    place found;
    found.first = position > 0 ? (int32_t)position : 0;
    found.first = found.first < size ? found.first : size - 1;
    found.away = position - (float)found.first;
    found.second = found.away > 0 && found.first < size - 1 ? found.first + 1 : found.first;
    return found;
}

void mote_resize_bilinear_f32(MOTE_CONST mote_resize_bilinear_f32_params *p, const float *in,
                              float *out) {
    const int32_t row = p->width * p->channels;
    for (int32_t batch = 0; batch < p->batches; batch++, in += p->height * row) {
        for (int32_t i = 0; i < p->out_h; i++) {
            const place y = place_of(i, p->row_scale, p->half_pixel, p->height);
            const float *top = in + y.first * row;
            const float *bottom = in + y.second * row;
            for (int32_t j = 0; j < p->out_w; j++) {
                const place x = place_of(j, p->column_scale, p->half_pixel, p->width);
                const int32_t left = x.first * p->channels;
                const int32_t right = x.second * p->channels;
                for (int32_t c = 0; c < p->channels; c++) {
                    *out++ = top[left + c] * (1 - y.away) * (1 - x.away)
                             + bottom[left + c] * y.away * (1 - x.away)
                             + top[right + c] * (1 - y.away) * x.away
                             + bottom[right + c] * y.away * x.away;
                }
            }
        }
    }
}
