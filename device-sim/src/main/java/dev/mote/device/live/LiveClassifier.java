package dev.mote.device.live;

import dev.mote.dataset.metrics.Scores;
import dev.mote.device.HostEngine;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.DrawnPicture;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A model of pictures that is kept ready to answer at once, with the float model that it was made of. For several threads. */
public final class LiveClassifier {
    private static final int MOST_CLASSES = 1000;

    /** Of one answer; more would keep the one who draws waiting. */
    private static final long MOST_MACS = 500_000_000;

    /** Of all tensors of a model. */
    private static final long MOST_BYTES = 32L << 20;

    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final DrawnPicture input;
    private final List<String> labels;
    private final Quantization.PerTensor output;
    private final Invocation int8;
    private final Probabilities int8Probabilities;
    private final Optional<Twin> twin;

    /** The float model. */
    private record Twin(Invocation invocation, Probabilities probabilities) {}

    private LiveClassifier(DrawnPicture input, Int8Model model, Optional<FloatModel> twin) {
        this.input = input;
        this.labels = labels(model.graph());
        this.output = model.outputQuantization();
        this.int8 = Interpreter.of(model).invocation();
        this.int8Probabilities = Probabilities.of(model.graph());
        this.twin = twin.map(some -> new Twin(Interpreter.of(some).invocation(), Probabilities.of(some.graph())));
    }

    /**
     * @param side of the canvas, in pixels
     * @param twin of the same ends, see {@link #areTwins}
     * @throws BadInputException in one line, if the model does not tell classes of pictures, or is too large
     */
    public static LiveClassifier of(Int8Model model, Optional<FloatModel> twin, int side) {
        requireUsable(model);
        DrawnPicture input = new DrawnPicture(model, side);
        twin.ifPresent(some -> requireSmall(some.graph()));
        return new LiveClassifier(input, model, twin);
    }

    /** @throws BadInputException in one line, if the model does not tell classes of pictures, or is too large */
    public static void requireUsable(Int8Model model) {
        DrawnPicture.requirePicture(model);
        requireClasses(model.graph());
        requireSmall(model.graph());
    }

    private static void requireClasses(Graph graph) {
        if (!graph.card().targets().isEmpty()) {
            throw new BadInputException("the model tells numbers, not classes; choose one that tells classes");
        }
        if (graph.outputs().size() != 1) {
            throw new BadInputException("the model has " + graph.outputs().size()
                    + " outputs, expected one; choose one that tells classes");
        }
        int classes = classes(graph);
        int labels = graph.card().labels().size();
        if (classes < 2 || classes > MOST_CLASSES || labels != 0 && labels != classes) {
            throw new BadInputException("the model's output of "
                    + graph.tensor(graph.outputs().getFirst()).shape() + " with " + labels
                    + " labels tells no classes, expected 2 to " + MOST_CLASSES + "; choose one that tells classes");
        }
    }

    private static void requireSmall(Graph graph) {
        long bytes =
                graph.tensors().stream().mapToLong(tensor -> tensor.byteSize()).reduce(0, Math::addExact);
        long macs = Interpreter.of(graph).program().macs();
        if (bytes > MOST_BYTES || macs > MOST_MACS) {
            throw new BadInputException("the model has " + macs + " multiply-accumulates and tensors of " + bytes
                    + " bytes, too many for an answer at each stroke (at most " + MOST_MACS + " and " + MOST_BYTES
                    + "); choose a smaller one");
        }
    }

    /** A single output is for the second of two. */
    private static int classes(Graph graph) {
        int elements = graph.tensor(graph.outputs().getFirst()).shape().elements();
        return elements == 1 && graph.card().labels().size() == 2 ? 2 : elements;
    }

    private static List<String> labels(Graph graph) {
        return graph.card().labels().isEmpty()
                ? IntStream.range(0, classes(graph)).mapToObj(String::valueOf).toList()
                : graph.card().labels();
    }

    /** Whether the two take the same input and tell the same classes. */
    public static boolean areTwins(FloatModel real, Int8Model int8) {
        return ends(real.graph()).equals(ends(int8.graph()))
                && real.graph().card().labels().equals(int8.graph().card().labels());
    }

    private static List<List<Shape>> ends(Graph graph) {
        return List.of(shapes(graph, graph.inputs()), shapes(graph, graph.outputs()));
    }

    private static List<Shape> shapes(Graph graph, List<Integer> tensors) {
        return tensors.stream().map(index -> graph.tensor(index).shape()).toList();
    }

    /** What becomes of the canvas. */
    public DrawnPicture input() {
        return input;
    }

    /** Of the classes, in the order of the outputs; their numbers where the model's file has no names. */
    public List<String> labels() {
        return labels;
    }

    public boolean hasTwin() {
        return twin.isPresent();
    }

    /**
     * Answers of the float and the int8 model.
     *
     * @param picture of {@link #input}
     */
    public LiveAnswer answer(byte[] picture) {
        byte[] bytes = input.int8(picture);
        Optional<LiveAnswer.Answer> real = twin.map(some -> real(some, input.floats(picture)));
        long start = System.nanoTime();
        byte[] scores = run(int8, bytes);
        double microseconds = since(start);
        float[] probabilities = int8Probabilities.of(output.dequantize(scores));
        return new LiveAnswer(
                real, new LiveAnswer.Answer(probabilities, Scores.predictedClass(probabilities), microseconds), scores);
    }

    /**
     * The answer of the generated C of the int8 model.
     *
     * @param answer to the same picture
     * @throws BadInputException in one line, if its program fails
     */
    public LiveAnswer.Compiled answer(byte[] picture, HostEngine engine, LiveAnswer answer) {
        byte[] bytes = input.int8(picture);
        long start = System.nanoTime();
        byte[] scores = engine.run(bytes);
        double microseconds = since(start);
        return new LiveAnswer.Compiled(scores, Arrays.equals(scores, answer.scores()), microseconds);
    }

    private static LiveAnswer.Answer real(Twin twin, float[] values) {
        long start = System.nanoTime();
        float[] output;
        synchronized (twin.invocation()) {
            twin.invocation().reset();
            output = twin.invocation().run(values);
        }
        double microseconds = since(start);
        float[] probabilities = twin.probabilities().of(output);
        return new LiveAnswer.Answer(probabilities, Scores.predictedClass(probabilities), microseconds);
    }

    private static byte[] run(Invocation invocation, byte[] input) {
        synchronized (invocation) {
            invocation.reset();
            return invocation.run(input);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS_PER_MICROSECOND;
    }
}
