package dev.mote.model.stream;

import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model that is ready to run on streams. Immutable and shared by threads; every stream gets its own {@link StreamRuntime}. */
public final class StreamModel {
    private final Interpreter interpreter;
    private final StreamPlan plan;
    private final WindowInput input;

    private StreamModel(Interpreter interpreter, StreamPlan plan, WindowInput input) {
        this.interpreter = interpreter;
        this.plan = plan;
        this.input = input;
    }

    /** Whether {@code model} is one of pictures, which runs on a stream of them in the simulator. */
    public static boolean isOfPictures(Int8Model model) {
        return PicturePlans.isPossible(model);
    }

    /** @throws dev.mote.model.BadInputException as {@link StreamPlan#of} */
    public static StreamModel of(Int8Model model) {
        return of(Interpreter.of(model), model);
    }

    /**
     * The float side: the same stream, with the float model in the place of {@code int8}. Its scores are quantized as those of
     * {@code int8}, so that all that follows is the same.
     *
     * @throws BadInputException as {@link StreamPlan#of}, or if both models do not have the same input, output and labels
     */
    public static StreamModel of(FloatModel model, Int8Model int8) {
        requireSameEnds(model.graph(), int8.graph());
        return of(Interpreter.of(model), int8);
    }

    private static void requireSameEnds(Graph model, Graph int8) {
        List<String> labels = model.card().labels();
        List<String> wanted = int8.card().labels();
        boolean sameLabels = labels.isEmpty() || wanted.isEmpty() || labels.equals(wanted);
        if (!ends(model).equals(ends(int8)) || !sameLabels) {
            throw new BadInputException("the float model has " + told(model) + ", but the int8 model " + told(int8)
                    + "; give the float model that the int8 model was made of");
        }
    }

    private static List<Shape> ends(Graph graph) {
        return Stream.concat(graph.inputs().stream(), graph.outputs().stream())
                .map(end -> graph.tensor(end).shape())
                .toList();
    }

    private static String told(Graph graph) {
        String shapes = ends(graph).stream().map(Shape::toString).collect(Collectors.joining(" to "));
        List<String> labels = graph.card().labels();
        return labels.isEmpty() ? shapes : shapes + " (" + String.join(", ", labels) + ")";
    }

    private static StreamModel of(Interpreter interpreter, Int8Model model) {
        if (isOfPictures(model)) {
            StreamPlan pictures = PicturePlans.of(model);
            InputPath levels = InputPath.of(model.graph());
            return new StreamModel(
                    interpreter, pictures, new PictureInput(pictures, levels, levels.int8(model.inputQuantization())));
        }
        StreamPlan plan = StreamPlan.of(model);
        ModelCard card = model.graph().card();
        InputPath path = card.frontEnd().isPresent()
                ? InputPath.of(model.graph())
                : InputPath.of(card.preparation(), StreamPlans.frontEnd(model));
        return new StreamModel(interpreter, plan, new SignalWindow(path, path.int8(model.inputQuantization())));
    }

    public StreamPlan plan() {
        return plan;
    }

    /** The same model with another post-processing. */
    public StreamModel with(PostProcessing postProcessing) {
        return new StreamModel(interpreter, plan.with(postProcessing), input);
    }

    /** The start of a stream. @param windows about how many all streams together will have: it decides how to compute, not what */
    public StreamRuntime start(long windows) {
        Invocation invocation = interpreter.invocation((int) Math.min(windows, Integer.MAX_VALUE));
        return new StreamRuntime(plan, scorer(invocation));
    }

    private WindowScores scorer(Invocation invocation) {
        return switch (invocation.input(0)) {
            case TensorBuffer.Bytes(byte[] tensor) -> {
                byte[] output = ((TensorBuffer.Bytes) invocation.output(0)).values();
                yield (window, scores) -> {
                    System.arraycopy(input.bytes(window), 0, tensor, 0, tensor.length);
                    run(invocation);
                    System.arraycopy(output, 0, scores, 0, output.length);
                };
            }
            case TensorBuffer.Floats(float[] tensor) -> {
                float[] output = ((TensorBuffer.Floats) invocation.output(0)).values();
                yield (window, scores) -> {
                    System.arraycopy(input.floats(window), 0, tensor, 0, tensor.length);
                    run(invocation);
                    for (int i = 0; i < output.length; i++) {
                        scores[i] = plan.scores().quantize(output[i]);
                    }
                };
            }
            case TensorBuffer.Shorts _, TensorBuffer.Ints _, TensorBuffer.Longs _ ->
                throw new IllegalStateException("a checked model has int8 or float ends");
        };
    }

    /** Every window is a sample of its own, so that a model with state starts anew. */
    private static void run(Invocation invocation) {
        invocation.reset();
        invocation.run();
    }
}
