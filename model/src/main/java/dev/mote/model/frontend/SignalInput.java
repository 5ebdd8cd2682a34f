package dev.mote.model.frontend;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Shape;
import java.util.List;

/** A signal front end and what follows, up to the integer that an affine step makes the tensor's element of. For several threads. */
final class SignalInput {
    private final SignalFrontEnd frontEnd;
    private final SignalFunction function;
    private final LastStep[] steps;
    /** Null where an output has no knee. */
    private final Knee[] knees;

    /** @throws IllegalArgumentException if preparation and front end do not fit together */
    SignalInput(SignalFrontEnd frontEnd, InputPreparation preparation) {
        this.frontEnd = frontEnd;
        SignalProgram program = frontEnd.program(preparation.channels());
        function = new SignalFunction(program);
        List<LastStep> all = LastStep.of(preparation, program.outputs());
        steps = all.toArray(LastStep[]::new);
        knees = new Knee[steps.length];
        for (int i = 0; i < steps.length; i++) {
            knees[i] =
                    steps[i].knee() == 0 ? null : new Knee(steps[i].kneeCounts().orElseThrow());
        }
    }

    LastStep[] steps() {
        return steps.clone();
    }

    /** The integers of a window, those with a knee compressed. */
    int[] integers(short[] counts) {
        int[] integers = function.apply(counts);
        for (int output = 0; output < steps.length; output++) {
            if (knees[output] != null) {
                for (int i = output; i < integers.length; i += steps.length) {
                    integers[i] = knees[output].apply(integers[i]);
                }
            }
        }
        return integers;
    }

    float[] floats(short[] counts) {
        int[] integers = integers(counts);
        float[] tensor = new float[integers.length];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = steps[i % steps.length].real(integers[i]);
        }
        return tensor;
    }

    Shape outputShape() {
        return frontEnd.outputShape();
    }

    /** @throws BadInputException if the front end is for other samples */
    Shape outputShape(Shape sample) {
        Shape expected = Shape.of(frontEnd.windowLength(), frontEnd.channels());
        if (!sample.equals(expected)) {
            throw new BadInputException(
                    "the model's front end takes windows of " + expected + " (samples x channels), but"
                            + " a sample is " + sample + "; give the data set that the model was trained on");
        }
        return outputShape();
    }

    short[] counts(float[] physical) {
        int channels = frontEnd.channels();
        short[] counts = new short[frontEnd.windowLength() * channels];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = frontEnd.counts(i % channels, physical[i]);
        }
        return counts;
    }
}
