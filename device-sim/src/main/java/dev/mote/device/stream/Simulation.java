package dev.mote.device.stream;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.stream.PostProcessing;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamPlan;
import java.util.Optional;

/**
 * A stream through front end, model and post-processing, as the device has them; the float model beside it; both against the truth.
 * Immutable, shared by threads.
 */
public final class Simulation {
    private final StreamModel int8;
    private final Optional<StreamModel> floatModel;
    private final SimulationOptions options;

    public Simulation(StreamModel int8, Optional<StreamModel> floatModel, SimulationOptions options) {
        this.int8 = int8;
        this.floatModel = floatModel;
        this.options = options;
    }

    /** @throws BadInputException with one line that says why a model cannot run on a stream, and what to do */
    public static Simulation of(Int8Model int8, Optional<FloatModel> floatModel, SimulationOptions options) {
        return new Simulation(StreamModel.of(int8), floatModel.map(model -> StreamModel.of(model, int8)), options);
    }

    public StreamPlan plan() {
        return int8.plan();
    }

    /** The same, where the device gets the time of each sample, or not. */
    public Simulation withTime(boolean byTime) {
        return new Simulation(int8, floatModel, options.withTime(byTime));
    }

    /** The same on one thread: where many simulations run side by side. */
    public Simulation alone() {
        return new Simulation(int8, floatModel, options.alone());
    }

    /** The same with another post-processing. */
    public Simulation with(PostProcessing postProcessing) {
        return new Simulation(int8.with(postProcessing), floatModel.map(model -> model.with(postProcessing)), options);
    }

    public SimulationOptions options() {
        return options;
    }

    public SimulationResult run(SampleStream stream) {
        return run(stream, SimulationListener.SILENT);
    }

    /**
     * Runs a stream to its end. Memory does not grow with its length.
     *
     * @throws BadInputException one line, as the stream's
     */
    public SimulationResult run(SampleStream stream, SimulationListener listener) {
        requireFits(stream.format());
        return new SimulationRun(int8, floatModel, options, stream, listener).run();
    }

    /**
     * The same bit by bit. Nothing is read yet.
     *
     * @throws BadInputException one line, if the stream does not fit the model
     */
    public SteppedSimulation step(SampleStream stream) {
        requireFits(stream.format());
        SimulationSides sides = new SimulationSides(int8, floatModel, options, SimulationListener.SILENT, true);
        return new SteppedSimulation(plan(), stream, sides);
    }

    private void requireFits(StreamFormat format) {
        StreamPlan plan = plan();
        if (format.sampleShape().elements() != plan.channelCount()) {
            throw new BadInputException(
                    format.name() + ": has samples of " + format.sampleShape() + ", but the model wants "
                            + plan.channelCount() + " values; give data of the kind that it was trained on");
        }
    }
}
