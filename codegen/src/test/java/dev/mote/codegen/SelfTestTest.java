package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    @Test
    void takesFourVectorsOfShortOutputsAndOneOfLongOnes() {
        assertEquals(4, SelfTest.choose(int8(8), input -> input).vectors().size());
        assertEquals(1, SelfTest.choose(int8(2000), input -> input).vectors().size());
    }

    @Test
    void takesNoOutputTwice() {
        assertEquals(
                1,
                SelfTest.choose(int8(8), input -> new byte[] {1, 2, 3})
                        .vectors()
                        .size());
    }

    @Test
    void prefersOutputsWithManyValues() {
        SelfTest test = SelfTest.choose(int8(4), input -> input[0] > 40 ? new byte[] {1, 2, input[0]} : new byte[3]);
        assertTrue(test.vectors().getFirst().distinctOutputs() >= 2);
    }

    @Test
    void drawsTheInputsOfTheReferenceVectors() {
        List<byte[]> inputs = new ArrayList<>();
        SelfTest.choose(int8(6), input -> {
            inputs.add(input.clone());
            return input;
        });
        // The first bytes of the golden models' input.bin.
        assertArrayEquals(new byte[] {81, -32, 123, 1, -26, -7}, inputs.getFirst());
    }

    private static Ends int8(int length) {
        return new Ends(
                "input",
                List.of(Tensor.variable("x", TensorType.INT8, Shape.of(length), new Quantization.PerTensor(1, 0))));
    }
}
