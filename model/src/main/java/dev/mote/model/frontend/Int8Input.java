package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.Affine;
import dev.mote.model.graph.Quantization;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link InputPath} on a device: to the bytes of an int8 model. Of signals, in integers all the way. For several threads at once. */
public final class Int8Input {
    private final InputPath path;
    private final Optional<SignalInput> signal;
    private final Quantization.PerTensor quantization;
    private final Affine[] affine;

    Int8Input(InputPath path, Optional<SignalInput> signal, Quantization.PerTensor quantization) {
        this.path = path;
        this.signal = signal;
        this.quantization = quantization;
        this.affine = signal.stream()
                .flatMap(some -> Stream.of(some.steps()))
                .map(step -> step.affine(quantization))
                .toArray(Affine[]::new);
    }

    /** The int8 input for a sample of physical values. */
    public byte[] bytes(float[] sample) {
        return signal.map(some -> bytes(some.counts(sample)))
                .orElseGet(() -> quantization.quantize(path.floats(sample)));
    }

    /**
     * The int8 input for a window of counts.
     *
     * @param counts [samples, channels]
     * @throws IllegalStateException if the model has no front end for signals
     */
    public byte[] bytes(short[] counts) {
        int[] integers = InputPath.requireSignal(signal).integers(counts);
        byte[] tensor = new byte[integers.length];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = affine[i % affine.length].apply(integers[i]);
        }
        return tensor;
    }
}
