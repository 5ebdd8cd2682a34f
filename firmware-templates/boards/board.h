/* What each board offers to the bench program. One folder a board has the start-up code, the linker
 * script and these functions; bench.c is the same on all of them.
 *
 * A board talks in lines of ASCII text, each a word and its values:
 *   out HEX             output bytes of a sample, in lower-case hexadecimal
 *   run COUNT           counter ticks of that sample
 *   layer INDEX COUNT   ticks of a layer in the last run
 *   stack BYTES         deepest stack of that sample
 *   overhead COUNT      ticks between two reads of the counter with nothing between them
 *   selftest RESULT     what <model>_self_test returned
 *   error CODE          a MOTE_E... that a run returned
 *   fault KIND NAME=HEX ...   a processor fault with its registers
 * Anything else is ignored. */
#ifndef BOARD_H
#define BOARD_H

#include <stddef.h>
#include <stdint.h>

/* Starts the counter and the line to the host. */
void board_start(void);

/* Ticks of a counter that runs up and wraps at 2^32: instructions or cycles times a factor that the
 * simulator knows for each board. */
uint32_t board_count(void);

/* Reads up to bytes bytes of the samples, waiting for them; returns how many came before their
 * end. */
size_t board_read(void *to, size_t bytes);

/* Writes text to the host, as it is. */
void board_write(const char *text);

/* Ends the program. status: 0 for success. Does not return. */
void board_exit(int status);

/* The stack may use [board_stack_low(), where main's frame begins). */
uint8_t *board_stack_low(void);

#endif
