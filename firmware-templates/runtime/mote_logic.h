/* Kernels that compare, decide and find, and arithmetic of plain integers: mote_runtime.h says what
 * all kernels keep to. A bool is a byte: it holds where that is not 0, and is written as 0 or 1. */
#ifndef MOTE_LOGIC_H
#define MOTE_LOGIC_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Which outcomes of a comparison hold; the sum of some. */
enum { MOTE_LESS = 1, MOTE_EQUAL = 2, MOTE_GREATER = 4, MOTE_NAN = 8 };

/* out = whether the outcome is among those that hold. compare_bool: out may be an operand that has
 * its shape. */
typedef struct {
    mote_broadcast broadcast;
    int32_t holds; /* sum of outcomes */
} mote_compare_params;

void mote_compare_s32(MOTE_CONST mote_compare_params *p, const int32_t *first,
                      const int32_t *second, uint8_t *out);
void mote_compare_s64(MOTE_CONST mote_compare_params *p, const int64_t *first,
                      const int64_t *second, uint8_t *out);
void mote_compare_f32(MOTE_CONST mote_compare_params *p, const float *first, const float *second,
                      uint8_t *out);
void mote_compare_bool(MOTE_CONST mote_compare_params *p, const uint8_t *first,
                       const uint8_t *second, uint8_t *out);

/* Of (in - zero_point) * 2^8 * multiplier * 2^(shift - 31). */
typedef struct {
    mote_broadcast broadcast;
    mote_operand first, second;
    int32_t holds; /* sum of outcomes */
} mote_compare_s8_params;

void mote_compare_s8(MOTE_CONST mote_compare_s8_params *p, const int8_t *first,
                     const int8_t *second, uint8_t *out);

/* Whether both hold, or either. out may be an operand that has its shape. */
typedef struct {
    mote_broadcast broadcast;
    int32_t both; /* 1 or 0 */
} mote_connect_params;

void mote_connect(MOTE_CONST mote_connect_params *p, const uint8_t *first, const uint8_t *second,
                  uint8_t *out);

/* Whether in does not hold. out may be in. */
typedef struct {
    int32_t elements;
} mote_not_params;

void mote_not(MOTE_CONST mote_not_params *p, const uint8_t *in, uint8_t *out);

/* out[a][b][c] = whether all of i, j of in[a][i][b][j][c] hold. */
typedef struct {
    int32_t kept[3];    /* sizes of a, b, c */
    int32_t reduced[2]; /* sizes of i, j */
} mote_all_params;

void mote_all(MOTE_CONST mote_all_params *p, const uint8_t *in, uint8_t *out);

/* out = first where condition holds, else second: elements of any type, of so many bytes. Steps are
 * counted in elements, 0 repeats. out may be an operand that has its shape and type. */
typedef struct {
    int32_t size[4];
    int32_t condition_step[4];
    int32_t first_step[4];
    int32_t second_step[4];
    int32_t bytes;
} mote_select_params;

void mote_select(MOTE_CONST mote_select_params *p, const uint8_t *condition, const void *first,
                 const void *second, void *out);

/* out[a][b] = index i of the first greatest (sign 1) or least (sign -1) of in[a][i][b]. A NaN is
 * chosen where there is nothing else. */
typedef struct {
    int32_t outer; /* size of a */
    int32_t axis;  /* size of i */
    int32_t inner; /* size of b */
    int32_t sign;  /* 1 or -1 */
} mote_arg_extreme_params;

void mote_arg_extreme_s8(MOTE_CONST mote_arg_extreme_params *p, const int8_t *in, int32_t *out);
void mote_arg_extreme_f32(MOTE_CONST mote_arg_extreme_params *p, const float *in, int32_t *out);

enum {
    MOTE_ADD,
    MOTE_SUB,
    MOTE_MUL,
    MOTE_DIV, /* towards 0; x / 0 is 0 */
    MOTE_MAXIMUM,
    MOTE_MINIMUM,
    MOTE_SQUARED_DIFFERENCE
};

/* out = clamp(function(first, second), min, max), modulo 2^32. out may be an operand that has its
 * shape. */
typedef struct {
    mote_broadcast broadcast;
    int32_t function;
    int32_t min, max;
} mote_binary_s32_params;

void mote_binary_s32(MOTE_CONST mote_binary_s32_params *p, const int32_t *first,
                     const int32_t *second, int32_t *out);

/* The greater (sign 1) or the lesser (sign -1). out may be an operand that has its shape. */
typedef struct {
    mote_broadcast broadcast;
    int32_t sign; /* 1 or -1 */
} mote_pick_params;

void mote_pick_s16(MOTE_CONST mote_pick_params *p, const int16_t *first, const int16_t *second,
                   int16_t *out);
void mote_pick_s64(MOTE_CONST mote_pick_params *p, const int64_t *first, const int64_t *second,
                   int64_t *out);

#ifdef __cplusplus
}
#endif

#endif
