package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Int16Functions;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;

/**
 * Layers that keep values between runs. Operands: the input, then the states in the order of {@link Operator.Stateful#states()}, which
 * the layer reads and writes.
 */
public sealed interface StateLayer extends Layer {

    /**
     * Sizes of an SVDF; the filters of a unit stand next to each other.
     *
     * @param rank filters of a unit
     * @param memory runs that a filter looks back on, this one included
     */
    record SvdfShape(int batches, int inputs, int units, int rank, int memory) {
        public int filters() {
            return units * rank;
        }

        long macs() {
            return (long) batches * filters() * (inputs + memory);
        }
    }

    /**
     * Each filter's state moves on by one, and its newest element is requantize(sum((in - inputZeroPoint) * featureWeights)) +
     * stateZeroPoint; out = requantize(bias + sum((state - stateZeroPoint) * timeWeights)) + outputZeroPoint over the filters of a unit.
     *
     * @param featureWeights int8 [filters, inputs]
     * @param timeWeights [filters, memory], of type {@code stateType}
     * @param bias int32 [units]
     * @param stateType INT8 or INT16
     */
    record SvdfInt8(
            SvdfShape shape,
            TensorData featureWeights,
            TensorData timeWeights,
            TensorData bias,
            TensorType stateType,
            Multiplier stateFactor,
            Multiplier outputFactor,
            int inputZeroPoint,
            int stateZeroPoint,
            int outputZeroPoint)
            implements StateLayer {
        @Override
        public int operands() {
            return 2;
        }

        @Override
        public long macs() {
            return shape.macs();
        }
    }

    /** As {@link SvdfInt8} without zero points and factors. */
    record SvdfFloat(
            SvdfShape shape, TensorData featureWeights, TensorData timeWeights, TensorData bias, Activation activation)
            implements StateLayer {
        @Override
        public int operands() {
            return 2;
        }

        @Override
        public long macs() {
            return shape.macs();
        }
    }

    /** Sizes of an LSTM. */
    record LstmShape(int batches, int steps, int inputs, int units, boolean timeMajor) {
        /** Position of a step of a batch in input and output, in steps. */
        public int row(int batch, int step) {
            return timeMajor ? step * batches + batch : batch * steps + step;
        }

        long macs() {
            return (long) batches * steps * 4 * units * (inputs + units);
        }
    }

    /**
     * sum(in * inputWeights) + bias + sum(hidden * hiddenWeights), before the gate's function.
     *
     * @param inputWeights [units, inputs]
     * @param hiddenWeights [units, units]
     * @param bias [units]
     */
    record Gate(TensorData inputWeights, TensorData hiddenWeights, TensorData bias) {}

    /** From the accumulators of a gate to 12 fraction bits. */
    record GateFactors(Multiplier input, Multiplier hidden) {}

    /**
     * int8 or int16 data with int8 weights and an int16 cell. A gate is the saturated sum of its two requantized sums; its function,
     * logistic or, for the cell gate, tanh, has 15 fraction bits. cell = clamp(forget * cell + input * new), hidden = output * tanh(cell).
     *
     * @param dataType INT8 with biases of int32, INT16 with biases of int64
     * @param gates input, forget, cell, output
     * @param factors one pair a gate
     * @param newFactor from the product of two gates to the cell
     * @param hiddenFactor from the product of output gate and tanh to the hidden state
     * @param tanhScale how the cell comes to tanh
     * @param cellMin lowest and {@code cellMax} highest value of the cell
     */
    record LstmInteger(
            LstmShape shape,
            TensorType dataType,
            List<Gate> gates,
            List<GateFactors> factors,
            Multiplier newFactor,
            Multiplier hiddenFactor,
            Int16Functions.Scale tanhScale,
            int inputZeroPoint,
            int hiddenZeroPoint,
            int cellMin,
            int cellMax)
            implements StateLayer {
        public LstmInteger {
            gates = List.copyOf(gates);
            factors = List.copyOf(factors);
        }

        @Override
        public int operands() {
            return 3;
        }

        @Override
        public long macs() {
            return shape.macs();
        }
    }

    /**
     * As {@link LstmInteger}, in float32.
     *
     * @param cellClip furthest that the cell may be from 0; infinite for no limit
     */
    record LstmFloat(LstmShape shape, List<Gate> gates, float cellClip) implements StateLayer {
        public LstmFloat {
            gates = List.copyOf(gates);
        }

        @Override
        public int operands() {
            return 3;
        }

        @Override
        public long macs() {
            return shape.macs();
        }
    }
}
