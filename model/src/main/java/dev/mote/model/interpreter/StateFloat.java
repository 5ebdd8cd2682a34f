package dev.mote.model.interpreter;

import dev.mote.model.lowered.StateLayer;

/** float32 SVDF and LSTM. */
final class StateFloat {
    private StateFloat() {}

    static void svdf(StateLayer.SvdfFloat layer, float[] in, float[] state, float[] out) {
        StateLayer.SvdfShape shape = layer.shape();
        float[] featureWeights = layer.featureWeights().floats();
        float[] timeWeights = layer.timeWeights().floats();
        int memory = shape.memory();
        System.arraycopy(state, 1, state, 0, state.length - 1);
        for (int n = 0; n < shape.batches(); n++) {
            for (int filter = 0; filter < shape.filters(); filter++) {
                int newest = (n * shape.filters() + filter + 1) * memory - 1;
                state[newest] = dot(in, n * shape.inputs(), featureWeights, filter * shape.inputs(), shape.inputs());
            }
        }
        int count = shape.rank() * memory;
        for (int n = 0; n < shape.batches(); n++) {
            for (int unit = 0; unit < shape.units(); unit++) {
                int from = n * shape.filters() * memory + unit * count;
                float sum = layer.bias().float32(unit) + dot(state, from, timeWeights, unit * count, count);
                out[n * shape.units() + unit] = ElementwiseFloat.activate(sum, layer.activation());
            }
        }
    }

    static void lstm(StateLayer.LstmFloat layer, float[] in, float[] hidden, float[] cell, float[] out) {
        StateLayer.LstmShape shape = layer.shape();
        LstmGateFloat[] gates = layer.gates().stream()
                .map(gate -> new LstmGateFloat(gate, shape))
                .toArray(LstmGateFloat[]::new);
        for (int batch = 0; batch < shape.batches(); batch++) {
            int state = batch * shape.units();
            for (int step = 0; step < shape.steps(); step++) {
                int row = shape.row(batch, step);
                for (int unit = 0; unit < shape.units(); unit++) {
                    float input = logistic(gates[0].sum(in, row, hidden, state, unit));
                    float forget = logistic(gates[1].sum(in, row, hidden, state, unit));
                    float fresh = (float) Math.tanh(gates[2].sum(in, row, hidden, state, unit));
                    float output = logistic(gates[3].sum(in, row, hidden, state, unit));
                    float value = forget * cell[state + unit] + input * fresh;
                    cell[state + unit] = Math.clamp(value, -layer.cellClip(), layer.cellClip());
                    out[row * shape.units() + unit] = (float) Math.tanh(cell[state + unit]) * output;
                }
                System.arraycopy(out, row * shape.units(), hidden, state, shape.units());
            }
        }
    }

    /** A gate with its weights as arrays. */
    private record LstmGateFloat(float[] inputWeights, float[] hiddenWeights, float[] bias, int inputs, int units) {
        LstmGateFloat(StateLayer.Gate gate, StateLayer.LstmShape shape) {
            this(
                    gate.inputWeights().floats(),
                    gate.hiddenWeights().floats(),
                    gate.bias().floats(),
                    shape.inputs(),
                    shape.units());
        }

        float sum(float[] in, int row, float[] hidden, int state, int unit) {
            return dot(in, row * inputs, inputWeights, unit * inputs, inputs)
                    + bias[unit]
                    + dot(hidden, state, hiddenWeights, unit * units, units);
        }
    }

    private static float dot(float[] a, int fromA, float[] b, int fromB, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    private static float logistic(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }
}
