package dev.mote.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters of the last step: outputs that are treated alike share one entry. */
record FrontEndQuantization(List<FrontEndLastStep> steps) {
    /** Where pointers have 32 bits. */
    static final int BYTES = 24;

    FrontEndQuantization {
        FrontEndLastStep first = steps.getFirst();
        steps = steps.stream().allMatch(first::isLike) ? List.of(first) : List.copyOf(steps);
    }

    /**
     * @param count of values
     * @param largest magnitude of a value
     */
    List<String> fields(FrontEndTables tables, int count, int largest) {
        List<String> fields = new ArrayList<>(
                List.of(".count = " + count, ".period = " + steps.size(), ".affine = " + tables.affine(steps)));
        List<Optional<Double>> knees =
                steps.stream().map(FrontEndLastStep::kneeCounts).toList();
        List<Double> known = knees.stream().flatMap(Optional::stream).toList();
        if (!known.isEmpty()) {
            fields.add(".knees = " + tables.knees(knees));
            fields.add(".asinh = " + tables.asinh(known, largest));
        }
        return fields;
    }
}
