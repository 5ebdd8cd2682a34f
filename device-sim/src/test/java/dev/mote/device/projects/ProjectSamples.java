package dev.mote.device.projects;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.StreamSamples;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.stream.PostProcessing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Models that examples have to cope with, one of each sort. */
enum ProjectSamples {
    /** Classes with labels, a signal of three compressed channels; every text is hostile. */
    CLASSES,
    /** A classifier that says nothing about itself. */
    SCORES,
    /** Float32, no labels: values. */
    VALUES,
    /** Two inputs and two outputs of several types. */
    PAIR,
    /** Integers of 64 bits, and truth values. */
    TRUTHS,
    /** Remembers its runs. */
    STATE,
    /** A signal with a front end: runs on a stream. */
    MOTION;

    private static final String HOSTILE = "*/ \"@name@\" <b>&amp; ${X} %s \\ ??/ d\u00f6g\n- x: {";

    /** Differs from run to run, since the model remembers. */
    private static final List<String> SECOND_OF_STATE = List.of("0.001", "0.002", "-0.026");

    /** Its name in C. */
    String model() {
        return name().toLowerCase(Locale.ROOT);
    }

    CProject project(ProjectKind kind) {
        ModelSource source = new ModelSource(model() + " $X.tflite", new byte[] {1});
        return Codegen.generate(graph(), source, new Target(model(), kind));
    }

    /** What the example prints in its first {@code runs}: the outputs for the stub's 0.0, 0.1, 0.2 and so on. */
    List<String> printed(int runs) {
        List<String> lines = new ArrayList<>(List.of("self test: passed"));
        for (int run = 0; run < runs; run++) {
            lines.addAll(
                    switch (this) {
                        case CLASSES -> (HOSTILE + ": 0.441").lines().toList();
                        /* of -0.4, 0.1 and 0.1: the first of the highest */
                        case SCORES -> List.of("class 1: 0.383");
                        /* tanh(-20 * 0.1), tanh(30 * 0.1) */
                        case VALUES -> List.of("value 0: -0.964", "value 1: 0.995");
                        /* twice the sensor, and where it is largest; 8 of 10 are shown */
                        case PAIR -> pairPrinted();
                        /* 0.0 < 0.1 in integers, then not 0.0 and not 0.1 */
                        case TRUTHS -> List.of("output 0, value 0: 0", "output 1, value 0: 1", "output 1, value 1: 1");
                        case STATE -> List.of("value 0: -0.026", "value 1: " + SECOND_OF_STATE.get(run));
                        /* the second channel gives 0.1 g all the time; one event, the first window's */
                        case MOTION -> run == 0 ? List.of("left: 2") : List.<String>of();
                    });
        }
        return lines;
    }

    Graph graph() {
        return switch (this) {
            case CLASSES ->
                new ModelCard(List.of("walking", HOSTILE, "resting"), preparation(), new TreeMap<>()).in(classes());
            case SCORES -> classes();
            case VALUES -> values32();
            case PAIR -> pair();
            case TRUTHS -> truths();
            case STATE -> state();
            case MOTION -> StreamSamples.model(PostProcessing.NONE).graph();
        };
    }

    private static List<String> pairPrinted() {
        List<String> lines = new ArrayList<>();
        List<String> sums = List.of("0.000", "0.200", "0.400", "0.600", "0.800", "1.000", "1.200", "1.400");
        for (int i = 0; i < sums.size(); i++) {
            lines.add("output 0, value " + i + ": " + sums.get(i));
        }
        lines.add("output 1, value 0: 9");
        return lines;
    }

    private static Graph classes() {
        List<Tensor> tensors = List.of(
                variable(HOSTILE, TensorType.INT8, Quantization.perTensor(0.05f, -3), 1, 6),
                Tensor.constant(
                        "weights",
                        TensorType.INT8,
                        Shape.of(3, 6),
                        Quantization.perTensor(0.02f, 0),
                        TensorData.ofBytes(
                                new byte[] {90, -20, 30, -40, 50, -60, 7, 8, -9, 10, -11, 12, 1, 2, 3, -4, 5, 6})),
                variable("scores", TensorType.INT8, Quantization.perTensor(0.1f, 5), 1, 3),
                variable("classes", TensorType.INT8, Quantization.perTensor(1f / 256, -128), 1, 3));
        return new Graph(
                HOSTILE,
                tensors,
                List.of(
                        new Node(
                                new Operator.FullyConnected(Activation.NONE, false),
                                List.of(0, 1, Node.ABSENT),
                                List.of(2)),
                        new Node(new Operator.Softmax(1), List.of(2), List.of(3))),
                List.of(0),
                List.of(3),
                Map.of());
    }

