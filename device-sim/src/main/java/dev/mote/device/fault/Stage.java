package dev.mote.device.fault;

import java.util.Locale;

/** Where on the way from the world to the model a fault happens. Faults act in this order, whatever the order in which they are given. */
public enum Stage {
    MOUNTING("how the sensor sits"),
    OPTICS("what lens and exposure make of the image"),
    CLOCK("when the sensor measures"),
    SENSOR("what it makes of the physical quantity"),
    CONVERTER("how that becomes a number"),
    READOUT("how the number is read"),
    TRANSPORT("how samples travel");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
