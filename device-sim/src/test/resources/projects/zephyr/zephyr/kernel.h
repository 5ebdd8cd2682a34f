/* What the sample takes from Zephyr. */
#ifndef ZEPHYR_KERNEL_H
#define ZEPHYR_KERNEL_H

#include <stdlib.h>

#define ARG_UNUSED(x) (void)(x)
/* Ends the program: the sample would go on for ever. */
#define k_msleep(milliseconds) exit((milliseconds) == 1000 ? 0 : 1)

#endif
