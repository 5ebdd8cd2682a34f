package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.LstmWeights;
import dev.mote.trainer.network.Stage;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;

/** An LSTM in a TensorFlow graph, written out step by step, so that gradients need no loop. */
final class LstmForward {
    private static final long GATES = LstmWeights.GATES.size();

    private final Ops tf;
    private final Variables variables;
    private final Stage.Lstm lstm;

    LstmForward(Ops tf, Variables variables, Stage.Lstm lstm) {
        this.tf = tf;
        this.variables = variables;
        this.lstm = lstm;
    }

    /**
     * @param x [n, time, 1, inputs]
     * @return [n, time, 1, units], or [n, units] of the last step
     */
    Operand<TFloat32> of(Operand<TFloat32> x, int time) {
        Operand<TFloat32> recurrent = variables.get(LstmWeights.recurrentKernel(lstm));
        List<Operand<TFloat32>> sums = inputSums(x, time);
        Operand<TFloat32> cell =
                tf.zerosLike(tf.stopGradient(gates(sums.getFirst()).getFirst()));
        Operand<TFloat32> last = cell;
        List<Operand<TFloat32>> hidden = new ArrayList<>();
        for (Operand<TFloat32> own : sums) {
            List<Operand<TFloat32>> gates = gates(tf.math.add(own, tf.linalg.matMul(last, recurrent)));
            Operand<TFloat32> fresh = tf.math.mul(tf.math.sigmoid(gates.get(0)), tf.math.tanh(gates.get(2)));
            cell = tf.math.add(tf.math.mul(tf.math.sigmoid(gates.get(1)), cell), fresh);
            last = tf.math.mul(tf.math.sigmoid(gates.get(3)), tf.math.tanh(cell));
            hidden.add(last);
        }
        return lstm.sequences()
                ? tf.reshape(tf.stack(hidden, Stack.axis(1L)), tf.constant(new int[] {-1, time, 1, lstm.units()}))
                : last;
    }

    private List<Operand<TFloat32>> gates(Operand<TFloat32> sums) {
        return List.copyOf(tf.split(tf.constant(1), sums, GATES).output());
    }

    /** What the inputs bring to the gates, [n, 4 * units] for each step. */
    private List<Operand<TFloat32>> inputSums(Operand<TFloat32> x, int time) {
        Operand<TFloat32> rows = tf.reshape(x, tf.constant(new int[] {-1, lstm.inputs()}));
        Operand<TFloat32> sums = tf.linalg.matMul(rows, variables.get(LstmWeights.kernel(lstm)));
        List<Operand<TFloat32>> biases = new ArrayList<>();
        LstmWeights.GATES.forEach(gate -> biases.add(variables.get(LstmWeights.bias(lstm, gate))));
        Operand<TFloat32> biased = tf.nn.biasAdd(sums, tf.concat(biases, tf.constant(0)));
        int width = (int) GATES * lstm.units();
        Operand<TFloat32> steps = tf.reshape(biased, tf.constant(new int[] {-1, time, width}));
        return List.copyOf(tf.unstack(steps, (long) time, Unstack.axis(1L)).output());
    }
}
