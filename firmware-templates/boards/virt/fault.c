/* A trap as one line: its kind, where it happened, and the registers. */
#include <stdint.h>

#include "board.h"
#include "csr.h"
#include "text.h"

enum { REGISTERS = 31, GUARD_BYTES = 1024 * 1024 };

static uint32_t saved[REGISTERS];
static uint32_t handler_stack[96];

extern uint32_t __stack_low[];

/* mcause: Privileged specification, table of exception codes. */
static const char *kind(uint32_t cause, uint32_t address) {
    const uint32_t guard_end = (uint32_t)__stack_low;
    if (address < guard_end && guard_end - address <= GUARD_BYTES) {
        return "stack_overflow";
    }
    switch (cause) {
    case 0:
    case 1:
        return "bad_branch";
    case 2:
        return "undefined_instruction";
    case 4:
    case 6:
        return "unaligned_access";
    case 5:
    case 7:
        return "bad_access";
    default:
        return "trap";
    }
}

__attribute__((used)) static void report(void) {
    static const char *const names[REGISTERS] = {
            "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0",  "a1",  "a2", "a3", "a4", "a5", "a6",
            "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6"};
    uint32_t pc, cause, address;
    CSR_READ("mepc", pc);
    CSR_READ("mcause", cause);
    CSR_READ("mtval", address);
    board_write("fault ");
    board_write(kind(cause, address));
    text_register("pc", pc);
    for (int i = 0; i < REGISTERS; i++) {
        text_register(names[i], saved[i]);
    }
    text_register("mcause", cause);
    text_register("mtval", address);
    board_write("\n");
    board_exit(1);
}

/* Saves all registers, then leaves the stack, which may be the fault. */
__attribute__((naked, aligned(4))) void board_trap(void) {
    __asm volatile(CSR_CODE("csrw mscratch, t6")
                   "la t6, %0\n\t"
                   "sw ra, 0(t6)\n\tsw sp, 4(t6)\n\tsw gp, 8(t6)\n\tsw tp, 12(t6)\n\t"
                   "sw t0, 16(t6)\n\tsw t1, 20(t6)\n\tsw t2, 24(t6)\n\tsw s0, 28(t6)\n\t"
                   "sw s1, 32(t6)\n\tsw a0, 36(t6)\n\tsw a1, 40(t6)\n\tsw a2, 44(t6)\n\t"
                   "sw a3, 48(t6)\n\tsw a4, 52(t6)\n\tsw a5, 56(t6)\n\tsw a6, 60(t6)\n\t"
                   "sw a7, 64(t6)\n\tsw s2, 68(t6)\n\tsw s3, 72(t6)\n\tsw s4, 76(t6)\n\t"
                   "sw s5, 80(t6)\n\tsw s6, 84(t6)\n\tsw s7, 88(t6)\n\tsw s8, 92(t6)\n\t"
                   "sw s9, 96(t6)\n\tsw s10, 100(t6)\n\tsw s11, 104(t6)\n\tsw t3, 108(t6)\n\t"
                   "sw t4, 112(t6)\n\tsw t5, 116(t6)\n\t"
                   CSR_CODE("csrr t5, mscratch")
                   "sw t5, 120(t6)\n\t"
                   "la sp, %1\n\t"
                   "j report" ::"i"(saved),
                   "i"(handler_stack + 96));
}
