/* Runs a generated model on this machine: mote_host MODEL run|live|inplace|sequence|selftest. Samples come from standard input, raw,
 * until it ends; outputs go to standard output, of a live one before the next sample is read. A model with state starts each sample
 * anew, but in a sequence. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mote_host.h"

enum { DONE = 0, MODEL_ERROR = 1, USAGE = 2, NO_MEMORY = 3, CUT_INPUT = 4 };

/* What the arena holds before a run, but for the state, must not matter, so it holds something. */
#define POISON 0xa5

/* malloc(0) may be a null pointer, which a model refuses. */
static void *allocate(size_t bytes) {
    return malloc(bytes > 0 ? bytes : 1);
}

static void start(const mote_host_model *model, void *arena) {
    memset(arena, POISON, model->state_bytes);
    if (model->reset != NULL) {
        model->reset(arena);
    }
}

static int run_samples(const mote_host_model *model, const char *mode, void *arena, int8_t *input, int8_t *output) {
    const int in_place = strcmp(mode, "inplace") == 0;
    const int sequence = strcmp(mode, "sequence") == 0;
    const int live = strcmp(mode, "live") == 0;
    start(model, arena);
    for (;;) {
        const size_t got = fread(input, 1, model->input_bytes, stdin);
        if (got == 0) {
            return DONE;
        }
        if (got < model->input_bytes) {
            fprintf(stderr, "the last sample has %lu of %lu bytes\n", (unsigned long)got, (unsigned long)model->input_bytes);
            return CUT_INPUT;
        }
        if (!sequence) {
            start(model, arena);
        }
        memset((int8_t *)arena + model->state_bytes, POISON, model->arena_bytes - model->state_bytes);
        const int32_t error = (in_place ? model->run_in_place : model->run)(arena, input, output);
        if (error != 0) {
            fprintf(stderr, "the model returned %ld\n", (long)error);
            return MODEL_ERROR;
        }
        fwrite(output, 1, model->output_bytes, stdout);
        if (live) {
            fflush(stdout);
        }
    }
}

static int run(const mote_host_model *model, const char *mode) {
    void *arena = allocate(model->arena_bytes);
    int8_t *input = allocate(model->input_bytes);
    int8_t *output = allocate(model->output_bytes);
    int status = NO_MEMORY;
    if (arena != NULL && input != NULL && output != NULL) {
        memset(arena, POISON, model->arena_bytes);
        if (strcmp(mode, "selftest") == 0) {
            printf("%ld\n", (long)model->self_test(arena));
            status = DONE;
        } else {
            status = run_samples(model, mode, arena, input, output);
        }
    }
    free(output);
    free(input);
    free(arena);
    return status;
}

int main(int argc, char **argv) {
    const int index = argc == 3 ? atoi(argv[1]) : -1;
    if (index < 0 || index >= mote_host_model_count) {
        fprintf(stderr, "usage: mote_host MODEL run|live|inplace|sequence|selftest\n");
        return USAGE;
    }
    return run(&mote_host_models[index], argv[2]);
}
