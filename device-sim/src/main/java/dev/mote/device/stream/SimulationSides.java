package dev.mote.device.stream;

import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import java.util.Map;
import java.util.Optional;

/** Int8 and float model on one stream, and all that both are held against. */
final class SimulationSides {
    private final ModelSide int8;
    private final Optional<ModelSide> floatSide;
    private final SimulationListener listener;
    private final AgreementCount agreement;
    private final TruthTrack truth;
    private long samples;

    /** @param watched whether {@link ModelSide#windows} are kept */
    SimulationSides(
            StreamModel int8Model,
            Optional<StreamModel> floatModel,
            SimulationOptions options,
            SimulationListener listener,
            boolean watched) {
        StreamPlan plan = int8Model.plan();
        this.int8 = new ModelSide(int8Model, options, watched);
        this.floatSide = floatModel.map(model -> new ModelSide(model, options, watched));
        this.listener = listener;
        long latestMicros = Math.round(ModelSide.latestSamples(plan) * 1e6 / plan.rateHertz());
        this.agreement = new AgreementCount(plan.labels().size(), options.tolerance(plan), latestMicros);
        this.truth = new TruthTrack(listener, Math.round(1e6 / plan.rateHertz()));
    }

    ModelSide int8() {
        return int8;
    }

    Optional<ModelSide> floatSide() {
        return floatSide;
    }

    long samples() {
        return samples;
    }

    /** Both models on a block, one after the other. */
    void run(SampleBlock block) {
        int8.run(block);
        floatSide.ifPresent(side -> side.run(block));
        tell(block);
    }

    /** After both have run it. */
    void tell(SampleBlock block) {
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

    /** So far. @param defects of the stream */
    SimulationResult result(Map<String, Long> defects) {
        return new SimulationResult(
                samples,
                truth.seconds(),
                truth.otherSamples(),
                int8.result(),
                floatSide.map(ModelSide::result),
                floatSide.map(side -> agreement.result()),
                defects);
    }
}
