/* What the sketch takes from Arduino's core, for a host's and an AVR's compiler. */
#ifndef ARDUINO_H
#define ARDUINO_H

#include <stdint.h>
#include <stdio.h>

#ifdef __AVR__
#include <avr/pgmspace.h>
#else
#define PSTR(text) (text)
#endif

class __FlashStringHelper;
#define F(text) (reinterpret_cast<const __FlashStringHelper *>(PSTR(text)))

/* A host prints; on AVR the sketch is only compiled and linked. */
class SerialPort {
public:
    void begin(unsigned long) {}
    operator bool() const { return true; }
    void print(const char *text) { write(text); }
    void print(const __FlashStringHelper *text) { write(reinterpret_cast<const char *>(text)); }
    void println(const char *text) { print(text); write("\n"); }
    void println(const __FlashStringHelper *text) { print(text); write("\n"); }

private:
#ifdef __AVR__
    void write(const char *text) { (void)*static_cast<const volatile char *>(text); }
#else
    void write(const char *text) { fputs(text, stdout); }
#endif
};

extern SerialPort Serial;
unsigned long millis();
unsigned long micros();
void delay(unsigned long milliseconds);

void setup();
void loop();

#endif
