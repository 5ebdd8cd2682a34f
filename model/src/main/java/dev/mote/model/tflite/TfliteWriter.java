package dev.mote.model.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Graph -> bytes of a {@code .tflite}: equal graphs give equal bytes. */
public final class TfliteWriter {
    private static final String DESCRIPTION = "Mote";
    private static final int INITIAL_BYTES = 1 << 16;

    private final FlatBufferBuilder builder = new FlatBufferBuilder(INITIAL_BYTES);
    private final Graph graph;
    private final BufferTable buffers = new BufferTable();
    private final List<OperatorKey> operatorKeys = new ArrayList<>();

    /** An entry of the file's operator codes. */
    private record OperatorKey(int number, int version) {}

    private TfliteWriter(Graph graph) {
        this.graph = graph;
    }

    /** @throws IllegalArgumentException if the graph holds an unsupported operator or tensor: such a graph is only for looking at */
    public static byte[] write(Graph graph) {
        return new TfliteWriter(graph).bytes();
    }

    private byte[] bytes() {
        int subgraph = vector(1, index -> subgraph());
        int metadata = metadata();
        int codes = vector(operatorKeys.size(), index -> operatorCode(operatorKeys.get(index)));
        int data = vector(buffers.size(), index -> buffer(buffers.get(index)));
        int description = builder.createString(DESCRIPTION);
        builder.startTable(Schema.Model.FIELDS);
        builder.addInt(Schema.Model.VERSION, Schema.VERSION, 0);
        builder.addOffset(Schema.Model.OPERATOR_CODES, codes, 0);
        builder.addOffset(Schema.Model.SUBGRAPHS, subgraph, 0);
        builder.addOffset(Schema.Model.DESCRIPTION, description, 0);
        builder.addOffset(Schema.Model.BUFFERS, data, 0);
        builder.addOffset(Schema.Model.METADATA, metadata, 0);
        builder.finish(builder.endTable(), FlatBuffer.IDENTIFIER);
        return builder.sizedByteArray();
    }

    private int subgraph() {
        int tensors = vector(graph.tensors().size(), index -> tensor(graph.tensor(index)));
        int nodes = vector(graph.nodes().size(), index -> node(graph.nodes().get(index)));
        int inputs = intVector(builder, ints(graph.inputs()));
        int outputs = intVector(builder, ints(graph.outputs()));
        int name = builder.createString(graph.name());
        builder.startTable(Schema.SubGraph.FIELDS);
        builder.addOffset(Schema.SubGraph.TENSORS, tensors, 0);
        builder.addOffset(Schema.SubGraph.INPUTS, inputs, 0);
        builder.addOffset(Schema.SubGraph.OUTPUTS, outputs, 0);
        builder.addOffset(Schema.SubGraph.OPERATORS, nodes, 0);
        builder.addOffset(Schema.SubGraph.NAME, name, 0);
        return builder.endTable();
    }

    private int tensor(Tensor tensor) {
        if (tensor.type() == TensorType.OTHER) {
            throw new IllegalArgumentException("cannot write unsupported tensor " + tensor.name());
        }
        int shape = intVector(builder, tensor.shape().dimensions());
        int name = builder.createString(tensor.name());
        int quantization = quantization(tensor.quantization());
        int buffer = tensor.data().map(buffers::add).orElse(BufferTable.NONE);
        builder.startTable(Schema.Tensor.FIELDS);
        builder.addOffset(Schema.Tensor.SHAPE, shape, 0);
        builder.addByte(Schema.Tensor.TYPE, (byte) tensor.type().code(), 0);
        builder.addInt(Schema.Tensor.BUFFER, buffer, 0);
        builder.addOffset(Schema.Tensor.NAME, name, 0);
        builder.addOffset(Schema.Tensor.QUANTIZATION, quantization, 0);
        builder.addBoolean(Schema.Tensor.IS_VARIABLE, tensor.isState(), false);
        builder.addBoolean(Schema.Tensor.HAS_RANK, tensor.shape().rank() == 0, false);
        return builder.endTable();
    }

    /** @return offset of the table; 0 for none */
    private int quantization(Quantization quantization) {
        return switch (quantization) {
            case Quantization.None none -> 0;
            case Quantization.Trained range -> range(range);
            case Quantization.PerTensor tensor -> quantization(List.of(tensor.scale()), List.of(tensor.zeroPoint()), 0);
            case Quantization.PerChannel channel ->
                quantization(channel.scales(), channel.zeroPoints(), channel.axis());
        };
    }

    private int range(Quantization.Trained range) {
        int min = floatVector(List.of(range.min()));
        int max = floatVector(List.of(range.max()));
        builder.startTable(Schema.Quantization.FIELDS);
        builder.addOffset(Schema.Quantization.MIN, min, 0);
        builder.addOffset(Schema.Quantization.MAX, max, 0);
        return builder.endTable();
    }

    private int floatVector(List<Float> values) {
        builder.startVector(Float.BYTES, values.size(), Float.BYTES);
        values.reversed().forEach(builder::addFloat);
        return builder.endVector();
    }

