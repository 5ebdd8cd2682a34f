package dev.mote.quantizer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Work on samples in parallel whose result does not depend on the number of cores: the samples are cut into a fixed number of chunks, and
 * results come back in the order of the chunks.
 */
final class Chunks {
    private static final int COUNT = 8;

    private Chunks() {}

    /** Works on samples {@code first} (inclusive) to {@code end} (exclusive). */
    interface Work<T> {
        T run(int first, int end);
    }

    static <T> List<T> map(int samples, Work<T> work) {
        int chunks = Math.min(COUNT, samples);
        return IntStream.range(0, chunks)
                .parallel()
                .mapToObj(i -> work.run(start(i, chunks, samples), start(i + 1, chunks, samples)))
                .toList();
    }

    private static int start(int chunk, int chunks, int samples) {
        return (int) ((long) chunk * samples / chunks);
    }
}
