/* The generated model as bench.c sees it; bench_model.c is written for each model. */
#ifndef BENCH_MODEL_H
#define BENCH_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "bench_sizes.h"

/* Where input i is written in place. */
void *bench_input(int i);
size_t bench_input_bytes(int i);
const void *bench_output(int i);
size_t bench_output_bytes(int i);

/* Forgets the state of a model that has one. */
void bench_reset(void);

/* Runs the model over what the inputs hold: 0, or MOTE_E... */
int32_t bench_run(void);

/* Only of models with a front end of signals: noise as counts of a window, and <model>_front_end over
 * it: 0, or MOTE_E... */
void bench_draw_window(void);
int32_t bench_front_end(void);

/* <model>_self_test. */
int32_t bench_self_test(void);

#ifdef BENCH_LAYERS
/* The counter where each layer began, and behind the last one. */
extern uint32_t bench_ticks[BENCH_LAYERS + 1];
#endif

#endif
