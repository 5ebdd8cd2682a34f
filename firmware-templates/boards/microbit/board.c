/* BBC micro:bit: TIMER0 of the nRF51 at 16 MHz, captured to be read. nRF51 Series Reference Manual,
 * TIMER. */
#include "board.h"

#define TIMER0(offset) (*(volatile uint32_t *)(0x40008000u + (offset)))
enum { TASKS_START = 0x000, TASKS_CAPTURE_0 = 0x040, BITMODE = 0x508, PRESCALER = 0x510, CC_0 = 0x540 };
enum { BITS_32 = 3 };

void board_start(void) {
    TIMER0(BITMODE) = BITS_32;
    TIMER0(PRESCALER) = 0;
    TIMER0(TASKS_START) = 1;
}

uint32_t board_count(void) {
    TIMER0(TASKS_CAPTURE_0) = 1;
    return TIMER0(CC_0);
}
