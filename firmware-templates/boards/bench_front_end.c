/* Runs the front end of a model over a window of noise, twice, and says what the second run took. */
#include "bench_model.h"
#include "board.h"
#include "text.h"

static void say(const char *word, uint32_t value) {
    board_write(word);
    text_number(value);
    board_write("\n");
}

int main(void) {
    board_start();
    const uint32_t first = board_count();
    const uint32_t second = board_count();
    say("overhead", second - first);
    for (int run = 0; run < 2; run++) {
        bench_draw_window();
        const uint32_t start = board_count();
        const int32_t error = bench_front_end();
        const uint32_t ticks = board_count() - start;
        if (error != 0) {
            say("error", (uint32_t)-error);
            board_exit(1);
        }
        say("run", ticks);
    }
    board_exit(0);
}
