package dev.mote.codegen;

import dev.mote.model.graph.IntegerRange;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.TensorType;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.IntegerLayer;
import java.util.List;

/** From one element type to another. */
final class ConversionEmitter {
    private static final int RESCALE_BYTES = 7 * 4;
    private static final int SCALE_BYTES = 3 * 4;
    private static final int CAST_BYTES = 3 * 4;

    private ConversionEmitter() {}

    static LayerCode rescale(IntegerLayer.Rescale layer, LayerScope scope) {
        IntegerRange range = IntegerRange.of(layer.to());
        String text = """
                .elements = %d,
                .input_zero_point = %s,
                .multiplier = %d, .shift = %d, /* factor %s */
                .output_zero_point = %s,
                .min = %s,
                .max = %s,
                """.formatted(
                        layer.elements(),
                        CText.number(layer.inputZeroPoint()),
                        layer.factor().multiplier(),
                        layer.factor().shift(),
                        CText.rounded(layer.factor().value()),
                        CText.number(layer.outputZeroPoint()),
                        CText.number(range.min()),
                        CText.number(range.max()));
        Kernel kernel = Kernel.valueOf(
                "RESCALE_" + layer.from().name() + "_" + layer.to().name());
        return LayerCode.of(List.of(), List.of(), kernel, scope.name("params"), RESCALE_BYTES, text)
                .withOverlap(elementwise(layer.elements(), layer.from(), scope));
    }

    static LayerCode quantize(FloatLayer.Quantize layer, LayerScope scope) {
        Kernel kernel = layer.type() == TensorType.INT8 ? Kernel.QUANTIZE_INT8 : Kernel.QUANTIZE_INT16;
        return scaled(kernel, layer.elements(), layer.to(), scope)
                .withOverlap(elementwise(layer.elements(), TensorType.FLOAT32, scope));
    }

    static LayerCode dequantize(FloatLayer.Dequantize layer, LayerScope scope) {
        Kernel kernel =
                switch (layer.type()) {
                    case INT8 -> Kernel.DEQUANTIZE_INT8;
                    case UINT8 -> Kernel.DEQUANTIZE_UINT8;
                    case INT16 -> Kernel.DEQUANTIZE_INT16;
                    case FLOAT32, INT32, INT64, BOOL, OTHER ->
                        throw new IllegalArgumentException(layer.type() + " has no kernel");
                };
        return scaled(kernel, layer.elements(), layer.from(), scope)
                .withOverlap(elementwise(layer.elements(), layer.type(), scope));
    }

    private static Overlap elementwise(int elements, TensorType from, LayerScope scope) {
        return Overlap.elementwise(1, elements, from.bytes(), scope.element().bytes());
    }

    private static LayerCode scaled(Kernel kernel, int elements, Quantization.PerTensor scale, LayerScope scope) {
        String text = """
                .elements = %d,
                .zero_point = %d,
                .scale = %s,
                """.formatted(elements, scale.zeroPoint(), CText.number(scale.scale()));
        return LayerCode.of(List.of(), List.of(), kernel, scope.name("params"), SCALE_BYTES, text);
    }

    static LayerCode cast(IntegerLayer.Cast layer, LayerScope scope) {
        boolean fromFloat = layer.from() == TensorType.FLOAT32;
        boolean toFloat = layer.to() == TensorType.FLOAT32;
        String text = ".elements = %d,\n".formatted(layer.elements())
                + (fromFloat ? "" : ".from = %s,\n".formatted(code(layer.from())))
                + (toFloat ? "" : ".to = %s,\n".formatted(code(layer.to())));
        Kernel kernel = fromFloat ? Kernel.CAST_FROM_FLOAT32 : toFloat ? Kernel.CAST_TO_FLOAT32 : Kernel.CAST;
        return LayerCode.of(List.of(), List.of(), kernel, scope.name("params"), CAST_BYTES, text);
    }

    private static String code(TensorType type) {
        return switch (type) {
            case BOOL -> "MOTE_BOOL";
            case INT8 -> "MOTE_S8";
            case INT16 -> "MOTE_S16";
            case INT32 -> "MOTE_S32";
            case FLOAT32, UINT8, INT64, OTHER -> throw new IllegalArgumentException(type + " is not cast");
        };
    }
}
