package dev.mote.model.tflite;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator.MirrorMode;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options table of one operator, all defaults if the file has none; collects what Mote does not support. */
final class OptionsReader {
    /** Number of the activation in the schema. */
    static final int TANH = 4;

    private final Optional<FlatTable> table;
    private final int inputs;
    private final int outputs;
    private final boolean hasNoInt16Bias;
    private final List<String> problems = new ArrayList<>();

    /** @param inputs of the operator
     *  @param outputs of the operator
     *  @param hasNoInt16Bias whether the operator has int16 activations and no third input */
    OptionsReader(Optional<FlatTable> table, int inputs, int outputs, boolean hasNoInt16Bias) {
        this.table = table;
        this.inputs = inputs;
        this.outputs = outputs;
        this.hasNoInt16Bias = hasNoInt16Bias;
    }

    /** What was found that Mote cannot do, each with what it can. */
    List<String> problems() {
        return problems;
    }

    int int32(int slot, int absent) {
        return table.map(options -> options.int32(slot, absent)).orElse(absent);
    }

    List<Integer> ints(int slot) {
        return table.map(options -> options.ints(slot)).orElse(List.of());
    }

    float float32(int slot) {
        return table.map(options -> options.float32(slot, 0)).orElse(0f);
    }

    boolean bool(int slot) {
        return int8(slot) != 0;
    }

    Padding padding(int slot) {
        return choice(slot, "padding", Padding.values());
    }

    Activation activation(int slot) {
        return choice(slot, "fused activation", Activation.values());
    }

    /** Reports field {@code what} unless it has its default 0. */
    void demandZero(int slot, String what) {
        int value = int8(slot);
        if (value != 0) {
            problems.add(what + " is " + value + ", which Mote does not support");
        }
    }

    /** Reports a fused activation other than TANH, which recurrent layers have. */
    void demandTanh(int slot) {
        int value = int8(slot);
        if (value != TANH) {
            problems.add("fused activation has number " + value + ", expected " + TANH + ", TANH");
        }
    }

    /**
     * Reports a bias of another type than int32 and int64; 0 leaves the type to the tensor. The type stands for that of the
     * accumulator, and is of no use where the tensor says the same; without a tensor only the usual type of int16 operators is known.
     */
    void demandBias(int slot) {
        int type = int8(slot);
        if (type != 0 && type != TensorType.INT32.code() && type != TensorType.INT64.code()) {
            problems.add("bias has type number " + type + ", expected " + TensorType.INT32.code() + ", int32, or "
                    + TensorType.INT64.code() + ", int64");
        } else if (type == TensorType.INT32.code() && hasNoInt16Bias) {
            problems.add("bias type is int32, but there is no bias; Mote then supports int64 only");
        }
    }

    /** Reports int field {@code what} unless it counts the inputs. */
    void demandInputs(int slot, String what) {
        demandCount(slot, what, inputs, "inputs");
    }

    /** Reports int field {@code what} unless it counts the outputs. */
    void demandOutputs(int slot, String what) {
        demandCount(slot, what, outputs, "outputs");
    }

    private void demandCount(int slot, String what, int count, String counted) {
        int found = int32(slot, 0);
        if (table.isPresent() && found != count) {
            problems.add(what + " is " + found + ", the operator has " + count + " " + counted);
        }
    }

    /** Reports int field {@code what} unless it is 0. */
    void demandZeroInt(int slot, String what) {
        int value = int32(slot, 0);
        if (value != 0) {
            problems.add(what + " is " + value + ", which Mote does not support");
        }
    }

    MirrorMode mirrorMode(int slot) {
        return choice(slot, "mode", MirrorMode.values());
    }

    private <T> T choice(int slot, String what, T[] values) {
        int value = int8(slot);
        if (value < 0 || value >= values.length) {
            problems.add(what + " has number " + value + ", supported are " + List.of(values));
            return values[0];
        }
        return values[value];
    }

    private int int8(int slot) {
        return table.map(options -> options.int8(slot, 0)).orElse(0);
    }
}
