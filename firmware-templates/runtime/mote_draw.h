/* Inputs of a self test, drawn on the device. */
#ifndef MOTE_DRAW_H
#define MOTE_DRAW_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* n elements, each from the next state of xorshift32 (state is not 0), divided by divisor, towards
 * 0: the high byte as a number in [-128, 127], for u8 in [0, 255]; s16 the two high bytes; bool is
 * the highest bit. Returns the last state, for the next tensor. */
uint32_t mote_draw_s8(uint32_t state, int32_t divisor, int8_t *out, int32_t n);
uint32_t mote_draw_s16(uint32_t state, int32_t divisor, int16_t *out, int32_t n);
uint32_t mote_draw_s32(uint32_t state, int32_t divisor, int32_t *out, int32_t n);
uint32_t mote_draw_s64(uint32_t state, int32_t divisor, int64_t *out, int32_t n);
uint32_t mote_draw_u8(uint32_t state, int32_t divisor, uint8_t *out, int32_t n);
uint32_t mote_draw_bool(uint32_t state, int32_t divisor, uint8_t *out, int32_t n);

#ifdef __cplusplus
}
#endif

/* xorshift32. G. Marsaglia, "Xorshift RNGs", 2003. */
static inline uint32_t mote_next(uint32_t state) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

/* The high byte as a number in [-128, 127]. */
static inline int32_t mote_high_byte(uint32_t state) {
    const int32_t byte = (int32_t)(state >> 24);
    return byte < 128 ? byte : byte - 256;
}

#endif
