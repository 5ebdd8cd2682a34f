package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Samples;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Augmentation;
import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BatchesTest {
    private static final int COUNT = 103;
    private static final TrainingSession.BatchResult NOTHING = new TrainingSession.BatchResult(0, 0);

    private static Examples augmented() {
        float[] values = Floats.random(COUNT * 64, new SplittableRandom(2));
        Samples samples = Samples.of(Shape.of(8, 8, 1), values, new int[COUNT], new int[0]);
        return new DatasetExamples(samples, List.of("grey"), InputPath.of(InputPreparation.NONE), 2)
                .augmented(new Augmentation(10, 1, 0.1, 1), new Chance(5));
    }

    private static Batches batches(Workers workers, int batchSize, double mixup) {
        return new Batches(
                augmented(), workers, batchSize, 0.1, Loss.CATEGORICAL_CROSSENTROPY, new Mixup(mixup, new Chance(5)));
    }

    private static int[] backwards() {
        return IntStream.range(0, COUNT).map(i -> COUNT - 1 - i).toArray();
    }

    /** All inputs of two epochs, in the order in which they are used. */
    private static float[] used(int threads, int batchSize) {
        float[] all = new float[2 * COUNT * 64];
        try (Workers workers = new Workers(threads)) {
            Batches batches = batches(workers, batchSize, 0.3);
            int[] count = new int[1];
            for (int epoch = 1; epoch <= 2; epoch++) {
                batches.forEach(epoch, backwards(), (inputs, targets, size) -> {
                    System.arraycopy(inputs, 0, all, count[0] * 64, size * 64);
                    count[0] += size;
                    return NOTHING;
                });
            }
            assertEquals(2 * COUNT, count[0]);
        }
        return all;
    }

    @Test
    void samplesAreTheSameWhateverTheThreadsAndTheBatchSize() {
        float[] one = used(1, 10);
        assertArrayEquals(one, used(4, 10));
        assertArrayEquals(one, used(3, 1));
        assertArrayEquals(one, used(2, COUNT));
    }

    @Test
    void aFailureWhilePreparingEndsTheRun() {
        int[] order = backwards();
        order[60] = COUNT;
        try (Workers workers = new Workers(2)) {
            List<Integer> sizes = new ArrayList<>();
            assertThrows(
                    IndexOutOfBoundsException.class,
                    () -> batches(workers, 10, 0).forEach(1, order, (inputs, targets, size) -> {
                        sizes.add(size);
                        return NOTHING;
                    }));
            assertEquals(6, sizes.size());
        }
    }

    @Test
    void aFailureWhileUsingEndsTheRunAndTheWorkersGoOnWithTheNext() {
        IllegalStateException failure = new IllegalStateException("no");
        try (Workers workers = new Workers(2)) {
            Batches batches = batches(workers, 10, 0);
            assertSame(
                    failure,
                    assertThrows(
                            IllegalStateException.class,
                            () -> batches.forEach(1, backwards(), (inputs, targets, size) -> {
                                throw failure;
                            })));
            int[] count = new int[1];
            batches.forEach(1, backwards(), (inputs, targets, size) -> {
                count[0] += size;
                return NOTHING;
            });
            assertEquals(COUNT, count[0]);
        }
    }

    @Test
    void anInterruptEndsTheRun() {
        try (Workers workers = new Workers(2)) {
            assertThrows(
                    CancellationException.class,
                    () -> batches(workers, 10, 0).forEach(1, backwards(), (inputs, targets, size) -> {
                        Thread.currentThread().interrupt();
                        return NOTHING;
                    }));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void closedWorkersLeaveNoThread() throws InterruptedException {
        Thread[] threads = new Thread[Thread.activeCount() + 50];
        try (Workers workers = new Workers(3)) {
            batches(workers, 10, 0).forEach(1, backwards(), (inputs, targets, size) -> NOTHING);
            assertTrue(workerThreads(threads) >= 1);
        }
        for (int wait = 0; wait < 100 && workerThreads(threads) > 0; wait++) {
            Thread.sleep(20);
        }
        assertEquals(0, workerThreads(threads));
    }

    private static long workerThreads(Thread[] threads) {
        Arrays.fill(threads, null);
        Thread.enumerate(threads);
        return Arrays.stream(threads)
                .filter(thread -> thread != null && thread.getName().startsWith("mote-batch-"))
                .count();
    }
}
