package dev.mote.codegen;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.Optional;

/** Layers for the kernels of {@code mote_dsp.h}; empty where a kernel does not take the layer. */
final class DspEmitter {
    private static final int CONV_2D_BYTES = WindowText.SMALL_STRUCT_BYTES + 2 + 4 + DspOutput.STRUCT_BYTES;
    private static final int FULLY_CONNECTED_BYTES = 4 * 4 + DspOutput.STRUCT_BYTES;
    private static final int DEPTHWISE_BYTES = WindowText.STRUCT_BYTES + 7 * 4 + DspOutput.STRUCT_BYTES;
    /** Of the depthwise kernel: the output zero point fits before the shift. */
    private static final int DEPTHWISE_SHIFT = 22;
    /** Bytes of scratch that a layer may always have. */
    private static final int LEAST_SCRATCH = 2304;

    private static final int QUAD = 4;
    /** From here on widening the inputs takes less than it saves. */
    private static final int WIDE_OUTPUTS = 16;

    /** Whose sums mote_conv2d_s8_dsp has in scratch. */
    private static final int CHANNELS = 32;

    private DspEmitter() {}

    /** With the fast kernel, unless its scratch is more than the goal has to spare. */
    static Optional<LayerCode> conv2d(Int8Layer.Conv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        int scratch = scratch(g.kernelH() * g.kernelW() * g.inputC(), g.outputC());
        boolean isDirect =
                switch (scope.target().goal()) {
                    case SIZE -> true;
                    case BALANCED -> scratch > LEAST_SCRATCH && !scope.model().hasRoom(bytes(g), scratch);
                    case SPEED -> false;
                };
        return isDirect
                ? DirectConvolution.emit(layer, scope)
                : filters(layer).map(filters -> conv2d(layer, filters, scope));
    }

    /** Empty where the kernels do not take the layer. */
    static Optional<FastFilters> filters(Int8Layer.Conv2d layer) {
        if (layer.groups() > 1 || !WindowText.isSmall(layer.geometry())) {
            return Optional.empty();
        }
        return FastFilters.of(layer);
    }

    /** Input and output. */
    private static long bytes(WindowGeometry g) {
        return (long) g.inputPixels() * g.inputC() + (long) g.outputPixels() * g.outputC();
    }

    /** Of the fast kernel. */
    private static int scratch(int filter, int channels) {
        return 28 * PackedFilters.quads(filter) + 12 * Math.min(channels, CHANNELS);
    }

