#include "mote_f32.h"

static float magnitude(float x) {
    return x < 0.0f ? -x : x;
}

/* Largest finite magnitude. */
static float largest(MOTE_CONST float *values, int32_t n) {
    float most = 0.0f;
    for (int32_t i = 0; i < n; i++) {
        const float size = magnitude(values[i]);
        if (size > most && size - size == 0.0f) {
            most = size;
        }
    }
    return most;
}

int32_t mote_first_far_f32(const float *found, MOTE_CONST float *expected, int32_t n) {
    const float tolerance = 1e-4f * largest(expected, n);
    for (int32_t i = 0; i < n; i++) {
        const int both_are_no_numbers = found[i] != found[i] && expected[i] != expected[i];
        const int equal = found[i] == expected[i] || both_are_no_numbers;
        if (!equal && !(magnitude(found[i] - expected[i]) <= tolerance)) {
            return i;
        }
    }
    return n;
}
