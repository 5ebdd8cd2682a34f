package dev.mote.model.arithmetic;

/** Logistic and tanh from int16 to int16, out of one table, with linear steps between its entries. Source: docs/arithmetic.md, section 11. */
public final class Int16Functions {
    private static final int[] SIGMOID = sigmoid();

    /** From here on the table has no next entry, and the function its limit. */
    private static final int LAST = SIGMOID.length - 1;

    private Int16Functions() {}

    /**
     * 65536 / (1 + exp(-i / 24)). An entry is off the function by half of what the line to the next one would be off in the middle; the
     * last one stands for what is above.
     */
    private static int[] sigmoid() {
        int[] table = new int[256];
        for (int i = 0; i < table.length - 1; i++) {
            double error = (sigmoid(i) + sigmoid(i + 1)) / 2 - sigmoid(i + 0.5);
            table[i] = (int) Math.floor(65536 * (sigmoid(i) - error / 2) + 0.5);
        }
        table[table.length - 1] = 65535;
        return table;
    }

    private static double sigmoid(double entry) {
        return 1 / (1 + StrictMath.exp(-entry / 24));
    }

    /**
     * How the input comes to the table: x * multiplier / 2^shift, rounded to nearest, a half up; then 2^12 stands for 4/3.
     *
     * @param multiplier positive; its product with any int16 fits 32 bits
     * @param shift in [0, 31]; a right shift
     */
    public record Scale(int multiplier, int shift) {
        /** For inputs with 12 fraction bits. */
        public static final Scale Q3_12 = new Scale(3, 0);

        int apply(int x) {
            int half = shift > 0 ? 1 << (shift - 1) : 0;
            return (x * multiplier + half) >> shift;
        }
    }

    /** 1 / (1 + exp(-x)) with 15 fraction bits. */
    public static short logistic(int x, Scale scale) {
        int input = scale.apply(x);
        int magnitude = Math.abs(input);
        int index = magnitude >> 9;
        int result = index >= LAST
                ? 0x7FFF << 10
                : (SIGMOID[index] << 9) + (magnitude & 0x1FF) * (SIGMOID[index + 1] - SIGMOID[index]);
        int mirrored = input >= 0 ? result + (1 << 9) : (1 << 25) - result + (1 << 9) - 1;
        return (short) (mirrored >> 10);
    }

    /** tanh(x) = 2 * logistic(2 * x) - 1, with 15 fraction bits. */
    public static short tanh(int x, Scale scale) {
        int input = scale.apply(x);
        int magnitude = Math.abs(input);
        int index = magnitude >> 8;
        int result = index >= LAST
                ? 0xFFFF << 8
                : (SIGMOID[index] << 8) + (magnitude & 0xFF) * (SIGMOID[index + 1] - SIGMOID[index]);
        int centred = result - (1 << 23);
        return (short) ((input >= 0 ? centred + (1 << 7) : (1 << 7) - 1 - centred) >> 8);
    }
}
