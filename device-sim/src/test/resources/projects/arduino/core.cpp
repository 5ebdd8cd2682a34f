/* The core's main, which ends after a second, and a clock that goes on when it is asked. */
#include <Arduino.h>

SerialPort Serial;

static unsigned long now_us = 0;

unsigned long millis() { return micros() / 1000; }
unsigned long micros() { return now_us += 100; }
void delay(unsigned long milliseconds) { now_us += 1000 * milliseconds; }

int main() {
    setup();
    do {
        loop();
    } while (now_us < 1000000);
    return 0;
}
