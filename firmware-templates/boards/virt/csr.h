/* Control and status registers. The assembler wants their extension named, which would choose other
 * libraries if it were named to the compiler. */
#ifndef CSR_H
#define CSR_H

#include <stdint.h>

#define CSR_CODE(instructions) ".option push\n\t.option arch, +zicsr\n\t" instructions "\n\t.option pop\n\t"

#define CSR_READ(name, value) __asm volatile(CSR_CODE("csrr %0, " name) : "=r"(value))
#define CSR_WRITE(name, value) __asm volatile(CSR_CODE("csrw " name ", %0")::"r"(value))

#endif
