package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line for all tensors of a type that Mote lacks: a float16 model has as many of them as weights and biases. */
final class CondenseFindings {
    private static final String TYPE = "TFL-11";
    private static final String COMPUTED_WEIGHTS = "TFL-41";

    private CondenseFindings() {}

    /** Weights that are computed from tensors of such a type need no line either. */
    static List<Finding> of(List<Finding> findings) {
        Map<String, Integer> counts = new HashMap<>();
        findings.stream()
                .filter(finding -> finding.code().equals(TYPE))
                .forEach(finding -> counts.merge(finding.message(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return findings;
        }
        List<Finding> condensed = new ArrayList<>();
        for (Finding finding : findings) {
            switch (finding.code()) {
                case TYPE -> {
                    Integer count = counts.remove(finding.message());
                    if (count != null) {
                        condensed.add(joined(finding, count));
                    }
                }
                case COMPUTED_WEIGHTS -> {}
                default -> condensed.add(finding);
            }
        }
        return condensed;
    }

    private static Finding joined(Finding first, int count) {
        String message = count == 1 ? first.message() : first.message() + ", and so have " + (count - 1) + " more";
        return new Finding(first.severity(), first.code(), first.place(), message, first.remedy());
    }
}
