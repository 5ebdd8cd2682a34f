/* Numbers as text for the examples, without printf: small on every board, and floats need no library.
 * Licence: Apache-2.0. */
#ifndef MOTE_TEXT_H
#define MOTE_TEXT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Room for any text made here; words are shorter than 24 characters. */
#define MOTE_TEXT_BYTES 48

/* Each writes to text, and returns where the text begins in it. */

/* word, then number: "class 3". */
const char *mote_text_numbered(const char *word, int32_t number, char *text);

const char *mote_text_integer(int64_t value, char *text);

/* Three decimals: "-0.125". Beyond four million: "> 4000000" or "< -4000000". */
const char *mote_text_real(float value, char *text);

#ifdef __cplusplus
}
#endif

#endif
