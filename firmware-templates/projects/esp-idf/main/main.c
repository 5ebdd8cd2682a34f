/* Self test, then the model on what the sensor gives. This file is yours: once you change it, mote
 * codegen leaves it as it is. */
#include "esp_log.h"
#include "esp_timer.h" /* the clock of @stream@ */
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"

#include "@name@_example.h"

static const char *const TAG = "@name@";

/* The sensor: put your driver here.
 * @sensor@
 * input: which of them; index: of the value in it. */
float @name@_example_sensor(int32_t input, int32_t index) {
    (void)input;
    return (float)(index % 10) * 0.1f;
}

void @name@_example_show(const char *what, const char *number) {
    ESP_LOGI(TAG, "%s: %s", what, number);
}

void app_main(void) {
    const int32_t wrong = @name@_example_start();
    if (wrong != 0) {
        ESP_LOGE(TAG, "self test: failed");
        return;
    }
    ESP_LOGI(TAG, "self test: passed");
    for (;;) {
        const int32_t result = @window@_example_run();
        const int32_t result = @stream@_example_poll((uint32_t)esp_timer_get_time());
        if (result < 0) {
            ESP_LOGE(TAG, "the model returned %ld", (long)result);
            return;
        }
        vTaskDelay(pdMS_TO_TICKS(1000)); /* @window@ once a second */
        vTaskDelay(1);                   /* a tick; then what is due of @stream@ */
    }
}
