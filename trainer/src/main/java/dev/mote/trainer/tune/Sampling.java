package dev.mote.trainer.tune;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Which candidates are tried. Every one is a pure function of the space, the seed and its number. */
public final class Sampling {
    /** More trainings than anybody waits for. */
    private static final int MOST = 10_000;
    /** Draws for each candidate that is wanted, before a small space counts as used up. */
    private static final int DRAWS = 100;

    private Sampling() {}

    /**
     * All combinations, the last axis first.
     *
     * @throws BadInputException if there are too many
     */
    public static List<Candidate> grid(SearchSpace space) {
        List<List<JsonNode>> combinations = List.of(List.of());
        for (Axis axis : space.axes()) {
            if (combinations.size() * axis.domain().gridSize() > MOST) {
                throw new BadInputException("the grid has more than " + MOST + " combinations; vary less, give ranges"
                        + " a step (4..32:4), or draw some: --method random --trials 50");
            }
            List<JsonNode> values = axis.domain().grid();
            List<List<JsonNode>> longer = new ArrayList<>();
            for (List<JsonNode> combination : combinations) {
                for (JsonNode value : values) {
                    List<JsonNode> extended = new ArrayList<>(combination);
                    extended.add(value);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations.stream()
                .map(values -> Candidate.of(space.axes(), values))
                .toList();
    }

    /**
     * Different ones at random; fewer than {@code count} if the space has no more. A larger count only adds to the list.
     *
     * @param count 1 to 10000
     */
    public static List<Candidate> random(SearchSpace space, int count, long seed) {
        if (count < 1 || count > MOST) {
            throw new BadInputException("--trials is " + count + ", expected 1 to " + MOST);
        }
        List<Candidate> drawn = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < (long) count * DRAWS && drawn.size() < count; i++) {
            List<JsonNode> values = space.axes().stream()
                    .map(axis -> axis.domain().draw(random))
                    .toList();
            Candidate candidate = Candidate.of(space.axes(), values);
            if (!drawn.contains(candidate)) {
                drawn.add(candidate);
            }
        }
        return drawn;
    }
}
