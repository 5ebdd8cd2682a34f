package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.interpreter.Interpreter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookupTablesTest {
    /** From 2 * (q - 10) to steps of 1/4 around 3. */
    @Test
    void holdsAnEntryForEachInteger() {
        byte[] table = LookupTables.table(UnaryFunction.LOG, new PerTensor(2, 10), new PerTensor(0.25f, 3));
        assertEquals(256, table.length);
        // log(2 * (11 - 10)) = 0.69 is 2.8 steps.
        assertEquals(3 + 3, table[128 + 11]);
        // log(2 * (127 - 10)) = 5.46 is 21.8 steps.
        assertEquals(3 + 22, table[255]);
        assertEquals(-128, table[128 + 10]);
        assertEquals(-128, table[0]);
    }

    @Test
    void jumpsWhereTheFunctionDoes() {
        PerTensor quarters = new PerTensor(0.25f, 0);
        PerTensor whole = new PerTensor(1, 0);
        byte[] floor = LookupTables.table(UnaryFunction.FLOOR, quarters, whole);
        byte[] ceil = LookupTables.table(UnaryFunction.CEIL, quarters, whole);
        byte[] round = LookupTables.table(UnaryFunction.ROUND, quarters, whole);
        assertArrayEquals(new byte[] {-2, -1, -1, -1, -1, 0}, Arrays.copyOfRange(floor, 128 - 5, 129));
        assertArrayEquals(new byte[] {0, 1, 1, 1, 1, 2}, Arrays.copyOfRange(ceil, 128, 134));
        // A half goes to the even neighbour: 0.5 to 0, 1.5 to 2.
        assertArrayEquals(new byte[] {0, 0, 0, 1, 1, 1, 2, 2}, Arrays.copyOfRange(round, 128, 136));
    }

    @ParameterizedTest
    @EnumSource(
            value = UnaryFunction.class,
            names = {"NEG", "EXP", "LOG", "SQRT", "SQUARE", "SIN", "COS"})
    void looksUpWhatHasNoInt8Kernel(UnaryFunction function) {
        Nets net = new Nets(1);
        int positive = net.unary("sigmoid", net.input(1, 3, 3, 2), UnaryFunction.LOGISTIC);
        FloatModel model = net.model(net.unary("function", positive, function));
        Calibration calibration = new Calibration("random samples", Nets.randomSamples(18, 100, 2));
        Graph int8 = Quantizer.quantize(model, calibration, QuantizerOptions.DEFAULT)
                .model()
                .graph();
        assertEquals(
                List.of("LOGISTIC", "CAST", "ADD", "GATHER"),
                int8.nodes().stream()
                        .map(node -> OperatorNames.of(node.operator()))
                        .toList());
        PerTensor in = (PerTensor) int8.tensor(int8.inputs().getFirst()).quantization();
        PerTensor out = (PerTensor) int8.tensor(int8.outputs().getFirst()).quantization();
        // What a step of the sigmoid is worth: the logarithm is steepest, 1 / 0.1 at the least values of the samples.
        double steps = 1 + 10.0 / 256 / out.scale();
        for (float[] sample : Nets.randomSamples(18, 20, 3)) {
            byte[] integers = in.quantize(sample);
            byte[] answer = Interpreter.of(new Int8Model(int8)).invocation().run(integers);
            float[] exact = Interpreter.of(model).invocation().run(in.dequantize(integers));
            for (int i = 0; i < exact.length; i++) {
                int off = Math.abs(answer[i] - out.quantize(exact[i]));
                assertTrue(off <= steps, function + " is off by " + off);
            }
        }
    }
}
