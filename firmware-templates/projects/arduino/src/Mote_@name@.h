/* What a sketch includes to use the model. */
#ifndef MOTE_LIBRARY_@NAME@_H
#define MOTE_LIBRARY_@NAME@_H

#include "@name@.h"

#endif
