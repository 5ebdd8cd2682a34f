package dev.mote.trainer;

import java.util.SplittableRandom;

/**
 * Blends each sample with another one of the epoch, and their targets alike. The share of the other is drawn from the beta distribution
 * with both parameters {@code alpha}, and at most one half. Source: H. Zhang et al., "mixup: beyond empirical risk minimization", 2018.
 */
final class Mixup {
    private final double alpha;
    private final Chance chance;

    /** @param alpha 0: samples stay as they are */
    Mixup(double alpha, Chance chance) {
        this.alpha = alpha;
        this.chance = chance;
    }

    boolean used() {
        return alpha > 0;
    }

    /** Changes sample {@code order[place]}, which stands at {@code position} in the batch's arrays. */
    void apply(Examples examples, int epoch, int[] order, int place, Batch batch, int position) {
        SplittableRandom random = chance.numbers(Chance.Purpose.MIXUP, epoch, order[place]);
        int other = order[random.nextInt(order.length)];
        double drawn = beta(random);
        float share = (float) Math.min(drawn, 1 - drawn);
        float[] input = new float[examples.inputShape().elements()];
        examples.copyInput(other, input, 0);
        blend(batch.inputs, position * input.length, input, share);
        float[] target = new float[examples.targetWidth()];
        examples.copyTarget(other, target, 0);
        blend(batch.targets, position * target.length, target, share);
    }

    private static void blend(float[] values, int offset, float[] others, float share) {
        for (int i = 0; i < others.length; i++) {
            values[offset + i] += (others[i] - values[offset + i]) * share;
        }
    }

    private double beta(SplittableRandom random) {
        double one = gamma(random);
        double other = gamma(random);
        return one + other == 0 ? 0.5 : one / (one + other);
    }

    /** Source: G. Marsaglia, W. Tsang, "A simple method for generating gamma variables", 2000; below 1 by their note on a power. */
    private double gamma(SplittableRandom random) {
        double shape = alpha < 1 ? alpha + 1 : alpha;
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            double uniform = 1 - random.nextDouble();
            if (v > 0 && StrictMath.log(uniform) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                double power = alpha < 1 ? StrictMath.pow(1 - random.nextDouble(), 1 / alpha) : 1;
                return d * v * power;
            }
        }
    }
}
