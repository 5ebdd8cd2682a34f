#include "mote_fe_root.h"
#include "mote_fe_series.h"

/* A channel and its sums. */
typedef struct {
    const int32_t *values;
    mote_int rows;
    mote_int step;
    int32_t sum;
    int32_t minimum, maximum;
    uint64_t squares;
    uint64_t variance; /* rows * squares - sum^2 */
} channel_t;

static channel_t channel_of(const int32_t *values, mote_int rows, mote_int step) {
    channel_t c = {values, rows, step, 0, *values, *values, 0, 0};
    for (mote_int row = 0; row < rows; row++, values += step) {
        const int32_t x = *values;
        c.sum += x;
        c.squares += (uint64_t)((int64_t)x * x);
        c.minimum = x < c.minimum ? x : c.minimum;
        c.maximum = x > c.maximum ? x : c.maximum;
    }
    c.variance = c.squares * (uint64_t)rows - (uint64_t)((int64_t)c.sum * c.sum);
    return c;
}

static int32_t variance(const channel_t *c) {
    const uint64_t result = c->variance / ((uint32_t)c->rows * (uint32_t)c->rows);
    return result < INT32_MAX ? (int32_t)result : INT32_MAX;
}

static int32_t zero_crossings(const channel_t *c) {
    const int32_t *value = c->values;
    int32_t crossings = 0;
    mote_int above = *value * c->rows >= c->sum;
    for (mote_int row = 0; row < c->rows; row++, value += c->step) {
        const mote_int now = *value * c->rows >= c->sum;
        crossings += now != above;
        above = now;
    }
    return crossings;
}

static int32_t peaks(const channel_t *c) {
    const int32_t deviation = mote_fe_root(c->variance);
    const int32_t *value = c->values;
    int32_t peaks = 0;
    mote_int armed = 1;
    for (mote_int row = 0; row < c->rows; row++, value += c->step) {
        const int32_t height = *value * c->rows - c->sum;
        if (height <= 0) {
            armed = 1;
        } else if (armed && 2 * height > deviation) {
            peaks++;
            armed = 0;
        }
    }
    return peaks;
}

static int32_t statistic(const channel_t *c, uint8_t which) {
    switch (which) {
    case MOTE_FE_MEAN:
        return c->sum;
    case MOTE_FE_RMS:
        return mote_fe_root(c->squares);
    case MOTE_FE_VARIANCE:
        return variance(c);
    case MOTE_FE_DEVIATION:
        return mote_fe_root(c->variance);
    case MOTE_FE_ZERO_CROSSINGS:
        return zero_crossings(c);
    case MOTE_FE_PEAKS:
        return peaks(c);
    case MOTE_FE_MINIMUM:
        return c->minimum;
    default:
        return c->maximum;
    }
}

void mote_fe_statistics(MOTE_CONST mote_fe_statistics_params *p, const int32_t *series,
                        int32_t *out) {
    MOTE_CONST mote_fe_series *s = &p->series;
    for (mote_int i = 0; i < s->used; i++) {
        const channel_t c = channel_of(series + mote_fe_channel(s, i), s->rows, s->channels);
        for (mote_int k = 0; k < p->count; k++) {
            *out++ = statistic(&c, p->statistics[k]);
        }
    }
}
