package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventScorerTest {
    private static final long SECOND = 1_000_000;

    /** Begins in seconds, and the class: 0, 1, 2. */
    private static final int[][] TRUTH = {
        {0, 0}, {25, 1}, {55, 0}, {64, 1}, {92, 0}, {129, 1}, {136, 2}, {168, 0}, {177, 2}, {187, 0}, {195, 1},
        {214, 0}, {244, 1}, {263, 0}, {303, 2}, {326, 0}, {340, 1}, {364, 0}, {375, 1}, {403, 0}, {443, 1}, {451, 2},
        {487, 1}, {512, 2}, {546, 0}, {570, 1}, {586, 2}, {596, 1}, {634, 2}, {660, 0}
    };

    private static final int[][] DETECTED = {
        {3, 0}, {24, 1}, {58, 0}, {62, 1}, {78, 2}, {80, 1}, {94, 0}, {131, 1}, {142, 2}, {166, 0}, {178, 2}, {185, 0},
        {247, 1}, {265, 0}, {305, 2}, {314, 0}, {316, 2}, {330, 0}, {364, 1}, {454, 2}, {490, 1}, {515, 2}, {529, 0},
        {531, 2}, {545, 0}, {570, 1}, {597, 0}, {639, 1}, {662, 0}
    };

    private static final int END = 683;

    /** Counts of sed_eval 0.2.1: EventBasedMetrics(t_collar=3, evaluate_onset=True, evaluate_offset=False, 'optimal'). */
    @Test
    void countsPairsAsSedEvalDoes() {
        EventScores scores = score(TRUTH, DETECTED, END, 3);
        assertEquals(
                List.of(12L, 11L, 7L),
                scores.classes().stream().map(EventCounts::truth).toList());
        assertEquals(
                List.of(12L, 9L, 8L),
                scores.classes().stream().map(EventCounts::detected).toList());
        assertEquals(
                List.of(8L, 6L, 4L),
                scores.classes().stream().map(EventCounts::matched).toList());
        assertEquals(18.0 / 30, scores.total().recall());
        assertEquals(18.0 / 29, scores.total().precision());
        assertEquals(36.0 / 59, scores.total().f1(), 1e-12);
        assertEquals(END, scores.labelledSeconds());
    }

    @Test
    void callsAnEventFalseWhoseClassIsNotTrueAround() {
        // 1 is true from 10 to 20. An event of 1 from 14 is only late; one of 2 is false; one of 1 that ends 3 s before
        // 10 is false.
        int[][] truth = {{0, 0}, {10, 1}, {20, 0}, {60, 0}};
        int[][] detected = {{0, 0}, {4, 1}, {7, 0}, {14, 1}, {16, 2}, {18, 0}};
        EventCounts total = score(truth, detected, 60, 2).total();
        assertEquals(new EventCounts(3, 6, 2, 2), total);
        assertEquals(2, total.misplaced());
    }

    @Test
    void measuresDelaysFromTheTruthToTheDecision() {
        EventScorer scorer = new EventScorer(2, 5, 10);
        for (int second = 0; second < 40; second++) {
            scorer.truth(second * SECOND, second < 20 ? 0 : 1);
            if (second == 3) {
                scorer.event(0, SECOND, 3 * SECOND);
            }
            if (second == 27) {
                scorer.event(1, 22 * SECOND, 27 * SECOND);
            }
        }
        scorer.endStretch(40 * SECOND);
        Delays delays = scorer.scores().delays();
        assertEquals(2, delays.count());
        assertEquals(3, delays.quantile(0.5).getAsDouble());
        assertEquals(7, delays.quantile(0.9).getAsDouble());
    }

    @Test
    void leavesOutWhatCannotBeJudged() {
        EventScorer scorer = new EventScorer(2, 1, 5);
        scorer.truth(0, EventScorer.NO_LABEL);
        scorer.event(0, 2 * SECOND, 4 * SECOND);
        scorer.truth(10 * SECOND, -2);
        scorer.event(1, 11 * SECOND, 13 * SECOND);
        scorer.truth(20 * SECOND, 0);
        scorer.event(0, 20 * SECOND, 22 * SECOND);
        scorer.endStretch(30 * SECOND);
        EventScores scores = scorer.scores();
        assertEquals(1, scores.unscored());
        assertEquals(20, scores.labelledSeconds());
        assertEquals(new EventCounts(1, 2, 1, 1), scores.total());
        assertEquals(180, scores.falseAlarmsPerHour());
    }

    @Test
    void agreesWithTheDefinitionsOnRandomSequences() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int[][] truth = draw(random, 2 + random.nextInt(20));
            int[][] detected = draw(random, 1 + random.nextInt(25));
            int end = Math.max(truth[truth.length - 1][0], detected[detected.length - 1][0]) + 1 + random.nextInt(9);
            int tolerance = random.nextInt(6);
            EventScores scores = score(truth, detected, end, tolerance);
            for (int c = 0; c < 3; c++) {
                assertEquals(
                        expected(truth, detected, end, tolerance, c),
                        scores.classes().get(c),
                        "seed " + seed);
            }
        }
    }

    private static int[][] draw(Random random, int count) {
        List<int[]> events = new ArrayList<>();
        int at = 0;
        int last = -1;
        for (int i = 0; i < count; i++) {
            int label = (last + 1 + random.nextInt(2)) % 3;
            events.add(new int[] {at, label});
            at += 1 + random.nextInt(10);
            last = label;
        }
        return events.toArray(int[][]::new);
    }

    /** Events are told two seconds late. */
    private static EventScores score(int[][] truth, int[][] detected, int end, double tolerance) {
        EventScorer scorer = new EventScorer(3, tolerance, 3);
        int t = 0;
        int d = 0;
        for (int second = 0; second < end; second++) {
            t += t + 1 < truth.length && truth[t + 1][0] == second ? 1 : 0;
            scorer.truth(second * SECOND, truth[t][1]);
            while (d < detected.length && detected[d][0] + 2 <= second) {
                scorer.event(detected[d][1], detected[d][0] * SECOND, second * SECOND);
                d++;
            }
        }
        for (; d < detected.length; d++) {
            scorer.event(detected[d][1], detected[d][0] * SECOND, end * SECOND);
        }
        scorer.endStretch(end * SECOND);
        return scorer.scores();
    }

    /** By the definitions, with all at hand: the largest matching by augmenting paths. */
    private static EventCounts expected(int[][] truth, int[][] detected, int end, int tolerance, int label) {
        List<Integer> wanted = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        int falseAlarms = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i][1] == label) {
                wanted.add(truth[i][0]);
            }
        }
        for (int i = 0; i < detected.length; i++) {
            if (detected[i][1] == label) {
                found.add(detected[i][0]);
                int to = i + 1 < detected.length ? detected[i + 1][0] : end;
                falseAlarms += touches(truth, end, label, detected[i][0] - tolerance, to + tolerance) ? 0 : 1;
            }
        }
        int matched = 0;
        int[] partner = new int[found.size()];
        Arrays.fill(partner, -1);
        for (int i = 0; i < wanted.size(); i++) {
            matched += augment(i, wanted, found, partner, new boolean[found.size()], tolerance) ? 1 : 0;
        }
        return new EventCounts(wanted.size(), found.size(), matched, falseAlarms);
    }

    private static boolean touches(int[][] truth, int end, int label, int from, int to) {
        for (int i = 0; i < truth.length; i++) {
            int until = i + 1 < truth.length ? truth[i + 1][0] : end;
            if (truth[i][1] == label && truth[i][0] <= to && until >= from) {
                return true;
            }
        }
        return false;
    }

    private static boolean augment(
            int i, List<Integer> wanted, List<Integer> found, int[] partner, boolean[] tried, int tolerance) {
        for (int j = 0; j < found.size(); j++) {
            if (!tried[j] && Math.abs(wanted.get(i) - found.get(j)) <= tolerance) {
                tried[j] = true;
                if (partner[j] < 0 || augment(partner[j], wanted, found, partner, tried, tolerance)) {
                    partner[j] = i;
                    return true;
                }
            }
        }
        return false;
    }
}
