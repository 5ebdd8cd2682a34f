package dev.mote.trainer.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What nothing else beats in both: score, of which more is better, and cost, of which less is. */
public final class ParetoFront {
    private ParetoFront() {}

    /** @param score finite */
    public record Point(double score, long cost) {}

    /** Indices of the points on the front, from the least cost on; of equal points only the first. */
    public static List<Integer> of(List<Point> points) {
        List<Integer> byCost = IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> points.get(i).cost())
                        .thenComparing(i -> -points.get(i).score()))
                .toList();
        List<Integer> front = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (int index : byCost) {
            if (points.get(index).score() > best) {
                best = points.get(index).score();
                front.add(index);
            }
        }
        return front;
    }

    /**
     * The {@code count} that are worth more effort: the front, then the front of the rest, and so on; of the last one those with the
     * highest scores.
     */
    public static List<Integer> foremost(List<Point> points, int count) {
        List<Integer> rest =
                new ArrayList<>(IntStream.range(0, points.size()).boxed().toList());
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < count && !rest.isEmpty()) {
            List<Integer> front = of(rest.stream().map(points::get).toList()).stream()
                    .map(List.copyOf(rest)::get)
                    .sorted(Comparator.comparingDouble(i -> -points.get(i).score()))
                    .toList();
            chosen.addAll(front.subList(0, Math.min(front.size(), count - chosen.size())));
            rest.removeAll(front);
        }
        return chosen.stream().sorted().toList();
    }
}
