#include "mote_front_end.h"

/* Part of the camera's picture. */
typedef struct {
    mote_int top, left, height, width;
} area_t;

/* How values are stretched. */
typedef struct {
    int32_t low, range;
} levels_t;

static int32_t grey_of(const uint8_t *pixel) {
    return (19595 * (int32_t)pixel[0] + 38470 * (int32_t)pixel[1] + 7471 * (int32_t)pixel[2]
            + (INT32_C(1) << 15)) >> 16;
}

static int32_t turned(MOTE_CONST mote_fe_image_params *p, int32_t value) {
    return p->invert ? 255 - value : value;
}

static const uint8_t *pixel_at(MOTE_CONST mote_fe_image_params *p, const uint8_t *frame, mote_int y,
                               mote_int x) {
    return frame + ((int32_t)y * p->width + x) * p->channels;
}

static mote_int channels_out(MOTE_CONST mote_fe_image_params *p) {
    return p->grey ? 1 : p->channels;
}

static int32_t value_of(MOTE_CONST mote_fe_image_params *p, const uint8_t *pixel,
                        mote_int channel) {
    return turned(p, p->grey ? grey_of(pixel) : pixel[channel]);
}

static int32_t level_of(levels_t levels, int32_t value) {
    const int32_t level = ((value - levels.low) * 255 + levels.range / 2) / levels.range;
    return level < 255 ? level : 255;
}

