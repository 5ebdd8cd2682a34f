/* Start-up in machine mode: a guard below the stack, memory, traps. */
#include <stdint.h>

#include "csr.h"

extern uint32_t __stack_low[], __stack_top[];
extern uint32_t __data_load[], __data_start[], __data_end[], __bss_start[], __bss_end[];

int main(void);
void start(void);

enum { GUARD_BYTES = 1024 * 1024 };

/* Privileged specification, "Physical Memory Protection": a naturally aligned range that is locked, so
 * that it binds machine mode too, and allows nothing. */
enum { PMP_LOCKED_NAPOT = 0x80 | 0x18 };

/* Weak: an image without I/O just stops here; one with I/O has fault.c. */
__attribute__((weak, aligned(4))) void board_trap(void) {
    for (;;) {
    }
}

__attribute__((naked, section(".start"), used)) void _start(void) {
    __asm volatile(".option push\n\t"
                   ".option norelax\n\t"
                   "la gp, __global_pointer$\n\t"
                   ".option pop\n\t"
                   "la sp, __stack_top\n\t"
                   "j start");
}

__attribute__((used)) void start(void) {
    const uintptr_t guard = (uintptr_t)__stack_low - GUARD_BYTES;
    const uintptr_t range = (guard >> 2) | ((GUARD_BYTES >> 3) - 1);
    CSR_WRITE("mtvec", board_trap);
    CSR_WRITE("pmpaddr0", range);
    CSR_WRITE("pmpcfg0", PMP_LOCKED_NAPOT);
    const uint32_t *from = __data_load;
    for (uint32_t *to = __data_start; to < __data_end; to++) {
        *to = *from++;
    }
    for (uint32_t *to = __bss_start; to < __bss_end; to++) {
        *to = 0;
    }
    main();
    for (;;) {
    }
}
