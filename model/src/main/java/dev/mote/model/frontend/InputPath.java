package dev.mote.model.frontend;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The one way from a sample (a window of physical values, a picture) to a model's input: front end, if there is one, then
 * {@link InputPreparation}. Training, calibration, comparison and streams all take it. For several threads at once.
 */
public final class InputPath {
    private final InputPreparation preparation;
    private final Optional<SignalInput> signal;

    private InputPath(InputPreparation preparation, Optional<FrontEnd> frontEnd) {
        this.preparation = preparation;
        this.signal = frontEnd.flatMap(InputPath::ofSignals).map(some -> new SignalInput(some, preparation));
    }

    /** Without a front end: the values of a sample are prepared one by one. */
    public static InputPath of(InputPreparation preparation) {
        return new InputPath(preparation, Optional.empty());
    }

    /** @throws IllegalArgumentException if the two do not fit together */
    public static InputPath of(InputPreparation preparation, Optional<FrontEnd> frontEnd) {
        return new InputPath(preparation, frontEnd);
    }

    /** @throws IllegalArgumentException if the two do not fit together */
    public static InputPath of(InputPreparation preparation, FrontEnd frontEnd) {
        return new InputPath(preparation, Optional.of(frontEnd));
    }

    /** @throws BadInputException in one line, if what the model file says does not fit together or to the model's input */
    public static InputPath of(Graph graph) {
        ModelCard card = graph.card();
        try {
            InputPath path = new InputPath(card.preparation(), card.frontEnd());
            path.signal.ifPresent(some -> requireFits(graph, some));
            return path;
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    graph.name() + ": the front end in the model file does not fit: " + e.getMessage()
                            + "; train the model again with: mote train",
                    e);
        }
    }

    /** Pictures of data sets have the network's size: what a front end does with a camera's picture is done. */
    private static Optional<SignalFrontEnd> ofSignals(FrontEnd frontEnd) {
        return switch (frontEnd) {
            case SignalFrontEnd some -> Optional.of(some);
            case ImageFrontEnd _ -> Optional.empty();
        };
    }

    private static void requireFits(Graph graph, SignalInput signal) {
        Shape input = graph.tensor(graph.inputs().getFirst()).shape();
        if (graph.inputs().size() != 1
                || input.elements() != signal.outputShape().elements()) {
            throw new IllegalArgumentException("it gives " + signal.outputShape() + ", but the model takes " + input);
        }
    }

    /** Names of the channels of a sample; empty: all of the data set. */
    public List<String> channels() {
        return preparation.channels();
    }

    /** Whether values of a sample become counts first. */
    public boolean hasFrontEnd() {
        return signal.isPresent();
    }

    /**
     * Shape of the network's input, without a batch dimension.
     *
     * @param sample of a sample
     * @throws BadInputException if the front end is for other samples
     */
    public Shape outputShape(Shape sample) {
        return signal.map(some -> some.outputShape(sample)).orElse(sample);
    }

    /** The float input for a sample. */
    public float[] floats(float[] sample) {
        if (signal.isEmpty()) {
            return preparation.apply(sample);
        }
        return signal.get().floats(signal.get().counts(sample));
    }

    /** As {@link #floats(float[])}, to {@code tensor[start ...]}. */
    public void floats(float[] sample, float[] tensor, int start) {
        if (signal.isEmpty()) {
            System.arraycopy(sample, 0, tensor, start, sample.length);
            preparation.apply(tensor, start, sample.length);
        } else {
            float[] values = floats(sample);
            System.arraycopy(values, 0, tensor, start, values.length);
        }
    }

    /**
     * The float input for a window of counts.
     *
     * @param counts [samples, channels]
     * @throws IllegalStateException if the model has no front end for signals
     */
    public float[] floats(short[] counts) {
        return requireSignal(signal).floats(counts);
    }

    static SignalInput requireSignal(Optional<SignalInput> signal) {
        return signal.orElseThrow(
                () -> new IllegalStateException("counts for a model without a front end for signals"));
    }

    /**
     * The way on a device, for the int8 model whose input is quantized so.
     *
     * @throws BadInputException if the numbers in the model file are too far apart for integers
     */
    public Int8Input int8(Quantization.PerTensor quantization) {
        try {
            return new Int8Input(this, signal, quantization);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "the model's front end cannot be computed in integers: " + e.getMessage()
                            + "; train and quantize the model again",
                    e);
        }
    }
}
