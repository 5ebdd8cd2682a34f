/* The APB timer of Arm's Cortex-M System Design Kit: 32 bits that run down. */
#ifndef CMSDK_TIMER_H
#define CMSDK_TIMER_H

#include <stdint.h>

typedef struct {
    volatile uint32_t control;
    volatile uint32_t value;
    volatile uint32_t reload;
} cmsdk_timer;

static inline void cmsdk_timer_start(cmsdk_timer *timer) {
    timer->reload = UINT32_MAX;
    timer->value = UINT32_MAX;
    timer->control = 1;
}

static inline uint32_t cmsdk_timer_count(const cmsdk_timer *timer) {
    return UINT32_MAX - timer->value;
}

#endif
