package dev.mote.model.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The oracle: events of a recording that is known as a whole, straight from what docs/generated-c.md says of each step, in real
 * numbers.
 */
final class BatchEvents {
    /** @param probability of each class; both, of a single output */
    record Window(long end, double[] probability) {}

    private final StreamPlan plan;
    private final PostProcessing post;
    private final List<StreamEvent> events = new ArrayList<>();
    private int label = StreamEvent.UNKNOWN;
    private long begin;

    BatchEvents(StreamPlan plan) {
        this.plan = plan;
        this.post = plan.postProcessing();
    }

    /** Windows that follow each other without a gap. */
    void stretch(List<Window> windows) {
        int[] held = held(windows);
        int[] voted = voted(held);
        int changed = 0;
        for (int i = 0; i < voted.length; i++) {
            if (i > 0 && voted[i] != voted[i - 1]) {
                changed = i;
            }
            if (voted[i] != label && i - changed + 1 >= post.minimum()) {
                change(windows.get(i).end(), voted[i], begin(windows.get(changed), changed));
            }
        }
    }

    void end(long at, long where) {
        if (label != StreamEvent.UNKNOWN) {
            change(at, StreamEvent.UNKNOWN, where);
        }
    }

    List<StreamEvent> events() {
        return events;
    }

    /** The middle of the windows that went into the label of the one at {@code index}. */
    private long begin(Window window, int index) {
        int averaged = Math.min(index + 1, post.average());
        int voted = Math.min(index + 1, post.majority());
        int late = plan.stride() * (averaged - 1 + voted - 1) / 2;
        return window.end() - (plan.windowLength() + plan.stride()) / 2 - late;
    }

    private void change(long at, int next, long where) {
        events.add(new StreamEvent(at, next, where, label, begin));
        label = next;
        begin = where;
    }

    private int[] held(List<Window> windows) {
        int[] held = new int[windows.size()];
        for (int i = 0; i < held.length; i++) {
            double[] mean = mean(windows.subList(Math.max(0, i - post.average() + 1), i + 1));
            int best = best(mean);
            int before = i == 0 ? StreamEvent.UNKNOWN : held[i - 1];
            boolean stays = before != StreamEvent.UNKNOWN && mean[before] >= post.leave();
            held[i] = mean[best] >= post.threshold() ? best : stays ? before : StreamEvent.UNKNOWN;
        }
        return held;
    }

    private int best(double[] mean) {
        if (plan.outputs() == 1) {
            return mean[1] >= mean[0] ? 1 : 0;
        }
        int best = 0;
        for (int c = 1; c < mean.length; c++) {
            best = mean[c] > mean[best] ? c : best;
        }
        return best;
    }

    private static double[] mean(List<Window> windows) {
        double[] mean = new double[windows.getFirst().probability().length];
        for (int c = 0; c < mean.length; c++) {
            int index = c;
            // Exact: the sums are multiples of 1/256.
            mean[c] = windows.stream().mapToDouble(w -> w.probability()[index]).sum() / windows.size();
        }
        return mean;
    }

    private int[] voted(int[] held) {
        int[] voted = new int[held.length];
        for (int i = 0; i < held.length; i++) {
            Map<Integer, Integer> votes = new HashMap<>();
            Map<Integer, Integer> latest = new HashMap<>();
            for (int j = Math.max(0, i - post.majority() + 1); j <= i; j++) {
                votes.merge(held[j], 1, Integer::sum);
                latest.put(held[j], j);
            }
            voted[i] = votes.keySet().stream()
                    .max((a, b) -> votes.get(a).equals(votes.get(b))
                            ? latest.get(a) - latest.get(b)
                            : votes.get(a) - votes.get(b))
                    .orElseThrow();
        }
        return voted;
    }
}
