package dev.mote.trainer.tune;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** The values that one place of a recipe may have. */
public sealed interface Domain {
    /** Points of a range without steps on a grid, both ends among them. */
    int GRID_POINTS = 5;
    /** Enough to tell two learning rates apart, few enough to read. */
    MathContext DIGITS = new MathContext(4);

    /** In this order. A value may be anything that YAML can say. */
    record Listed(List<JsonNode> values) implements Domain {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public List<JsonNode> grid() {
            return values;
        }

        @Override
        public long gridSize() {
            return values.size();
        }

        @Override
        public JsonNode draw(SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public List<JsonNode> bounds() {
            return values;
        }
    }

    /** Whole numbers from {@code low} on, {@code step} apart, up to {@code high}. */
    record Whole(long low, long high, long step) implements Domain {
        @Override
        public List<JsonNode> grid() {
            return LongStream.rangeClosed(0, (high - low) / step)
                    .mapToObj(i -> whole(low + i * step))
                    .toList();
        }

        @Override
        public long gridSize() {
            return (high - low) / step + 1;
        }

        @Override
        public JsonNode draw(SplittableRandom random) {
            return whole(low + random.nextLong((high - low) / step + 1) * step);
        }

        @Override
        public List<JsonNode> bounds() {
            return List.of(whole(low), whole(high));
        }
    }

    /** Real numbers; with a step only those that are a multiple of it above {@code low}. */
    record Real(BigDecimal low, BigDecimal high, Optional<BigDecimal> step) implements Domain {
        @Override
        public List<JsonNode> grid() {
            BigDecimal apart = step.orElseGet(
                    () -> high.subtract(low).divide(BigDecimal.valueOf(GRID_POINTS - 1), MathContext.DECIMAL64));
            List<JsonNode> points = new ArrayList<>();
            for (int i = 0; i <= steps(apart); i++) {
                points.add(real(low.add(apart.multiply(BigDecimal.valueOf(i)))));
            }
            return points;
        }

        @Override
        public long gridSize() {
            return step.isPresent() ? steps(step.get()) + 1 : GRID_POINTS;
        }

        @Override
        public JsonNode draw(SplittableRandom random) {
            if (step.isPresent()) {
                long index = random.nextLong(steps(step.get()) + 1);
                return real(low.add(step.get().multiply(BigDecimal.valueOf(index))));
            }
            return rounded(
                    low.doubleValue() + random.nextDouble() * (high.doubleValue() - low.doubleValue()), low, high);
        }

        private long steps(BigDecimal apart) {
            return high.subtract(low).divideToIntegralValue(apart).longValueExact();
        }

        @Override
        public List<JsonNode> bounds() {
            return List.of(real(low), real(high));
        }
    }

    /**
     * Numbers whose logarithm is even between the ends, which are above 0.
     *
     * @param whole only whole numbers
     */
    record Logarithmic(BigDecimal low, BigDecimal high, boolean whole) implements Domain {
        @Override
        public List<JsonNode> grid() {
            List<JsonNode> points = new ArrayList<>();
            for (int i = 0; i < GRID_POINTS; i++) {
                JsonNode point = at((double) i / (GRID_POINTS - 1));
                if (!points.contains(point)) {
                    points.add(point);
                }
            }
            return points;
        }

        @Override
        public long gridSize() {
            return GRID_POINTS;
        }

        @Override
        public JsonNode draw(SplittableRandom random) {
            return at(random.nextDouble());
        }

        private JsonNode at(double share) {
            double from = StrictMath.log(low.doubleValue());
            double value = StrictMath.exp(from + share * (StrictMath.log(high.doubleValue()) - from));
            return whole
                    ? Domain.whole(Math.clamp(Math.round(value), low.longValueExact(), high.longValueExact()))
                    : rounded(value, low, high);
        }

        @Override
        public List<JsonNode> bounds() {
            return whole
                    ? List.of(Domain.whole(low.longValueExact()), Domain.whole(high.longValueExact()))
                    : List.of(real(low), real(high));
        }
    }

    /** All values for a grid; {@link #GRID_POINTS} of a range that has no steps. */
    List<JsonNode> grid();

    /** How many values {@link #grid} has, at most. */
    long gridSize();

    JsonNode draw(SplittableRandom random);

    /** Every value of a list, both ends of a range: what the recipe has to allow. */
    List<JsonNode> bounds();

    private static JsonNode whole(long value) {
        return LongNode.valueOf(value);
    }

    private static JsonNode real(BigDecimal value) {
        return DoubleNode.valueOf(value.doubleValue());
    }

    /** To few digits, and not beyond the ends. */
    private static JsonNode rounded(double value, BigDecimal low, BigDecimal high) {
        return real(BigDecimal.valueOf(value).round(DIGITS).max(low).min(high));
    }
}
