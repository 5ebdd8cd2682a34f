#ifndef FREERTOS_H
#define FREERTOS_H

#define pdMS_TO_TICKS(milliseconds) (milliseconds)

#endif
