/* Samples come from the file samples.bin in the emulator's folder, text goes to its console. */
#include "semihosting.h"

#include "board.h"

enum { SYS_OPEN = 0x01, SYS_WRITE0 = 0x04, SYS_READ = 0x06, SYS_EXIT_EXTENDED = 0x20 };
enum { OPEN_READ_BINARY = 1 };

/* ADP_Stopped_ApplicationExit: the second word is the exit code. */
#define APPLICATION_EXIT 0x20026

extern uint8_t __stack_low[];

static intptr_t samples = -1;

size_t board_read(void *to, size_t bytes) {
    static const char name[] = "samples.bin";
    if (samples < 0) {
        const uintptr_t open[3] = {(uintptr_t)name, OPEN_READ_BINARY, sizeof name - 1};
        samples = semihosting(SYS_OPEN, open);
    }
    const uintptr_t read[3] = {(uintptr_t)samples, (uintptr_t)to, bytes};
    const intptr_t missing = samples < 0 ? (intptr_t)bytes : semihosting(SYS_READ, read);
    return bytes - (size_t)missing;
}

void board_write(const char *text) {
    semihosting(SYS_WRITE0, text);
}

uint8_t *board_stack_low(void) {
    return __stack_low;
}

void board_exit(int status) {
    const uintptr_t exit[2] = {APPLICATION_EXIT, (uintptr_t)status};
    for (;;) {
        semihosting(SYS_EXIT_EXTENDED, exit);
    }
}
