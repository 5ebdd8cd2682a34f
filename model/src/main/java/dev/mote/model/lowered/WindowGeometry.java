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

    /**
     * Of a window whose roles are turned round: input row y adds to output rows y * strideH - padTop + k.
     *
     * @param weights [outC, kernelH, kernelW, inC]
     */
    static WindowGeometry transposed(Window window, Shape weights, Shape input, Shape output) {
        int kernelH = weights.dimension(1);
        int kernelW = weights.dimension(2);
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
                1,
                1,
                padOfOutput(window.padding(), output.dimension(1), kernelH, window.strideH()),
                padOfOutput(window.padding(), output.dimension(2), kernelW, window.strideW()));
    }

    /**
     * Output elements that are cut off in front. Padding VALID cuts nothing off, but where the output is smaller than the window: as
     * TFLM has it.
     */
    private static int padOfOutput(Padding padding, int output, int kernel, int stride) {
        long positions =
                switch (padding) {
                    case SAME -> Math.ceilDiv(output, stride);
                    case VALID -> ((long) output + stride - kernel) / stride;
                };
        return Math.toIntExact(Math.max((positions - 1) * stride + kernel - output, 0) / 2);
    }

    /** Zeros before the first input element; an odd total leaves the larger half behind the last. */
    private static int padBefore(Padding padding, int input, int output, int kernel, int stride, int dilation) {
        return switch (padding) {
            case VALID -> 0;
            case SAME -> Math.max((output - 1) * stride + (kernel - 1) * dilation + 1 - input, 0) / 2;
        };
    }

    /** Input pixels of all batches. */
    public int inputPixels() {
        return batches * inputH * inputW;
    }

    /** Output pixels of all batches. */
    public int outputPixels() {
        return batches * outputH * outputW;
    }
}
