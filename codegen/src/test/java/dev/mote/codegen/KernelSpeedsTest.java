package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is made of the table; that it is right is tested on emulated boards, in device-sim. */
class KernelSpeedsTest {
    private static final LayerWork CONVOLUTION = new LayerWork(List.of("mote_conv2d_s8"), true, 100_000, 1_000, 5_000);

    private static OptionalLong instructions(Core core, LayerWork... layers) {
        return KernelSpeeds.instructions(core, List.of(layers));
    }

    @Test
    void aConvolutionTakesAFewInstructionsAMac() {
        long count = instructions(Core.CORTEX_M3, CONVOLUTION).orElseThrow();
        assertTrue(count > 250_000 && count < 600_000, String.valueOf(count));
        assertEquals(instructions(Core.CORTEX_M3, CONVOLUTION), instructions(Core.PORTABLE, CONVOLUTION));
        assertEquals(instructions(Core.CORTEX_M0, CONVOLUTION), instructions(Core.CORTEX_M0PLUS, CONVOLUTION));
        assertEquals(instructions(Core.RV32IMC, CONVOLUTION), instructions(Core.XTENSA_LX6, CONVOLUTION));
        assertTrue(instructions(Core.CORTEX_M0, CONVOLUTION).orElseThrow() > count);
    }

    @Test
    void layersAddUp() {
        long one = instructions(Core.CORTEX_M3, CONVOLUTION).orElseThrow();
        long two = instructions(Core.CORTEX_M3, CONVOLUTION, CONVOLUTION).orElseThrow();
        assertEquals(2 * one, two, 1);
        assertEquals(OptionalLong.of(0), instructions(Core.CORTEX_M3, new LayerWork(List.of(), false, 9, 9, 0)));
    }

    @Test
    void aKernelThatWasNotMeasuredCountsAsAnAddition() {
        LayerWork addition = new LayerWork(List.of("mote_add_s8"), false, 500, 500, 0);
        LayerWork maximum = new LayerWork(List.of("mote_maximum_s8"), false, 500, 500, 0);
        assertEquals(instructions(Core.CORTEX_M3, addition), instructions(Core.CORTEX_M3, maximum));
    }

    @Test
    void nothingIsSaidAboutFloatsAndOtherProducts() {
        LayerWork floats = new LayerWork(List.of("mote_exp_f32"), false, 500, 500, 0);
        LayerWork matmul = new LayerWork(List.of("mote_batch_matmul_s8"), true, 500, 500, 0);
        assertEquals(OptionalLong.empty(), instructions(Core.CORTEX_M3, CONVOLUTION, floats));
        assertEquals(OptionalLong.empty(), instructions(Core.CORTEX_M3, matmul));
    }
}
