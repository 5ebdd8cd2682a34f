package dev.mote.device.stream;

import dev.mote.model.BadInputException;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One stream on its way through both models, block by block: while a block is run, the next one is read. */
final class SimulationRun {
    private static final int BLOCK = 8192;
    /** Reading, int8, float. */
    private static final int THREADS = 3;

    private final StreamPlan plan;
    private final SimulationOptions options;
    private final SampleStream stream;
    private final SimulationSides sides;

    SimulationRun(
            StreamModel int8Model,
            Optional<StreamModel> floatModel,
            SimulationOptions options,
            SampleStream stream,
            SimulationListener listener) {
        this.plan = int8Model.plan();
        this.options = options;
        this.stream = stream;
        this.sides = new SimulationSides(int8Model, floatModel, options, listener, false);
    }

    SimulationResult run() {
        if (options.parallel() && !options.immediate()) {
            runParallel();
        } else {
            int size = options.immediate() ? 1 : BLOCK;
            SampleBlock block;
            do {
                block = read(size);
                sides.run(block);
            } while (!block.isLast());
        }
        if (sides.samples() == 0) {
            throw new BadInputException(stream.format().name() + ": the stream has no samples");
        }
        return sides.result(stream.defects());
    }

    private SampleBlock read(int size) {
        return SampleBlock.read(stream, plan, size);
    }

    private void runParallel() {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            SampleBlock block = read(BLOCK);
            while (true) {
                SampleBlock present = block;
                boolean last = block.isLast();
                CompletableFuture<SampleBlock> next = last
                        ? CompletableFuture.completedFuture(block)
                        : CompletableFuture.supplyAsync(() -> read(BLOCK), threads);
                List<CompletableFuture<Void>> running = new ArrayList<>();
                running.add(CompletableFuture.runAsync(() -> sides.int8().run(present), threads));
                sides.floatSide()
                        .ifPresent(side -> running.add(CompletableFuture.runAsync(() -> side.run(present), threads)));
                running.forEach(side -> join(side::join));
                sides.tell(block);
                if (last) {
                    return;
                }
                block = join(next::join);
            }
        }
    }

    /** Failures of another thread are this one's. */
    private static <T> T join(Supplier<T> future) {
        try {
            return future.get();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                default -> throw e;
            }
        }
    }
}