    private static LayerCode conv2d(Int8Layer.Conv2d layer, FastFilters filters, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        DspOutput output = DspOutput.of(filters, layer.outputZeroPoint(), layer.range(), scope);
        int filter = filters.weights().length / g.outputC();
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8_WORDS,
                "[%d, %d, %d, %d] = [out_c, kernel_h, kernel_w, in_c], in the order of mote_conv2d_s8_dsp"
                        .formatted(g.outputC(), g.kernelH(), g.kernelW(), g.inputC()),
                PackedFilters.pairs(filters.weights(), filter));
        String text = WindowText.initializer(g)
                + """
                .input_zero_point = %d,
                .weights = %s,
                """.formatted(layer.inputZeroPoint(), weights.name())
                + output.initializer();
        return LayerCode.of(
                        output.constantsAfter(weights),
                        List.of(WindowText.note(g)),
                        Kernel.CONV_2D_DSP,
                        scope.name("params"),
                        CONV_2D_BYTES,
                        text)
                .withScratch(scratch(filter, g.outputC()))
                .withOverlap(Overlap.window(g, 1, 0));
    }

    static Optional<LayerCode> fullyConnected(Int8Layer.FullyConnected layer, LayerScope scope) {
        return FastFilters.of(layer).map(filters -> fullyConnected(layer, filters, scope));
    }

    private static LayerCode fullyConnected(Int8Layer.FullyConnected layer, FastFilters filters, LayerScope scope) {
        DspOutput output = DspOutput.of(filters, layer.outputZeroPoint(), layer.range(), scope);
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8_WORDS,
                "[%d, %d] = [outputs, inputs], in the order of mote_fully_connected_s8_dsp"
                        .formatted(layer.outputs(), layer.inputs()),
                PackedFilters.fours(filters.weights(), layer.inputs()));
        String text =
                """
                .batches = %d,
                .inputs = %d,
                .outputs = %d,
                .weights = %s,
                """.formatted(layer.batches(), layer.inputs(), layer.outputs(), weights.name()) + output.initializer();
        boolean isWide =
                scope.target().goal() == Goal.SPEED && layer.inputs() >= QUAD && layer.outputs() >= WIDE_OUTPUTS;
        /* Inputs behind quads, and outputs behind fours, are made from the bytes themselves. */
        boolean readsOnce = isWide && layer.inputs() % QUAD == 0 && layer.outputs() % QUAD == 0;
        LayerCode code = LayerCode.of(
                        output.constantsAfter(weights),
                        List.of(),
                        isWide ? Kernel.FULLY_CONNECTED_WIDE_DSP : Kernel.FULLY_CONNECTED_DSP,
                        scope.name("params"),
                        FULLY_CONNECTED_BYTES,
                        text)
                .withOverlap(Overlap.rows(
                        layer.batches(), layer.inputs(), layer.outputs(), 1, readsOnce ? 0 : layer.outputs() - 1));
        return isWide ? code.withScratch(8 * (layer.inputs() / QUAD)) : code;
    }

    static Optional<LayerCode> depthwise(Int8Layer.DepthwiseConv2d layer, LayerScope scope) {
        WindowGeometry g = layer.geometry();
        boolean isDilated = g.kernelH() > 1 && g.dilationH() > 1 || g.kernelW() > 1 && g.dilationW() > 1;
        if (isDilated || scope.target().goal() == Goal.SIZE) {
            return Optional.empty();
        }
        DepthwisePlanes planes = DepthwisePlanes.of(g, scratch(g, scope));
        if (DirectDepthwise.takes(layer) && DirectDepthwise.instructions(g) < planes.instructions()) {
            return Optional.empty();
        }
        return FastFilters.of(layer)
                .filter(filters -> filters.shiftsAtMost(DEPTHWISE_SHIFT))
                .map(filters -> depthwise(layer, filters, planes, scope));
    }

    private static LayerCode depthwise(
            Int8Layer.DepthwiseConv2d layer, FastFilters filters, DepthwisePlanes planes, LayerScope scope) {
        DspOutput output = DspOutput.of(filters, layer.outputZeroPoint(), layer.range(), scope);
        WindowGeometry g = planes.window();
        ConstantArray weights = new ConstantArray(
                scope.name("weights"),
                ConstantArray.Type.INT8,
                "[%d, %d, %d] = [out_c, kernel_h, kernel_w]%s"
                        .formatted(g.outputC(), g.kernelH(), g.kernelW(), planes.isTransposed() ? ", transposed" : ""),
                ConstantArray.rows(planes.weights(filters.weights()), g.kernelH() * g.kernelW(), "channel"));
        String text = WindowText.initializer(g)
                + """
                .is_transposed = %d,
                .depth_multiplier = %d,
                .input_zero_point = %d,
                .weights = %s,
                """.formatted(
                        planes.isTransposed() ? 1 : 0, layer.depthMultiplier(), layer.inputZeroPoint(), weights.name())
                + output.initializer()
                + """
                .planes = %d,
                .pitch = %d,
                .band = %d,
                """.formatted(planes.planes(), planes.pitch(), planes.band());
        return LayerCode.of(
                        output.constantsAfter(weights),
                        List.of(WindowText.note(layer.geometry())),
                        Kernel.DEPTHWISE_CONV_2D_DSP,
                        scope.name("params"),
                        DEPTHWISE_BYTES,
                        text)
                .withScratch(planes.scratchBytes())
                .withOverlap(planes.overlap());
    }

    /** Bytes that are little beside the layer's tensors. */
    private static int scratch(WindowGeometry g, LayerScope scope) {
        int input = g.inputH() * g.inputW() * g.inputC();
        return Math.max(LEAST_SCRATCH, scope.target().goal() == Goal.SPEED ? input / 8 : 0);
    }
}
