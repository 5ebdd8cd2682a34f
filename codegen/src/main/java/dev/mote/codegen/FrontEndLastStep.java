package dev.mote.codegen;

import dev.mote.model.frontend.LastStep;
import dev.mote.model.frontend.arithmetic.Affine;
import dev.mote.model.graph.Quantization;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an output of a front end becomes an element of the input.
 *
 * @param name of the output
 * @param kneeCounts of asinh(value / knee) in Q12, which comes first; none without one
 */
record FrontEndLastStep(String name, Optional<Double> kneeCounts, Affine affine) {
    static FrontEndLastStep of(LastStep step, Quantization.PerTensor quantization) {
        OptionalDouble knee = step.kneeCounts();
        return new FrontEndLastStep(
                step.output().name(),
                knee.isPresent() ? Optional.of(knee.getAsDouble()) : Optional.empty(),
                step.affine(quantization));
    }

    boolean isLike(FrontEndLastStep other) {
        return affine.equals(other.affine) && kneeCounts.equals(other.kneeCounts);
    }

    /** What the numbers do, for people. */
    String meaning() {
        double base = affine.real(0);
        double factor = affine.real(1) - base;
        String value = kneeCounts
                .map(knee -> "%s * asinh(value / %s)".formatted(CText.rounded(factor * 4096), CText.rounded(knee)))
                .orElseGet(() -> CText.rounded(factor) + " * value");
        return "%s: %s %s %s"
                .formatted(CText.printable(name), value, base < 0 ? "-" : "+", CText.rounded(Math.abs(base)));
    }
}
