/* The core's main, with an end. */
#include <Arduino.h>

SerialPort Serial;

int main() {
    setup();
    loop();
    return 0;
}
