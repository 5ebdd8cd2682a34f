/* QEMU's RISC-V board virt: the counter of executed instructions. */
#include "board.h"

#include "csr.h"

void board_start(void) {
}

uint32_t board_count(void) {
    uint32_t count;
    CSR_READ("minstret", count);
    return count;
}
