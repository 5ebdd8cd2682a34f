/* Kernels of front ends: from sensor counts to the input of a model, in integers, as Mote's Java
 * package dev.mote.model.frontend makes them. mote_runtime.h says what all kernels keep to.
 * A series is int32 [rows, channels], the channel innermost, in counts of at most 18 bits and a
 * sign; rows: [1, 1024]. Qn: an integer that stands for itself / 2^n. Source: docs/front-ends.md */
#ifndef MOTE_FRONT_END_H
#define MOTE_FRONT_END_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Some channels of a series. */
typedef struct {
    mote_int rows;
    mote_int channels;         /* of the series that is read */
    mote_int used;             /* how many the kernel reads or changes */
    MOTE_CONST uint8_t *which; /* Format: [used]; a null pointer: all, in order */
} mote_fe_series;

/* Counts [rows, channels] become a series [rows, used]. */
void mote_fe_load(MOTE_CONST mote_fe_series *p, const int16_t *counts, int32_t *series);

/* In place: [rows, channels] becomes [rows, used]. row: room for a row, [channels] */
void mote_fe_select(MOTE_CONST mote_fe_series *p, int32_t *series, int32_t *row);

/* In place. state starts at the channel's mean, in Q12; for each value x
 * state += (x * 2^12 - state) * share, and the state, rounded, comes out, or x less it. */
typedef struct {
    mote_fe_series series;
    int32_t share; /* Q30, Range: [1, 2^30] */
    mote_int high; /* 1: what the low-pass leaves; 0: the low-pass */
} mote_fe_filter_params;

void mote_fe_filter(MOTE_CONST mote_fe_filter_params *p, int32_t *series);

/* In place: [rows, channels] becomes [rows, kept + 1]; the last is floor(sqrt(sum of the squares of
 * the used channels)). */
typedef struct {
    mote_fe_series series;
    mote_int kept;
    MOTE_CONST uint8_t *keep; /* Format: [kept], rising; not read where kept is 0 */
} mote_fe_magnitude_params;

void mote_fe_magnitude(MOTE_CONST mote_fe_magnitude_params *p, int32_t *series);

/* In place: each value less the one before it; the first becomes 0. */
void mote_fe_difference(MOTE_CONST mote_fe_series *p, int32_t *series);

/* value / knee in Q12: (|value| * multiplier + half) >> shift, at most 2^27 - 1. */
typedef struct {
    int32_t multiplier; /* Range: [1, 2^31); 0: the value stays as it is */
    int8_t shift;       /* Range: [1, 62] */
} mote_fe_knee;

/* asinh in Q12 of ratios in Q12: entry 0 is that of 0, the next ones are of 1/8 * (1 + i / 16), then
 * 1/4 * (1 + i / 16) and so on; lines lie between them. Above the last entry: its value. */
typedef struct {
    mote_int size;
    MOTE_CONST uint16_t *entries; /* Format: [size] */
} mote_fe_asinh;

/* In place: asinh(value / knee) in Q12. */
typedef struct {
    mote_fe_series series;
    MOTE_CONST mote_fe_knee *knees; /* Format: [used] */
    mote_fe_asinh asinh;
} mote_fe_compress_params;

void mote_fe_compress(MOTE_CONST mote_fe_compress_params *p, int32_t *series);

/* What mote_fe_statistics computes of n values x with sum s, sum of squares q, and v = n q - s^2. */
enum {
    MOTE_FE_MEAN,           /* s */
    MOTE_FE_RMS,            /* floor(sqrt(q)) */
    MOTE_FE_VARIANCE,       /* floor(v / n^2), at most 2^31 - 1 */
    MOTE_FE_DEVIATION,      /* floor(sqrt(v)) */
    MOTE_FE_ZERO_CROSSINGS, /* neighbours of which one is below the mean and the other is not */
    MOTE_FE_PEAKS,          /* rises from the mean or below to more than half a deviation above it */
    MOTE_FE_MINIMUM,
    MOTE_FE_MAXIMUM
};

typedef struct {
    mote_fe_series series;
    mote_int count;                 /* of statistics */
    MOTE_CONST uint8_t *statistics; /* Format: [count] */
} mote_fe_statistics_params;

/* out: [used, count] */
void mote_fe_statistics(MOTE_CONST mote_fe_statistics_params *p, const int32_t *series,
                        int32_t *out);

