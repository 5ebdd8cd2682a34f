/* What the sample takes from Zephyr. */
#ifndef ZEPHYR_KERNEL_H
#define ZEPHYR_KERNEL_H

#include <stdint.h>
#include <stdlib.h>

#define ARG_UNUSED(x) (void)(x)
/* Ticks are microseconds. The program ends after a second: the sample would go on for ever. */
static int64_t stub_clock_us = 0;

static inline int32_t k_usleep(int32_t microseconds) {
    stub_clock_us += microseconds;
    if (stub_clock_us >= 1000000) {
        exit(0);
    }
    return 0;
}

#define k_msleep(milliseconds) k_usleep(1000 * (milliseconds))
#define k_uptime_ticks() stub_clock_us
#define k_ticks_to_us_floor64(ticks) (ticks)

#endif
