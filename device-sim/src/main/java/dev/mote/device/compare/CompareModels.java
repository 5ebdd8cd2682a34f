package dev.mote.device.compare;

import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.Scores;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.frontend.Int8Input;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Shape;
import dev.mote.model.interpreter.Batch;
import dev.mote.model.interpreter.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs a float model and its int8 form over samples, on all cores, and compares them sample by sample. */
public final class CompareModels {
    private final Samples samples;
    private final InputPath path;
    private final Shape inputShape;

    /**
     * @param samples physical values
     * @param path how they become the input tensor; that of the model
     * @throws BadInputException if the model's front end is for other samples
     */
    public CompareModels(Samples samples, InputPath path) {
        this.samples = samples;
        this.path = path;
        this.inputShape = path.outputShape(samples.shape());
    }

    /** The float model's answers, in the order of the samples. */
    public Scores run(FloatModel model) {
        Interpreter interpreter = Interpreter.of(model);
        requireSize(interpreter.invocation().inputBytes() / Float.BYTES);
        return new Scores(Batch.run(
                interpreter, samples.count(), (invocation, i) -> invocation.run(path.floats(samples.values(i)))));
    }

    /** The int8 inputs of all samples, back to back: what the firmware is fed with. */
    public byte[] inputs(Int8Model model) {
        int size = inputShape.elements();
        Int8Input input = path.int8(model.inputQuantization());
        byte[] inputs = new byte[Math.multiplyExact(samples.count(), size)];
        for (int i = 0; i < samples.count(); i++) {
            System.arraycopy(input.bytes(samples.values(i)), 0, inputs, i * size, size);
        }
        return inputs;
    }

    /** The int8 model's raw outputs for {@link #inputs}, one array a sample. */
    public List<byte[]> run(Int8Model model, byte[] inputs) {
        Interpreter interpreter = Interpreter.of(model);
        requireSize(interpreter.invocation().inputBytes());
        return Batch.run(interpreter, inputs);
    }

    /** Compares answers that {@link #run(FloatModel)} and {@link #run(Int8Model, byte[])} gave. */
    public Comparison compare(List<String> labels, Scores floatScores, Scores int8Scores) {
        int[] truth = samples.labels();
        int[] floatClasses = floatScores.classes();
        int[] int8Classes = int8Scores.classes();
        requireClasses(labels, floatClasses, int8Classes);
        List<Flip> flips = new ArrayList<>();
        int onlyFloat = 0;
        int onlyInt8 = 0;
        double largest = 0;
        for (int i = 0; i < truth.length; i++) {
            float[] real = floatScores.outputs().get(i);
            float[] quantized = int8Scores.outputs().get(i);
            largest = Math.max(largest, largestDifference(real, quantized));
            if (floatClasses[i] != int8Classes[i]) {
                onlyFloat += floatClasses[i] == truth[i] ? 1 : 0;
                onlyInt8 += int8Classes[i] == truth[i] ? 1 : 0;
                flips.add(new Flip(
                        i,
                        truth[i],
                        floatClasses[i],
                        int8Classes[i],
                        Scores.score(real, floatClasses[i]),
                        Scores.score(quantized, int8Classes[i])));
            }
        }
        return new Comparison(
                Classification.of(labels, truth, floatScores),
                Classification.of(labels, truth, int8Scores),
                new PairedTest(truth.length, flips.size(), onlyFloat, onlyInt8),
                flips,
                largest);
    }

    private void requireSize(int elements) {
        if (elements != inputShape.elements()) {
            throw new BadInputException("the model takes " + elements + " values, but a sample is " + inputShape + " = "
                    + inputShape.elements() + " values; give the data set that the model was trained on");
        }
    }

    private static void requireClasses(List<String> labels, int[] floatClasses, int[] int8Classes) {
        int highest = IntStream.concat(IntStream.of(floatClasses), IntStream.of(int8Classes))
                .max()
                .orElse(0);
        if (highest >= labels.size()) {
            throw new BadInputException("the model predicts class " + highest + ", but the data set has only "
                    + labels.size() + " classes; give the data set that the model was trained on");
        }
    }

    private static double largestDifference(float[] real, float[] quantized) {
        double largest = 0;
        for (int i = 0; i < real.length; i++) {
            largest = Math.max(largest, Math.abs((double) real[i] - quantized[i]));
        }
        return largest;
    }
}
