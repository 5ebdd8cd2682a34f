package dev.mote.model.lowered;

import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Shape;

/**
 * A window that slides over an NHWC tensor, with every size resolved. Output row y reads input rows
 * y * strideH - padTop + k * dilationH for k in [0, kernelH); rows outside the input count as real 0. Columns alike.
 */
public record WindowGeometry(
        int batches,
        int inputH,
        int inputW,
        int inputC,
        int outputH,
        int outputW,
        int outputC,
        int kernelH,
        int kernelW,
        int strideH,
        int strideW,
        int dilationH,
        int dilationW,
        int padTop,
        int padLeft) {

    /** Of a {@code window} of {@code kernelH} x {@code kernelW} from {@code input} to {@code output}, both [n, h, w, c]. */
    static WindowGeometry of(Window window, int kernelH, int kernelW, Shape input, Shape output) {
        int padTop = padBefore(
                window.padding(),
                input.dimension(1),
                output.dimension(1),
                kernelH,
                window.strideH(),
                window.dilationH());
        int padLeft = padBefore(
                window.padding(),
                input.dimension(2),
                output.dimension(2),
                kernelW,
                window.strideW(),
                window.dilationW());
        return new WindowGeometry(
                input.dimension(0),
                input.dimension(1),
                input.dimension(2),
                input.dimension(3),
                output.dimension(1),
                output.dimension(2),
                output.dimension(3),
                kernelH,
                kernelW,
                window.strideH(),
                window.strideW(),
                window.dilationH(),
                window.dilationW(),
                padTop,
                padLeft);
    }

    /** Zeros before the first input element; an odd total leaves the larger half behind the last. */
    private static int padBefore(Padding padding, int input, int output, int kernel, int stride, int dilation) {
        return switch (padding) {
            case VALID -> 0;
            case SAME -> Math.max((output - 1) * stride + (kernel - 1) * dilation + 1 - input, 0) / 2;
        };
    }

    /** Output pixels of all batches. */
    public int outputPixels() {
        return batches * outputH * outputW;
    }
}
