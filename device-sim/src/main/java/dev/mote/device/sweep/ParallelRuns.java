package dev.mote.device.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/** Many runs that do not know of each other, on all cores. Their results have the order of their numbers, whichever ends first. */
public final class ParallelRuns {
    private ParallelRuns() {}

    /**
     * @param run makes the result of a number; called by any thread, once for each number
     * @param done called by any thread after each run
     * @throws RuntimeException of the first run, by its number, that failed among those that were tried
     */
    public static <T> List<T> map(int count, int threads, IntFunction<T> run, Runnable done) {
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(count);
        AtomicReferenceArray<RuntimeException> failures = new AtomicReferenceArray<>(count);
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                try {
                    results.set(number, run.apply(number));
                    done.run();
                } catch (RuntimeException e) {
                    failures.set(number, e);
                    next.set(count);
                }
            }
        };
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.clamp(count, 1, threads))) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(worker));
            }
            workers.forEach(ParallelRuns::await);
        }
        return collected(count, results, failures);
    }

    private static <T> List<T> collected(
            int count, AtomicReferenceArray<T> results, AtomicReferenceArray<RuntimeException> failures) {
        List<T> list = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            if (failures.get(number) != null) {
                throw failures.get(number);
            }
        }
        for (int number = 0; number < count; number++) {
            list.add(results.get(number));
        }
        return list;
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
