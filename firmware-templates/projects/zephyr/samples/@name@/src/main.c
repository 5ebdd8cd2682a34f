/* Self test, then the model on what the sensor gives. This file is yours: once you change it, mote
 * codegen leaves it as it is. */
#include <zephyr/kernel.h>
#include <zephyr/sys/printk.h>

#include "@name@_example.h"

/* The sensor: put your driver here.
 * @sensor@
 * input: which of them; index: of the value in it. */
float @name@_example_sensor(int32_t input, int32_t index) {
    ARG_UNUSED(input);
    return (float)(index % 10) * 0.1f;
}

void @name@_example_show(const char *what, const char *number) {
    printk("%s: %s\n", what, number);
}

int main(void) {
    const int32_t wrong = @name@_example_start();
    printk("self test: %s\n", wrong == 0 ? "passed" : "failed");
    while (wrong == 0) {
        const int32_t result = @window@_example_run();
        const uint64_t now_us = k_ticks_to_us_floor64((uint64_t)k_uptime_ticks()); /* for @stream@ */
        const int32_t result = @stream@_example_poll((uint32_t)now_us);
        if (result < 0) {
            printk("the model returned %d\n", (int)result);
            break;
        }
        k_msleep(1000);   /* @window@ once a second */
        k_usleep(result); /* until the next sample of @stream@ is due */
    }
    return 0;
}
