/* What the example takes from ESP-IDF. */
#ifndef ESP_LOG_H
#define ESP_LOG_H

#include <stdio.h>

#define ESP_LOGI(tag, format, ...) ((void)(tag), (void)printf(format "\n", ##__VA_ARGS__))
#define ESP_LOGE(tag, format, ...) ESP_LOGI(tag, "error: " format, ##__VA_ARGS__)

#endif
