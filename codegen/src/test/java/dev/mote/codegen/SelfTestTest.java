package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    @Test
    void takesFourVectorsOfShortOutputsAndOneOfLongOnes() {
        assertEquals(4, SelfTest.choose(8, input -> input).vectors().size());
        assertEquals(1, SelfTest.choose(2000, input -> input).vectors().size());
    }

    @Test
    void takesNoOutputTwice() {
        assertEquals(
                1, SelfTest.choose(8, input -> new byte[] {1, 2, 3}).vectors().size());
    }

    @Test
    void prefersOutputsWithManyValues() {
        SelfTest test = SelfTest.choose(4, input -> input[0] > 40 ? new byte[] {1, 2, input[0]} : new byte[3]);
        assertTrue(test.vectors().getFirst().distinctOutputs() >= 2);
    }

    @Test
    void drawsTheInputsOfTheReferenceVectors() {
        List<byte[]> inputs = new ArrayList<>();
        SelfTest.choose(6, input -> {
            inputs.add(input.clone());
            return input;
        });
        // The first bytes of the golden models' input.bin.
        assertArrayEquals(new byte[] {81, -32, 123, 1, -26, -7}, inputs.getFirst());
    }
}
