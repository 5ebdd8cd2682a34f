package dev.mote.device.compare;

import dev.mote.dataset.Samples;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.Int8Input;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How far each layer of an int8 model is from the float model that it was made from, both run side by side: layers are matched by the
 * names of their outputs.
 *
 * @param samples that were run
 * @param layers of the int8 model in the order in which they run, those alone that the float model has too
 */
public record LayerErrors(int samples, List<LayerError> layers) {
    /** Stands for no error at all, as in the report of {@code mote quantize}. */
    public static final double EXACT_DB = 150;

    private static final int MOST_SAMPLES = 100;
    private static final int LEAST_SAMPLES = 2;
    /** Of all float runs together: a few seconds. */
    private static final double MOST_MACS = 5e8;

    public LayerErrors {
        layers = List.copyOf(layers);
    }

    /**
     * @param step of the int8 model's program
     * @param name of the output
     * @param sqnrDb signal-to-quantization-noise ratio, errors of the layers before it included
     */
    public record LayerError(int step, String name, double sqnrDb) {}

    /** One input in both forms. */
    private record Input(byte[] real, byte[] quantized) {}

    /** @param samples physical values; some of them, evenly spread, are run */
    public static LayerErrors of(FloatModel model, Int8Model int8, Samples samples, InputPath path) {
        int count = Math.min(samples.count(), affordable(model));
        Int8Input quantized = path.int8(int8.inputQuantization());
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] sample = samples.values((int) ((long) i * samples.count() / count));
            inputs.add(new Input(TensorData.ofFloats(path.floats(sample)).bytes(), quantized.bytes(sample)));
        }
        return measure(model, int8, inputs);
    }

    /** Over noise that fills the range of the int8 input evenly: for want of samples. */
    public static LayerErrors ofNoise(FloatModel model, Int8Model int8, long seed) {
        Random random = new Random(seed);
        Quantization.PerTensor quantization = int8.inputQuantization();
        int elements =
                int8.graph().tensor(int8.graph().inputs().getFirst()).shape().elements();
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < affordable(model); i++) {
            byte[] bytes = new byte[elements];
            random.nextBytes(bytes);
            inputs.add(new Input(
                    TensorData.ofFloats(quantization.dequantize(bytes)).bytes(), bytes));
        }
        return measure(model, int8, inputs);
    }

    private static int affordable(FloatModel model) {
        double macs = Math.max(1, Interpreter.of(model).program().macs());
        return (int) Math.clamp(MOST_MACS / macs, LEAST_SAMPLES, MOST_SAMPLES);
    }

    private record Pair(int step, int real, int quantized) {}

    private static LayerErrors measure(FloatModel model, Int8Model int8, List<Input> inputs) {
        Interpreter exact = Interpreter.of(model);
        Interpreter rounded = Interpreter.of(int8);
        List<Pair> pairs = pairs(exact.program(), rounded.program());
        double[] signal = new double[pairs.size()];
        double[] error = new double[pairs.size()];
        Invocation exactRun = exact.invocation(inputs.size());
        Invocation roundedRun = rounded.invocation(inputs.size());
        for (Input input : inputs) {
            exactRun.reset();
            roundedRun.reset();
            exactRun.run(input.real());
            roundedRun.run(input.quantized());
            for (int i = 0; i < pairs.size(); i++) {
                float[] real = values(exact, exactRun, pairs.get(i).real());
                float[] quantized = values(rounded, roundedRun, pairs.get(i).quantized());
                for (int element = 0; element < real.length; element++) {
                    double difference = (double) real[element] - quantized[element];
                    signal[i] += (double) real[element] * real[element];
                    error[i] += difference * difference;
                }
            }
        }
        List<LayerError> layers = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Tensor output = rounded.program().graph().tensor(pairs.get(i).quantized());
            layers.add(new LayerError(pairs.get(i).step(), output.name(), decibels(signal[i], error[i])));
        }
        return new LayerErrors(inputs.size(), layers);
    }

    private static float[] values(Interpreter interpreter, Invocation run, int tensor) {
        return RealValues.of(interpreter.program().graph().tensor(tensor), run.tensor(tensor));
    }

    private static List<Pair> pairs(Program exact, Program rounded) {
        Map<String, Integer> named = new HashMap<>();
        for (Step step : exact.steps()) {
            named.putIfAbsent(exact.graph().tensor(step.output()).name(), step.output());
        }
        List<Pair> pairs = new ArrayList<>();
        for (int index = 0; index < rounded.steps().size(); index++) {
            int output = rounded.steps().get(index).output();
            Tensor quantized = rounded.graph().tensor(output);
            Integer real = named.get(quantized.name());
            if (real != null
                    && RealValues.isReal(quantized)
                    && exact.graph().tensor(real).shape().elements()
                            == quantized.shape().elements()) {
                pairs.add(new Pair(index, real, output));
            }
        }
        return pairs;
    }

    private static double decibels(double signal, double error) {
        return error == 0 ? EXACT_DB : Math.clamp(10 * Math.log10(signal / error), -EXACT_DB, EXACT_DB);
    }
}
