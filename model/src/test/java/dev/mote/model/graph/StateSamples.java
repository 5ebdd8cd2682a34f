package dev.mote.model.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small valid graphs of the operators that keep a state, with drawn weights. */
public final class StateSamples {
    private static final Quantization DATA = Quantization.perTensor(0.0625f, -3);
    private static final Quantization HIDDEN = Quantization.perTensor(0.0078125f, 5);
    private static final Quantization WEIGHTS = Quantization.perTensor(0.01f, 0);
    private static final Quantization CELL = Quantization.perTensor(0x1p-11f, 0);

    private StateSamples() {}

    /** Each operator with each set of types. */
    public static List<Graph> all() {
        return List.of(
                svdf(TensorType.FLOAT32, TensorType.FLOAT32),
                svdf(TensorType.INT8, TensorType.INT16),
                svdf(TensorType.INT8, TensorType.INT8),
                lstm(TensorType.FLOAT32, false),
                lstm(TensorType.INT8, true),
                lstm(TensorType.INT16, false));
    }

    /** Batch 2, 3 inputs, 2 units of rank 2, memory 4. */
    public static Graph svdf(TensorType type, TensorType state) {
        return svdf(new SplittableRandom(1), type, state, new int[] {2, 3, 2, 2, 4});
    }

    /** @param sizes batch, inputs, units, rank, memory */
    private static Graph svdf(SplittableRandom random, TensorType type, TensorType state, int... sizes) {
        boolean floats = type == TensorType.FLOAT32;
        int filters = sizes[2] * sizes[3];
        Quantization stateScale = state == TensorType.INT16 ? CELL : DATA;
        float bias = (state == TensorType.INT16 ? 0x1p-11f : 0.0625f) * 0.01f;
        Tensor[] tensors = {
            data("in", type, DATA, sizes[0], sizes[1]),
            constant(random, type, WEIGHTS, filters, sizes[1]),
            constant(random, state, WEIGHTS, filters, sizes[4]),
            constant(random, floats ? type : TensorType.INT32, Quantization.perTensor(bias, 0), sizes[2]),
            state(state, stateScale, sizes[0], filters * sizes[4]),
            data("out", type, DATA, sizes[0], sizes[2])
        };
        Operator operator = new Operator.Svdf(sizes[3], floats ? Activation.RELU : Activation.NONE);
        return graph(operator, List.of(0, 1, 2, 3, 4), List.of(), tensors);
    }

    /** Batch 2, 3 steps, 5 inputs, 3 units. */
    public static Graph lstm(TensorType type, boolean timeMajor) {
        return lstm(new SplittableRandom(1), type, timeMajor, 0, 2, 3, 5, 3);
    }

    /** @param sizes batch, steps, inputs, units */
    private static Graph lstm(SplittableRandom random, TensorType type, boolean timeMajor, float clip, int... sizes) {
        boolean floats = type == TensorType.FLOAT32;
        int outer = sizes[timeMajor ? 1 : 0];
        int inner = sizes[timeMajor ? 0 : 1];
        int units = sizes[3];
        TensorType bias = floats ? type : type == TensorType.INT8 ? TensorType.INT32 : TensorType.INT64;
        List<Tensor> tensors = new ArrayList<>();
        List<Integer> inputs = new ArrayList<>(Collections.nCopies(LstmInputs.COUNT, Node.ABSENT));
        tensors.add(data("in", type, DATA, outer, inner, sizes[2]));
        inputs.set(0, 0);
        for (int gate = 0; gate < LstmInputs.GATES; gate++) {
            add(LstmInputs.INPUT_WEIGHTS + gate, weights(random, type, units, sizes[2]), inputs, tensors);
            add(LstmInputs.HIDDEN_WEIGHTS + gate, weights(random, type, units, units), inputs, tensors);
            add(LstmInputs.BIAS + gate, constant(random, bias, DATA, units), inputs, tensors);
        }
        add(LstmInputs.HIDDEN_STATE, state(type, HIDDEN, sizes[0], units), inputs, tensors);
        TensorType cell = floats ? type : TensorType.INT16;
        add(LstmInputs.CELL_STATE, state(cell, CELL, sizes[0], units), inputs, tensors);
        Tensor scale = Tensor.variable("intermediate", TensorType.INT16, Shape.of(0), CELL);
        tensors.add(scale);
        tensors.add(data("out", type, HIDDEN, outer, inner, units));
        List<Integer> intermediates = floats ? List.of() : Collections.nCopies(5, tensors.indexOf(scale));
        Operator operator = new Operator.UnidirectionalSequenceLstm(clip, timeMajor);
        return graph(operator, inputs, intermediates, tensors.toArray(Tensor[]::new));
    }

    private static void add(int position, Tensor tensor, List<Integer> inputs, List<Tensor> tensors) {
        inputs.set(position, tensors.size());
        tensors.add(tensor);
    }

    private static Graph graph(
            Operator operator, List<Integer> inputs, List<Integer> intermediates, Tensor... tensors) {
        int output = tensors.length - 1;
        Node node = new Node(operator, inputs, List.of(output), intermediates);
        return new Graph("state", List.of(tensors), List.of(node), List.of(0), List.of(output), Map.of());
    }

    private static Tensor data(String name, TensorType type, Quantization quantization, int... dimensions) {
        return Tensor.variable(name, type, Shape.of(dimensions), of(type, quantization));
    }

    private static Tensor state(TensorType type, Quantization quantization, int... dimensions) {
        return Tensor.state("state", type, Shape.of(dimensions), of(type, quantization));
    }

    private static Quantization of(TensorType type, Quantization quantization) {
        return type == TensorType.FLOAT32 ? Quantization.NONE : quantization;
    }

    private static Tensor weights(SplittableRandom random, TensorType data, int... dimensions) {
        TensorType type = data == TensorType.FLOAT32 ? data : TensorType.INT8;
        return constant(random, type, WEIGHTS, dimensions);
    }

    private static Tensor constant(
            SplittableRandom random, TensorType type, Quantization quantization, int... dimensions) {
        Shape shape = Shape.of(dimensions);
        IntStream values = random.ints(shape.elements(), -127, 128);
        TensorData data =
                switch (type) {
                    case FLOAT32 -> floats(values.toArray());
                    case INT8 -> bytes(values.toArray());
                    case INT16 -> shorts(values.map(value -> 255 * value).toArray());
                    case INT32 ->
                        TensorData.ofInts(values.map(value -> 20 * value).toArray());
                    case INT64 -> TensorData.ofLongs(values.asLongStream().toArray());
                    case UINT8, BOOL, OTHER -> throw new IllegalArgumentException("type " + type);
                };
        return Tensor.constant("constant", type, shape, of(type, quantization), data);
    }

    private static TensorData floats(int... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = values[i] / 128f;
        }
        return TensorData.ofFloats(floats);
    }

    private static TensorData bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return TensorData.ofBytes(bytes);
    }

    private static TensorData shorts(int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return TensorData.ofBytes(bytes);
    }
}
