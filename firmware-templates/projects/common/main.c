/* Self test, then the model on what the sensor gives. This file is yours: once you change it, mote
 * codegen leaves it as it is. */
#include <stdio.h>

#include "@name@_example.h"
#include "@stream@_stream.h"

enum { RUNS = 3 }; /* of @window@ */
enum { RUNS = 4 * @NAME@_WINDOW_LENGTH }; /* samples of @stream@; your firmware waits for each */

/* The sensor: put your driver here.
 * @sensor@
 * input: which of them; index: of the value in it. */
float @name@_example_sensor(int32_t input, int32_t index) {
    (void)input;
    return (float)(index % 10) * 0.1f;
}

void @name@_example_show(const char *what, const char *number) {
    printf("%s: %s\n", what, number);
}

int main(void) {
    const int32_t wrong = @name@_example_start();
    printf("self test: %s\n", wrong == 0 ? "passed" : "failed");
    for (int run = 0; wrong == 0 && run < RUNS; run++) {
        const int32_t error = @window@_example_run();
        const int32_t error = @stream@_example_stream();
        if (error != 0) {
            printf("the model returned %ld\n", (long)error);
            return 1;
        }
    }
    return wrong == 0 ? 0 : 1;
}
