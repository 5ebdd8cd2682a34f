package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.Affine;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Quantization;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What follows for one output of a front end: {@link InputPreparation}, on the device {@code affine(asinh(integer / knee))}, or without a
 * knee {@code affine(integer)}.
 *
 * @param output the output
 * @param knee in its unit; 0: none
 * @param offset that is subtracted
 * @param factor by which the rest is multiplied
 */
public record LastStep(FrontEndOutput output, float knee, float offset, float factor) {

    /** @throws IllegalArgumentException if the knee is below one integer of the output, or the output is a logarithm */
    public LastStep {
        if (knee != 0 && !(knee / output.scale() >= 1)) {
            throw new IllegalArgumentException("compress: the knee " + knee + " of " + output.name()
                    + " is less than the step of its integers, " + output.scale());
        }
        if (knee != 0 && output.offset() != 0) {
            throw new IllegalArgumentException("compress: " + output.name() + " is a logarithm already");
        }
    }

    /**
     * One for each of {@code outputs}. The preparation's entries belong to the outputs in order, one entry to all of them.
     *
     * @throws IllegalArgumentException if there are others, or a knee that an output cannot have
     */
    public static List<LastStep> of(InputPreparation preparation, List<FrontEndOutput> outputs) {
        int entries = preparation.offset().size();
        if (entries > 1 && entries != outputs.size()) {
            throw new IllegalArgumentException(
                    entries + " offsets for " + outputs.size() + " outputs of the front end");
        }
        List<LastStep> steps = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            int entry = entries == 1 ? 0 : i;
            steps.add(
                    entries == 0
                            ? new LastStep(outputs.get(i), 0, 0, 1)
                            : new LastStep(
                                    outputs.get(i),
                                    preparation.knee().isEmpty()
                                            ? 0
                                            : preparation.knee().get(entry),
                                    preparation.offset().get(entry),
                                    preparation.factor().get(entry)));
        }
        return steps;
    }

    /** In integers of the output; its asinh is in Q12. */
    public OptionalDouble kneeCounts() {
        return knee == 0 ? OptionalDouble.empty() : OptionalDouble.of(knee / output.scale());
    }

    /**
     * From the integer, or from its asinh, to the input tensor.
     *
     * @throws IllegalArgumentException if the numbers are too far apart for a step in integers
     */
    public Affine affine(Quantization.PerTensor quantization) {
        double gain = (double) factor / quantization.scale();
        double unit = knee == 0 ? output.scale() : Knee.STEP;
        double base = knee == 0 ? output.offset() : 0;
        return Affine.of(unit * gain, (base - offset) * gain + quantization.zeroPoint());
    }

    /** The float tensor's element for the integer, or for its asinh. */
    float real(int integer) {
        double real = knee == 0 ? output.real(integer) : integer * Knee.STEP;
        return ((float) real - offset) * factor;
    }
}
