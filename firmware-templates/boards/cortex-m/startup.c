/* Start-up of all Cortex-M boards: vector table, memory, floating point, and faults told in words.
 * The stack lies at the very bottom of RAM, so that one that overflows meets unmapped memory and
 * faults instead of running into data. */
#include <stdint.h>

extern uint32_t __stack_low[], __stack_top[];
extern uint32_t __data_load[], __data_start[], __data_end[], __bss_start[], __bss_end[];

int main(void);
void board_fault(const uint32_t *sp, const uint32_t *registers);

/* Coprocessor access: full for CP10 and CP11 (FPU, MVE) and their banked pair. Armv7-M and Armv8-M
 * Architecture Reference Manuals, CPACR. */
#define CPACR (*(volatile uint32_t *)0xE000ED88u)
#define CPACR_FPU (0xFu << 20)

/* Armv7-M Architecture Reference Manual, "Protected Memory System Architecture": a region that
 * nobody may access, everything else as without protection. */
#define MPU_CTRL (*(volatile uint32_t *)0xE000ED94u)
#define MPU_RNR (*(volatile uint32_t *)0xE000ED98u)
#define MPU_RBAR (*(volatile uint32_t *)0xE000ED9Cu)
#define MPU_RASR (*(volatile uint32_t *)0xE000EDA0u)
enum { MPU_ENABLE_WITH_DEFAULT_MAP = 5, MPU_NO_ACCESS_1_MIB = (19 << 1) | 1, GUARD_BYTES = 1024 * 1024 };

/* Some memories swallow writes below RAM instead of refusing them. */
static void guard_stack(void) {
#if __ARM_ARCH == 7
    MPU_RNR = 0;
    MPU_RBAR = (uint32_t)__stack_low - GUARD_BYTES;
    MPU_RASR = MPU_NO_ACCESS_1_MIB;
    MPU_CTRL = MPU_ENABLE_WITH_DEFAULT_MAP;
#endif
}

void Reset_Handler(void) {
    guard_stack();
#if defined(__ARM_FP) || defined(__ARM_FEATURE_MVE)
    CPACR |= CPACR_FPU;
    __asm volatile("dsb\n\tisb" ::: "memory");
#endif
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

/* All faults and unused interrupts. Weak: an image without I/O just stops here; one with I/O has
 * fault.c. */
__attribute__((weak)) void Fault_Handler(void) {
    for (;;) {
    }
}

/* The stack pointer, reset, NMI, hard fault; all other faults escalate to the hard fault, since
 * nobody enables them. */
__attribute__((section(".vectors"), used)) static void *const vectors[16] = {
    __stack_top,
    (void *)Reset_Handler,
    (void *)Fault_Handler,
    (void *)Fault_Handler,
};
