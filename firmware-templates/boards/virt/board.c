/* QEMU's RISC-V board virt: the counter of executed instructions. */
#include "board.h"

#include "csr.h"

void board_start(void) {
}

/* The counter is QEMU's clock: 64 ticks for each instruction. */
uint32_t board_count(void) {
    uint32_t high, low, again;
    do {
        CSR_READ("minstreth", high);
        CSR_READ("minstret", low);
        CSR_READ("minstreth", again);
    } while (high != again);
    return high << 26 | low >> 6;
}
