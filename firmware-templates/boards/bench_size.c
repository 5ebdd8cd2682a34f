/* A program that runs the model and does nothing else: what its image holds is what the model
 * costs, with the start-up code. */
#include "bench_model.h"

int main(void) {
    return (int)bench_run();
}
