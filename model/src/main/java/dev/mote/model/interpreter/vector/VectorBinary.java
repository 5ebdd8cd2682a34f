package dev.mote.model.interpreter.vector;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.lowered.Int8Layer;
import java.util.Set;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** int8 ADD, SUB, MUL and SQUARED_DIFFERENCE of two tensors of one shape. */
public final class VectorBinary {
    static final Set<BinaryFunction> FUNCTIONS =
            Set.of(BinaryFunction.ADD, BinaryFunction.SUB, BinaryFunction.MUL, BinaryFunction.SQUARED_DIFFERENCE);

    /** Elements between two steps: few enough for the first cache. */
    private static final int CHUNK = 1024;

    private final Int8Layer.Binary layer;
    private final int elements;

    /** What each int8 value of an operand counts. */
    private final int[] first;

    private final int[] second;

    VectorBinary(Int8Layer.Binary layer) {
        this.layer = layer;
        this.elements = layer.broadcast().elements();
        this.first = table(layer, layer.first());
        this.second = table(layer, layer.second());
    }

    private static int[] table(Int8Layer.Binary layer, Int8Layer.Operand operand) {
        int shift = Int8Layer.Binary.shift(layer.function());
        int[] table = new int[1 << Byte.SIZE];
        for (int i = 0; i < table.length; i++) {
            int value = i + Byte.MIN_VALUE - operand.zeroPoint();
            table[i] = shift == 0 ? value : FixedPoint.requantize(value << shift, operand.factor());
        }
        return table;
    }

    public void run(byte[] a, byte[] b, byte[] out, Scratch scratch) {
        int[] values = scratch.values(CHUNK);
        // The last chunk overlaps the one before it rather than being shorter than a vector.
        for (int i = 0; i < elements; i += CHUNK) {
            int count = Math.max(Math.min(CHUNK, elements - i), Lanes.COUNT);
            int at = Math.min(i, elements - count);
            combine(a, b, at, count, values);
            finish(values, count, out, at);
        }
    }

    private void combine(byte[] a, byte[] b, int at, int count, int[] values) {
        switch (layer.function()) {
            case ADD -> {
                for (int i = 0; i < count; i++) {
                    values[i] = first[a[at + i] + 128] + second[b[at + i] + 128];
                }
            }
            case SUB -> {
                for (int i = 0; i < count; i++) {
                    values[i] = first[a[at + i] + 128] - second[b[at + i] + 128];
                }
            }
            case MUL -> {
                for (int i = 0; i < count; i++) {
                    values[i] = first[a[at + i] + 128] * second[b[at + i] + 128];
                }
            }
            case SQUARED_DIFFERENCE -> {
                for (int i = 0; i < count; i++) {
                    int difference = first[a[at + i] + 128] - second[b[at + i] + 128];
                    values[i] = difference * difference;
                }
            }
            case DIV, MAXIMUM, MINIMUM -> throw new IllegalStateException("not rescaled");
        }
    }

    private void finish(int[] values, int count, byte[] out, int to) {
        for (int i = 0; i + Lanes.COUNT <= count; i += Lanes.COUNT) {
            lanes(values, i, out, to);
        }
        if (count % Lanes.COUNT != 0) {
            lanes(values, count - Lanes.COUNT, out, to);
        }
    }

    /** Returns no vector: across a call that is not inlined it would become an object. */
    private void lanes(int[] values, int at, byte[] out, int to) {
        int exponent = Math.max(-layer.outputFactor().shift(), 0);
        IntVector shifted = IntVector.fromArray(Lanes.INTS, values, at)
                .lanewise(VectorOperators.LSHL, Math.max(layer.outputFactor().shift(), 0));
        IntVector scaled = LaneArithmetic.divideByPowerOfTwo(
                LaneArithmetic.doublingHighMultiply(
                        shifted,
                        IntVector.broadcast(Lanes.INTS, layer.outputFactor().multiplier())),
                IntVector.broadcast(Lanes.INTS, exponent),
                IntVector.broadcast(Lanes.INTS, (int) ((1L << exponent) - 1)));
        IntVector value = scaled.add(layer.outputZeroPoint());
        Lanes.store(value.max(layer.range().min()).min(layer.range().max()), out, to + at);
    }
}
