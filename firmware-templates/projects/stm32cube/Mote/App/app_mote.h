/* What main.c of a project of STM32CubeIDE calls. */
#ifndef APP_MOTE_H
#define APP_MOTE_H

#ifdef __cplusplus
extern "C" {
#endif

/* Once, behind the other MX_..._Init: the self test. */
void MX_Mote_Init(void);

/* In the main loop: reads the sensor, runs the model @window@, shows the result. */
/* In the main loop, as often as it turns: reads the samples of @stream@ that are due by HAL_GetTick, */
/* runs the model @stream@ where a window is full, shows the label where it changed. */
void MX_Mote_Process(void);

/* Where the text goes. The one that is here calls printf; another of the same name takes its place:
 *   void app_mote_write(const char *text) {
 *       HAL_UART_Transmit(&huart2, (const uint8_t *)text, (uint16_t)strlen(text), HAL_MAX_DELAY);
 *   } */
void app_mote_write(const char *text);

#ifdef __cplusplus
}
#endif

#endif
