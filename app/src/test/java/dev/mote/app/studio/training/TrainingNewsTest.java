package dev.mote.app.studio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.pipeline.EpochPoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingNewsTest {
    private final TrainingNews news = new TrainingNews();

    private static TrainingView view(String id, int step, int... epochs) {
        OptionalDouble none = OptionalDouble.empty();
        List<EpochPoint> points = IntStream.of(epochs)
                .mapToObj(epoch -> new EpochPoint(epoch, OptionalDouble.of(1.0 / epoch), none, none, none, 1))
                .toList();
        return new TrainingView(
                id,
                "a",
                "running",
                "training",
                true,
                "trainings/1",
                "x",
                true,
                0,
                9,
                epochs.length,
                step,
                5,
                none,
                none,
                none,
                none,
                none,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                points);
    }

    private static List<Integer> epochs(TrainingNews.Change change) {
        return change.training().epochs().stream().map(EpochPoint::epoch).toList();
    }

    @Test
    void tellsAllAtFirstThenOnlyNewEpochs() {
        TrainingNews.Change first =
                news.since(List.of(view("a", 1, 1, 2))).orElseThrow().changed().getFirst();
        assertTrue(first.whole());
        assertEquals(List.of(1, 2), epochs(first));
        assertEquals(Optional.empty(), news.since(List.of(view("a", 1, 1, 2))), "nothing new");
        TrainingNews.Change second = news.since(List.of(view("a", 1, 1, 2, 3)))
                .orElseThrow()
                .changed()
                .getFirst();
        assertFalse(second.whole());
        assertEquals(List.of(3), epochs(second));
        TrainingNews.Change step = news.since(List.of(view("a", 2, 1, 2, 3)))
                .orElseThrow()
                .changed()
                .getFirst();
        assertFalse(step.whole());
        assertEquals(List.of(), epochs(step));
    }

    @Test
    void tellsACurveAnewThatBeganAgainOrWasThinned() {
        news.since(List.of(view("a", 1, 1, 2, 3)));
        assertTrue(news.since(List.of(view("a", 1, 1)))
                .orElseThrow()
                .changed()
                .getFirst()
                .whole());
        news.since(List.of(view("a", 1, 1, 2, 3)));
        assertTrue(news.since(List.of(view("a", 1, 2, 4)))
                .orElseThrow()
                .changed()
                .getFirst()
                .whole());
    }

    @Test
    void tellsWhatWentAndTheOrder() {
        assertEquals(List.of(), news.since(List.of()).orElseThrow().order(), "an empty list is news at first");
        news.since(List.of(view("a", 1), view("b", 1)));
        TrainingNews.News swapped =
                news.since(List.of(view("b", 1), view("a", 1))).orElseThrow();
        assertEquals(List.of("b", "a"), swapped.order());
        assertEquals(List.of(), swapped.changed());
        assertEquals(
                List.of("b"), news.since(List.of(view("b", 1))).orElseThrow().order());
    }
}
