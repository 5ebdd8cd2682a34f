package dev.mote.device.compare;

import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Histogram;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.Int8Input;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Weights and activations of each layer that computes, counted over some samples. */
public final class LayerHistograms {
    private static final int BINS = 40;
    private static final int MOST_SAMPLES = 100;
    private static final int LEAST_SAMPLES = 4;
    /** Of all runs together: a few seconds. */
    private static final double MOST_MACS = 1e9;

    private final Interpreter interpreter;
    private final Invocation invocation;
    private final List<Step> steps;
    private final List<byte[]> inputs;

    private LayerHistograms(Interpreter interpreter, List<byte[]> inputs) {
        this.interpreter = interpreter;
        this.inputs = inputs;
        invocation = interpreter.invocation(2 * inputs.size());
        steps = interpreter.program().steps().stream()
                .filter(step -> !(step.layer() instanceof MovementLayer))
                .filter(step -> RealValues.isReal(graph().tensor(step.output())))
                .toList();
    }

    /** @param samples physical values; some of them, evenly spread, are looked at */
    public static List<LayerValues> of(FloatModel model, Samples samples, InputPath path) {
        Interpreter interpreter = Interpreter.of(model);
        return new LayerHistograms(interpreter, some(interpreter, samples, i -> {
                    float[] values = path.floats(samples.values(i));
                    return TensorData.ofFloats(values).bytes();
                }))
                .count();
    }

    /** As above; integers stand for real numbers. */
    public static List<LayerValues> of(Int8Model model, Samples samples, InputPath path) {
        Interpreter interpreter = Interpreter.of(model);
        Int8Input input = path.int8(model.inputQuantization());
        return new LayerHistograms(interpreter, some(interpreter, samples, i -> input.bytes(samples.values(i))))
                .count();
    }

    private static List<byte[]> some(Interpreter interpreter, Samples samples, Function<Integer, byte[]> input) {
        double affordable = MOST_MACS / Math.max(1, interpreter.program().macs());
        int count = (int) Math.min(samples.count(), Math.clamp(affordable, LEAST_SAMPLES, MOST_SAMPLES));
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * samples.count() / count))
                .mapToObj(input::apply)
                .toList();
    }

    /** Twice over the samples: to find the ranges, and to count. */
    private List<LayerValues> count() {
        float[] low = new float[steps.size()];
        float[] high = new float[steps.size()];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        forEachOutput((layer, values) -> {
            for (float value : values) {
                low[layer] = Math.min(low[layer], value);
                high[layer] = Math.max(high[layer], value);
            }
        });
        List<Histogram.Counter> counters = IntStream.range(0, steps.size())
                .mapToObj(layer -> new Histogram.Counter(low[layer], high[layer], BINS))
                .toList();
        List<boolean[]> active = steps.stream()
                .map(step -> new boolean[graph().tensor(step.output()).shape().dimension(-1)])
                .toList();
        forEachOutput((layer, values) -> {
            boolean[] channels = active.get(layer);
            for (int i = 0; i < values.length; i++) {
                counters.get(layer).add(values[i]);
                channels[i % channels.length] |= values[i] != 0;
            }
        });
        return IntStream.range(0, steps.size())
                .mapToObj(layer -> values(steps.get(layer), counters.get(layer).result(), active.get(layer)))
                .toList();
    }

    private interface OutputVisitor {
        void visit(int layer, float[] values);
    }

    private void forEachOutput(OutputVisitor visitor) {
        for (byte[] input : inputs) {
            invocation.reset();
            invocation.run(input);
            for (int layer = 0; layer < steps.size(); layer++) {
                int output = steps.get(layer).output();
                visitor.visit(layer, RealValues.of(graph().tensor(output), invocation.tensor(output)));
            }
        }
    }

    private LayerValues values(Step step, Histogram activations, boolean[] active) {
        Tensor output = graph().tensor(step.output());
        Node node = graph().nodes().get(step.node());
        int silent =
                (int) IntStream.range(0, active.length).filter(c -> !active[c]).count();
        return new LayerValues(
                output.name(),
                OperatorNames.of(node.operator()),
                output.shape().toString(),
                weights(node),
                activations,
                active.length,
                silent);
    }

    private Optional<Histogram> weights(Node node) {
        List<float[]> all = new ArrayList<>();
        for (int position = 0; position < node.inputs().size(); position++) {
            if (node.hasInput(position)) {
                Tensor tensor = graph().input(node, position);
                // A bias has one dimension.
                if (tensor.isConstant() && tensor.shape().rank() > 1 && RealValues.isReal(tensor)) {
                    all.add(RealValues.of(tensor, TensorBuffer.of(tensor)));
                }
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        float[] joined = new float[all.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : all) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return Optional.of(Histogram.of(joined, BINS));
    }

    private Graph graph() {
        return interpreter.program().graph();
    }
}
