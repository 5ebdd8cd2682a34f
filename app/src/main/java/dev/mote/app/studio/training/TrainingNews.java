package dev.mote.app.studio.training;

import dev.mote.app.pipeline.EpochPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What one page does not know yet: trainings that changed, each with its new epochs only. */
final class TrainingNews {
    /**
     * A training as it is now.
     *
     * @param whole whether its epochs are all of them; else they come after those that the page has
     */
    record Change(boolean whole, TrainingView training) {}

    /**
     * What is sent.
     *
     * @param order ids of all trainings, as they are to be shown
     * @param changed those that are not as the page knows them
     */
    record News(List<String> order, List<Change> changed) {}

    private List<String> order;
    private final Map<String, TrainingView> known = new HashMap<>();

    /** Nothing if nothing has changed. The first time, everything is new. */
    Optional<News> since(List<TrainingView> now) {
        List<String> ids = now.stream().map(TrainingView::id).toList();
        List<Change> changed = now.stream()
                .filter(view -> !view.equals(known.get(view.id())))
                .map(view -> change(Optional.ofNullable(known.get(view.id())), view))
                .toList();
        boolean same = changed.isEmpty() && Objects.equals(order, ids);
        order = ids;
        known.keySet().retainAll(ids);
        now.forEach(view -> known.put(view.id(), view));
        return same ? Optional.empty() : Optional.of(new News(ids, changed));
    }

    private static Change change(Optional<TrainingView> before, TrainingView now) {
        List<EpochPoint> had = before.map(TrainingView::epochs).orElse(List.of());
        int last = had.isEmpty() ? 0 : had.getLast().epoch();
        boolean goesOn = !had.isEmpty() && now.epochs().contains(had.getLast());
        return goesOn
                ? new Change(
                        false,
                        now.with(now.epochs().stream()
                                .filter(point -> point.epoch() > last)
                                .toList()))
                : new Change(true, now);
    }
}
