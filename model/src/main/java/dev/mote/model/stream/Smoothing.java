package dev.mote.model.stream;

/**
 * From the scores of one window to a label, with those of the windows before: average, thresholds with hysteresis, vote. In integers;
 * a score is its distance from the zero point.
 */
final class Smoothing {
    private final int outputs;
    private final int zeroPoint;
    private final int one;

    private final int enter;
    private final int leave;
    /** The last windows' scores, [windows, outputs], in a ring. */
    private final byte[] history;

    private final int[] votes;
    private final int averaged;
    /** Windows since the start, at most as many as are averaged; and so of votes. */
    private int scored;

    private int scoredAt;
    private int voted;
    private int votedAt;
    /** Label before the vote. */
    private int held = StreamEvent.UNKNOWN;

    Smoothing(StreamPlan plan) {
        PostProcessing postProcessing = plan.postProcessing();
        this.outputs = plan.outputs();
        this.zeroPoint = plan.scores().zeroPoint();
        this.one = plan.one();
        this.enter = plan.enter();
        this.leave = plan.leave();
        this.averaged = postProcessing.average();
        this.history = new byte[averaged * outputs];
        this.votes = new int[postProcessing.majority()];
    }

    void reset() {
        scored = 0;
        scoredAt = 0;
        voted = 0;
        votedAt = 0;
        held = StreamEvent.UNKNOWN;
    }

    /** The label after a window with these scores. */
    int label(byte[] scores) {
        System.arraycopy(scores, 0, history, scoredAt * outputs, outputs);
        scoredAt = scoredAt + 1 == averaged ? 0 : scoredAt + 1;
        scored = Math.min(scored + 1, averaged);
        held = hold();
        return vote(held);
    }

    /** Windows by which the label of the last one is late, times 2: it is that of the middle of what was averaged and voted on. */
    int lag() {
        return scored + voted - 2;
    }

    /** The class with the best of these scores alone: the first of equals; of a single output, class 1 from one half on. */
    int best(byte[] scores) {
        if (outputs == 1) {
            return 2 * (scores[0] - zeroPoint) >= one ? 1 : 0;
        }
        int best = 0;
        for (int c = 1; c < outputs; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    /** The best class where it reaches the threshold; else the one until now, as long as it is above the lower one. */
    private int hold() {
        int best = 0;
        int sumOfBest = sum(0);
        int classes = outputs == 1 ? 2 : outputs;
        for (int c = 1; c < classes; c++) {
            int sum = sum(c);
            if (sum > sumOfBest || outputs == 1 && sum == sumOfBest) {
                best = c;
                sumOfBest = sum;
            }
        }
        if (sumOfBest * StreamPlan.SCORE_PARTS >= enter * scored) {
            return best;
        }
        return held != StreamEvent.UNKNOWN && sum(held) * StreamPlan.SCORE_PARTS >= leave * scored
                ? held
                : StreamEvent.UNKNOWN;
    }

    /** Of the scores of class {@code c} over the windows that are averaged. */
    private int sum(int c) {
        int output = outputs == 1 ? 0 : c;
        int sum = 0;
        for (int w = 0; w < scored; w++) {
            sum += history[w * outputs + output] - zeroPoint;
        }
        return outputs == 1 && c == 0 ? one * scored - sum : sum;
    }

    /** The label with most votes; of equals, the one with the latest vote. */
    private int vote(int label) {
        votes[votedAt] = label;
        votedAt = votedAt + 1 == votes.length ? 0 : votedAt + 1;
        voted = Math.min(voted + 1, votes.length);
        int winner = label;
        int most = 0;
        for (int age = 1; age <= voted; age++) {
            int candidate = votes[Math.floorMod(votedAt - age, votes.length)];
            int count = 0;
            for (int i = 0; i < voted; i++) {
                count += votes[i] == candidate ? 1 : 0;
            }
            if (count > most) {
                winner = candidate;
                most = count;
            }
        }
        return winner;
    }
}
