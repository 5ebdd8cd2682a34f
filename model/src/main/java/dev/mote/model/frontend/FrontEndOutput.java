package dev.mote.model.frontend;

/**
 * A number that comes out of a front end: real = integer * scale + offset.
 *
 * @param name as {@code acc_x}, or {@code acc_x.deviation}
 * @param offset 0 except for logarithms
 */
public record FrontEndOutput(String name, double scale, double offset) {
    public double real(int integer) {
        return integer * scale + offset;
    }
}
