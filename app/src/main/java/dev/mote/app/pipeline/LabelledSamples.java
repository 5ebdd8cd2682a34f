package dev.mote.app.pipeline;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.RawTensors;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Quantity;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The samples that models are compared over.
 *
 * @param name as the user gives it
 * @param labels empty if targets are numbers
 * @param targets empty if there are classes
 * @param path how a sample becomes the models' input
 */
public record LabelledSamples(
        String name, boolean synthetic, List<String> labels, List<Quantity> targets, Samples samples, InputPath path) {

    /** What {@code choice} names: a data set, or raw inputs of {@code model}. */
    public static LabelledSamples load(
            DataChoice choice, DataDirectory directory, long seed, InputPath path, Int8Model model) {
        if (isRaw(choice.name())) {
            return of(Path.of(choice.name()), model);
        }
        return load(choice, directory, seed, path, model.graph());
    }

    /** What {@code choice} names for a model of any kind: a data set. */
    public static LabelledSamples load(
            DataChoice choice, DataDirectory directory, long seed, InputPath path, Graph model) {
        if (isRaw(choice.name())) {
            throw new BadInputException(choice.name()
                    + ": holds raw int8 inputs, which a float model alone does not take; give its int8 form");
        }
        Dataset dataset = choice.load(directory, seed, path.channels(), model);
        return new LabelledSamples(
                dataset.name(), dataset.synthetic(), dataset.labels(), dataset.targets(), choice.of(dataset), path);
    }

    /** Whether numbers are to be predicted, not classes. */
    public boolean isRegression() {
        return !targets.isEmpty();
    }

    private static boolean isRaw(String name) {
        try {
            return RawTensors.isAt(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The real numbers that the raw elements stand for: quantizing them gives the elements again. */
    private static LabelledSamples of(Path path, Int8Model model) {
        Tensor input = model.graph().tensor(model.graph().inputs().getFirst());
        int length = input.shape().elements();
        RawTensors raw = RawTensors.read(path, length);
        Quantization.PerTensor quantization = model.inputQuantization();
        float[] values = new float[Math.multiplyExact(raw.samples().size(), length)];
        for (int i = 0; i < raw.samples().size(); i++) {
            System.arraycopy(quantization.dequantize(raw.samples().get(i)), 0, values, i * length, length);
        }
        List<String> own = model.graph().card().labels();
        List<String> labels = own.size() == raw.classes()
                ? own
                : IntStream.range(0, raw.classes()).mapToObj(String::valueOf).toList();
        return new LabelledSamples(
                raw.name(),
                false,
                labels,
                List.of(),
                Samples.of(input.shape(), values, raw.labels(), new int[0]),
                InputPath.of(InputPreparation.NONE));
    }
}
