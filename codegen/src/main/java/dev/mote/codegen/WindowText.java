package dev.mote.codegen;

import dev.mote.model.lowered.WindowGeometry;
import java.util.stream.IntStream;

/** A sliding window as part of a parameter struct, and in words. */
final class WindowText {
    /** Bytes of {@code mote_window}. */
    static final int STRUCT_BYTES = 60;

    /** Bytes of {@code mote_dsp_window}. */
    static final int SMALL_STRUCT_BYTES = 22;

    private WindowText() {}

    static String initializer(WindowGeometry g) {
        return """
                .window = {.batches = %d,
                           .in_h = %d, .in_w = %d, .in_c = %d,
                           .out_h = %d, .out_w = %d, .out_c = %d,
                           .kernel_h = %d, .kernel_w = %d,
                           .stride_h = %d, .stride_w = %d,
                           .dilation_h = %d, .dilation_w = %d,
                           .pad_top = %d, .pad_left = %d},
                """.formatted(
                        g.batches(),
                        g.inputH(),
                        g.inputW(),
                        g.inputC(),
                        g.outputH(),
                        g.outputW(),
                        g.outputC(),
                        g.kernelH(),
                        g.kernelW(),
                        g.strideH(),
                        g.strideW(),
                        g.dilationH(),
                        g.dilationW(),
                        g.padTop(),
                        g.padLeft());
    }

    /** Whether {@code mote_dsp_window} has room for it. */
    static boolean isSmall(WindowGeometry g) {
        IntStream sizes =
                IntStream.of(g.batches(), g.inputH(), g.inputW(), g.inputC(), g.outputH(), g.outputW(), g.outputC());
        IntStream steps = IntStream.of(
                g.kernelH(),
                g.kernelW(),
                g.strideH(),
                g.strideW(),
                g.dilationH(),
                g.dilationW(),
                g.padTop(),
                g.padLeft());
        return sizes.allMatch(size -> size <= Short.MAX_VALUE) && steps.allMatch(step -> step <= 255);
    }

    /** Of a window whose input adds to its output. */
    static String transposedNote(WindowGeometry g) {
        return "window   %dx%d, stride %dx%d, transposed, %d cut off above and %d to the left"
                .formatted(g.kernelH(), g.kernelW(), g.strideH(), g.strideW(), g.padTop(), g.padLeft());
    }

    static String note(WindowGeometry g) {
        String dilation =
                g.dilationH() == 1 && g.dilationW() == 1 ? "" : ", dilation " + g.dilationH() + "x" + g.dilationW();
        return "window   %dx%d, stride %dx%d%s, padding %d above and %d to the left"
                .formatted(g.kernelH(), g.kernelW(), g.strideH(), g.strideW(), dilation, g.padTop(), g.padLeft());
    }
}
