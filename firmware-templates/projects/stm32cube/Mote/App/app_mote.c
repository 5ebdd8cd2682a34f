/* The model @name@ in a project of STM32CubeIDE. This file is yours: once you change it, mote codegen
 * leaves it as it is. */
#include "app_mote.h"

#include <stdint.h>
#include <stdio.h>

#include "@name@_example.h"

uint32_t HAL_GetTick(void); /* the HAL's clock of milliseconds, for @stream@ */

static int32_t error = 0;

/* The sensor: put your driver here.
 * @sensor@
 * input: which of them; index: of the value in it. */
float @name@_example_sensor(int32_t input, int32_t index) {
    (void)input;
    return (float)(index % 10) * 0.1f;
}

__attribute__((weak)) void app_mote_write(const char *text) {
    printf("%s", text);
}

void @name@_example_show(const char *what, const char *number) {
    app_mote_write(what);
    app_mote_write(": ");
    app_mote_write(number);
    app_mote_write("\r\n");
}

void MX_Mote_Init(void) {
    error = @name@_example_start();
    app_mote_write(error == 0 ? "self test: passed\r\n" : "self test: failed\r\n");
}

void MX_Mote_Process(void) {
    if (error == 0) {
        error = @window@_example_run();
        error = @stream@_example_poll(HAL_GetTick() * 1000u) < 0;
    }
}
