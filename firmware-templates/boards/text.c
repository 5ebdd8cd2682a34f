#include "text.h"

#include "board.h"

enum { DECIMAL_DIGITS = 10, BYTES_A_PIECE = 16 };

static char digit(uint32_t value) {
    return (char)(value < 10 ? '0' + value : 'a' + (value - 10));
}

void text_register(const char *name, uint32_t value) {
    char text[9];
    for (int i = 0; i < 8; i++) {
        text[i] = digit((value >> (28 - 4 * i)) & 0xf);
    }
    text[8] = 0;
    board_write(" ");
    board_write(name);
    board_write("=");
    board_write(text);
}

void text_bytes(const uint8_t *bytes, size_t count) {
    char text[2 * BYTES_A_PIECE + 1];
    while (count > 0) {
        size_t length = 0;
        for (; count > 0 && length < 2 * BYTES_A_PIECE; count--, bytes++) {
            text[length++] = digit(*bytes >> 4);
            text[length++] = digit(*bytes & 0xf);
        }
        text[length] = 0;
        board_write(text);
    }
}

void text_number(uint32_t value) {
    char text[DECIMAL_DIGITS + 2];
    int at = DECIMAL_DIGITS + 1;
    text[at] = 0;
    do {
        text[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    text[--at] = ' ';
    board_write(text + at);
}
