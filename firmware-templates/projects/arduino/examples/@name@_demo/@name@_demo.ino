/* Self test, then the model on what the sensor gives, on the serial monitor. This file is yours: once
 * you change it, mote codegen leaves it as it is. */
#include <Mote_@name@.h>

#include "@name@_example.h"

static bool works = false;

/* The sensor: put your driver here.
 * @sensor@
 * input: which of them; index: of the value in it. */
float @name@_example_sensor(int32_t input, int32_t index) {
    (void)input;
    return (float)(index % 10) * 0.1f;
}

void @name@_example_show(const char *what, const char *number) {
    Serial.print(what);
    Serial.print(F(": "));
    Serial.println(number);
}

void setup() {
    Serial.begin(115200);
    while (!Serial && millis() < 3000) {
        /* A board with native USB: the monitor may be opened late, or never. */
    }
    works = @name@_example_start() == 0;
    Serial.print(F("self test: "));
    Serial.println(works ? F("passed") : F("failed"));
}

void loop() {
    if (works && @window@_example_run() != 0) {
    if (works && @stream@_example_poll((uint32_t)micros()) < 0) {
        Serial.println(F("the model returned an error"));
        works = false;
    }
    delay(1000); /* @window@ once a second */
}
