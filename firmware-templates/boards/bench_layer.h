/* Included before a generated model whose layers are to be measured. */
#ifndef BENCH_LAYER_H
#define BENCH_LAYER_H

#include <stdint.h>

#include "bench_sizes.h"
#include "board.h"

extern uint32_t bench_ticks[BENCH_LAYERS + 1];

#define MOTE_LAYER(index) (bench_ticks[index] = board_count())

#endif
