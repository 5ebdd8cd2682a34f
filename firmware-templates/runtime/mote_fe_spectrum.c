#include "mote_fe_fft.h"
#include "mote_fe_log2.h"
#include "mote_fe_root.h"
#include "mote_fe_series.h"

/* Power of a part, as it lies after the transform. */
static int64_t power_of(const int32_t *data, mote_int size, mote_int k) {
    int64_t real;
    int64_t imaginary = 0;
    if (k == 0) {
        real = data[0];
    } else if (k == size / 2) {
        real = data[1];
    } else {
        real = data[2 * k];
        imaginary = data[2 * k + 1];
    }
    return (real * real + imaginary * imaginary) >> 8;
}

/* The power of all parts: a sum where there are several. */
typedef struct {
    const int32_t *data;
    const int64_t *sums; /* null for one part */
    mote_int size;
} power_t;

static int64_t power_at(const power_t *power, mote_int k) {
    return power->sums ? power->sums[k] : power_of(power->data, power->size, k);
}

static void transform(MOTE_CONST mote_fe_spectrum_params *p, const int32_t *values, int32_t *data) {
    const mote_int step = p->series.channels;
    const int32_t mean = mote_fe_mean(mote_fe_sum(values, p->length, step), p->length, p->gain);
    for (mote_int n = 0; n < p->length; n++, values += step) {
        const int32_t weight = p->hann[n <= p->length / 2 ? n : p->length - n];
        const int32_t value = *values * (INT32_C(1) << p->gain) - mean;
        data[n] = (int32_t)(((int64_t)value * weight + (INT32_C(1) << 14)) >> 15);
    }
    for (mote_int n = p->length; n < p->size; n++) {
        data[n] = 0;
    }
    mote_fe_fft(data, p->size, p->sine);
}

static void sum_up(MOTE_CONST mote_fe_spectrum_params *p, const int32_t *values, int32_t *data,
                   int64_t *sums) {
    const mote_int half = (mote_int)(p->size / 2);
    for (mote_int k = 0; k <= half; k++) {
        sums[k] = 0;
    }
    for (mote_int part = 0; part < p->parts; part++, values += half * p->series.channels) {
        transform(p, values, data);
        for (mote_int k = 0; k <= half; k++) {
            sums[k] += power_of(data, p->size, k);
        }
    }
}

static int32_t strength(MOTE_CONST mote_fe_spectrum_params *p, int64_t power) {
    return p->log2 ? mote_fe_log2(p->log2, (uint64_t)(power + p->floor))
                   : mote_fe_root((uint64_t)power);
}

/* The largest peak that comes after the one at last: smaller, or as large and further right.
 * last: 0 for the first; 0 where there is none. */
static mote_int next_peak(const power_t *power, mote_int last) {
    const int64_t limit = last == 0 ? INT64_MAX : power_at(power, last);
    mote_int best = 0;
    int64_t height = -1;
    for (mote_int k = 1; k < power->size / 2; k++) {
        const int64_t here = power_at(power, k);
        if (here > height && (here < limit || (here == limit && k > last))
                && power_at(power, (mote_int)(k - 1)) < here
                && here >= power_at(power, (mote_int)(k + 1))) {
            best = k;
            height = here;
        }
    }
    return best;
}

static int32_t *write_peaks(MOTE_CONST mote_fe_spectrum_params *p, const power_t *power,
                            int32_t *out) {
    mote_int peak = 0;
    for (mote_int i = 0; i < p->peaks; i++) {
        if (i == 0 || peak != 0) {
            peak = next_peak(power, peak);
        }
        int64_t sum = 0;
        if (peak != 0) {
            sum = power_at(power, (mote_int)(peak - 1)) + power_at(power, peak)
                    + power_at(power, (mote_int)(peak + 1));
        }
        *out++ = peak;
        *out++ = strength(p, sum);
    }
    return out;
}

static int32_t *write_bands(MOTE_CONST mote_fe_spectrum_params *p, const power_t *power,
                            int32_t *out) {
    for (mote_int band = 0; band < p->bands; band++) {
        int64_t sum = 0;
        for (mote_int k = p->band[band].first; k < p->band[band].end; k++) {
            sum += power_at(power, k);
        }
        *out++ = strength(p, sum);
    }
    return out;
}

void mote_fe_spectrum(MOTE_CONST mote_fe_spectrum_params *p, const int32_t *series, int32_t *out,
                      void *scratch) {
    int64_t *const sums = p->parts > 1 ? scratch : 0;
    int32_t *const data = (int32_t *)scratch + (sums ? (p->size / 2 + 1) * 2 : 0);
    const power_t power = {data, sums, p->size};
    for (mote_int i = 0; i < p->series.used; i++) {
        const int32_t *const values = series + mote_fe_channel(&p->series, i);
        if (sums) {
            sum_up(p, values, data, sums);
        } else {
            transform(p, values, data);
        }
        out = write_bands(p, &power, out);
        out = write_peaks(p, &power, out);
    }
}
