package dev.mote.model.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs many samples on all cores. Each worker has working memory of its own and takes the next sample that nobody has. */
public final class Batch {
    private Batch() {}

    /** What one sample gives. */
    public interface Answer<T> {
        /** @param invocation of the calling thread, reset */
        T of(Invocation invocation, int sample);
    }

    /** The answers for samples 0 to {@code samples} - 1, in this order. */
    public static <T> List<T> run(Interpreter interpreter, int samples, Answer<T> answer) {
        List<T> answers = new ArrayList<>(Collections.nCopies(samples, null));
        AtomicInteger next = new AtomicInteger();
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), samples);
        IntStream.range(0, workers).parallel().forEach(worker -> {
            Invocation invocation = interpreter.invocation(samples);
            for (int sample = next.getAndIncrement(); sample < samples; sample = next.getAndIncrement()) {
                invocation.reset();
                answers.set(sample, answer.of(invocation, sample));
            }
        });
        return List.copyOf(answers);
    }

    /**
     * Runs samples that lie back to back.
     *
     * @param inputs raw, {@link Invocation#inputBytes} a sample
     * @return the raw outputs of each sample
     */
    public static List<byte[]> run(Interpreter interpreter, byte[] inputs) {
        int size = interpreter.invocation().inputBytes();
        return run(
                interpreter,
                inputs.length / size,
                (invocation, sample) -> invocation.run(Arrays.copyOfRange(inputs, sample * size, (sample + 1) * size)));
    }

    /** As {@link #run(Interpreter, byte[])}, on one core: the state lasts from one sample to the next. */
    public static List<byte[]> runSequence(Interpreter interpreter, byte[] inputs) {
        Invocation invocation = interpreter.invocation();
        int size = invocation.inputBytes();
        return IntStream.range(0, inputs.length / size)
                .mapToObj(sample -> invocation.run(Arrays.copyOfRange(inputs, sample * size, (sample + 1) * size)))
                .toList();
    }
}
