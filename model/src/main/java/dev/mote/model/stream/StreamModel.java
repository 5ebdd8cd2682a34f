package dev.mote.model.stream;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Quantization;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;

/** A model that is ready to run on streams. Immutable and shared by threads; every stream gets its own {@link StreamRuntime}. */
public final class StreamModel {
    private final Graph graph;
    private final Interpreter interpreter;
    private final StreamPlan plan;
    private final Quantization.PerTensor inputQuantization;

    private StreamModel(
            Graph graph, Interpreter interpreter, StreamPlan plan, Quantization.PerTensor inputQuantization) {
        this.graph = graph;
        this.interpreter = interpreter;
        this.plan = plan;
        this.inputQuantization = inputQuantization;
    }

    /** @throws dev.mote.model.BadInputException as {@link StreamPlan#of} */
    public static StreamModel of(Int8Model model) {
        return new StreamModel(model.graph(), Interpreter.of(model), StreamPlan.of(model), model.inputQuantization());
    }

    /**
     * The float side: the same stream, with the float model in the place of {@code int8}. Its scores are quantized as those of
     * {@code int8}, so that all that follows is the same.
     *
     * @throws dev.mote.model.BadInputException as {@link StreamPlan#of}
     */
    public static StreamModel of(FloatModel model, Int8Model int8) {
        return new StreamModel(model.graph(), Interpreter.of(model), StreamPlan.of(int8), int8.inputQuantization());
    }

    public StreamPlan plan() {
        return plan;
    }

    /** The same model with another post-processing. */
    public StreamModel with(PostProcessing postProcessing) {
        return new StreamModel(graph, interpreter, plan.with(postProcessing), inputQuantization);
    }

    /** The start of a stream. @param windows about how many all streams together will have: it decides how to compute, not what */
    public StreamRuntime start(long windows) {
        Invocation invocation = interpreter.invocation((int) Math.min(windows, Integer.MAX_VALUE));
        return new StreamRuntime(plan, scorer(invocation));
    }

    private WindowScores scorer(Invocation invocation) {
        WindowInput path = new PreparedInput(plan, graph.card().preparation(), inputQuantization);
        return switch (invocation.input(0)) {
            case TensorBuffer.Bytes(byte[] input) -> {
                byte[] output = ((TensorBuffer.Bytes) invocation.output(0)).values();
                yield (window, scores) -> {
                    path.bytes(window, input);
                    run(invocation);
                    System.arraycopy(output, 0, scores, 0, output.length);
                };
            }
            case TensorBuffer.Floats(float[] input) -> {
                float[] output = ((TensorBuffer.Floats) invocation.output(0)).values();
                yield (window, scores) -> {
                    path.floats(window, input);
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
