package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final TensorType[] TYPES = {
        TensorType.FLOAT32,
        TensorType.INT32,
        TensorType.UINT8,
        TensorType.INT64,
        TensorType.BOOL,
        TensorType.INT16,
        TensorType.INT8
    };

    @Test
    void keepsEveryOperatorSample() {
        for (Graph graph : OperatorSamples.all()) {
            assertEquals(graph, reread(graph));
        }
    }

    @Test
    void keepsTheRangeThatAFloatTensorWasTrainedWith() {
        Graph graph = OperatorSamples.all().stream()
                .filter(sample -> sample.tensors().getFirst().type() == TensorType.FLOAT32)
                .findFirst()
                .orElseThrow();
        Tensor plain = graph.tensor(0);
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        tensors.set(
                0, Tensor.variable(plain.name(), plain.type(), plain.shape(), new Quantization.Trained(-0.5f, 6.25f)));
        Graph ranged =
                new Graph(graph.name(), tensors, graph.nodes(), graph.inputs(), graph.outputs(), graph.metadata());
        assertEquals(ranged, reread(ranged));
    }

    /** TFLM's convolutions crash on an input that is listed as -1. */
    @Test
    void leavesOutTheBiasThatAConvolutionDoesNotHave() {
        for (Graph graph : OperatorSamples.all()) {
            Node node = graph.nodes().getFirst();
            if (node.operator() instanceof Operator.Conv2d || node.operator() instanceof Operator.TransposeConv) {
                List<Integer> inputs = new ArrayList<>(node.inputs());
                int bias = ((Operator.Weighted) node.operator()).bias();
                while (inputs.size() > bias) {
                    inputs.removeLast();
                }
                List<Integer> without = List.copyOf(inputs);
                inputs.add(Node.ABSENT);
                Graph absent = new Graph(
                        graph.name(),
                        graph.tensors(),
                        List.of(new Node(node.operator(), inputs, node.outputs())),
                        graph.inputs(),
                        graph.outputs(),
                        graph.metadata());
                assertEquals(without, reread(absent).nodes().getFirst().inputs());
            }
        }
    }

    /** A new operator is in the samples, or this fails. */
    @Test
    void samplesHoldEveryOperator() {
        Set<String> sampled = OperatorSamples.all().stream()
                .map(graph -> graph.nodes().getFirst().operator().getClass().getSimpleName())
                .collect(Collectors.toSet());
        Set<String> known = kinds(Operator.class).map(Class::getSimpleName).collect(Collectors.toSet());
        known.remove("Unsupported");
        assertEquals(known, sampled);
    }

    /** The records below a sealed interface. */
    private static Stream<Class<?>> kinds(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(RoundTripTest::kinds)
                : Stream.of(kind);
    }

    @Test
    void keepsAnyAttributesTensorsAndMetadata() {
        for (long seed = 0; seed < 500; seed++) {
            Graph graph = random(new SplittableRandom(seed));
            assertEquals(graph, reread(graph), "seed " + seed);
        }
    }

    @Test
    void writesEqualBytesForEqualGraphs() {
        for (long seed = 0; seed < 50; seed++) {
            byte[] first = TfliteWriter.write(random(new SplittableRandom(seed)));
            byte[] second = TfliteWriter.write(random(new SplittableRandom(seed)));
            assertArrayEquals(first, second, "seed " + seed);
        }
    }

    @Test
    void refusesToWriteWhatIsOnlyForLookingAt() {
        Graph graph = OperatorSamples.conv2d(TensorType.FLOAT32);
        Node node = graph.nodes().getFirst();
        Graph unsupported = new Graph(
                "x",
                graph.tensors(),
                List.of(new Node(new Operator.Unsupported("SVDF"), node.inputs(), node.outputs())),
                graph.inputs(),
                graph.outputs(),
                Map.of());
        assertThrows(IllegalArgumentException.class, () -> TfliteWriter.write(unsupported));
    }

    @Test
    void givesZerosWithoutScaleTheLeastOne() {
        Quantization none = Quantization.perTensor(0, 0);
        Tensor zeros = Tensor.constant("zeros", TensorType.INT16, Shape.of(2), none, TensorData.ofBytes(new byte[4]));
        Tensor ones =
                Tensor.constant("ones", TensorType.INT8, Shape.of(2), none, TensorData.ofBytes(new byte[] {1, 1}));
        Graph graph = reread(new Graph("x", List.of(zeros, ones), List.of(), List.of(), List.of(), Map.of()));
        assertEquals(
                Quantization.perTensor(Float.MIN_NORMAL, 0), graph.tensor(0).quantization());
        assertEquals(none, graph.tensor(1).quantization());
    }

    private static Graph reread(Graph graph) {
        return TfliteReader.read("test.tflite", TfliteWriter.write(graph)).graph();
    }

    /** A graph that need not make sense, only be written and read. */
    private static Graph random(SplittableRandom random) {
        List<Node> nodes = new ArrayList<>();
        List<Tensor> tensors = new ArrayList<>();
        int count = 4 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            tensors.add(tensor(i, random));
        }
        for (Graph sample : OperatorSamples.all()) {
            Operator operator = vary(sample.nodes().getFirst().operator(), random);
            boolean needed = operator instanceof Operator.Weighted && !(operator instanceof Operator.FullyConnected);
            List<Integer> inputs = List.of(0, 1, needed || random.nextBoolean() ? 2 : Node.ABSENT);
            nodes.add(new Node(operator, inputs, List.of(3)));
        }
        Map<String, TensorData> metadata = Map.of("other", bytes(random.nextInt(40), random), "mote", bytes(0, random));
        return new Graph("graph é", tensors, nodes, List.of(0), List.of(3), metadata);
    }

    private static Operator vary(Operator operator, SplittableRandom random) {
        Activation activation = Activation.values()[random.nextInt(4)];
        return switch (operator) {
            case Operator.Conv2d conv -> new Operator.Conv2d(window(random), activation);
            case Operator.DepthwiseConv2d conv ->
                new Operator.DepthwiseConv2d(window(random), random.nextInt(9), activation);
            case Operator.FullyConnected dense -> new Operator.FullyConnected(activation, random.nextBoolean());
            case Operator.Pool2d pool -> {
                Window window = window(random);
                Window undilated = Window.of(window.padding(), window.strideH(), window.strideW());
                yield new Operator.Pool2d(pool.kind(), random.nextInt(9), random.nextInt(9), undilated, activation);
            }
            case Operator.Reduce reduce -> new Operator.Reduce(reduce.function(), random.nextBoolean());
            case Operator.Softmax softmax -> new Operator.Softmax((float) random.nextDouble());
            case Operator.LeakyRelu leaky -> new Operator.LeakyRelu((float) random.nextDouble());
            case Operator.Binary binary ->
                new Operator.Binary(
                        binary.function(), binary.function().hasActivation() ? activation : Activation.NONE);
            case Operator.Concatenation concatenation -> new Operator.Concatenation(random.nextInt(-4, 4), activation);
            case Operator.TransposeConv conv -> {
                Window window = window(random);
                yield new Operator.TransposeConv(
                        Window.of(window.padding(), window.strideH(), window.strideW()), activation);
            }
            case Operator.BatchMatmul matmul -> new Operator.BatchMatmul(random.nextBoolean(), random.nextBoolean());
            case Operator.LogSoftmax softmax -> softmax;
            case Operator.L2Normalization norm -> norm;
            case Operator.Prelu prelu -> prelu;
            case Operator.AddN sum -> sum;
            case Operator.Unary unary -> unary;
            case Operator.Pad pad -> pad;
            case Operator.Reshape reshape -> reshape;
            case Operator.ShapeOf shape -> shape;
            case Operator.ReduceProduct product -> new Operator.ReduceProduct(random.nextBoolean());
            case Operator.ResizeBilinear resize ->
                new Operator.ResizeBilinear(random.nextBoolean(), random.nextBoolean());
            case Operator.CumulativeSum sum -> new Operator.CumulativeSum(random.nextBoolean(), random.nextBoolean());
            case Operator.Movement movement -> vary(movement, random);
            case Operator.Svdf svdf -> new Operator.Svdf(random.nextInt(9), activation);
            case Operator.UnidirectionalSequenceLstm lstm ->
                new Operator.UnidirectionalSequenceLstm((float) random.nextDouble(), random.nextBoolean());
            case Operator.Quantize quantize -> quantize;
            case Operator.Dequantize dequantize -> dequantize;
            case Operator.ReduceAll all -> new Operator.ReduceAll(random.nextBoolean());
            case Operator.Logic logic -> logic;
            case Operator.Unsupported unsupported -> unsupported;
        };
    }

    private static Operator vary(Operator.Movement movement, SplittableRandom random) {
        int number = random.nextInt(-4, 4);
        return switch (movement) {
            case Operator.Squeeze squeeze ->
                new Operator.Squeeze(
                        random.ints(random.nextInt(3), -3, 4).boxed().toList());
            case Operator.StridedSlice slice ->
                new Operator.StridedSlice(random.nextInt(16), random.nextInt(16), random.nextInt(16));
            case Operator.Unpack unpack -> new Operator.Unpack(number);
            case Operator.SpaceToDepth space -> new Operator.SpaceToDepth(number);
            case Operator.DepthToSpace depth -> new Operator.DepthToSpace(number);
            case Operator.Pack pack -> new Operator.Pack(number);
            case Operator.MirrorPad pad -> new Operator.MirrorPad(Operator.MirrorMode.values()[random.nextInt(2)]);
            case Operator.Gather gather -> new Operator.Gather(number, random.nextInt(3));
            case Operator.ResizeNearestNeighbor resize ->
                new Operator.ResizeNearestNeighbor(random.nextBoolean(), random.nextBoolean());
            case Operator.GatherNd gather -> gather;
            case Operator.EmbeddingLookup lookup -> lookup;
            case Operator.DynamicUpdateSlice update -> update;
            case Operator.Fill fill -> fill;
            case Operator.ZerosLike zeros -> zeros;
            case Operator.BroadcastArgs shapes -> shapes;
            case Operator.SpaceToBatchNd space -> space;
            case Operator.BatchToSpaceNd batch -> batch;
            case Operator.ExpandDims expand -> expand;
            case Operator.Transpose transpose -> transpose;
            case Operator.Slice slice -> slice;
            case Operator.Split split -> split;
            case Operator.SplitV split -> split;
            case Operator.BroadcastTo broadcast -> broadcast;
            case Operator.ReverseV2 reverse -> reverse;
            case Operator.PadV2 pad -> pad;
        };
    }

    private static Window window(SplittableRandom random) {
        return new Window(
                random.nextBoolean() ? Padding.SAME : Padding.VALID,
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9));
    }

    /** Tensors 0 and 3 are computed, the others may be constants, also of no elements. */
    private static Tensor tensor(int index, SplittableRandom random) {
        TensorType type = TYPES[random.nextInt(TYPES.length)];
        int[] dimensions =
                random.ints(random.nextInt(index == 0 ? 1 : 0, 5), 0, 5).toArray();
        Shape shape = Shape.of(dimensions);
        Quantization quantization =
                switch (random.nextInt(3)) {
                    case 0 -> Quantization.NONE;
                    case 1 -> Quantization.perTensor((float) random.nextDouble(), random.nextInt(-128, 128));
                    default ->
                        new Quantization.PerChannel(
                                List.of(1f, (float) random.nextDouble()), List.of(0, random.nextInt()), 3);
                };
        String name = random.nextInt(5) == 0 ? "" : "tensor \n" + index;
        return index == 0 || index == 3 || random.nextBoolean() && shape.elements() > 0
                ? Tensor.variable(name, type, shape, quantization)
                : Tensor.constant(name, type, shape, quantization, bytes(shape.elements() * type.bytes(), random));
    }

    private static TensorData bytes(int count, SplittableRandom random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return TensorData.ofBytes(bytes);
    }
}
