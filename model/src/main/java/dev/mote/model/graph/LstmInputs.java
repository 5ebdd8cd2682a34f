package dev.mote.model.graph;

import java.util.stream.IntStream;

/** Positions of the inputs of UNIDIRECTIONAL_SEQUENCE_LSTM. Gates are in the order input, forget, cell, output. */
public final class LstmInputs {
    public static final int COUNT = 24;
    public static final int GATES = 4;

    /** Of the first gate, [units, inputs]; those of the other gates follow. */
    public static final int INPUT_WEIGHTS = 1;
    /** Of the first gate, [units, units]. */
    public static final int HIDDEN_WEIGHTS = 5;
    /** Of the first gate, [units]. */
    public static final int BIAS = 12;

    /** [n, units]. */
    public static final int HIDDEN_STATE = 18;
    /** [n, units]. */
    public static final int CELL_STATE = 19;

    static final int PEEPHOLE = 9;
    static final int PROJECTION = 16;
    static final int NORMALIZATION = 20;

    private LstmInputs() {}

    /** The weights of all gates, those from the input and those from the hidden state. */
    static IntStream weights() {
        return IntStream.range(INPUT_WEIGHTS, HIDDEN_WEIGHTS + GATES);
    }

    static IntStream biases() {
        return IntStream.range(BIAS, BIAS + GATES);
    }
}
