/* MPS2 with AN505, secure side: CMSDK timer 0 at 20 MHz. */
#include "board.h"

#include "cmsdk_timer.h"

#define TIMER0 ((cmsdk_timer *)0x50000000u)

void board_start(void) {
    cmsdk_timer_start(TIMER0);
}

uint32_t board_count(void) {
    return cmsdk_timer_count(TIMER0);
}
