/* Semihosting: the emulator does the I/O. Arm, "Semihosting for AArch32 and AArch64"; RISC-V uses
 * the same operations behind another instruction sequence ("RISC-V Semihosting"). */
#ifndef SEMIHOSTING_H
#define SEMIHOSTING_H

#include <stdint.h>

static inline intptr_t semihosting(intptr_t operation, const void *argument) {
#if defined(__arm__)
    register intptr_t r0 __asm("r0") = operation;
    register const void *r1 __asm("r1") = argument;
    __asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
#else
    register intptr_t a0 __asm("a0") = operation;
    register const void *a1 __asm("a1") = argument;
    __asm volatile(".option push\n\t"
                   ".option norvc\n\t"
                   ".balign 16\n\t" /* the three must not cross a page */
                   "slli zero, zero, 0x1f\n\t"
                   "ebreak\n\t"
                   "srai zero, zero, 7\n\t"
                   ".option pop"
                   : "+r"(a0)
                   : "r"(a1)
                   : "memory");
    return a0;
#endif
}

#endif