/* Bins of a Fourier transform, from first to below end. */
typedef struct {
    int16_t first; /* at least 1 */
    int16_t end;   /* at most size / 2 */
} mote_fe_band;

/* Power of the Fourier transform of each channel, less its mean, under a window of Hann: the mean
 * of parts that begin size / 2 apart. */
typedef struct {
    mote_fe_series series;
    mote_int size;              /* of the transform: a power of two, Range: [16, 1024] */
    mote_int length;            /* of a part; the rest up to size is 0 */
    mote_int parts;             /* Range: 1 or more */
    mote_int gain;              /* values are multiplied by 2^gain first */
    MOTE_CONST uint16_t *hann;  /* Q15, Format: [length / 2 + 1] */
    MOTE_CONST uint16_t *sine;  /* first quarter, Q15, Format: [size / 4 + 1] */
    mote_int bands;
    MOTE_CONST mote_fe_band *band; /* Format: [bands]; not read where bands is 0 */
    mote_int peaks;             /* how many of the largest peaks */
    int64_t floor;              /* is added before the logarithm */
    MOTE_CONST uint16_t *log2;  /* Q16 modulo 2^16, Format: [65]; a null pointer: square roots */
} mote_fe_spectrum_params;

/* Bytes of the scratch, aligned to 8. */
#define MOTE_FE_SPECTRUM_SCRATCH(size, parts) \
    ((size) * 4 + ((parts) > 1 ? ((size) / 2 + 1) * 8 : 0))

/* out: [used, bands + 2 * peaks]: the strength of each band, then bin and strength of each peak. */
void mote_fe_spectrum(MOTE_CONST mote_fe_spectrum_params *p, const int32_t *series, int32_t *out,
                      void *scratch);

/* clamp((value * multiplier + offset) >> shift, -128, 127) */
typedef struct {
    int64_t offset;     /* holds zero point and half; magnitude below 2^62 */
    int32_t multiplier; /* magnitude below 2^31 */
    int8_t shift;       /* Range: [1, 40] */
} mote_fe_affine;

/* The last step: value i has step i modulo period. */
typedef struct {
    mote_int count;                    /* of values; a multiple of period */
    mote_int period;
    MOTE_CONST mote_fe_affine *affine; /* Format: [period] */
    MOTE_CONST mote_fe_knee *knees;    /* Format: [period]; a null pointer: none */
    mote_fe_asinh asinh;
} mote_fe_quantize_params;

/* out may begin where values do, or before. */
void mote_fe_quantize(MOTE_CONST mote_fe_quantize_params *p, const int32_t *values, int8_t *out);

/* mote_fe_load and mote_fe_quantize in one, without a series. */
typedef struct {
    mote_fe_series series;
    mote_fe_quantize_params quantize;
} mote_fe_counts_params;

void mote_fe_counts(MOTE_CONST mote_fe_counts_params *p, const int16_t *counts, int8_t *out);

/* From a camera's picture to that of the network, which Mote's Java class ImageFunction tells. */
typedef struct {
    mote_int height, width, channels;     /* of the camera; channels: 1 or 3, innermost */
    mote_int top, left, rows, columns;    /* the part that is used */
    mote_int out_h, out_w;
    uint8_t grey;                         /* 1: three channels become one */
    uint8_t invert;                       /* 1: dark becomes bright */
    uint8_t stretch;                      /* 1: the darkest becomes 0, the brightest 255 */
    uint8_t box;                          /* longer side of what is bright; 0: the whole part */
} mote_fe_image_params;

/* frame: [height, width, channels], out: [out_h, out_w, channels or 1] */
void mote_fe_image(MOTE_CONST mote_fe_image_params *p, const uint8_t *frame, uint8_t *out);

/* The last step of pictures. out may be where pixels are. */
typedef struct {
    int32_t count;                /* of values; a multiple of period */
    mote_int period;              /* 1: one table; else one for each channel */
    MOTE_CONST int8_t *elements;  /* for each value of a pixel. Format: [period, 256] */
} mote_fe_pixels_params;

void mote_fe_pixels(MOTE_CONST mote_fe_pixels_params *p, const uint8_t *pixels, int8_t *out);

#ifdef __cplusplus
}
#endif

#endif
