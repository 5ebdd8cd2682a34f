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
    private final SimulationListener listener;
    private final ModelSide int8;
    private final Optional<ModelSide> floatSide;
    private final AgreementCount agreement;
    private final TruthTrack truth;
    private long samples;

    SimulationRun(
            StreamModel int8Model,
            Optional<StreamModel> floatModel,
            SimulationOptions options,
            SampleStream stream,
            SimulationListener listener) {
        this.plan = int8Model.plan();
        this.options = options;
        this.stream = stream;
        this.listener = listener;
        this.int8 = new ModelSide(int8Model, options);
        this.floatSide = floatModel.map(model -> new ModelSide(model, options));
        long latestMicros = Math.round(ModelSide.latestSamples(plan) * 1e6 / plan.rateHertz());
        this.agreement = new AgreementCount(plan.labels().size(), options.tolerance(plan), latestMicros);
        this.truth = new TruthTrack(listener, Math.round(1e6 / plan.rateHertz()));
    }

    SimulationResult run() {
        if (options.parallel() && !options.immediate()) {
            runParallel();
        } else {
            int size = options.immediate() ? 1 : BLOCK;
            SampleBlock block;
            do {
                block = read(size);
                int8.run(block);
                SampleBlock present = block;
                floatSide.ifPresent(side -> side.run(present));
                tell(block);
            } while (!block.isLast());
        }
        return result();
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
                List<CompletableFuture<Void>> sides = new ArrayList<>();
                sides.add(CompletableFuture.runAsync(() -> int8.run(present), threads));
                floatSide.ifPresent(side -> sides.add(CompletableFuture.runAsync(() -> side.run(present), threads)));
                sides.forEach(side -> join(side::join));
                tell(block);
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

    private void tell(SampleBlock block) {
        truth.add(block);
        samples += block.size();
        floatSide.ifPresent(side -> {
            agreement.add(int8, side);
            side.told().forEach(listener::floatEvent);
        });
        int8.told().forEach(listener::event);
        agreement.until(truth.micros());
        listener.progress(samples);
    }

    private SimulationResult result() {
        if (samples == 0) {
            throw new BadInputException(stream.format().name() + ": the stream has no samples");
        }
        return new SimulationResult(
                samples,
                truth.seconds(),
                truth.otherSamples(),
                int8.result(),
                floatSide.map(ModelSide::result),
                floatSide.map(side -> agreement.result()),
                stream.defects());
    }
}
