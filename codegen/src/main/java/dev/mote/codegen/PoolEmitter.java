package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;

/** Max and average pooling. */
final class PoolEmitter {
    private static final int STRUCT_BYTES = WindowText.STRUCT_BYTES + 2 * 4;

    /** Elements of which {@code mote_average_pool2d_s8_dsp} makes a mean, at most. */
    private static final int DSP_MEAN = 256;

    private PoolEmitter() {}

    static LayerCode emit(Int8Layer.Pool2d layer, LayerScope scope) {
        Simd simd = scope.target().core().simd();
        Kernel kernel =
                switch (layer.kind()) {
                    case MAX ->
                        switch (simd) {
                            case NONE -> Kernel.MAX_POOL_2D;
                            case DSP -> Kernel.MAX_POOL_2D_DSP;
                            case MVE -> Kernel.MAX_POOL_2D_MVE;
                        };
                    case AVERAGE ->
                        switch (simd) {
                            case NONE -> Kernel.AVERAGE_POOL_2D;
                            case DSP ->
                                window(layer.geometry()) <= DSP_MEAN
                                        ? Kernel.AVERAGE_POOL_2D_DSP
                                        : Kernel.AVERAGE_POOL_2D;
                            case MVE -> Kernel.AVERAGE_POOL_2D_MVE;
                        };
                    case L2 -> throw new IllegalArgumentException("L2_POOL_2D has no int8 kernel");
                };
        return emit(kernel, layer.geometry(), layer.range(), scope);
    }

    /** Of int8 and of int16. */
    static LayerCode emit(Kernel kernel, WindowGeometry geometry, Int8Layer.Range range, LayerScope scope) {
        requireSumThatFits(kernel, geometry, scope);
        String text = WindowText.initializer(geometry) + """
                .min = %d,
                .max = %d,
                """.formatted(range.min(), range.max());
        return LayerCode.of(
                        List.of(), List.of(WindowText.note(geometry)), kernel, scope.name("params"), STRUCT_BYTES, text)
                .withOverlap(Overlap.window(geometry, scope.element().bytes(), 0));
    }

    /** A sum has 32 bits. */
    private static void requireSumThatFits(Kernel kernel, WindowGeometry g, LayerScope scope) {
        long window = window(g);
        if (kernel == Kernel.AVERAGE_POOL_2D || kernel == Kernel.AVERAGE_POOL_2D_MVE) {
            scope.requireAtMost(window, Integer.MAX_VALUE / -Byte.MIN_VALUE, "elements a mean");
        } else if (kernel == Kernel.AVERAGE_POOL_2D_S16) {
            scope.requireAtMost(window, Integer.MAX_VALUE / -Short.MIN_VALUE, "elements a mean");
        }
    }

    /** Most elements of a window that are inside of the input. */
    private static long window(WindowGeometry g) {
        return (long) Math.min(g.kernelH(), g.inputH()) * Math.min(g.kernelW(), g.inputW());
    }
}
