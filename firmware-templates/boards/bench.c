/* Runs a model over the samples that the host sends, and says what each run took. */
#include "bench_model.h"
#include "board.h"
#include "text.h"

/* What the stack holds before the runs, below the frames of main and paint_stack. */
#define PAINT 0xa5
enum { BELOW_LOCALS = 32 };

static void say(const char *word, uint32_t value) {
    board_write(word);
    text_number(value);
    board_write("\n");
}

/* Addresses are numbers here: what lies on the stack is no object that C knows. What main has on it
 * lies above the frame of this function, in which here may not be the lowest byte. */
__attribute__((noinline)) static void paint_stack(void) {
    volatile uint8_t here = 0;
    const uintptr_t end = (uintptr_t)&here - BELOW_LOCALS;
    for (uintptr_t at = (uintptr_t)board_stack_low(); at < end; at++) {
        *(volatile uint8_t *)at = PAINT;
    }
}

/* Bytes between the deepest byte that is no longer painted and top. */
static uint32_t stack_used(uintptr_t top) {
    uintptr_t at = (uintptr_t)board_stack_low();
    while (at < top && *(volatile uint8_t *)at == PAINT) {
        at++;
    }
    return (uint32_t)(top - at);
}

static int read_sample(void) {
    for (int i = 0; i < BENCH_INPUTS; i++) {
        const size_t bytes = bench_input_bytes(i);
        if (board_read(bench_input(i), bytes) < bytes) {
            return 0;
        }
    }
    return 1;
}

static void say_output(void) {
    board_write("out ");
    for (int i = 0; i < BENCH_OUTPUTS; i++) {
        text_bytes(bench_output(i), bench_output_bytes(i));
    }
    board_write("\n");
}

/* Of the last run. */
static void say_layers(void) {
#ifdef BENCH_LAYERS
    for (uint32_t i = 0; i < BENCH_LAYERS; i++) {
        board_write("layer");
        text_number(i);
        text_number(bench_ticks[i + 1] - bench_ticks[i]);
        board_write("\n");
    }
#endif
}

int main(void) {
    volatile uint8_t here = 0;
    const uintptr_t top = (uintptr_t)&here;
    board_start();
    const uint32_t first = board_count();
    const uint32_t second = board_count();
    say("overhead", second - first);
    while (read_sample()) {
        bench_reset();
        paint_stack();
        const uint32_t start = board_count();
        const int32_t error = bench_run();
        const uint32_t ticks = board_count() - start;
        if (error != 0) {
            say("error", (uint32_t)-error);
            board_exit(1);
        }
        say("stack", stack_used(top));
        say("run", ticks);
        say_output();
        say_layers();
    }
    board_exit(0);
}