    private int quantization(List<Float> scales, List<Integer> zeroPoints, int axis) {
        int scaleVector = floatVector(scales);
        builder.startVector(Long.BYTES, zeroPoints.size(), Long.BYTES);
        zeroPoints.reversed().forEach(builder::addLong);
        int zeroPointVector = builder.endVector();
        builder.startTable(Schema.Quantization.FIELDS);
        builder.addOffset(Schema.Quantization.SCALE, scaleVector, 0);
        builder.addOffset(Schema.Quantization.ZERO_POINT, zeroPointVector, 0);
        builder.addInt(Schema.Quantization.QUANTIZED_DIMENSION, axis, 0);
        return builder.endTable();
    }

    private int node(Node node) {
        OperatorCodec<?> codec = OperatorCodecs.of(node.operator());
        int code = operatorCodeIndex(new OperatorKey(codec.number(), codec.versionFor(graph, node)));
        int inputs = intVector(builder, ints(inputs(node)));
        int outputs = intVector(builder, ints(node.outputs()));
        int intermediates = node.intermediates().isEmpty() ? 0 : intVector(builder, ints(node.intermediates()));
        OptionsWriter options = new OptionsWriter(builder);
        codec.writeOptions(graph, node, options);
        int optionsTable = codec.optionsType() == 0 ? 0 : options.finish(codec.optionsSlots());
        builder.startTable(Schema.Operator.FIELDS);
        builder.addInt(Schema.Operator.OPCODE_INDEX, code, 0);
        builder.addOffset(Schema.Operator.INPUTS, inputs, 0);
        builder.addOffset(Schema.Operator.OUTPUTS, outputs, 0);
        builder.addByte(Schema.Operator.OPTIONS_TYPE, (byte) codec.optionsType(), 0);
        builder.addOffset(Schema.Operator.OPTIONS, optionsTable, 0);
        builder.addOffset(Schema.Operator.INTERMEDIATES, intermediates, 0);
        return builder.endTable();
    }

    /** Without a bias that is absent at the end: TFLM's convolutions read one whenever it is listed, even as -1. */
    private static List<Integer> inputs(Node node) {
        boolean absent = node.operator() instanceof Operator.Weighted weighted
                && weighted.bias() == node.inputs().size() - 1
                && !node.hasInput(weighted.bias());
        boolean convolution = !(node.operator() instanceof Operator.FullyConnected);
        return absent && convolution ? node.inputs().subList(0, node.inputs().size() - 1) : node.inputs();
    }

    private int operatorCodeIndex(OperatorKey key) {
        int index = operatorKeys.indexOf(key);
        if (index >= 0) {
            return index;
        }
        operatorKeys.add(key);
        return operatorKeys.size() - 1;
    }

    private int operatorCode(OperatorKey key) {
        int oneByte = Math.min(key.number(), BuiltinOperators.PLACEHOLDER);
        builder.startTable(Schema.OperatorCode.FIELDS);
        builder.addByte(Schema.OperatorCode.DEPRECATED_BUILTIN_CODE, (byte) oneByte, 0);
        builder.addInt(Schema.OperatorCode.VERSION, key.version(), 1);
        builder.addInt(Schema.OperatorCode.BUILTIN_CODE, key.number(), 0);
        return builder.endTable();
    }

    private int metadata() {
        List<Map.Entry<String, TensorData>> entries = List.copyOf(new TreeMap<>(graph.metadata()).entrySet());
        return vector(entries.size(), index -> {
            int name = builder.createString(entries.get(index).getKey());
            builder.startTable(Schema.Metadata.FIELDS);
            builder.addOffset(Schema.Metadata.NAME, name, 0);
            builder.addInt(
                    Schema.Metadata.BUFFER, buffers.add(entries.get(index).getValue()), 0);
            return builder.endTable();
        });
    }

    /** Empty data is left out: interpreters refuse a vector of length 0 in its place. */
    private int buffer(TensorData data) {
        int vector = 0;
        if (data.size() > 0) {
            builder.createUnintializedVector(Byte.BYTES, data.size(), Schema.Buffer.ALIGNMENT)
                    .put(data.bytes());
            vector = builder.endVector();
        }
        builder.startTable(Schema.Buffer.FIELDS);
        builder.addOffset(Schema.Buffer.DATA, vector, 0);
        return builder.endTable();
    }

    private int vector(int count, IntFunction<Integer> write) {
        int[] offsets = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = write.apply(i);
        }
        return builder.createVectorOfTables(offsets);
    }

    static int intVector(FlatBufferBuilder builder, int[] values) {
        builder.startVector(Integer.BYTES, values.length, Integer.BYTES);
        for (int i = values.length - 1; i >= 0; i--) {
            builder.addInt(values[i]);
        }
        return builder.endVector();
    }

    private static int[] ints(List<Integer> values) {
        return IntStream.range(0, values.size()).map(values::get).toArray();
    }
}
