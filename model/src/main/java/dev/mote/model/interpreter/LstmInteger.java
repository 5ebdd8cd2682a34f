package dev.mote.model.interpreter;

import static dev.mote.model.arithmetic.FixedPoint.requantize;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Int16Functions;
import dev.mote.model.arithmetic.LstmArithmetic;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.StateLayer;

/**
 * LSTM of int8 or int16 data. The reference computes one gate for all units, then the next; here a unit is finished before the next,
 * which needs no memory for gates and gives the same: new hidden values wait in the output until the step is done.
 */
final class LstmInteger {
    private final StateLayer.LstmInteger layer;
    private final Gate[] gates;
    private final int hiddenMin;
    private final int hiddenMax;

    LstmInteger(StateLayer.LstmInteger layer) {
        boolean wide = layer.dataType() == TensorType.INT16;
        this.layer = layer;
        this.gates = new Gate[layer.gates().size()];
        for (int i = 0; i < gates.length; i++) {
            gates[i] = new Gate(layer, layer.gates().get(i), layer.factors().get(i));
        }
        this.hiddenMin = wide ? Short.MIN_VALUE : Byte.MIN_VALUE;
        this.hiddenMax = wide ? Short.MAX_VALUE : Byte.MAX_VALUE;
    }

    void run(TensorBuffer inBuffer, TensorBuffer hiddenBuffer, TensorBuffer cellBuffer, TensorBuffer outBuffer) {
        StateLayer.LstmShape shape = layer.shape();
        IntegerView in = IntegerView.of(inBuffer);
        IntegerView hidden = IntegerView.of(hiddenBuffer);
        IntegerView cell = IntegerView.of(cellBuffer);
        IntegerView out = IntegerView.of(outBuffer);
        for (int batch = 0; batch < shape.batches(); batch++) {
            int state = batch * shape.units();
            for (int step = 0; step < shape.steps(); step++) {
                int row = shape.row(batch, step);
                for (int unit = 0; unit < shape.units(); unit++) {
                    unit(in, row, hidden, state, unit, cell, out);
                }
                for (int unit = 0; unit < shape.units(); unit++) {
                    hidden.set(state + unit, out.get(row * shape.units() + unit));
                }
            }
        }
    }

    private void unit(
            IntegerView in, int row, IntegerView hidden, int state, int unit, IntegerView cell, IntegerView out) {
        int input = logistic(gates[0].sum(in, row, hidden, state, unit));
        int forget = logistic(gates[1].sum(in, row, hidden, state, unit));
        int fresh = Int16Functions.tanh(gates[2].sum(in, row, hidden, state, unit), Int16Functions.Scale.Q3_12);
        int output = logistic(gates[3].sum(in, row, hidden, state, unit));
        int kept = saturate(requantize(forget * cell.get(state + unit), LstmArithmetic.FORGET));
        int added = saturate(requantize(input * fresh, layer.newFactor()));
        int value = Math.clamp(saturate(kept + added), layer.cellMin(), layer.cellMax());
        cell.set(state + unit, value);
        int product = Int16Functions.tanh(value, layer.tanhScale()) * output;
        int scaled = requantize(product, layer.hiddenFactor()) + layer.hiddenZeroPoint();
        out.set(row * layer.shape().units() + unit, Math.clamp(scaled, hiddenMin, hiddenMax));
    }

    private static int logistic(int gate) {
        return Int16Functions.logistic(gate, Int16Functions.Scale.Q3_12);
    }

    private static int saturate(int x) {
        return Math.clamp(x, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** A gate before its function. */
    private static final class Gate {
        private final StateLayer.LstmInteger layer;
        private final byte[] inputWeights;
        private final byte[] hiddenWeights;
        private final long[] bias;
        private final StateLayer.GateFactors factors;

        Gate(StateLayer.LstmInteger layer, StateLayer.Gate gate, StateLayer.GateFactors factors) {
            this.layer = layer;
            this.inputWeights = gate.inputWeights().bytes();
            this.hiddenWeights = gate.hiddenWeights().bytes();
            this.bias = layer.dataType() == TensorType.INT16
                    ? gate.bias().longs()
                    : widened(gate.bias().ints());
            this.factors = factors;
        }

        private static long[] widened(int[] values) {
            return java.util.Arrays.stream(values).asLongStream().toArray();
        }

        int sum(IntegerView in, int row, IntegerView hidden, int state, int unit) {
            int inputs = layer.shape().inputs();
            int units = layer.shape().units();
            long input = dot(in, row * inputs, layer.inputZeroPoint(), inputWeights, unit * inputs, inputs);
            long recurrent = dot(hidden, state, layer.hiddenZeroPoint(), hiddenWeights, unit * units, units);
            return saturate(scaled(input + bias[unit], factors.input()) + scaled(recurrent, factors.hidden()));
        }

        private int scaled(long acc, dev.mote.model.arithmetic.Multiplier factor) {
            return saturate(
                    layer.dataType() == TensorType.INT16
                            ? FixedPoint.requantizeWide(acc, factor)
                            : requantize((int) acc, factor));
        }

        private static long dot(IntegerView in, int from, int zeroPoint, byte[] weights, int fromWeights, int count) {
            long acc = 0;
            for (int i = 0; i < count; i++) {
                acc += (long) weights[fromWeights + i] * (in.get(from + i) - zeroPoint);
            }
            return acc;
        }
    }
}