    private static InputPreparation preparation() {
        return new InputPreparation(
                HOSTILE,
                List.of("acc_x", HOSTILE, "acc_z"),
                50,
                List.of(0.3f, 0f, 0.3f),
                List.of(0f, 0.1f, -0.2f),
                List.of(1f, 2f, 0.5f));
    }

    private static Graph values32() {
        return new Graph(
                "values",
                List.of(
                        variable("in", TensorType.FLOAT32, Quantization.NONE, 1, 2),
                        Tensor.constant(
                                "weights",
                                TensorType.FLOAT32,
                                Shape.of(2, 2),
                                Quantization.NONE,
                                TensorData.ofFloats(1, -20, 0.5f, 30)),
                        variable("sums", TensorType.FLOAT32, Quantization.NONE, 1, 2),
                        variable("out", TensorType.FLOAT32, Quantization.NONE, 1, 2)),
                List.of(
                        new Node(
                                new Operator.FullyConnected(Activation.NONE, false),
                                List.of(0, 1, Node.ABSENT),
                                List.of(2)),
                        new Node(new Operator.Unary(Operator.UnaryFunction.TANH), List.of(2), List.of(3))),
                List.of(0),
                List.of(3),
                Map.of());
    }

    private static Graph pair() {
        Quantization quantization = Quantization.perTensor(0.05f, 7);
        Tensor axis = Tensor.constant("axis", TensorType.INT32, Shape.of(), Quantization.NONE, TensorData.ofInts(1));
        return new Graph(
                "pair",
                List.of(
                        variable("a", TensorType.INT8, quantization, 1, 10),
                        variable("b", TensorType.INT8, quantization, 1, 10),
                        variable("sum", TensorType.INT8, quantization, 1, 10),
                        axis,
                        variable("best", TensorType.INT32, Quantization.NONE, 1)),
                List.of(
                        new Node(
                                new Operator.Binary(Operator.BinaryFunction.ADD, Activation.NONE),
                                List.of(0, 1),
                                List.of(2)),
                        new Node(new Operator.ArgExtreme(true), List.of(2, 3), List.of(4))),
                List.of(0, 1),
                List.of(2, 4),
                Map.of());
    }

    private static Graph truths() {
        return new Graph(
                "truths",
                List.of(
                        variable("a", TensorType.INT64, Quantization.NONE, 1),
                        variable("b", TensorType.INT64, Quantization.NONE, 1),
                        variable("c", TensorType.BOOL, Quantization.NONE, 2),
                        variable("less", TensorType.BOOL, Quantization.NONE, 1),
                        variable("not", TensorType.BOOL, Quantization.NONE, 2)),
                List.of(
                        new Node(new Operator.Compare(Operator.Comparison.LESS), List.of(0, 1), List.of(3)),
                        new Node(new Operator.Logical(Operator.LogicalFunction.LOGICAL_NOT), List.of(2), List.of(4))),
                List.of(0, 1, 2),
                List.of(3, 4),
                Map.of());
    }

    private static Graph state() {
        Quantization weights = Quantization.perTensor(0.004f, 0);
        float stateScale = 1e-4f;
        return new Graph(
                "state",
                List.of(
                        variable("in", TensorType.INT8, Quantization.perTensor(0.02f, 0), 1, 2),
                        Tensor.constant(
                                "features", TensorType.INT8, Shape.of(2, 2), weights, TensorData.ofBytes(new byte[] {
                                    50, -60, 70, 80
                                })),
                        Tensor.constant(
                                "time",
                                TensorType.INT16,
                                Shape.of(2, 3),
                                weights,
                                TensorData.ofShorts(
                                        (short) 9000, (short) 7000, (short) 12000, (short) -8000, (short) 5, (short)
                                                9)),
                        Tensor.constant(
                                "bias",
                                TensorType.INT32,
                                Shape.of(2),
                                Quantization.perTensor(stateScale * 0.004f, 0),
                                TensorData.ofInts(100, -100)),
                        Tensor.state("memory", TensorType.INT16, Shape.of(1, 6), Quantization.perTensor(stateScale, 0)),
                        variable("out", TensorType.INT8, Quantization.perTensor(2e-4f, 0), 1, 2)),
                List.of(new Node(new Operator.Svdf(1, Activation.NONE), List.of(0, 1, 2, 3, 4), List.of(5))),
                List.of(0),
                List.of(5),
                Map.of());
    }

    private static Tensor variable(String name, TensorType type, Quantization quantization, int... dimensions) {
        return Tensor.variable(name, type, Shape.of(dimensions), quantization);
    }
}
