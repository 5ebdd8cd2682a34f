package dev.mote.trainer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Threads that prepare batches while TensorFlow computes with the one before. A batch is a pure function of its number, so the result is
 * the same whatever the number of threads.
 */
final class Workers implements AutoCloseable {
    /** Preparing is far cheaper than a step: more threads would only wait. */
    private static final int MAX_THREADS = 4;

    private final ExecutorService executor;
    private final int ahead;

    Workers(int threads) {
        executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("mote-batch-", 1).factory());
        ahead = threads + 1;
    }

    static Workers ofThisMachine() {
        return new Workers(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS));
    }

    /** Fills a batch: {@code number} counts from 0. */
    interface Filler {
        void fill(int number, Batch batch);
    }

    /**
     * Hands batch 0 to {@code count - 1} to {@code use}, in order and in the calling thread.
     *
     * @param arrays makes empty batches; at most one more than batches are prepared ahead
     * @throws CancellationException if the thread is interrupted; it stays so
     */
    void run(int count, Supplier<Batch> arrays, Filler filler, Consumer<Batch> use) {
        if (count == 1) {
            // Nothing to prepare ahead: a thread of its own would only cost.
            requireGoingOn();
            Batch only = arrays.get();
            filler.fill(0, only);
            use.accept(only);
            return;
        }
        Deque<FutureTask<Batch>> prepared = new ArrayDeque<>();
        try {
            int next = 0;
            while (next < Math.min(count, ahead)) {
                prepared.addLast(submit(next++, arrays.get(), filler));
            }
            while (!prepared.isEmpty()) {
                requireGoingOn();
                FutureTask<Batch> first = prepared.removeFirst();
                // Where every processor is busy, no worker may have begun: filling is then faster than waiting.
                first.run();
                Batch batch = finished(first);
                use.accept(batch);
                if (next < count) {
                    prepared.addLast(submit(next++, batch, filler));
                }
            }
        } finally {
            prepared.forEach(future -> future.cancel(true));
        }
    }

    private FutureTask<Batch> submit(int number, Batch batch, Filler filler) {
        FutureTask<Batch> task = new FutureTask<>(() -> filler.fill(number, batch), batch);
        executor.execute(task);
        return task;
    }

    private static void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("training was interrupted");
        }
    }

    private static Batch finished(Future<Batch> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("training was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Ends the threads; a batch that is being filled is given up. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
