/* MPS3 with AN547 (Corstone SSE-300): the system counter at 32 MHz, through its secure control
 * frame. */
#include "board.h"

#define COUNTER_CONTROL (*(volatile uint32_t *)0x58100000u)
#define COUNTER_LOW (*(volatile uint32_t *)0x58100008u)

void board_start(void) {
    COUNTER_CONTROL = 1;
}

uint32_t board_count(void) {
    return COUNTER_LOW;
}
