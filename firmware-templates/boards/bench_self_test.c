/* Runs the model's self test. */
#include "bench_model.h"
#include "board.h"
#include "text.h"

int main(void) {
    board_start();
    const int32_t result = bench_self_test();
    board_write(result < 0 ? "error" : "selftest");
    text_number((uint32_t)(result < 0 ? -result : result));
    board_write("\n");
    board_exit(0);
}
