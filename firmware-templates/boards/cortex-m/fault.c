/* A fault as one line: its kind, where it happened, and the registers. */
#include <stdint.h>

#include "board.h"
#include "text.h"

/* Configurable fault status, hard fault status, bus fault address: System Control Block of the
 * Armv7-M Architecture Reference Manual. Armv6-M has none of them and reads as 0. */
#define CFSR (*(volatile uint32_t *)0xE000ED28u)
#define BFAR (*(volatile uint32_t *)0xE000ED38u)
#define CFSR_BUS 0x0000FF00u
#define CFSR_MEMORY 0x000000FFu
#define CFSR_UNDEFINED 0x00010000u
#define CFSR_STATE 0x00020000u
#define CFSR_UNALIGNED 0x01000000u
#define CFSR_DIVIDE 0x02000000u

/* What the core pushed, if the stack could take it: r0 to r3, r12, lr, pc, xpsr. */
enum { FRAME_LR = 5, FRAME_PC = 6, FRAME_WORDS = 8 };

extern uint32_t __stack_low[], __stack_top[];

static uint32_t handler_stack[96];

static const char *kind(uint32_t sp) {
    if (sp < (uint32_t)__stack_low) {
        return "stack_overflow";
    }
#if __ARM_ARCH > 6
    const uint32_t status = CFSR;
    return status & (CFSR_BUS | CFSR_MEMORY) ? "bad_access"
           : status & CFSR_UNDEFINED         ? "undefined_instruction"
           : status & CFSR_STATE             ? "bad_branch"
           : status & CFSR_UNALIGNED         ? "unaligned_access"
           : status & CFSR_DIVIDE            ? "division_by_zero"
                                             : "hard_fault";
#else
    return "hard_fault";
#endif
}

/* sp: the stack pointer of the code that faulted; saved: its r4 to r11. */
__attribute__((used)) static void report(const uint32_t *sp, const uint32_t *saved) {
    static const char *const pushed[FRAME_WORDS] = {"r0", "r1", "r2", "r3", "r12", "lr", "pc", "xpsr"};
    static const char *const kept[8] = {"r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11"};
    board_write("fault ");
    board_write(kind((uint32_t)sp));
    text_register("sp", (uint32_t)sp);
    if (sp >= __stack_low && sp + FRAME_WORDS <= __stack_top) {
        for (int i = 0; i < FRAME_WORDS; i++) {
            text_register(pushed[i], sp[i]);
        }
    }
    for (int i = 0; i < 8; i++) {
        text_register(kept[i], saved[i]);
    }
#if __ARM_ARCH > 6
    text_register("cfsr", CFSR);
    text_register("bfar", BFAR);
#endif
    board_write("\n");
    board_exit(1);
}

/* Leaves the faulting stack, which may be the fault, for one of its own. */
__attribute__((naked)) void Fault_Handler(void) {
    __asm volatile("mrs r0, msp\n\t"
                   "ldr r1, =%c0\n\t"
                   "mov sp, r1\n\t"
                   "mov r1, r8\n\t"
                   "mov r2, r9\n\t"
                   "mov r3, r10\n\t"
                   "push {r1, r2, r3}\n\t"
                   "mov r1, r11\n\t"
                   "push {r1}\n\t"
                   "push {r4, r5, r6, r7}\n\t"
                   "mov r1, sp\n\t"
                   "bl report\n\t"
                   ".ltorg" ::"i"(handler_stack + 96));
}
