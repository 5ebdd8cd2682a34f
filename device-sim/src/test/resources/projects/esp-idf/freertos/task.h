#ifndef TASK_H
#define TASK_H

/* Ends the program after a second: the example would go on for ever. */
void vTaskDelay(int ticks);

#endif
