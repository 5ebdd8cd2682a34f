#include "mote_text.h"

#include <string.h>

#define LARGEST_REAL 4000000.0f /* its thousandths fit 32 bits */

/* Writes the digits of value, at least one, before end; returns the first. */
static char *digits_before(char *end, uint64_t value) {
    do {
        *--end = (char)('0' + (int)(value % 10));
        value /= 10;
    } while (value > 0);
    return end;
}

/* As digits_before; 32 bits are much quicker where a processor has 8. */
static char *short_digits_before(char *end, uint32_t value) {
    do {
        *--end = (char)('0' + (int)(value % 10));
        value /= 10;
    } while (value > 0);
    return end;
}

const char *mote_text_numbered(const char *word, int32_t number, char *text) {
    char digits[11];
    char *const end = digits + sizeof digits - 1;
    *end = '\0';
    strcpy(text, word);
    strcat(text, short_digits_before(end, (uint32_t)number));
    return text;
}

const char *mote_text_integer(int64_t value, char *text) {
    char *const end = text + MOTE_TEXT_BYTES - 1;
    *end = '\0';
    /* Negated as unsigned, so that the lowest value does not overflow. */
    char *first = digits_before(end, value < 0 ? 0u - (uint64_t)value : (uint64_t)value);
    if (value < 0) {
        *--first = '-';
    }
    return first;
}

const char *mote_text_real(float value, char *text) {
    if (value > LARGEST_REAL) {
        return strcpy(text, "> 4000000");
    }
    if (value < -LARGEST_REAL) {
        return strcpy(text, "< -4000000");
    }
    if (value != value) {
        return strcpy(text, "not a number");
    }
    const uint32_t thousandths = (uint32_t)((value < 0.0f ? -value : value) * 1000.0f + 0.5f);
    char *const end = text + MOTE_TEXT_BYTES - 1;
    *end = '\0';
    /* 1000 more, so that the decimals keep their zeros. */
    char *first = short_digits_before(end, thousandths % 1000 + 1000);
    *first = '.';
    first = short_digits_before(first, thousandths / 1000);
    if (value < 0.0f && thousandths > 0) {
        *--first = '-';
    }
    return first;
}
