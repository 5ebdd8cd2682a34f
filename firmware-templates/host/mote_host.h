/* Generated models as the host program sees them: all inputs in one piece, all outputs in another. */
#ifndef MOTE_HOST_H
#define MOTE_HOST_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    size_t arena_bytes;
    size_t input_bytes;
    size_t output_bytes;
    int32_t (*run)(void *arena, const int8_t *input, int8_t *output);
    /* Copies the input to where the model wants it, and passes those pointers. */
    int32_t (*run_in_place)(void *arena, const int8_t *input, int8_t *output);
    int32_t (*self_test)(void *arena);
    /* First bytes of the arena that last from run to run, and what begins anew; 0 and null without state. */
    size_t state_bytes;
    void (*reset)(void *arena);
} mote_host_model;

extern const mote_host_model mote_host_models[];
extern const int mote_host_model_count;

#endif