static levels_t stretched(MOTE_CONST mote_fe_image_params *p, const uint8_t *frame) {
    int32_t low = 255;
    int32_t high = 0;
    for (mote_int y = 0; y < p->rows; y++) {
        const uint8_t *pixel = pixel_at(p, frame, (mote_int)(p->top + y), p->left);
        for (mote_int x = 0; x < p->columns; x++, pixel += p->channels) {
            for (mote_int c = 0; c < channels_out(p); c++) {
                const int32_t value = value_of(p, pixel, c);
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }
    }
    const levels_t levels = {low, high - low > 16 ? high - low : 16};
    return levels;
}

/* The smallest area with all that is bright; its height is 0 where nothing is. */
static area_t bright(MOTE_CONST mote_fe_image_params *p, const uint8_t *frame, levels_t levels) {
    area_t area = {0, 0, 0, 0};
    mote_int right = 0;
    for (mote_int y = p->top; y < p->top + p->rows; y++) {
        const uint8_t *pixel = pixel_at(p, frame, y, p->left);
        for (mote_int x = p->left; x < p->left + p->columns; x++, pixel += p->channels) {
            if (level_of(levels, value_of(p, pixel, 0)) < 128) {
                continue;
            }
            if (area.height == 0) {
                area.top = y;
                area.left = x;
                right = x;
            }
            area.left = x < area.left ? x : area.left;
            right = x > right ? x : right;
            area.height = (mote_int)(y - area.top + 1);
        }
    }
    area.width = (mote_int)(right - area.left + 1);
    return area;
}

/* Steps of the source line at, length of them a line, that lie between first and end. */
static uint32_t covered(int32_t at, int32_t length, int32_t first, int32_t end) {
    const int32_t low = at * length > first ? at * length : first;
    const int32_t high = (at + 1) * length < end ? (at + 1) * length : end;
    return (uint32_t)(high - low);
}

/* Mean of each channel over the area's part that new row y of h and new column x of w cover. A
 * source row has h steps, a new row as many as the area has rows. Sums are below 2^32: 255 * 2^24 */
static void mean_of(MOTE_CONST mote_fe_image_params *p, const uint8_t *frame, const area_t *area,
                    const int32_t yhxw[4], uint8_t *mean) {
    const int32_t h = yhxw[1];
    const int32_t w = yhxw[3];
    const int32_t first_y = yhxw[0] * area->height;
    const int32_t first_x = yhxw[2] * area->width;
    const int32_t end_y = first_y + area->height;
    const int32_t end_x = first_x + area->width;
    const uint32_t parts = (uint32_t)area->height * (uint32_t)area->width;
    uint32_t sum[3] = {parts / 2, parts / 2, parts / 2};
    for (int32_t y = first_y / h; y * h < end_y; y++) {
        const uint32_t high = covered(y, h, first_y, end_y);
        int32_t x = first_x / w;
        const uint8_t *pixel =
                pixel_at(p, frame, (mote_int)(area->top + y), (mote_int)(area->left + x));
        for (; x * w < end_x; x++, pixel += p->channels) {
            const uint32_t part = high * covered(x, w, first_x, end_x);
            for (mote_int c = 0; c < p->channels; c++) {
                sum[c] += part * pixel[c];
            }
        }
    }
    for (mote_int c = 0; c < p->channels; c++) {
        mean[c] = (uint8_t)(sum[c] / parts);
    }
}

static void resize(MOTE_CONST mote_fe_image_params *p, const uint8_t *frame, const area_t *area,
                   levels_t levels, const mote_int size[2], uint8_t *out) {
    for (mote_int y = 0; y < size[0]; y++) {
        for (mote_int x = 0; x < size[1]; x++) {
            const int32_t yhxw[4] = {y, size[0], x, size[1]};
            uint8_t mean[3];
            mean_of(p, frame, area, yhxw, mean);
            for (mote_int c = 0; c < channels_out(p); c++) {
                const int32_t value = value_of(p, mean, c);
                *out++ = (uint8_t)level_of(levels, value > levels.low ? value : levels.low);
            }
        }
    }
}

/* Where length pixels begin whose centre of mass comes to the middle of side. */
static mote_int corner(mote_int side, mote_int length, int64_t sum, int64_t moment) {
    if (sum == 0) {
        return (mote_int)((side - length) / 2);
    }
    const int64_t place = (side * sum - 2 * moment) / (2 * sum);
    return (mote_int)(place < 0 ? 0 : place < side - length ? place : side - length);
}

/* Moves a picture of size to its place in a larger one, from the last pixel on, which is never
 * before where it was; all else becomes 0. */
static void place(MOTE_CONST mote_fe_image_params *p, const mote_int size[2], uint8_t *out) {
    int64_t sum = 0;
    int64_t down = 0;
    int64_t across = 0;
    for (mote_int y = 0; y < size[0]; y++) {
        for (mote_int x = 0; x < size[1]; x++) {
            const int32_t level = out[(int32_t)y * size[1] + x];
            sum += level;
            down += level * (int32_t)y;
            across += level * (int32_t)x;
        }
    }
    const mote_int top = corner(p->out_h, size[0], sum, down);
    const mote_int left = corner(p->out_w, size[1], sum, across);
    for (mote_int y = (mote_int)(p->out_h - 1); y >= 0; y--) {
        for (mote_int x = (mote_int)(p->out_w - 1); x >= 0; x--) {
            const mote_int from_y = (mote_int)(y - top);
            const mote_int from_x = (mote_int)(x - left);
            const int inside =
                    from_y >= 0 && from_y < size[0] && from_x >= 0 && from_x < size[1];
            out[(int32_t)y * p->out_w + x] =
                    inside ? out[(int32_t)from_y * size[1] + from_x] : 0;
        }
    }
}

/* The side of a box: in proportion, rounded. */
static mote_int scaled(MOTE_CONST mote_fe_image_params *p, mote_int side, mote_int longer) {
    const int32_t length = ((int32_t)side * p->box + longer / 2) / longer;
    return (mote_int)(length > 0 ? length : 1);
}

void mote_fe_image(MOTE_CONST mote_fe_image_params *p, const uint8_t *frame, uint8_t *out) {
    const levels_t as_they_are = {0, 255};
    const levels_t levels = p->stretch ? stretched(p, frame) : as_they_are;
    const area_t whole = {p->top, p->left, p->rows, p->columns};
    if (p->box == 0) {
        const mote_int size[2] = {p->out_h, p->out_w};
        resize(p, frame, &whole, levels, size, out);
        return;
    }
    const area_t area = bright(p, frame, levels);
    if (area.height == 0) {
        for (int32_t i = 0; i < (int32_t)p->out_h * p->out_w; i++) {
            out[i] = 0;
        }
        return;
    }
    const mote_int longer = area.height > area.width ? area.height : area.width;
    const mote_int size[2] = {scaled(p, area.height, longer), scaled(p, area.width, longer)};
    resize(p, frame, &area, levels, size, out);
    place(p, size, out);
}
