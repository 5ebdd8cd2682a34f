package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Places;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the tensors of a subgraph. What Mote cannot hold becomes a finding and a tensor of type {@link TensorType#OTHER}. */
final class TensorReader {
    private static final String FLOAT_OR_INT8 = "export the model with float32 or int8 tensors";
    private static final String NOT_FLOAT16 = "convert again without supported_types = [tf.float16]";
    private static final String NO_VARIABLES =
            "make the variables inputs and outputs of the model: leave stateful=True out of recurrent layers";

    private static final List<String> TYPE_NAMES = List.of(
            "float32 float16 int32 uint8 int64 string bool int16 complex64 int8 float64 complex128 uint64 resource variant "
                    .concat("uint32 uint16 int4 bfloat16 int2 uint4 float8_e4m3fn float8_e5m2")
                    .split(" "));

    private final BufferReader buffers;
    private final List<Finding> findings;

    TensorReader(BufferReader buffers, List<Finding> findings) {
        this.buffers = buffers;
        this.findings = findings;
    }

    /** @param computed whether the tensor is an input of the graph or the output of an operator */
    Tensor read(FlatTable table, int index, boolean computed) {
        String name = table.string(Schema.Tensor.NAME);
        String place = Places.tensor(index, name);
        int before = findings.size();
        boolean constant = !computed && hasData(table);
        Storage storage = constant ? Storage.of(table.int8(Schema.Tensor.TYPE, 0)) : Storage.PLAIN;
        TensorType type = storage == Storage.PLAIN ? type(table, place) : storage.type(TensorType.OTHER);
        Shape shape = shape(table, place);
        Quantization quantization = quantization(table, place);
        refuseStorage(table, place);
        Optional<TensorData> data = findings.size() > before
                ? Optional.empty()
                : data(table, place, storage.bytes(shape.elements(), type), computed);
        if (data.isPresent()) {
            int buffer = (int) table.uint32(Schema.Tensor.BUFFER);
            data = switch (storage) {
                case PLAIN -> data;
                case HALVES -> Optional.of(buffers.widened(buffer));
                case NIBBLES -> Optional.of(buffers.unpacked(buffer, shape.elements()));
            };
        }
        return findings.size() > before
                ? Tensor.variable(name, TensorType.OTHER, shape, Quantization.NONE)
                : new Tensor(
                        name,
                        type,
                        shape,
                        data.map(values -> scaled(quantization, values)).orElse(quantization),
                        data,
                        table.bool(Schema.Tensor.IS_VARIABLE));
    }

    private boolean hasData(FlatTable table) {
        long buffer = table.uint32(Schema.Tensor.BUFFER);
        return buffer < buffers.count()
                && !buffers.isOutside((int) buffer)
                && buffers.data((int) buffer).size() > 0;
    }

    private TensorType type(FlatTable table, String place) {
        int code = table.int8(Schema.Tensor.TYPE, 0);
        for (TensorType type : TensorType.values()) {
            if (type != TensorType.OTHER && type.code() == code) {
                return type;
            }
        }
        String name = code >= 0 && code < TYPE_NAMES.size() ? TYPE_NAMES.get(code) : "number " + code;
        findings.add(
                Finding.error("TFL-11", place, "has type " + name + ", which Mote does not support", remedy(name)));
        return TensorType.OTHER;
    }

    private static String remedy(String typeName) {
        return switch (typeName) {
            case "float16" -> NOT_FLOAT16;
            case "resource" -> NO_VARIABLES;
            default -> FLOAT_OR_INT8;
        };
    }

    private Shape shape(FlatTable table, String place) {
        List<Integer> dimensions = table.ints(Schema.Tensor.SHAPE);
        int[] values = new int[dimensions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dimensions.get(i);
        }
        try {
            return Shape.of(values);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(
                    "TFL-05",
                    place,
                    "has a shape of " + values.length + " dimensions that is negative or above 2^31 - 1 elements",
                    "export the model with a fixed shape"));
            return Shape.of(0);
        }
    }

    private Quantization quantization(FlatTable tensor, String place) {
        Optional<FlatTable> found = tensor.table(Schema.Tensor.QUANTIZATION, place);
        if (found.isEmpty()) {
            return Quantization.NONE;
        }
        FlatTable table = found.get();
        if (table.int8(Schema.Quantization.DETAILS_TYPE, 0) != 0) {
            findings.add(Finding.error(
                    "TFL-15", place, "is quantized by blocks or by a custom scheme", "quantize by tensor or channel"));
            return Quantization.NONE;
        }
        List<Float> scales = table.floats(Schema.Quantization.SCALE);
        List<Long> zeroPoints = table.longs(Schema.Quantization.ZERO_POINT);
        if (scales.isEmpty()) {
            return tensor.int8(Schema.Tensor.TYPE, 0) == TensorType.FLOAT32.code() ? trained(table) : Quantization.NONE;
        }
        boolean fits = zeroPoints.stream().allMatch(zeroPoint -> zeroPoint == zeroPoint.intValue());
        if (!fits || (!zeroPoints.isEmpty() && zeroPoints.size() != scales.size())) {
            findings.add(Finding.error(
                    "TFL-15",
                    place,
                    "has " + scales.size() + " scales and " + zeroPoints.size()
                            + (fits ? " zero points" : " zero points, some beyond 32 bits"),
                    "export the model again, with one zero point for each scale"));
            return Quantization.NONE;
        }
        List<Integer> offsets = zeroPoints.isEmpty()
                ? scales.stream().map(scale -> 0).toList()
                : zeroPoints.stream().map(Long::intValue).toList();
        return scales.size() == 1
                ? Quantization.perTensor(scales.getFirst(), offsets.getFirst())
                : new Quantization.PerChannel(scales, offsets, table.int32(Schema.Quantization.QUANTIZED_DIMENSION, 0));
    }

    /** Some converters leave ranges that are none, as 0 to 0 or beyond the floats: they say nothing. */
    private static Quantization trained(FlatTable table) {
        List<Float> min = table.floats(Schema.Quantization.MIN);
        List<Float> max = table.floats(Schema.Quantization.MAX);
        return min.size() == 1
                        && max.size() == 1
                        && Quantization.Trained.isSound(min.getFirst(), max.getFirst())
                        && min.getFirst() < max.getFirst()
                ? new Quantization.Trained(min.getFirst(), max.getFirst())
                : Quantization.NONE;
    }

    /**
     * Converters give a constant of zeros, as the first state of an unrolled layer, the scale 0. Any scale says the same there, and the
     * least one leads to the same factors as 0: those that are 0.
     */
    private static Quantization scaled(Quantization quantization, TensorData values) {
        boolean unscaled = quantization.equals(Quantization.perTensor(0, 0));
        boolean zeros = unscaled && IntStream.range(0, values.size()).allMatch(i -> values.int8(i) == 0);
        return zeros ? Quantization.perTensor(Float.MIN_NORMAL, 0) : quantization;
    }

    private void refuseStorage(FlatTable table, String place) {
        if (table.has(Schema.Tensor.SPARSITY)) {
            findings.add(Finding.error("TFL-13", place, "is stored sparse", "export it dense"));
        }
        if (table.uint32(Schema.Tensor.EXTERNAL_BUFFER) != 0) {
            findings.add(external(place));
        }
    }

    private Optional<TensorData> data(FlatTable table, String place, long bytes, boolean computed) {
        long buffer = table.uint32(Schema.Tensor.BUFFER);
        if (buffer == 0 && buffers.isEmpty()) {
            return Optional.empty();
        }
        if (buffer >= buffers.count()) {
            findings.add(Finding.error(
                    "TFL-04",
                    place,
                    "has its data in buffer " + buffer + ", the file has " + buffers.count(),
                    "export the model again"));
            return Optional.empty();
        }
        if (buffers.isOutside((int) buffer)) {
            findings.add(external(place));
            return Optional.empty();
        }
        TensorData data = buffers.data((int) buffer);
        if (data.size() == 0 && (bytes > 0 || buffer == 0 || computed)) {
            return Optional.empty();
        }
        if (data.size() != bytes) {
            findings.add(Finding.error(
                    "TFL-06",
                    place,
                    "has " + data.size() + " bytes of data, its shape and type need " + bytes,
                    "export the model again"));
            return Optional.empty();
        }
        return Optional.of(data);
    }

    private static Finding external(String place) {
        return Finding.error(
                "TFL-12",
                place,
                "has its data outside of the model's tables",
                "export the model as one file below 2 GB");
    }
}
