#include "mote_cast.h"

/* 2^31: C leaves open what becomes of a float from there on. */
static const float limit = 2147483648.0f;

static int32_t truncated(float x) {
    if (x >= limit) {
        return INT32_MAX;
    }
    if (x >= -limit) {
        return (int32_t)x;
    }
    return x < 0.0f ? INT32_MIN : 0; /* 0 for NaN */
}

void mote_cast_from_f32(MOTE_CONST mote_cast_params *p, const float *in, void *out) {
    for (int32_t i = 0; i < p->elements; i++) {
        mote_cast_store(p->to, out, i, truncated(in[i]));
    }
}
