/* What the comparisons share. */
#ifndef MOTE_COMPARE_H
#define MOTE_COMPARE_H

#include "mote_binary.h"
#include "mote_logic.h"

/* The outcome for numbers that are not NaN. */
static inline int32_t mote_outcome(int is_less, int is_greater) {
    return is_less ? MOTE_LESS : is_greater ? MOTE_GREATER : MOTE_EQUAL;
}

static inline uint8_t mote_holds(int32_t outcomes, int32_t outcome) {
    return (outcomes & outcome) != 0 ? 1 : 0;
}

#endif
