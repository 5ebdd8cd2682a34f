/* ATmega328P and ATmega2560 at 16 MHz on simavr: text and samples through USART0, the counter and
 * the end as simavr_host.c describes them. Start-up and linker script are those of avr-libc. */
#include "board.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <stdlib.h>

/* First byte behind static data, from the linker script. */
extern uint8_t _end;

void board_start(void) {
    UCSR0A = 1 << U2X0; /* 2 Mbaud */
    UBRR0 = 0;
    UCSR0C = 1 << UCSZ01 | 1 << UCSZ00; /* 8 data bits, no parity, 1 stop bit */
    UCSR0B = 1 << RXEN0 | 1 << TXEN0;
}

uint32_t board_count(void) {
    uint32_t count;
    GPIOR0 = 0;
    count = GPIOR0;
    count |= (uint32_t)GPIOR0 << 8;
    count |= (uint32_t)GPIOR0 << 16;
    count |= (uint32_t)GPIOR0 << 24;
    return count;
}

static void send(char c) {
    while ((UCSR0A & 1 << UDRE0) == 0) {
    }
    UDR0 = (uint8_t)c;
}

static uint8_t receive(void) {
    while ((UCSR0A & 1 << RXC0) == 0) {
    }
    return UDR0;
}

void board_write(const char *text) {
    while (*text != '\0') {
        send(*text++);
    }
}

size_t board_read(void *to, size_t bytes) {
    char digits[6];
    uint8_t *next = to;
    board_write("read ");
    board_write(utoa((unsigned)bytes, digits, 10));
    send('\n');
    size_t count = receive();
    count |= (size_t)receive() << 8;
    for (size_t i = 0; i < count; i++) {
        *next++ = receive();
    }
    return count;
}

/* Sleeping with interrupts off ends the simulation. */
void board_exit(int status) {
    GPIOR1 = (uint8_t)status;
    cli();
    sleep_enable();
    sleep_cpu();
    for (;;) {
    }
}

uint8_t *board_stack_low(void) {
    return &_end;
}

/* No interrupt is ever enabled. */
ISR(BADISR_vect) {
    board_write("\nfault bad_interrupt\n");
    board_exit(1);
}
