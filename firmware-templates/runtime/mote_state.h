/* Kernels that keep a state from one run to the next: mote_runtime.h says what all kernels keep to.
 * A state is read and written, and overlaps with nothing else. */
#ifndef MOTE_STATE_H
#define MOTE_STATE_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A real factor: multiplier * 2^(shift - 31). */
typedef struct {
    int32_t multiplier; /* Range: 0 or [2^30, 2^31) */
    int32_t shift;      /* Range: [-31, 30], positive = left */
} mote_factor;

/* in: [batches, inputs], state: [batches, units, rank, memory], the newest element last,
 * out: [batches, units]. */
typedef struct {
    int32_t batches;
    int32_t inputs;
    int32_t units;
    int32_t rank;   /* filters of a unit */
    int32_t memory; /* runs that a filter looks back on, this one included */
} mote_svdf_shape;

/* The state moves on by one element; the newest one of a filter is
 * sum((in - input_zero_point) * feature_weights) * state_factor, saturated, + state_zero_point.
 * out = (bias + sum((state - state_zero_point) * time_weights)) * output_factor +
 * output_zero_point, saturated, over all filters of a unit. */
typedef struct {
    mote_svdf_shape shape;
    mote_factor state_factor, output_factor;
    int32_t input_zero_point, state_zero_point, output_zero_point;
    MOTE_CONST int8_t *feature_weights; /* Format: [units, rank, inputs] */
    MOTE_CONST int32_t *bias;           /* Format: [units] */
} mote_svdf_common;

typedef struct {
    mote_svdf_common common;
    MOTE_CONST int8_t *time_weights; /* Format: [units, rank, memory] */
} mote_svdf_s8_params;

void mote_svdf_s8(MOTE_CONST mote_svdf_s8_params *p, const int8_t *in, int8_t *state, int8_t *out);

/* As mote_svdf_s8, with a state and time weights of int16. */
typedef struct {
    mote_svdf_common common;
    MOTE_CONST int16_t *time_weights; /* Format: [units, rank, memory] */
} mote_svdf_s8_s16_params;

void mote_svdf_s8_s16(MOTE_CONST mote_svdf_s8_s16_params *p, const int8_t *in, int16_t *state,
                      int8_t *out);

/* As mote_svdf_s8, in float. */
typedef struct {
    mote_svdf_shape shape;
    float min, max; /* of the output */
    MOTE_CONST float *feature_weights;
    MOTE_CONST float *time_weights;
    MOTE_CONST float *bias;
} mote_svdf_f32_params;

void mote_svdf_f32(MOTE_CONST mote_svdf_f32_params *p, const float *in, float *state, float *out);

/* in: rows of inputs elements, out: rows of units elements, hidden and cell: [batches, units].
 * Step t of batch b is row t * step_rows + b * batch_rows. */
typedef struct {
    int32_t batches;
    int32_t steps;
    int32_t inputs;
    int32_t units;
    int32_t step_rows;
    int32_t batch_rows;
} mote_lstm_shape;

/* What follows the gates of a unit, which have 12 fraction bits:
 * cell = clamp(logistic(forget) * cell + logistic(input) * tanh(new)),
 * hidden = logistic(output) * tanh(cell). */
typedef struct {
    mote_factor new_factor;    /* from a product with 30 fraction bits to the cell */
    mote_factor hidden_factor; /* from such a product to the hidden state */
    int32_t hidden_zero_point;
    int32_t tanh_multiplier; /* from the cell to tanh: (cell * multiplier) >> shift, rounded */
    int32_t tanh_shift;      /* Range: [0, 31] */
    int32_t cell_min, cell_max;
} mote_lstm_cell;

/* gate = (input_bias + sum(in * input_weights)) * input_factor
 *        + (hidden_bias + sum(hidden * hidden_weights)) * hidden_factor,
 * the sum and both parts saturated to int16. Gates: input, forget, new, output. */
typedef struct {
    mote_lstm_shape shape;
    mote_lstm_cell cell;
    MOTE_CONST int8_t *input_weights;  /* Format: [units, 4, inputs] */
    MOTE_CONST int8_t *hidden_weights; /* Format: [units, 4, units] */
    MOTE_CONST int32_t *input_bias;    /* [units, 4]; with -(zero point) * sum(weights) */
    MOTE_CONST int32_t *hidden_bias;   /* [units, 4]: -(zero point) * sum(weights); or null */
    mote_factor input_factors[4];
    mote_factor hidden_factors[4];
} mote_lstm_s8_params;

/* hidden and out of int8, cell of int16. Five arguments, since the states have two types. */
void mote_lstm_s8(MOTE_CONST mote_lstm_s8_params *p, const int8_t *in, int8_t *hidden,
                  int16_t *cell, int8_t *out);

/* As mote_lstm_s8, with in, hidden and out of int16. Shifts of the gates: [-31, 7]. */
typedef struct {
    mote_lstm_shape shape;
    mote_lstm_cell cell;
    MOTE_CONST int8_t *input_weights;  /* Format: [units, 4, inputs] */
    MOTE_CONST int8_t *hidden_weights; /* Format: [units, 4, units] */
    MOTE_CONST int64_t *input_bias;    /* Format: [units, 4] */
    int32_t input_zero_point;
    mote_factor input_factors[4];
    mote_factor hidden_factors[4];
} mote_lstm_s16_params;

void mote_lstm_s16(MOTE_CONST mote_lstm_s16_params *p, const int16_t *in, int16_t *hidden,
                   int16_t *cell, int16_t *out);

/* As mote_lstm_s8, in float. */
typedef struct {
    mote_lstm_shape shape;
    float cell_clip; /* furthest that the cell may be from 0 */
    MOTE_CONST float *input_weights;
    MOTE_CONST float *hidden_weights;
    MOTE_CONST float *input_bias;
} mote_lstm_f32_params;

void mote_lstm_f32(MOTE_CONST mote_lstm_f32_params *p, const float *in, float *hidden, float *cell,
                   float *out);

#ifdef __cplusplus
}
#endif

#endif
