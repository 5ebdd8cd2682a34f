/* Exit status 0 if this build of the model gives the outputs of the Mote simulator. */
#include "@name@.h"

static uint8_t arena[@NAME@_ARENA_BYTES + 1] __attribute__((aligned(16)));

int main(void) {
    return @name@_self_test(arena) == 0 ? 0 : 1;
}
