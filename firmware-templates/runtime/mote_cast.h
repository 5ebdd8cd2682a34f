/* What the casts share. */
#ifndef MOTE_CAST_H
#define MOTE_CAST_H

#include "mote_arithmetic.h"
#include "mote_types.h"

static inline int32_t mote_cast_load(int32_t type, const void *in, int32_t i) {
    switch (type) {
        case MOTE_BOOL:
            return ((const uint8_t *)in)[i] != 0 ? 1 : 0;
        case MOTE_S8:
            return ((const int8_t *)in)[i];
        case MOTE_S16:
            return ((const int16_t *)in)[i];
        default:
            return ((const int32_t *)in)[i];
    }
}

/* The low bits; that a conversion to fewer bits keeps them is checked in mote_arithmetic.h. */
static inline void mote_cast_store(int32_t type, void *out, int32_t i, int32_t value) {
    switch (type) {
        case MOTE_S8:
            ((int8_t *)out)[i] = (int8_t)(uint8_t)value;
            break;
        case MOTE_S16:
            ((int16_t *)out)[i] = (int16_t)(uint16_t)value;
            break;
        default:
            ((int32_t *)out)[i] = value;
            break;
    }
}

#endif
