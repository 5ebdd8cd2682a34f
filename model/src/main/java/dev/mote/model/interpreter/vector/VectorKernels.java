package dev.mote.model.interpreter.vector;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.Optional;

/**
 * Chooses the layers that have a form for vectors. This package alone uses the module {@code jdk.incubator.vector}; ask
 * {@link #arePresent()} before anything else.
 */
public final class VectorKernels {
    private static final String MODULE = "jdk.incubator.vector";

    /** Floats that a padded input, or the packed weights of a layer, may take; larger layers keep the plain kernel. */
    private static final double LARGEST = 1 << 24;

    /** Floats for each weight, so that a file cannot ask for much more memory than it has bytes. */
    private static final double LARGEST_SHARE = 4;

    /** Packed weights of as many floats are never too many. */
    private static final double SMALL = 1 << 14;

    private VectorKernels() {}

    /** Whether the JVM was started with the module, and the processor has wide vectors. */
    public static boolean arePresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && Lanes.areWide();
    }

    /** A kernel that gives the same bytes as the plain one. */
    public static Optional<VectorKernel> conv(Int8Layer.Conv2d layer) {
        boolean fits = layer.groups() == 1
                && !isEmpty(layer.geometry())
                && PaddedInput.size(layer.geometry(), 1) <= LARGEST
                && packsWell(layer.weights().size(), layer.geometry().outputC());
        return fits ? Optional.of(new VectorConv(layer)) : Optional.empty();
    }

    /** As {@link #conv}; at most 1,024 taps of any weights are exact. */
    public static Optional<VectorKernel> depthwise(Int8Layer.DepthwiseConv2d layer) {
        WindowGeometry g = layer.geometry();
        boolean fits = !isEmpty(g)
                && PaddedInput.size(g, layer.depthMultiplier()) <= LARGEST
                && packsWell(layer.weights().size(), g.outputC())
                && Weights.areExactInFloat(VectorDepthwise.filters(layer), g.kernelH() * g.kernelW());
        return fits ? Optional.of(new VectorDepthwise(layer)) : Optional.empty();
    }

    /** As {@link #conv}: a convolution of images of one pixel. */
    public static Optional<VectorKernel> fullyConnected(Int8Layer.FullyConnected layer) {
        int n = layer.batches();
        WindowGeometry pixels =
                new WindowGeometry(n, 1, 1, layer.inputs(), 1, 1, layer.outputs(), 1, 1, 1, 1, 1, 1, 0, 0);
        return conv(new Int8Layer.Conv2d(
                pixels,
                1,
                layer.weights(),
                layer.bias(),
                layer.scaling(),
                layer.inputZeroPoint(),
                layer.outputZeroPoint(),
                layer.range()));
    }

    /** Functions that rescale, without broadcasting, of at least a vector. */
    public static Optional<VectorBinary> binary(Int8Layer.Binary layer) {
        boolean fits = VectorBinary.FUNCTIONS.contains(layer.function())
                && layer.broadcast().isElementwise()
                && layer.broadcast().elements() >= Lanes.COUNT;
        return fits ? Optional.of(new VectorBinary(layer)) : Optional.empty();
    }

    private static boolean isEmpty(WindowGeometry g) {
        return g.outputPixels() == 0 || g.inputC() == 0 || g.outputC() == 0 || g.kernelH() == 0 || g.kernelW() == 0;
    }

    /** Whether weights for whole vectors of channels take little enough memory: few channels leave lanes empty. */
    private static boolean packsWell(int weights, int channels) {
        double packed = (double) weights / channels * Math.ceilDiv(channels, Lanes.COUNT) * Lanes.COUNT;
        return packed <= SMALL || packed <= Math.min(LARGEST, LARGEST_SHARE * weights);
    }
}
