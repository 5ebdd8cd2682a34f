/* Numbers as text, for the lines that a board says. */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>
#include <stdint.h>

/* " NAME=00000000": a register, in hexadecimal. */
void text_register(const char *name, uint32_t value);

/* Two hexadecimal digits of each byte. */
void text_bytes(const uint8_t *bytes, size_t count);

/* " 123": a number behind a space. */
void text_number(uint32_t value);

#endif
